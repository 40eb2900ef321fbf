//! Why there is no site.

use std::fmt;

/// What went wrong, and with what.
#[derive(Debug)]
pub struct Error {
    place: String,
    problem: String,
}

impl Error {
    /// A problem with a file or another thing.
    pub fn new(place: impl fmt::Display, problem: &impl fmt::Display) -> Self {
        Error { place: place.to_string(), problem: problem.to_string() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)
    }
}

impl std::error::Error for Error {}
