//! Cases of the rules, and what holds for all of them.

mod hostile;
mod laws;
mod official;
mod reader;
mod registration;

use ramplay_policy::{PolicyKind, read};
use ramplay_text::Span;

use crate::{Finding, Subject, check};

/// A document in which a rule fires or is silent.
///
/// The text is a whole document, statements (from `{"Effect"` on), or the members of one statement (from `"` on).
/// `⟦` and `⟧` stand around the places of the findings; in a silent case there are none.
pub(crate) struct Case {
    pub(crate) kind: PolicyKind,
    pub(crate) account: Option<&'static str>,
    pub(crate) text: &'static str,
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
    pub(crate) fn subject(&self) -> Subject<'static> {
        Subject { kind: self.kind, account: self.account }
    }

    /// The document without its marks, and the marked places.
    pub(crate) fn document(&self) -> (String, Vec<Span>) {
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
                '⟧' => spans.push(Span::new(open.pop().expect("an open mark"), text.len())),
                character => text.push(character),
            }
        }
        assert!(open.is_empty(), "an open mark in {marked}");
        spans.sort_unstable();
        (text, spans)
    }
}

/// The findings of a text.
pub(crate) fn found(text: &str, subject: &Subject<'_>) -> Vec<Finding> {
    check(text, &read(text, subject.kind), subject)
}
