//! An answer as text, to be read by people.

use std::fmt::Write as _;

use ramplay_sql::{
    Access, ColumnKind, Defined, Definition, Origin, Place, Script, Target, VariableKind, check_variables, masked, read,
    rewrite, sentence,
};
use ramplay_text::{Lang, Lines, Span};

pub fn answer(text: &str) -> String {
    let script = read(text);
    let lines = Lines::new(text);
    let at = |span: Span| {
        let position = lines.position(span.start);
        format!("{}:{}", position.line, position.column)
    };
    let mut out = String::new();
    statements(&mut out, &script, &at);
    tables(&mut out, &script, &at);
    uses(&mut out, &script, &at);
    if !script.notes.is_empty() {
        out.push_str("notes\n");
    }
    for note in &script.notes {
        let sentence = sentence::note(note, &script, Lang::En);
        writeln!(out, "  {} {:?} {}: {sentence}", at(note.span), note.kind.severity(), note.kind.code()).unwrap();
    }
    variables(&mut out, &script, text, &at);
    credentials(&mut out, &script, &at);
    out
}

fn statements(out: &mut String, script: &Script, at: &impl Fn(Span) -> String) {
    writeln!(out, "{:?}", script.language).unwrap();
    for statement in &script.statements {
        let set = if statement.in_set { " (in set)" } else { "" };
        writeln!(out, "  {} {:?}{set}", at(statement.span), statement.kind).unwrap();
    }
}

fn tables(out: &mut String, script: &Script, at: &impl Fn(Span) -> String) {
    if !script.tables.is_empty() {
        out.push_str("tables\n");
    }
    for (index, table) in script.tables.iter().enumerate() {
        let kind = match table.definition {
            Definition::Table { temporary: true } => "temporary",
            Definition::Table { temporary: false } => "permanent",
            Definition::TableAs { .. } => "filled",
            Definition::YamlSource | Definition::YamlSink => "yaml",
        };
        let connector = script.connector(index).map_or("-".to_owned(), |connector| connector.into_owned());
        writeln!(
            out,
            "  {} `{}` {kind} {} ({connector})",
            at(table.name.span),
            table.name.dotted(),
            table.role().code()
        )
        .unwrap();
        let columns: Vec<String> = table
            .columns
            .iter()
            .map(|column| match column.kind {
                ColumnKind::Physical => column.name.to_string(),
                ColumnKind::Computed => format!("{} computed", column.name),
                ColumnKind::Metadata { from, is_virtual } => format!(
                    "{} metadata{}{}",
                    column.name,
                    from.map_or(String::new(), |from| format!(" from {}", script.shown(from))),
                    if is_virtual { " virtual" } else { "" }
                ),
            })
            .collect();
        if !columns.is_empty() {
            writeln!(out, "    columns: {}", columns.join(", ")).unwrap();
        }
        if let Some(like) = &table.like {
            writeln!(out, "    like {} (options: {})", like.name.dotted(), like.options).unwrap();
        }
        for option in script.options_of(index) {
            let from = match option.origin {
                Origin::Own => "",
                Origin::Like(_) => " (from its model)",
                Origin::Hint => " (from a hint)",
            };
            let entry = option.entry;
            let value = script.shown(entry.value_span);
            writeln!(out, "    {} {} = {value}{from}", at(entry.key_span), entry.key).unwrap();
        }
    }
    for view in &script.views {
        let used = if view.used { "used" } else { "unused" };
        writeln!(out, "  {} view `{}` {used}", at(view.name.span), view.name.dotted()).unwrap();
    }
    for settings in &script.settings {
        let name = settings.name.as_ref().map_or(String::new(), |name| format!(" `{}`", name.dotted()));
        writeln!(out, "  {:?}{name}", settings.kind).unwrap();
        for entry in &settings.options {
            writeln!(out, "    {} {} = {}", at(entry.key_span), entry.key, script.shown(entry.value_span)).unwrap();
        }
    }
}

fn uses(out: &mut String, script: &Script, at: &impl Fn(Span) -> String) {
    if !script.references.is_empty() {
        out.push_str("uses\n");
    }
    for reference in &script.references {
        let target = match reference.target {
            Target::Table(_) => "table",
            Target::View(_) => "view",
            Target::External => "external",
        };
        let rest = if reference.runs || reference.access == Access::Like { "" } else { " (never runs)" };
        let place = at(reference.name.span);
        writeln!(out, "  {place} {:?} `{}` {target}{rest}", reference.access, reference.name.dotted()).unwrap();
        for hint in &reference.hints {
            writeln!(out, "    hint {} = {}", hint.key, script.shown(hint.value_span)).unwrap();
        }
    }
}

fn variables(out: &mut String, script: &Script, text: &str, at: &impl Fn(Span) -> String) {
    let defined: Vec<Defined> = text
        .lines()
        .find_map(|line| line.trim_start_matches(['-', '#', ' ']).strip_prefix("defined: "))
        .unwrap_or_default()
        .split_whitespace()
        .map(|name| match name.strip_prefix("secret_values.") {
            Some(name) => Defined { name: name.to_owned(), kind: VariableKind::Namespace },
            None => Defined { name: name.to_owned(), kind: VariableKind::Deployment },
        })
        .collect();
    if !script.variables.is_empty() {
        out.push_str("variables\n");
    }
    for variable in &script.variables {
        let place = match &variable.place {
            Place::OptionValue { key, .. } => format!("value of {key}"),
            other => format!("{other:?}"),
        };
        let (name, kind) = (&variable.name, variable.kind);
        writeln!(out, "  {} {kind:?} {name}, {place}, {:?}", at(variable.span), variable.quotes).unwrap();
    }
    let findings = check_variables(script, &defined);
    if !findings.is_empty() {
        out.push_str("about variables\n");
    }
    for finding in findings {
        let place = finding.span.map_or("-".to_owned(), at);
        let sentence = sentence::variable(&finding, script, Lang::En);
        writeln!(out, "  {place} {:?} {}: {sentence}", finding.kind.status(), finding.kind.code()).unwrap();
    }
}

fn credentials(out: &mut String, script: &Script, at: &impl Fn(Span) -> String) {
    if script.credentials.is_empty() {
        return;
    }
    out.push_str("credentials\n");
    for credential in &script.credentials {
        let place = match &credential.place {
            Place::OptionValue { key, .. } => format!("value of {key}"),
            other => format!("{other:?}"),
        };
        writeln!(
            out,
            "  {} {} {} ({:?}), {place}",
            at(credential.span),
            credential.kind.code(),
            credential.masked,
            credential.found_by
        )
        .unwrap();
    }
    out.push_str("masked\n");
    let masked = masked(script);
    for (old, new) in script.text().lines().zip(masked.lines()).filter(|(old, new)| old != new) {
        let _ = old;
        writeln!(out, "  {}", new.trim()).unwrap();
    }
    let new = rewrite(script, &[]);
    out.push_str("rewritten\n");
    for variable in &new.variables {
        writeln!(out, "  {} <- {} at {}", variable.name, variable.kind.code(), at(variable.value_span)).unwrap();
    }
    for (old, new) in script.text().lines().zip(new.text.lines()).filter(|(old, new)| old != new) {
        let _ = old;
        writeln!(out, "  {}", new.trim()).unwrap();
    }
    if !new.left.is_empty() {
        let left: Vec<String> =
            new.left.iter().filter_map(|place| script.credentials.get(*place)).map(|left| at(left.span)).collect();
        writeln!(out, "  left: {}", left.join(" ")).unwrap();
    }
}
