//! How a scenario holds expectations.

use serde::{Deserialize, Serialize};

/// The expectations of a scenario: its field `assertions`, which is left out when it is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Assertions {
    /// The lines as they were typed, mistakes and comments included.
    pub lines: Vec<String>,
    /// With what they were made, so that a later reader sees what changed since.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made: Option<Made>,
}

/// With what expectations were made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Made {
    /// The version of the engine.
    pub engine: String,
    /// The month of the catalogue.
    pub catalogue: String,
    /// How many lines held.
    pub held: usize,
}

impl Assertions {
    /// Whether nothing is expected.
    pub fn is_empty(&self) -> bool {
        *self == Assertions::default()
    }
}
