//! What lines of expectations can speak of.

use ramplay_flink::catalogue;
use ramplay_text::Lang;

use super::table::{table, words};

/// The ids of rows.
pub(super) fn expectation_rows(lang: Lang) -> String {
    let labels = words::labels(lang);
    let facts = catalogue();
    let capabilities = facts.sls_capabilities.capabilities.iter().map(|row| (&row.id, row.title.get(lang)));
    let operations = facts.operations.iter().map(|row| (&row.id, row.operation.get(lang)));
    let permissions = facts.console_permissions.permissions.iter().map(|row| (&row.id, row.title.get(lang)));
    let rows = capabilities.chain(operations).chain(permissions);
    table(&[labels.id, labels.about], rows.map(|(id, title)| vec![format!("`{id}`"), title.to_owned()]))
}
