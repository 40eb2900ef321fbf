//! What is offered and what is told.

use ramplay_flink::{Status, catalogue, jobs};
use ramplay_text::Lang;
use serde::Serialize;

use crate::words::labels;

/// Something that may stand at a place. The names of the fields are those of `web/editor`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Item {
    /// The thing itself, without quotes.
    pub label: String,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: ItemKind,
    /// A word or two beside it, such as the access level.
    pub detail: Option<String>,
    /// What it means; paragraphs are parted by line breaks.
    pub info: Option<String>,
    /// The page that states it.
    pub source: Option<String>,
    /// What is written behind a new key's colon; the caret goes where it has a `|`.
    pub value: Option<&'static str>,
    /// From -99 to 99: the higher, the earlier it is listed.
    pub boost: i8,
}

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    /// An element of a policy or a statement.
    Element,
    /// A fixed value, such as `Allow`.
    Value,
    /// A condition operator.
    Operator,
    /// A condition key.
    ConditionKey,
    /// An action.
    Action,
    /// A pattern of several actions.
    Wildcard,
    /// A resource.
    Resource,
    /// A principal, or a kind of principals.
    Principal,
    /// A name of the scenario.
    Name,
    /// An option of a connector.
    Option,
    /// A connector.
    Connector,
    /// A table of the draft.
    Table,
    /// A variable.
    Variable,
    /// A word of Flink SQL.
    Keyword,
}

impl Item {
    pub(crate) fn new(kind: ItemKind, label: impl Into<String>) -> Self {
        let label = label.into();
        Item { label, kind, detail: None, info: None, source: None, value: None, boost: 0 }
    }

    pub(crate) fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into()).filter(|text| !text.is_empty());
        self
    }

    pub(crate) fn info(mut self, info: impl Into<String>) -> Self {
        self.info = Some(info.into()).filter(|text| !text.is_empty());
        self
    }

    pub(crate) fn source(mut self, source: Option<&str>) -> Self {
        self.source = source.map(ToOwned::to_owned);
        self
    }

    pub(crate) fn value(mut self, value: &'static str) -> Self {
        self.value = Some(value);
        self
    }

    pub(crate) fn boost(mut self, boost: i8) -> Self {
        self.boost = boost;
        self
    }
}

/// What is known of a word. The names of the fields are those of `web/editor`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Documentation {
    /// First UTF-16 unit of the word.
    pub from: u32,
    /// One past the last.
    pub to: u32,
    /// The word.
    pub title: String,
    /// Paragraphs, parted by line breaks; what stands between backticks is code. The last one says how sure it is.
    pub text: String,
    /// The page that states it.
    pub source: Option<String>,
}

/// What is told of a word, before it is known where that stands.
#[derive(Debug, Default)]
pub(crate) struct Told {
    pub(crate) paragraphs: Vec<String>,
    pub(crate) status: Option<Status>,
    pub(crate) source: Option<String>,
}

impl Told {
    pub(crate) fn new(text: impl Into<String>, status: Status, source: Option<&str>) -> Self {
        Told { paragraphs: vec![text.into()], status: Some(status), source: source.map(ToOwned::to_owned) }
    }

    pub(crate) fn and(mut self, paragraph: impl Into<String>) -> Self {
        self.paragraphs.push(paragraph.into());
        self
    }

    pub(crate) fn at(self, title: &str, from: u32, to: u32, lang: Lang) -> Documentation {
        let status = self.status.map(|status| sure(status, lang).to_owned());
        let paragraphs: Vec<String> =
            self.paragraphs.into_iter().chain(status).filter(|text| !text.is_empty()).collect();
        let text = paragraphs.join("\n");
        Documentation { from, to, title: title.to_owned(), text, source: self.source }
    }
}

/// How sure something is, as a sentence.
fn sure(status: Status, lang: Lang) -> &'static str {
    let words = labels(lang);
    match status {
        Status::Stated => words.stated,
        Status::Derived => words.derived,
        Status::Assumed => words.assumed,
        Status::Unknown => words.unknown,
    }
}

/// The address of the first source that has one.
pub(crate) fn address(sources: &[String]) -> Option<&'static str> {
    sources.iter().find_map(|key| {
        let source = catalogue().source(key).or_else(|| jobs().sources.get(key));
        source.and_then(|source| source.url.as_deref())
    })
}

/// Keeps what can be completed from what is written: its letters in their order, whatever their case.
pub(crate) fn fitting(items: Vec<Item>, prefix: &str) -> Vec<Item> {
    items.into_iter().filter(|item| fits(&item.label, prefix)).collect()
}

fn fits(label: &str, prefix: &str) -> bool {
    let mut letters = label.chars().flat_map(char::to_lowercase);
    prefix.chars().flat_map(char::to_lowercase).all(|wanted| letters.any(|letter| letter == wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits() {
        let rows = [
            ("log:GetProject", "", true),
            ("log:GetProject", "getp", true),
            ("log:GetProject", "LGP", true),
            ("log:GetProject", "tcejorp", false),
            ("log:GetProject", "log:GetProjects", false),
            ("日志", "志", true),
        ];
        for (label, prefix, expected) in rows {
            assert_eq!(fits(label, prefix), expected, "{label} {prefix}");
        }
    }
}
