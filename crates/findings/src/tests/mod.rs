//! What holds for all rules.

mod hostile;
mod laws;
mod official;
mod reader;
mod registration;

use ramplay_policy::read;

use crate::{Finding, Subject, check};

/// The findings of a text.
pub(crate) fn found(text: &str, subject: &Subject<'_>) -> Vec<Finding> {
    check(text, &read(text, subject.kind), subject)
}
