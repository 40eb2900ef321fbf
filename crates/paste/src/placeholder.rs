//! Places inside strings that someone meant to fill in.

use crate::mapped::At;
use crate::model::Placeholder;
use crate::parse::inner;
use crate::tree::{Node, Value};

/// Longest placeholder, in bytes: what is longer is text.
const LENGTH: usize = 200;

/// Every placeholder in the strings of a tree.
pub(crate) fn in_node(text: &str, node: &Node, found: &mut Vec<(Placeholder, At)>) {
    match &node.value {
        Value::Text(_) => in_text(text, inner(node.at, text), found),
        Value::List(items) => items.iter().for_each(|item| in_node(text, item, found)),
        Value::Object(members) => {
            for member in members {
                in_node(text, &member.value, found);
            }
        }
        Value::Scalar | Value::Expression => {}
    }
}

fn in_text(text: &str, at: At, found: &mut Vec<(Placeholder, At)>) {
    let mut from = at.start;
    let mut before = None;
    while let Some(character) = text.get(from..at.end).and_then(|rest| rest.chars().next()) {
        let rest = text.get(from..at.end).unwrap_or_default();
        if let Some((kind, length)) = starts(rest, before) {
            found.push((kind, At::new(from, from + length)));
            from += length;
            before = Some('>');
        } else {
            from += character.len_utf8();
            before = Some(character);
        }
    }
}

/// The placeholder that `rest` starts with, and its length. `before` is the character in front of it.
fn starts(rest: &str, before: Option<char>) -> Option<(Placeholder, usize)> {
    let pair = |open: &str, close: &str, kind| {
        let body = rest.strip_prefix(open)?;
        let body = body.get(..body.floor_char_boundary(LENGTH))?;
        let end = body.find(close).filter(|end| *end > 0)?;
        let inner = body.get(..end)?;
        let plain = !inner.contains(['<', '{', '[', '"', '\\']) && inner.contains(char::is_alphanumeric);
        plain.then_some((kind, open.len() + end + close.len()))
    };
    match rest.chars().next()? {
        '<' => pair("<", ">", Placeholder::Angle),
        '{' => pair("{{", "}}", Placeholder::Template).or_else(|| pair("{", "}", Placeholder::Brace)),
        '[' => pair("[", "]", Placeholder::Bracket),
        '%' => pair("%{", "}", Placeholder::Template),
        '$' => expression(rest).or_else(|| variable(rest, before)),
        '*' => mask(rest, before, '*', 3),
        'x' => mask(rest, before, 'x', 3),
        'X' => mask(rest, before, 'X', 3),
        _ => None,
    }
}

/// `${…}` with what is nested in it.
fn expression(rest: &str) -> Option<(Placeholder, usize)> {
    let body = rest.strip_prefix("${")?;
    let mut depth = 1_usize;
    for (index, character) in body.char_indices().take(LENGTH) {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((Placeholder::Template, index + 3));
        }
    }
    None
}

/// `$account`. MaxCompute writes accounts as `ALIYUN$name`, which is none.
fn variable(rest: &str, before: Option<char>) -> Option<(Placeholder, usize)> {
    let name = rest.strip_prefix('$')?;
    let length = name.find(|character: char| !(character.is_ascii_alphanumeric() || character == '_'));
    let length = length.unwrap_or(name.len());
    let is_name = name.starts_with(|first: char| first.is_ascii_alphabetic());
    let apart = !before.is_some_and(|before| before.is_ascii_alphanumeric());
    (is_name && apart).then_some((Placeholder::Dollar, length + 1))
}

/// A run of the same character that hides an id. One or two stars are wildcards, except behind a
/// digit or a dash.
fn mask(rest: &str, before: Option<char>, sign: char, least: usize) -> Option<(Placeholder, usize)> {
    // Only from the start of the run on, and once.
    if before == Some(sign) {
        return None;
    }
    let length = rest.len() - rest.trim_start_matches(sign).len();
    let hides = sign == '*' && before.is_some_and(|before| before.is_ascii_digit() || before == '-');
    let least = if hides { 2 } else { least };
    // `xxx` at the start of a word is a mask, inside one it is only behind a digit or a dash.
    let apart = sign == '*' || !before.is_some_and(|before| before.is_ascii_alphabetic() || before == '_');
    (length >= least && apart).then_some((Placeholder::Mask, length))
}
