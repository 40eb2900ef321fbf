//! What can be done with Simple Log Service.

use std::fmt::Write as _;

use ramplay_flink::{Check, StoreKind, catalogue, reference};
use ramplay_text::Lang;

use super::consoles::level;
use super::table::{self, codes, optional, sources, table, words};

/// The capabilities, by group.
pub(super) fn capabilities(lang: Lang) -> String {
    let labels = words::labels(lang);
    let facts = &catalogue().sls_capabilities;
    let mut out = String::new();
    for group in &facts.groups {
        let rows = facts.capabilities.iter().filter(|row| row.group == group.id).map(|row| {
            let mut needs = checks(row.checks_for(StoreKind::Logstore));
            if row.metricstore.is_some() {
                let metricstore = checks(row.checks_for(StoreKind::Metricstore));
                needs = format!("{needs}; Metricstore: {metricstore}");
            }
            vec![
                format!("{} (`{}`)", row.title.get(lang), row.id),
                needs,
                optional(row.note.as_ref(), lang),
                table::status(row.status, lang),
                sources(&row.sources, lang),
            ]
        });
        let head = [labels.capability, labels.checks, labels.note, labels.status, labels.sources];
        let _ = write!(out, "## {}\n\n{}", group.title.get(lang), table(&head, rows));
    }
    out
}

fn checks(checks: &[Check]) -> String {
    let one = |check: &Check| format!("`{}` on `{}`", check.action, check.resource);
    checks.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The known actions of SLS.
pub(super) fn actions(lang: Lang) -> String {
    let labels = words::labels(lang);
    let rows = reference().sls_actions.iter().map(|row| {
        vec![
            format!("`{}`", row.action),
            level(row.access_level).to_owned(),
            codes(row.resources.iter().map(String::as_str)),
            row.operation.get(lang).to_owned(),
            table::status(row.status, lang),
            sources(&row.sources, lang),
        ]
    });
    let head = [labels.action, labels.level, labels.resource, labels.about, labels.status, labels.sources];
    table(&head, rows)
}
