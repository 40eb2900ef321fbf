//! The changes that make a document strict JSON.

use ramplay_text::Span;

/// One change of the pasted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// Why.
    pub kind: RepairKind,
    /// What is replaced, in the pasted text. Empty where something is put in.
    pub span: Span,
    /// What it is replaced with. Empty where something is taken out.
    pub replacement: String,
}

/// Why the text was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RepairKind {
    /// A byte order mark was taken out.
    ByteOrderMark,
    /// Space that is not white space of JSON was replaced.
    OddSpace,
    /// `\n`, `\t` or `\r` between tokens was replaced by the white space it stands for.
    EscapedSpace,
    /// A comment was taken out.
    Comment,
    /// Punctuation of another script was replaced.
    Punctuation,
    /// Curly quotes were replaced.
    CurlyQuotes,
    /// Single quotes or backticks were replaced.
    SingleQuotes,
    /// A key was put in quotes.
    UnquotedKey,
    /// `=` was replaced by a colon.
    Separator,
    /// A comma before a closing bracket was taken out.
    TrailingComma,
    /// A comma too many was taken out.
    ExtraComma,
    /// A comma was put in.
    MissingComma,
    /// A backslash before a character that JSON does not escape was taken out.
    NeedlessEscape,
    /// A control character inside a string was escaped.
    ControlCharacter,
    /// A closing bracket that closes nothing was taken out.
    StrayClosing,
    /// A closing bracket was put in.
    MissingClosing,
    /// A doubled brace of a format string was made one.
    DoubledBrace,
    /// `True`, `False`, `None` or `nil` was written as JSON does.
    Literal,
    /// An expression in the place of a value was put in quotes.
    Expression,
    /// Strings with `+` between them were made one.
    JoinedStrings,
    /// A variable between the pieces of a string was written as a placeholder.
    JoinedVariable,
    /// Statements without a document got one around them.
    WrappedStatements,
    /// The members of a document got braces around them.
    WrappedMembers,
    /// `Version` was put in.
    AddedVersion,
}

impl RepairKind {
    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            RepairKind::ByteOrderMark => "byte-order-mark",
            RepairKind::OddSpace => "odd-space",
            RepairKind::EscapedSpace => "escaped-space",
            RepairKind::Comment => "comment",
            RepairKind::Punctuation => "punctuation",
            RepairKind::CurlyQuotes => "curly-quotes",
            RepairKind::SingleQuotes => "single-quotes",
            RepairKind::UnquotedKey => "unquoted-key",
            RepairKind::Separator => "separator",
            RepairKind::TrailingComma => "trailing-comma",
            RepairKind::ExtraComma => "extra-comma",
            RepairKind::MissingComma => "missing-comma",
            RepairKind::NeedlessEscape => "needless-escape",
            RepairKind::ControlCharacter => "control-character",
            RepairKind::StrayClosing => "stray-closing",
            RepairKind::MissingClosing => "missing-closing",
            RepairKind::DoubledBrace => "doubled-brace",
            RepairKind::Literal => "literal",
            RepairKind::Expression => "expression",
            RepairKind::JoinedStrings => "joined-strings",
            RepairKind::JoinedVariable => "joined-variable",
            RepairKind::WrappedStatements => "wrapped-statements",
            RepairKind::WrappedMembers => "wrapped-members",
            RepairKind::AddedVersion => "added-version",
        }
    }

    /// Whether the change is a guess at what was meant, and not only another way to write it.
    pub fn is_guess(&self) -> bool {
        matches!(
            self,
            RepairKind::StrayClosing
                | RepairKind::MissingClosing
                | RepairKind::Expression
                | RepairKind::JoinedVariable
                | RepairKind::MissingComma
                | RepairKind::WrappedStatements
                | RepairKind::WrappedMembers
                | RepairKind::AddedVersion
        )
    }
}
