//! What seems to be meant as a variable and is none.

use ramplay_text::Span;

use crate::written::Written;

/// Something that looks like a reference and is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Malformed {
    /// What is wrong.
    pub kind: MalformedKind,
    /// Where.
    pub span: Span,
    /// What was probably meant.
    pub meant: Option<Written>,
}

/// What is wrong with a reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MalformedKind {
    /// `$ {x}`.
    SpaceBeforeBrace,
    /// `${ x }`.
    SpaceInside,
    /// `${x` without its brace.
    Unclosed,
    /// `${}` or `${secret_values.}`.
    Empty,
    /// `{secret_values.x}`.
    NoDollar,
    /// `secret_values.x` or `$secret_values.x`.
    NoBraces,
    /// `${secret_value.x}`, `${SECRET_VALUES.x}`.
    Prefix,
    /// Full-width `＄` or `｛`.
    FullWidth,
    /// A quote or a brace in the name.
    BadCharacter,
}

impl MalformedKind {
    /// A stable code.
    pub fn code(self) -> &'static str {
        match self {
            MalformedKind::SpaceBeforeBrace => "variable-space-before-brace",
            MalformedKind::SpaceInside => "variable-space-inside",
            MalformedKind::Unclosed => "variable-unclosed",
            MalformedKind::Empty => "variable-empty",
            MalformedKind::NoDollar => "variable-no-dollar",
            MalformedKind::NoBraces => "variable-no-braces",
            MalformedKind::Prefix => "variable-prefix",
            MalformedKind::FullWidth => "variable-full-width",
            MalformedKind::BadCharacter => "variable-bad-character",
        }
    }
}
