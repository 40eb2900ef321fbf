//! The ways to log on.

use std::fmt::Write as _;

use ramplay_flink::{Cell, Console, catalogue};
use ramplay_text::Lang;

use super::table::{self, angle_brackets, optional, sources, table, words};

/// Every logon method with what it takes to reach each console.
pub(super) fn methods(lang: Lang) -> String {
    let labels = words::labels(lang);
    let facts = &catalogue().logon_methods;
    let mut out = String::new();
    for family in &facts.families {
        let _ = writeln!(out, "## {} {{#{}}}\n", family.title.get(lang), family_anchor(family.id));
        for method in facts.methods.iter().filter(|method| method.family == family.id) {
            let id = method.id.id();
            let _ = writeln!(out, "### {} {{#{}}}\n\n`{id}`\n", method.title.get(lang), id.replace('.', "-"));
            if !method.preconditions.is_empty() {
                let _ = writeln!(out, "{}:\n", labels.preconditions);
                for precondition in &method.preconditions {
                    let _ = writeln!(
                        out,
                        "- {} – {} ({})",
                        angle_brackets(precondition.text.get(lang)),
                        table::status(precondition.status, lang),
                        sources(&precondition.sources, lang)
                    );
                }
                out.push('\n');
            }
            let rows = [(Console::Management, labels.management), (Console::Development, labels.development)];
            let head = [
                labels.console,
                labels.possible,
                labels.identity,
                labels.grant,
                labels.status,
                labels.sources,
            ];
            out += &table(&head, rows.map(|(console, name)| row(name, method.cell(console), lang)));
            for (console, name) in rows {
                let cell = method.cell(console);
                let _ = writeln!(out, "- {name}: {}", angle_brackets(cell.basis.get(lang)));
                if let Some(note) = &cell.note {
                    let _ = writeln!(out, "  {}", angle_brackets(note.get(lang)));
                }
            }
            out.push('\n');
        }
    }
    out
}

fn family_anchor(family: ramplay_flink::Family) -> &'static str {
    match family {
        ramplay_flink::Family::Account => "account",
        ramplay_flink::Family::RamUser => "ram-user",
        ramplay_flink::Family::RamRole => "ram-role",
        ramplay_flink::Family::ResourceDirectory => "resource-directory",
        ramplay_flink::Family::CloudSso => "cloudsso",
    }
}

fn row(name: &str, cell: &Cell, lang: Lang) -> Vec<String> {
    let labels = words::labels(lang);
    let grant =
        cell.grant.and_then(|id| catalogue().logon_methods.grants.iter().find(|grant| grant.id == id));
    vec![
        name.to_owned(),
        if cell.possible { labels.yes } else { labels.no }.to_owned(),
        optional(cell.principal.as_ref(), lang),
        grant.map_or_else(
            || "–".to_owned(),
            |grant| {
                format!("{} – {}, {}", grant.what.get(lang), grant.place.get(lang), grant.by_whom.get(lang))
            },
        ),
        table::status(cell.status, lang),
        sources(&cell.sources, lang),
    ]
}
