//! Changes of a document's text that leave the rest of it as it was written.

use ramplay_text::Span;
use ramplay_text::json::{self, Member, Node, Value};

/// A string as JSON.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// The text with a part replaced.
pub(super) fn splice(text: &str, span: Span, with: &str) -> Option<String> {
    let (before, behind) = (text.get(..span.start as usize)?, text.get(span.end as usize..)?);
    Some([before, with, behind].concat())
}

/// The document as JSON; `None` if it is none.
pub(super) fn root(text: &str) -> Option<Node<'_>> {
    let read = json::read(text, &json::Limits::default());
    read.value.filter(|_| read.problems.is_empty())
}

pub(super) fn member<'n, 'a>(object: &'n Node<'a>, key: &str) -> Option<&'n Member<'a>> {
    let Value::Object(members) = &object.value else { return None };
    members.iter().find(|member| member.key == key)
}

/// The values in a list; what stands there alone counts as a list of one.
pub(super) fn items<'n, 'a>(list: &'n Node<'a>) -> Vec<&'n Node<'a>> {
    match &list.value {
        Value::Array(items) => items.iter().collect(),
        _ => vec![list],
    }
}

/// A statement by its index.
pub(super) fn statement<'n, 'a>(root: &'n Node<'a>, index: u16) -> Option<&'n Node<'a>> {
    items(&member(root, "Statement")?.value).get(usize::from(index)).copied()
}

/// The text with `item`, which is JSON, behind what is in `list`.
pub(super) fn append(text: &str, list: &Node<'_>, item: &str) -> Option<String> {
    let Value::Array(found) = &list.value else {
        return splice(text, list.span, &format!("[{}, {item}]", list.span.of(text)));
    };
    let spans: Vec<Span> = found.iter().map(|node| node.span).collect();
    let Some(last) = spans.last() else { return splice(text, list.span, &format!("[{item}]")) };
    let between = separator(text, list.span, &spans);
    splice(text, Span { start: last.end, end: last.end }, &format!("{between}{item}"))
}

/// The text with a member behind those of `object`; `value` is JSON.
pub(super) fn append_member(text: &str, object: &Node<'_>, key: &str, value: &str) -> Option<String> {
    let spans = member_spans(object)?;
    let colon = if is_dense(text) { ":" } else { ": " };
    let new = format!("{}{colon}{value}", quoted(key));
    let Some(last) = spans.last() else { return splice(text, object.span, &format!("{{{new}}}")) };
    let between = separator(text, object.span, &spans);
    splice(text, Span { start: last.end, end: last.end }, &format!("{between}{new}"))
}

/// The text without one of the parts of a list or an object, which has others.
pub(super) fn without(text: &str, spans: &[Span], at: usize) -> Option<String> {
    let this = spans.get(at)?;
    let cut = match (spans.get(at + 1), at.checked_sub(1).and_then(|before| spans.get(before))) {
        (Some(next), _) => Span { start: this.start, end: next.start },
        (None, Some(before)) => Span { start: before.end, end: this.end },
        (None, None) => return None,
    };
    splice(text, cut, "")
}

/// The text without these entries of a list; `None` if none would be left.
pub(super) fn without_items(text: &str, list: &Node<'_>, at: &[usize]) -> Option<String> {
    if at.len() >= items(list).len() {
        return None;
    }
    let mut sorted = at.to_vec();
    sorted.sort_unstable();
    // From the back, so that the places in front stay what they are.
    sorted.iter().rev().try_fold(text.to_owned(), |text, &at| {
        let root = root(&text)?;
        let spans: Vec<Span> = items(node_at(&root, list.span.start)?).iter().map(|node| node.span).collect();
        without(&text, &spans, at)
    })
}

/// The list that begins at an offset.
fn node_at<'n, 'a>(node: &'n Node<'a>, start: u32) -> Option<&'n Node<'a>> {
    match &node.value {
        Value::Array(_) if node.span.start == start => Some(node),
        Value::Array(items) => items.iter().find_map(|item| node_at(item, start)),
        Value::Object(members) => members.iter().find_map(|member| node_at(&member.value, start)),
        _ => None,
    }
}

/// The text without a member of an object that has others.
pub(super) fn without_member(text: &str, object: &Node<'_>, key: &str) -> Option<String> {
    let Value::Object(members) = &object.value else { return None };
    let at = members.iter().position(|member| member.key == key)?;
    without(text, &member_spans(object)?, at)
}

fn member_spans(object: &Node<'_>) -> Option<Vec<Span>> {
    let Value::Object(members) = &object.value else { return None };
    let span = |member: &Member<'_>| Span { start: member.key_span.start, end: member.value.span.end };
    Some(members.iter().map(span).collect())
}

/// What stands between the parts of a list: a comma and the blanks that are there already.
fn separator(text: &str, list: Span, parts: &[Span]) -> String {
    if let [.., before, last] = parts {
        return Span { start: before.end, end: last.start }.of(text).to_owned();
    }
    let lead = parts.first().map_or("", |first| Span { start: list.start + 1, end: first.start }.of(text));
    match lead.rfind('\n').and_then(|at| lead.get(at..)) {
        Some(line) => format!(",{line}"),
        None if is_dense(text) => ",".to_owned(),
        None => ", ".to_owned(),
    }
}

/// Whether the text is written without blanks.
fn is_dense(text: &str) -> bool {
    !text.contains("\": ")
}

/// The blanks in front of what stands first in its line; `None`: something else is in front of it.
fn indent(text: &str, offset: u32) -> Option<&str> {
    let before = text.get(..offset as usize)?;
    let line = before.get(before.rfind('\n')? + 1..)?;
    line.chars().all(|char| char == ' ' || char == '\t').then_some(line)
}

/// An object of these members, whose values are JSON, as statements are written in this text.
pub(super) fn object_like(text: &str, model: Option<&Node<'_>>, members: &[(&str, String)]) -> String {
    let lines = model.and_then(|model| {
        let outer = indent(text, model.span.start)?;
        let Value::Object(of_model) = &model.value else { return None };
        let inner = indent(text, of_model.first()?.key_span.start)?;
        inner.starts_with(outer).then_some((outer, inner))
    });
    let colon = if is_dense(text) && !text.is_empty() { ":" } else { ": " };
    let written = members.iter().map(|(key, value)| format!("{}{colon}{value}", quoted(key)));
    let written: Vec<String> = written.collect();
    match lines {
        Some((outer, inner)) => {
            format!("{{\n{inner}{}\n{outer}}}", written.join(&format!(",\n{inner}")))
        }
        None if colon == ":" => format!("{{{}}}", written.join(",")),
        None => format!("{{{}}}", written.join(", ")),
    }
}
