//! What keeps a text from being read.

/// Why there is no document to offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The text is longer than what is read.
    TooLong {
        /// Its length in bytes.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// A document is longer than what is read.
    DocumentTooLong {
        /// Its length in bytes.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// Objects and lists are nested deeper than what is read.
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// There are more documents than are read.
    TooMany {
        /// The limit.
        limit: usize,
    },
    /// Nothing but white space.
    Empty,
    /// No policy was found.
    NoPolicy,
    /// A string has no closing quote on its line.
    UnterminatedString,
    /// A comment has no end.
    UnterminatedComment,
    /// A comment up to the end of the line holds the rest of the document.
    CommentSwallows,
    /// A closing bracket that closes nothing.
    StrayClosing {
        /// The bracket.
        bracket: char,
    },
    /// An opening bracket that nothing closes.
    Unclosed {
        /// The bracket.
        bracket: char,
    },
    /// The text ends in the middle of something.
    Truncated,
    /// A key without a value.
    MissingValue {
        /// The key, or what stands in its place.
        key: String,
    },
    /// Something that is not a key where a key belongs.
    NotAKey {
        /// As it is written.
        found: String,
    },
    /// A template directive decides which elements there are.
    TemplateStructure,
    /// A template expression has no end.
    UnclosedExpression,
    /// Dots that stand for something left out.
    Ellipsis,
    /// An escape that JSON does not know and that may mean several things.
    BadEscape {
        /// The escape.
        escape: String,
    },
    /// A document in YAML.
    Yaml,
    /// Something else that cannot be read.
    Unexpected {
        /// As it is written.
        found: String,
    },
}

impl Problem {
    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Problem::TooLong { .. } => "paste-too-long",
            Problem::DocumentTooLong { .. } => "document-too-long",
            Problem::TooDeep { .. } => "too-deep",
            Problem::TooMany { .. } => "too-many-documents",
            Problem::Empty => "empty",
            Problem::NoPolicy => "no-policy",
            Problem::UnterminatedString => "unterminated-string",
            Problem::UnterminatedComment => "unterminated-comment",
            Problem::CommentSwallows => "comment-swallows",
            Problem::StrayClosing { .. } => "stray-closing",
            Problem::Unclosed { .. } => "unclosed",
            Problem::Truncated => "truncated",
            Problem::MissingValue { .. } => "missing-value",
            Problem::NotAKey { .. } => "not-a-key",
            Problem::TemplateStructure => "template-structure",
            Problem::UnclosedExpression => "unclosed-expression",
            Problem::Ellipsis => "ellipsis",
            Problem::BadEscape { .. } => "bad-escape",
            Problem::Yaml => "yaml",
            Problem::Unexpected { .. } => "unexpected",
        }
    }
}
