//! Variables: `${secret_values.…}`.

use ramplay_flink::{VariableReference, VariableScope, jobs};
use ramplay_text::Lang;

use crate::Facts;
use crate::item::{Item, ItemKind, Told, address};
use crate::policy::ended;
use crate::words::labels;

fn namespace() -> Option<&'static VariableReference> {
    jobs().variables.references.iter().find(|row| row.scope == VariableScope::Namespace)
}

/// What stands before the name, within the braces.
fn head(row: &'static VariableReference) -> &'static str {
    row.before.strip_prefix("${").unwrap_or(&row.before)
}

/// The variables of the scenario, within the braces.
pub(super) fn items(facts: &Facts, lang: Lang) -> Vec<Item> {
    let Some(row) = namespace() else { return Vec::new() };
    let of = |name: &String| item(format!("{}{name}", head(row)), row, lang);
    facts.variables.iter().map(of).collect()
}

/// The variables of the scenario, as a whole value.
pub(super) fn references(facts: &Facts, lang: Lang) -> Vec<Item> {
    let Some(row) = namespace() else { return Vec::new() };
    let of = |name: &String| item(format!("{}{name}{}", row.before, row.after), row, lang);
    facts.variables.iter().map(of).collect()
}

fn item(label: String, row: &'static VariableReference, lang: Lang) -> Item {
    Item::new(ItemKind::Variable, label).detail(row.title.get(lang)).source(address(&row.sources))
}

pub(super) fn told(word: &str, facts: &Facts, lang: Lang) -> Option<Told> {
    let row = namespace()?;
    let name = word.strip_prefix(head(row))?;
    let words = labels(lang);
    let is_defined = facts.variables.iter().any(|known| known == name);
    let known = if is_defined { words.defined } else { words.undefined };
    Some(Told::new(ended(row.title.get(lang), lang), row.status, address(&row.sources)).and(known))
}
