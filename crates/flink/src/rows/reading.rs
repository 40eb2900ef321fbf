//! What one side of a contradiction says.

use serde::Deserialize;

use super::Text;
use super::pack::row;

/// What one side says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The reading, with its date.
    pub text: Text,
    /// Whether the rest of this crate's data follows it.
    pub taken: bool,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

row!(Reading { text, taken, sources });
