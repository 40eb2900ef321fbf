//! RAM policies.

mod actions;
mod elements;
mod keys;
mod operators;
mod principals;
mod resources;
#[cfg(test)]
mod tests;

pub(crate) use actions::ended;
use ramplay_policy::PolicyKind;
use ramplay_text::Lang;

use crate::Facts;
use crate::item::{Documentation, Item, ItemKind, fitting};
use crate::place::{PolicyPlace, PolicyPlaceKind};
use crate::words::labels;

/// What may stand at a place of a policy; what is there already is left out.
pub fn complete(place: &PolicyPlace, kind: PolicyKind, facts: &Facts, lang: Lang) -> Vec<Item> {
    let mut items = match place.kind {
        PolicyPlaceKind::Element => elements::items(place.level, kind, &place.present, lang),
        PolicyPlaceKind::Operator => operators::items(lang),
        PolicyPlaceKind::ConditionKey => keys::items(place, kind, lang),
        PolicyPlaceKind::Action => actions::items(kind, lang),
        PolicyPlaceKind::Resource => resources::items(place, facts, lang),
        PolicyPlaceKind::Principal => principals::items(place, kind, facts, lang),
        PolicyPlaceKind::Value if place.element == "Condition" => keys::values(place, facts, lang),
        PolicyPlaceKind::Value => elements::values(&place.element, kind, lang),
    };
    items.retain(|item| !place.present.contains(&item.label));
    fitting(items, &place.prefix)
}

/// What is known of the word at a place. `word` is what stands between [`PolicyPlace::from`] and
/// [`PolicyPlace::to`], and `offset` where in the text the pointer is, in UTF-16 units.
pub fn hover(
    place: &PolicyPlace,
    word: &str,
    offset: u32,
    kind: PolicyKind,
    facts: &Facts,
    lang: Lang,
) -> Option<Documentation> {
    if word.is_empty() {
        return None;
    }
    let told = match place.kind {
        PolicyPlaceKind::Element => elements::told(word, kind, lang),
        PolicyPlaceKind::Operator => operators::told(word, lang),
        PolicyPlaceKind::ConditionKey => Some(keys::told(word, lang)),
        PolicyPlaceKind::Action => Some(actions::told(word, lang)),
        PolicyPlaceKind::Resource => return resources::hover(place, word, offset, facts, lang),
        PolicyPlaceKind::Principal => principals::told(place, word, kind, lang),
        PolicyPlaceKind::Value => match &place.condition_key {
            Some(key) if place.element == "Condition" => {
                // Of a value, its key is told.
                return Some(keys::told(key, lang).at(key, place.from, place.to, lang));
            }
            _ => elements::told_value(&place.element, word, lang),
        },
    };
    told.map(|told| told.at(word, place.from, place.to, lang))
}

/// A name of the scenario.
fn name(label: impl Into<String>, lang: Lang) -> Item {
    Item::new(ItemKind::Name, label).detail(labels(lang).from_scenario).boost(5)
}
