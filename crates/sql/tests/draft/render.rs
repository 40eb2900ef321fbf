//! An answer as text, to be read by people.

use ramplay_sql::{
    Access, ColumnKind, Defined, Definition, Origin, Place, Script, Target, VariableKind, check_variables,
    masked, read, rewrite, sentence,
};
use ramplay_text::{Lang, Lines, Span};

macro_rules! line {
    ($out:expr, $($rest:tt)*) => {{
        $out.push_str(&format!($($rest)*));
        $out.push('\n');
    }};
}

pub(crate) fn answer(text: &str) -> String {
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
        line!(out, "  {} {:?} {}: {sentence}", at(note.span), note.kind.severity(), note.kind.code());
    }
    variables(&mut out, &script, text, &at);
    credentials(&mut out, &script, &at);
    out
}

fn statements(out: &mut String, script: &Script, at: &impl Fn(Span) -> String) {
    line!(out, "{:?}", script.language);
    for statement in &script.statements {
        let set = if statement.in_set { " (in set)" } else { "" };
        line!(out, "  {} {:?}{set}", at(statement.span), statement.kind);
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
        let connector = script.connector(index).map_or("-".to_owned(), std::borrow::Cow::into_owned);
        line!(
            out,
            "  {} `{}` {kind} {} ({connector})",
            at(table.name.span),
            table.name.dotted(),
            table.role().code()
        );
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
            line!(out, "    columns: {}", columns.join(", "));
        }
        if let Some(like) = &table.like {
            line!(out, "    like {} (options: {})", like.name.dotted(), like.options);
        }
        for option in script.options_of(index) {
            let from = match option.origin {
                Origin::Own => "",
                Origin::Like(_) => " (from its model)",
                Origin::Hint => " (from a hint)",
            };
            let entry = option.entry;
            let value = script.shown(entry.value_span);
            line!(out, "    {} {} = {value}{from}", at(entry.key_span), entry.key);
        }
    }
    for view in &script.views {
        let used = if view.used { "used" } else { "unused" };
        line!(out, "  {} view `{}` {used}", at(view.name.span), view.name.dotted());
    }
    for settings in &script.settings {
        let name = settings.name.as_ref().map_or(String::new(), |name| format!(" `{}`", name.dotted()));
        line!(out, "  {:?}{name}", settings.kind);
        for entry in &settings.options {
            line!(out, "    {} {} = {}", at(entry.key_span), entry.key, script.shown(entry.value_span));
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
        line!(out, "  {place} {:?} `{}` {target}{rest}", reference.access, reference.name.dotted());
        for hint in &reference.hints {
            line!(out, "    hint {} = {}", hint.key, script.shown(hint.value_span));
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
        line!(out, "  {} {kind:?} {name}, {place}, {:?}", at(variable.span), variable.quotes);
    }
    let findings = check_variables(script, &defined);
    if !findings.is_empty() {
        out.push_str("about variables\n");
    }
    for finding in findings {
        let place = finding.span.map_or("-".to_owned(), at);
        let sentence = sentence::variable(&finding, script, Lang::En);
        line!(out, "  {place} {:?} {}: {sentence}", finding.kind.status(), finding.kind.code());
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
        line!(
            out,
            "  {} {} {} ({:?}), {place}",
            at(credential.span),
            credential.kind.code(),
            credential.masked,
            credential.found_by
        );
    }
    out.push_str("masked\n");
    let masked = masked(script);
    for (old, new) in script.text().lines().zip(masked.lines()).filter(|(old, new)| old != new) {
        let _ = old;
        line!(out, "  {}", new.trim());
    }
    let new = rewrite(script, &[]);
    out.push_str("rewritten\n");
    for variable in &new.variables {
        line!(out, "  {} <- {} at {}", variable.name, variable.kind.code(), at(variable.value_span));
    }
    for (old, new) in script.text().lines().zip(new.text.lines()).filter(|(old, new)| old != new) {
        let _ = old;
        line!(out, "  {}", new.trim());
    }
    for (what, places) in [("left", &new.left), ("not documented", &new.undocumented)] {
        let places: Vec<String> = places
            .iter()
            .filter_map(|place| script.credentials.get(*place))
            .map(|one| at(one.span))
            .collect();
        if !places.is_empty() {
            line!(out, "  {what}: {}", places.join(" "));
        }
    }
}
