//! Strings: every combination of clauses that a string can match, by one automaton over all their values.

use ramplay_policy::condition::{Clause, Value};

use super::Unclassed;
use crate::automaton::{Item, Language, Machine, cells};
use crate::budget::Budget;
use crate::obstacle::Obstacle;

pub(super) fn representatives(clauses: &[&Clause], budget: &Budget) -> Result<Vec<String>, Unclassed> {
    let mut sets = Vec::with_capacity(clauses.len());
    for clause in clauses {
        let unfolded = |()| Unclassed::Obstacle(Obstacle::Folding { key: clause.key.to_string() });
        sets.push(clause_languages(clause).map_err(unfolded)?);
    }
    let mut machine = Machine::new(&sets);
    Ok(cells(&mut machine, &[], |_| true, budget)?.into_iter().map(|cell| cell.text).collect())
}

/// The texts that a clause matches before negation, as one language for each of its values.
///
/// # Errors
/// When a value is not compared as text, or folds in a way that depends on neighbours.
pub(crate) fn clause_languages(clause: &Clause) -> Result<Vec<Language>, ()> {
    let language = |value: &Value| match value {
        Value::Text(text) => Ok(Language::literal(text)),
        Value::Like(pattern) => Ok(Language::of(pattern)),
        Value::Folded(text) => folded(text),
        Value::Number(_) | Value::Date(_) | Value::Bool(_) | Value::Address(_) => Err(()),
    };
    clause.values.iter().map(language).collect()
}

/// The texts that are this one in lower case. Two characters fold differently beside others (`Σ`, `İ`); texts
/// with what they fold to are not analysed.
fn folded(text: &str) -> Result<Language, ()> {
    let mut items = Vec::new();
    for char in text.chars() {
        if matches!(char, 'σ' | 'ς' | '\u{307}') {
            return Err(());
        }
        items.push(Item::OneOf(variants(char).into()));
    }
    Ok(Language(items))
}

/// The characters that are this one in lower case.
fn variants(lower: char) -> Vec<char> {
    let upper = lower.to_uppercase();
    // Those that are not found by asking for the upper case.
    let odd = match lower {
        'k' => Some('\u{212A}'),
        'å' => Some('\u{212B}'),
        'ω' => Some('\u{2126}'),
        'θ' => Some('\u{3F4}'),
        'ß' => Some('\u{1E9E}'),
        'ǆ' | 'ǉ' | 'ǌ' | 'ǳ' => char::from_u32(u32::from(lower) - 1),
        '\u{1F80}'..='\u{1F87}' | '\u{1F90}'..='\u{1F97}' | '\u{1FA0}'..='\u{1FA7}' => {
            char::from_u32(u32::from(lower) + 8)
        }
        '\u{1FB3}' | '\u{1FC3}' | '\u{1FF3}' => char::from_u32(u32::from(lower) + 9),
        _ => None,
    };
    let mut found = Vec::new();
    for char in std::iter::once(lower).chain(upper).chain(odd) {
        if char.to_lowercase().eq(std::iter::once(lower)) && !found.contains(&char) {
            found.push(char);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All of Unicode, so that a new version of its tables cannot make classes go missing.
    #[test]
    fn no_variant_is_missing() {
        for char in '\0'..=char::MAX {
            let mut lower = char.to_lowercase();
            if let (Some(lower), None) = (lower.next(), lower.next()) {
                let found = variants(lower).contains(&char);
                assert!(found, "U+{:X} is U+{:X} in lower case", u32::from(char), u32::from(lower));
            } else {
                assert_eq!(char, 'İ');
            }
        }
    }
}
