//! Documents that show what a rule says, and when it says nothing.

use ramplay_policy::PolicyKind;
use ramplay_text::Span;

use crate::rules::RULES;
use crate::{Row, Subject};

/// A document in which a rule fires or is silent.
///
/// The text is a whole document, statements (from `{"Effect"` on), or the members of one statement (from `"` on).
/// `⟦` and `⟧` stand around the places of the findings; in a silent case there are none.
#[derive(Debug)]
pub struct Case {
    /// What the document is attached as.
    pub kind: PolicyKind,
    /// The account that it belongs to, where the rule asks.
    pub account: Option<&'static str>,
    /// The text with its marks.
    pub text: &'static str,
}

pub(crate) const fn of(kind: PolicyKind, text: &'static str) -> Case {
    Case { kind, account: None, text }
}

pub(crate) const fn identity(text: &'static str) -> Case {
    of(PolicyKind::Identity, text)
}

pub(crate) const fn trust(text: &'static str) -> Case {
    of(PolicyKind::Trust, text)
}

pub(crate) const fn resource(text: &'static str) -> Case {
    of(PolicyKind::Resource, text)
}

/// A document of the account `1234567890123456`.
pub(crate) const fn owned(kind: PolicyKind, text: &'static str) -> Case {
    Case { kind, account: Some("1234567890123456"), text }
}

impl Case {
    /// What the document is.
    pub fn subject(&self) -> Subject<'static> {
        Subject { kind: self.kind, account: self.account }
    }

    /// The document without its marks, and the marked places.
    pub fn document(&self) -> (String, Vec<Span>) {
        let marked = if self.text.starts_with('"') || self.text.starts_with("⟦\"") {
            format!(r#"{{"Version": "1", "Statement": [{{{}}}]}}"#, self.text)
        } else if self.text.trim_start_matches('⟦').starts_with(r#"{"Effect""#) {
            format!(r#"{{"Version": "1", "Statement": [{}]}}"#, self.text)
        } else {
            self.text.to_owned()
        };
        let (mut text, mut open, mut spans) = (String::new(), Vec::new(), Vec::new());
        for character in marked.chars() {
            match character {
                '⟦' => open.push(text.len()),
                '⟧' => spans.extend(open.pop().map(|start| Span::new(start, text.len()))),
                character => text.push(character),
            }
        }
        spans.sort_unstable();
        (text, spans)
    }
}

/// The documents of a rule.
#[derive(Debug)]
pub struct Cases {
    /// The rule.
    pub row: &'static Row,
    /// Documents in which it fires, with the places marked.
    pub fires: &'static [Case],
    /// Documents in which it is silent.
    pub silent: &'static [Case],
}

/// The documents of every rule, in the order of [`crate::rows`]; the strict reader's problems have none.
pub fn cases() -> impl Iterator<Item = Cases> {
    RULES.iter().map(|rule| Cases { row: rule.row, fires: rule.fires, silent: rule.silent })
}
