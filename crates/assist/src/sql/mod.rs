//! Flink SQL drafts.

mod options;
#[cfg(test)]
mod tests;
mod variables;
mod vocabulary;

use ramplay_text::Lang;

use crate::Facts;
use crate::item::{Documentation, Item, ItemKind, fitting};
use crate::place::{SqlPlace, SqlPlaceKind};
use crate::words::labels;

/// What may stand at a place of a draft.
pub fn complete(place: &SqlPlace, facts: &Facts, lang: Lang) -> Vec<Item> {
    let items = match place.kind {
        SqlPlaceKind::OptionKey => options::keys(place, lang),
        SqlPlaceKind::OptionValue => options::values(place, facts, lang),
        SqlPlaceKind::Variable => variables::items(facts, lang),
        SqlPlaceKind::Table => tables(place, lang),
        SqlPlaceKind::Keyword => vocabulary::items(),
    };
    fitting(items, &place.prefix)
}

fn tables(place: &SqlPlace, lang: Lang) -> Vec<Item> {
    let named = place.tables.iter().map(|table| {
        let detail = table.connector.as_deref().unwrap_or(labels(lang).table_here);
        Item::new(ItemKind::Table, table.name.clone()).detail(detail)
    });
    named.collect()
}

/// What is known of the word at a place; `word` is what stands between [`SqlPlace::from`] and [`SqlPlace::to`].
pub fn hover(place: &SqlPlace, word: &str, facts: &Facts, lang: Lang) -> Option<Documentation> {
    if word.is_empty() {
        return None;
    }
    let told = match place.kind {
        SqlPlaceKind::OptionKey => options::told_key(place, word, lang)?,
        SqlPlaceKind::OptionValue if options::is_connector_key(place.key.as_deref()) => {
            options::told_connector(word, lang)?
        }
        SqlPlaceKind::Variable => variables::told(word, facts, lang)?,
        SqlPlaceKind::Table | SqlPlaceKind::Keyword => {
            let table = place.tables.iter().find(|table| table.name == word)?;
            options::told_connector(table.connector.as_deref()?, lang)?
        }
        SqlPlaceKind::OptionValue => return None,
    };
    Some(told.at(word, place.from, place.to, lang))
}
