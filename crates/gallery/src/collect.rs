//! From the files that people edit to the one that a page fetches.

use std::collections::BTreeMap;

use ramplay_flink::{Text, catalogue};
use ramplay_playground::{Scenario, compact, from_template};
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Map, Value};

use crate::error::GalleryError;

/// What the files came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collected {
    /// The gallery, to be read by [`crate::read`].
    pub text: String,
    /// What is expected of each example's answer, by id.
    pub expected: BTreeMap<String, Expected>,
}

/// What is expected of the answer to an example. It is checked by tests and not part of the gallery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// Lines as `ramplay-expect` reads them.
    pub lines: Vec<String>,
    /// What the Flink SQL drafts come to, if there are some.
    pub drafts: Option<Drafts>,
}

/// What Flink SQL drafts come to, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Drafts {
    /// Steps that are denied.
    pub denied: usize,
    /// Variables that are not defined.
    pub undefined: usize,
}

/// `groups.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupFile {
    id: String,
    title: Text,
    /// The names of the files, without their ending.
    examples: Vec<String>,
}

/// A file of an example; its name is the id.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleFile {
    title: Text,
    notice: Text,
    #[serde(default)]
    sources: Vec<String>,
    #[serde(default)]
    cure: Option<String>,
    #[serde(default)]
    shows: String,
    /// As it is stored, but the text of a policy may be an object, or a template by its id.
    scenario: Map<String, Value>,
    #[serde(default)]
    expect: Vec<String>,
    #[serde(default)]
    drafts: Option<Drafts>,
}

/// The compact form.
#[derive(Serialize)]
struct GroupOut {
    id: String,
    title: BTreeMap<&'static str, String>,
    examples: Vec<ExampleOut>,
}

#[derive(Serialize)]
struct ExampleOut {
    id: String,
    title: BTreeMap<&'static str, String>,
    notice: BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cure: Option<String>,
    shows: String,
    scenario: Map<String, Value>,
}

/// Puts `groups.json` and the files of the examples, each by its name without ending, together. A file that no group
/// names is an error, and so is one that two name.
pub fn collect(groups: &str, files: &BTreeMap<String, String>) -> Result<Collected, GalleryError> {
    let groups: Vec<GroupFile> =
        serde_json::from_str(groups).map_err(|error| GalleryError::malformed("groups.json", &error))?;
    let mut expected = BTreeMap::new();
    let mut out = Vec::new();
    for GroupFile { id, title, examples } in groups {
        let mut taken = Vec::new();
        for name in examples {
            let missing =
                || GalleryError::new("gallery-no-file", "groups.json", format!("there is no `{name}`"));
            let (example, expects) = example(&name, files.get(&name).ok_or_else(missing)?)?;
            if expected.insert(name.clone(), expects).is_some() {
                let message = format!("`{name}` stands there twice");
                return Err(GalleryError::new("gallery-twice", "groups.json", message));
            }
            taken.push(example);
        }
        out.push(GroupOut { id, title: both(title), examples: taken });
    }
    if let Some(name) = files.keys().find(|name| !expected.contains_key(*name)) {
        let message = format!("no group has `{name}`");
        return Err(GalleryError::new("gallery-no-group", "groups.json", message));
    }
    let text = serde_json::to_string(&BTreeMap::from([("groups", out)]));
    let mut text = text.map_err(|error| GalleryError::malformed("gallery.json", &error))?;
    text.push('\n');
    Ok(Collected { text, expected })
}

fn example(name: &str, text: &str) -> Result<(ExampleOut, Expected), GalleryError> {
    let file = format!("{name}.json");
    let malformed = |error| GalleryError::malformed(&file, &error);
    let ExampleFile { title, notice, sources, cure, shows, mut scenario, expect, drafts } =
        serde_json::from_str(text).map_err(malformed)?;
    let policies = scenario.remove("policies");
    // Templates are filled with the names of the scenario.
    let without_policies = checked(&file, &scenario)?;
    if let Some(mut policies) = policies {
        for entry in policies.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
            in_stored_form(&file, entry, &without_policies)?;
        }
        scenario.insert("policies".to_owned(), policies);
    }
    checked(&file, &scenario)?;
    let example = ExampleOut {
        id: name.to_owned(),
        title: both(title),
        notice: both(notice),
        sources,
        cure,
        shows,
        scenario,
    };
    Ok((example, Expected { lines: expect, drafts }))
}

fn both(Text { en, zh }: Text) -> BTreeMap<&'static str, String> {
    BTreeMap::from([("en", en), ("zh", zh)])
}

/// The scenario, if it is one.
fn checked(file: &str, scenario: &Map<String, Value>) -> Result<Scenario, GalleryError> {
    let text = Value::Object(scenario.clone()).to_string();
    Scenario::from_json(&text).map_err(|error| GalleryError::new(error.code, file, error.message))
}

/// Turns a policy into what a scenario stores: its text.
fn in_stored_form(
    file: &str,
    entry: &mut Map<String, Value>,
    scenario: &Scenario,
) -> Result<(), GalleryError> {
    if let Some(template) = entry.remove("template") {
        let id = template.as_str().unwrap_or_default();
        let unknown =
            || GalleryError::new("gallery-no-template", file, format!("there is no template `{id}`"));
        let template = catalogue().template(id).ok_or_else(unknown)?;
        let filled = serde_json::to_value(from_template(scenario, template, "")).unwrap_or_default();
        for (key, value) in filled.as_object().into_iter().flatten() {
            entry.entry(key).or_insert_with(|| value.clone());
        }
    }
    if let Some(document) = entry.get_mut("document").filter(|document| document.is_object()) {
        let text = serde_json::to_string_pretty(&Ordered(document));
        let text = text.map_err(|error| GalleryError::malformed(file, &error))?;
        *document = Value::String(compact(&text));
    }
    Ok(())
}

/// A policy whose keys come in the order of the documentation.
struct Ordered<'a>(&'a Value);

const ORDER: [&str; 9] = [
    "Version",
    "Statement",
    "Effect",
    "Principal",
    "Action",
    "NotAction",
    "Resource",
    "NotResource",
    "Condition",
];

impl Serialize for Ordered<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Object(object) => {
                let place = |key: &str| ORDER.iter().position(|known| *known == key).unwrap_or(ORDER.len());
                let mut entries: Vec<_> = object.iter().collect();
                entries.sort_by_key(|(key, _)| place(key));
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, &Ordered(value))?;
                }
                map.end()
            }
            Value::Array(items) => serializer.collect_seq(items.iter().map(Ordered)),
            plain => plain.serialize(serializer),
        }
    }
}
