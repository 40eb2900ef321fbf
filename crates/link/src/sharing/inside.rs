//! What exactly is in a link, part by part. It is read off the content that is packed, so that nothing can be in the
//! link that is not in the list.

use serde_json::Value;

/// A part of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inside {
    /// What the scenario is called.
    Title(String),
    /// Accounts, users, roles, projects, Logstores and the like that differ from those that everybody starts with.
    Names(Vec<String>),
    /// Accounts and names are those that everybody starts with.
    CommonNames,
    /// The policies by name, `#` and their place where they have none.
    Policies(Vec<String>),
    /// As many policies as they were before a change.
    Base(usize),
    /// Flink SQL drafts, by name, and how many credentials are masked in them.
    Drafts(Vec<String>, usize),
    /// Circumstances of the requests: addresses, times, condition keys.
    Circumstances(Vec<String>),
    /// As many expectations.
    Assertions(usize),
    /// As many comments.
    Comments(usize),
}

/// What is in the content of a link.
pub fn inside(content: &Value) -> Vec<Inside> {
    let mut parts = Vec::new();
    let mut content = content.clone();
    let title = crate::content::take_title(&mut content);
    if !title.is_empty() {
        parts.push(Inside::Title(title));
    }
    let names = changed(&content, &["/identities", "/workspace", "/logstore"]);
    let directory = changed(&content, &["/directory"]);
    let names: Vec<String> = names.into_iter().chain(directory).chain(member(&content)).collect();
    parts.push(if names.is_empty() { Inside::CommonNames } else { Inside::Names(names) });
    if let Some(names) = named(&content, "/policies") {
        parts.push(Inside::Policies(names));
    }
    parts.extend(count(&content, "/base").map(Inside::Base));
    if let Some(names) = named(&content, "/jobs/drafts") {
        parts.push(Inside::Drafts(names, masked(&content)));
    }
    let circumstances = changed(&content, &["/circumstances"]);
    if !circumstances.is_empty() {
        parts.push(Inside::Circumstances(circumstances));
    }
    parts.extend(count(&content, "/assertions").map(Inside::Assertions));
    parts.extend(count(&content, "/comments").map(Inside::Comments));
    parts
}

/// The texts below some fields that are not those of a new scenario, each once.
fn changed(content: &Value, pointers: &[&str]) -> Vec<String> {
    let usual = crate::content(&ramplay_playground::example(), "");
    let mut found = Vec::new();
    for pointer in pointers {
        if let Some(value) = content.pointer(pointer) {
            differing(value, usual.pointer(pointer), &mut found);
        }
    }
    found
}

fn differing(value: &Value, usual: Option<&Value>, found: &mut Vec<String>) {
    match value {
        _ if Some(value) == usual => {}
        Value::String(text) if !text.is_empty() && !found.contains(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| {
            let is_usual = usual.and_then(Value::as_array).is_some_and(|usual| usual.contains(item));
            differing(item, is_usual.then_some(item), found);
        }),
        Value::Object(fields) => fields
            .iter()
            .for_each(|(key, field)| differing(field, usual.and_then(|usual| usual.get(key)), found)),
        _ => {}
    }
}

/// The name of a custom role.
fn member(content: &Value) -> Option<String> {
    content.pointer("/member/custom/name").and_then(Value::as_str).map(str::to_owned)
}

/// The names of the parts of a list, if there are any.
fn named(content: &Value, pointer: &str) -> Option<Vec<String>> {
    let items = content.pointer(pointer)?.as_array()?;
    let name = |(number, item): (usize, &Value)| {
        let text = |key: &str| item.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
        text("name").or_else(|| text("system")).map_or_else(|| format!("#{number}"), str::to_owned)
    };
    (!items.is_empty()).then(|| (1..).zip(items).map(name).collect())
}

/// How long a list is, or how many entries an object with lists has, if there is any.
fn count(content: &Value, pointer: &str) -> Option<usize> {
    let count = match content.pointer(pointer)? {
        Value::Array(items) => items.len(),
        Value::Object(fields) => fields.values().filter_map(Value::as_array).map(Vec::len).sum(),
        _ => 0,
    };
    (count > 0).then_some(count)
}

/// How many credentials of the drafts are masked. Whatever is not masked keeps a link from being made.
fn masked(content: &Value) -> usize {
    let drafts = content.pointer("/jobs/drafts").and_then(Value::as_array).into_iter().flatten();
    let texts = drafts.filter_map(|draft| draft.get("text")?.as_str());
    texts.map(|text| ramplay_sql::read(text).credentials.len()).sum()
}
