//! Why a call failed.

use std::fmt;
use std::io;

/// Why a call failed: what could not be read or written.
#[derive(Debug)]
pub(crate) struct Failure {
    what: String,
    cause: io::Error,
}

impl Failure {
    pub(crate) fn reading(what: &str, cause: io::Error) -> Self {
        Failure { what: format!("cannot read `{what}`"), cause }
    }

    pub(crate) fn writing(cause: io::Error) -> Self {
        Failure { what: "cannot write the answer".to_owned(), cause }
    }

    /// Arguments that do not go together.
    pub(crate) fn call(why: &str) -> Self {
        Failure { what: "cannot run".to_owned(), cause: io::Error::other(why.to_owned()) }
    }

    /// What was asked is not decided.
    pub(crate) fn undecided(why: String) -> Self {
        Failure { what: "not decided".to_owned(), cause: io::Error::other(why) }
    }

    /// Whether nobody reads the answers any more.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        self.cause.kind() == io::ErrorKind::BrokenPipe
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.what, self.cause)
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}
