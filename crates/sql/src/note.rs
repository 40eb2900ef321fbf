//! What is worth saying about how a text was read.

use ramplay_text::Span;

/// One remark, with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    /// What it is.
    pub kind: NoteKind,
    /// Where it is.
    pub span: Span,
}

/// How bad a [`Note`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Read, but Flink will probably read something else or refuse it.
    Warning,
    /// Flink refuses it.
    Error,
}

/// What a [`Note`] says. It holds no text of the user's, so that no secret can be in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoteKind {
    /// The text is longer than what is read; nothing was read.
    TooLong {
        /// Its length in bytes.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// More statements than are read; the rest was left out.
    TooManyStatements {
        /// The limit.
        limit: usize,
    },
    /// Brackets are nested deeper than what is read.
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// Nothing but white space and comments.
    Empty,
    /// The text begins with a byte order mark.
    ByteOrderMark,
    /// A space that is none of ASCII, or a character without width.
    OddSpace,
    /// Full-width or curly punctuation.
    FullWidth {
        /// What it was read as.
        meant: char,
    },
    /// A literal or quoted identifier without its closing quote; it was read to the end of the line.
    UnterminatedString {
        /// The quote that is missing.
        quote: char,
    },
    /// Double quotes: Flink SQL has single quotes for literals and back-quotes for names.
    DoubleQuotes,
    /// A comment has no end; it was read to the end of the line.
    UnterminatedComment,
    /// A closing bracket that closes nothing.
    StrayClosing {
        /// The bracket.
        bracket: char,
    },
    /// An opening bracket that nothing closes within its statement.
    Unclosed {
        /// The bracket.
        bracket: char,
    },
    /// The next statement begins without a semicolon before it.
    MissingSemicolon,
    /// A statement that this reader does not know; it was passed over.
    UnknownStatement,
    /// A known statement was passed over: it uses no table.
    PassedOver,
    /// A name is expected here.
    ExpectedName,
    /// Something in a `CREATE TABLE` that was not understood; the rest was read.
    UnexpectedClause,
    /// Something in a list of columns that was not understood.
    UnexpectedColumn,
    /// A table has no `WITH (…)`.
    MissingWith {
        /// A temporary table needs one; a table of a catalog may do without.
        temporary: bool,
    },
    /// A `WITH` without the brackets and options behind it.
    EmptyWith,
    /// Options in brackets without the word `WITH` before them; they were read.
    ForgottenWith,
    /// The options of a table do not say its connector.
    MissingConnector,
    /// An option without `=`.
    MissingEquals,
    /// An option without a value.
    MissingValue,
    /// Two options without a comma between them.
    MissingComma,
    /// A key or value that is not in single quotes.
    Unquoted,
    /// Something in a list of options that is no option.
    NotAnOption,
    /// A key is given twice.
    DuplicateOption,
    /// A table is defined twice.
    DuplicateTable,
    /// A table is used before it is defined.
    UsedBeforeDefined,
    /// A statement set has no end.
    UnclosedSet,
    /// An `END` without a statement set.
    StrayEnd,
    /// Data-ingestion YAML: a line that is not read.
    UnreadLine,
    /// Data-ingestion YAML: a tab in the indentation.
    Tab,
    /// Data-ingestion YAML: a `source` or `sink` without `type`.
    MissingType,
    /// Data-ingestion YAML: there is no such block.
    MissingBlock {
        /// `source` or `sink`.
        block: &'static str,
    },
}

impl NoteKind {
    /// A stable code.
    pub fn code(self) -> &'static str {
        match self {
            NoteKind::TooLong { .. } => "sql-too-long",
            NoteKind::TooManyStatements { .. } => "too-many-statements",
            NoteKind::TooDeep { .. } => "too-deep",
            NoteKind::Empty => "empty",
            NoteKind::ByteOrderMark => "byte-order-mark",
            NoteKind::OddSpace => "odd-space",
            NoteKind::FullWidth { .. } => "full-width",
            NoteKind::UnterminatedString { .. } => "unterminated-string",
            NoteKind::DoubleQuotes => "double-quotes",
            NoteKind::UnterminatedComment => "unterminated-comment",
            NoteKind::StrayClosing { .. } => "stray-closing",
            NoteKind::Unclosed { .. } => "unclosed",
            NoteKind::MissingSemicolon => "missing-semicolon",
            NoteKind::UnknownStatement => "unknown-statement",
            NoteKind::PassedOver => "passed-over",
            NoteKind::ExpectedName => "expected-name",
            NoteKind::UnexpectedClause => "unexpected-clause",
            NoteKind::UnexpectedColumn => "unexpected-column",
            NoteKind::MissingWith { .. } => "missing-with",
            NoteKind::EmptyWith => "empty-with",
            NoteKind::ForgottenWith => "forgotten-with",
            NoteKind::MissingConnector => "missing-connector",
            NoteKind::MissingEquals => "missing-equals",
            NoteKind::MissingValue => "missing-value",
            NoteKind::MissingComma => "missing-comma",
            NoteKind::Unquoted => "unquoted",
            NoteKind::NotAnOption => "not-an-option",
            NoteKind::DuplicateOption => "duplicate-option",
            NoteKind::DuplicateTable => "duplicate-table",
            NoteKind::UsedBeforeDefined => "used-before-defined",
            NoteKind::UnclosedSet => "unclosed-set",
            NoteKind::StrayEnd => "stray-end",
            NoteKind::UnreadLine => "unread-line",
            NoteKind::Tab => "tab",
            NoteKind::MissingType => "missing-type",
            NoteKind::MissingBlock { .. } => "missing-block",
        }
    }

    /// How bad it is.
    pub fn severity(self) -> Severity {
        match self {
            NoteKind::Empty
            | NoteKind::ByteOrderMark
            | NoteKind::UnknownStatement
            | NoteKind::PassedOver
            | NoteKind::MissingWith { temporary: false }
            | NoteKind::UnreadLine => Severity::Note,
            NoteKind::OddSpace
            | NoteKind::TooDeep { .. }
            | NoteKind::DuplicateOption
            | NoteKind::DuplicateTable
            | NoteKind::UsedBeforeDefined
            | NoteKind::MissingConnector
            | NoteKind::UnexpectedClause
            | NoteKind::UnexpectedColumn
            | NoteKind::MissingBlock { .. }
            | NoteKind::UnclosedSet
            | NoteKind::StrayEnd => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
