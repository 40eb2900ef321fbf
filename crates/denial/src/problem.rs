//! What keeps a denial from being read.

use ramplay_text::Span;

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What.
    pub kind: ProblemKind,
    /// Where, in bytes of the text.
    pub span: Span,
}

/// What keeps a denial from being read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// Nothing but blanks.
    Empty,
    /// Longer than [`crate::MAX_BYTES`].
    TooLong {
        /// The bytes of the text.
        bytes: usize,
    },
    /// No action is named.
    NoAction,
    /// Only an encoded diagnostic message is there.
    Encoded,
    /// The resource is not named.
    NoResource,
    /// A part of the value is made unreadable by asterisks or the like.
    Masked {
        /// The value.
        value: String,
    },
}

impl ProblemKind {
    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            ProblemKind::Empty => "denial-empty",
            ProblemKind::TooLong { .. } => "denial-too-long",
            ProblemKind::NoAction => "denial-no-action",
            ProblemKind::Encoded => "denial-encoded",
            ProblemKind::NoResource => "denial-no-resource",
            ProblemKind::Masked { .. } => "denial-masked",
        }
    }

    /// Whether no request can be made of the text without it.
    pub fn is_error(&self) -> bool {
        !matches!(self, ProblemKind::Masked { .. })
    }
}
