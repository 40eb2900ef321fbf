//! Who is told how far a question is.

use std::fmt;

/// Told how many parts of the work are done, and of how many there are; may be called often, and with more parts than
/// before. Nothing depends on it.
#[derive(Clone, Copy)]
pub struct Watch<'w>(pub &'w dyn Fn(usize, usize));

impl fmt::Debug for Watch<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Watch")
    }
}

impl Default for Watch<'_> {
    fn default() -> Self {
        Watch(&|_, _| {})
    }
}
