//! Finds fields in any text: a name, something like a colon, a value. Linear in the text.

use ramplay_text::Span;

use crate::field::Field;

/// A field with its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found<'t> {
    pub(crate) field: Field,
    pub(crate) values: Vec<(&'t str, Span)>,
}

/// What can stand around names and values: quotes, also escaped ones.
const AROUND: [char; 3] = ['"', '\'', '\\'];

/// The fields in the order of the text.
pub(crate) fn fields(text: &str) -> Vec<Found<'_>> {
    let mut found = Vec::new();
    let is_word = |char: char| char.is_ascii_alphabetic();
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(start) = rest.find(is_word) else { break };
        let from = at + start;
        let word = rest.get(start..).unwrap_or_default();
        let length = word.find(|char| !is_word(char)).unwrap_or(word.len());
        let name = word.get(..length).unwrap_or_default();
        at = from + length;
        // `</Name>` closes an element.
        let is_closing = text.get(..from).is_some_and(|before| before.ends_with("</"));
        let Some(field) = Field::named(name).filter(|_| !is_closing) else { continue };
        let Some(values_at) = separator(text, at) else { continue };
        let (values, end) = values(text, values_at);
        let values: Vec<_> = values.into_iter().filter(|(value, _)| field.takes(value)).collect();
        if !values.is_empty() {
            found.push(Found { field, values });
            at = end;
        }
    }
    found
}

/// Where the value begins, if something stands here that tells a name from its value.
fn separator(text: &str, at: usize) -> Option<usize> {
    let at = skip(text, at, |char| char.is_whitespace() || AROUND.contains(&char));
    let separator = text.get(at..)?.chars().next().filter(|char| matches!(char, ':' | '=' | '>' | '：'))?;
    Some(skip(text, at + separator.len_utf8(), char::is_whitespace))
}

fn skip(text: &str, at: usize, what: impl Fn(char) -> bool) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.find(|char| !what(char)).unwrap_or(rest.len())
}

/// The value that begins here, or the values of a list.
fn values(text: &str, at: usize) -> (Vec<(&str, Span)>, usize) {
    let start = skip(text, at, |char| char == '\\');
    if text.get(start..).is_some_and(|rest| rest.starts_with('[')) {
        let mut values = Vec::new();
        let mut at = start + 1;
        loop {
            at = skip(text, at, |char| char.is_whitespace() || char == ',');
            let (value, span, end) = value(text, at);
            if !value.is_empty() {
                values.push((value, span));
            }
            let is_over =
                text.get(end..).is_none_or(|rest| rest.is_empty() || rest.starts_with([']', '}', '{']));
            if is_over || end <= at {
                return (values, end.max(at));
            }
            at = end;
        }
    }
    let (value, span, end) = value(text, start);
    (vec![(value, span)], end)
}

/// One value: what is between quotes, or what goes on to a blank or a sign that cannot be in one.
fn value(text: &str, at: usize) -> (&str, Span, usize) {
    let start = skip(text, at, |char| char == '\\');
    let rest = text.get(start..).unwrap_or_default();
    let quote = rest.chars().next().filter(|char| matches!(char, '"' | '\''));
    let (from, length) = match quote {
        Some(quote) => {
            let inner = rest.get(1..).unwrap_or_default();
            // Escaped text ends with an escaped quote.
            (start + 1, inner.find([quote, '\\', '\n']).unwrap_or(inner.len()))
        }
        None => {
            let is_end = |char: char| {
                char.is_whitespace()
                    || matches!(
                        char,
                        '"' | '\'' | '\\' | ',' | ';' | '<' | '>' | '}' | ']' | ')' | '，' | '；' | '。'
                    )
            };
            (start, rest.find(is_end).unwrap_or(rest.len()))
        }
    };
    let mut value = text.get(from..from + length).unwrap_or_default();
    if quote.is_none() {
        // The full stop of a sentence.
        value = value.strip_suffix('.').unwrap_or(value);
    }
    let end = from + length;
    let end = if quote.is_some() { skip(text, end, |char| AROUND.contains(&char)) } else { end };
    (value, Span::new(from, from + value.len()), end)
}
