//! What the search looks through: the headings and the beginning of what follows each.

use serde_json::{Value, json};

use crate::html::Section;

/// Most characters of a section that are searched.
const MOST: usize = 1500;

/// The entries of a page.
pub(crate) fn entries(address: &str, page: &str, sections: &[Section]) -> Vec<Value> {
    let worth = |section: &&Section| !section.title.is_empty();
    let entry = |section: &Section| {
        let words: Vec<&str> = section.text.split_whitespace().collect();
        let text: String = words.join(" ").chars().take(MOST).collect();
        let place = if section.level == 1 { address.to_owned() } else { format!("{address}#{}", section.id) };
        json!([place, page, section.title, text])
    };
    sections.iter().filter(worth).map(entry).collect()
}
