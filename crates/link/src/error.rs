//! Why a link is not opened or not made, as data; the sentences are in `sentence.rs`.

use serde_json::Value;

use crate::Secret;

/// Why a link is not opened.
#[derive(Debug, Clone, PartialEq)]
pub enum LinkError {
    /// It is none of ours.
    NoLink,
    /// It is longer than any link.
    TooLong {
        /// Its length, in bytes.
        bytes: usize,
    },
    /// It was cut off at its end.
    Cut {
        /// How many characters are missing, if enough is left to tell.
        missing: Option<usize>,
    },
    /// Characters were added at its end.
    Longer {
        /// How many.
        extra: usize,
    },
    /// A character stands in it that no link has.
    Character {
        /// Which.
        found: char,
        /// Its place: how many characters stand before it.
        at: usize,
    },
    /// Some of its characters were changed.
    Damaged,
    /// It is whole, but a newer program made it.
    Newer {
        /// The version of its form.
        version: char,
        /// The fragment as it is, for whoever can read it.
        fragment: String,
    },
    /// It is whole, but its content is none that a program of ours writes.
    Malformed,
    /// It stands for more than is read.
    ContentTooLong,
    /// Its content was read, but is not a scenario that this program knows.
    Scenario {
        /// What is wrong with it, in English.
        problem: String,
        /// Whether a newer program made it: it has a newer version or unknown fields.
        newer: bool,
        /// The content, for whoever can read it.
        content: Box<Value>,
    },
}

impl LinkError {
    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            LinkError::NoLink => "link-none",
            LinkError::TooLong { .. } => "link-too-long",
            LinkError::Cut { .. } => "link-cut",
            LinkError::Longer { .. } => "link-longer",
            LinkError::Character { .. } => "link-character",
            LinkError::Damaged => "link-damaged",
            LinkError::Newer { .. } => "link-newer",
            LinkError::Malformed => "link-malformed",
            LinkError::ContentTooLong => "link-content-too-long",
            LinkError::Scenario { newer: true, .. } => "link-scenario-newer",
            LinkError::Scenario { newer: false, .. } => "link-scenario",
        }
    }

    /// Where in the fragment it is wrong, in characters from its beginning, where that is known.
    pub fn place(&self) -> Option<usize> {
        match self {
            LinkError::Character { at, .. } => Some(*at),
            _ => None,
        }
    }
}

/// Why no link is made.
#[derive(Debug, Clone, PartialEq)]
pub enum EncodeError {
    /// Secrets are in the content.
    Secrets(Vec<Secret>),
    /// The content is longer than what links hold.
    ContentTooLong {
        /// How long, in bytes of texts.
        bytes: usize,
    },
    /// The link would be longer than what browsers show.
    TooLong {
        /// How long, in characters.
        characters: usize,
    },
    /// Fields nest more deeply than in any scenario.
    TooDeep,
}

impl EncodeError {
    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            EncodeError::Secrets(_) => "link-secrets",
            EncodeError::ContentTooLong { .. } => "link-content-too-long",
            EncodeError::TooLong { .. } => "link-too-long",
            EncodeError::TooDeep => "link-too-deep",
        }
    }
}

impl std::fmt::Display for LinkError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&crate::sentence::problem(self, ramplay_text::Lang::En))
    }
}

impl std::fmt::Display for EncodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&crate::sentence::refusal(self, ramplay_text::Lang::En))
    }
}

impl std::error::Error for LinkError {}
impl std::error::Error for EncodeError {}
