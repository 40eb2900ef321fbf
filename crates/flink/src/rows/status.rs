//! How sure a row is.

use serde::{Deserialize, Serialize};

use super::pack::choice;

/// How far the sources of a row carry it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// A source says it.
    Stated,
    /// It follows from what sources say, or from published source code, but no page says it in words.
    Derived,
    /// Our own reading, chosen where the documentation is silent; to be shown to whoever relies on it.
    Assumed,
    /// Not found.
    Unknown,
}

choice!(Status { Stated, Derived, Assumed, Unknown });

impl Status {
    /// The word used in the data files and in links.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Derived => "derived",
            Self::Assumed => "assumed",
            Self::Unknown => "unknown",
        }
    }
}
