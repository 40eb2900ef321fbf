//! Words of the user's that may be shown, if they are no secrets.

use std::fmt;
use std::ops::Deref;

use smol_str::SmolStr;

use crate::credentials::mask_patterns;

/// A word of the user's: the name of a table, an option, a variable. It prints masked, because
/// people paste an AccessKey in the most unexpected places.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Written(SmolStr);

impl Written {
    /// A word as it is meant: without quotes, escapes resolved.
    pub fn new(word: impl AsRef<str>) -> Self {
        Written(SmolStr::new(word))
    }

    /// The word itself, not masked.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Written {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Written {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&mask_patterns(&self.0))
    }
}

impl fmt::Debug for Written {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}", mask_patterns(&self.0))
    }
}
