//! JSON (RFC 8259) with positions.
//!
//! The syntax is read by `jsonc-parser`, which passes over what people write beside JSON (comments,
//! trailing commas, single quotes) so that each such place can be named; `serde_json` then has the
//! last word on what is strict JSON. A document with no problem is therefore JSON for both.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use jsonc_parser::tokens::{Token, TokenAndRange};
use jsonc_parser::{CollectOptions, CommentCollectionStrategy, ParseOptions, parse_to_ast};

use crate::Span;

mod depth;

/// What is refused before work is spent on it.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Longest text, in bytes.
    pub bytes: usize,
    /// Deepest nesting of objects and lists.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { bytes: 64 * 1024, depth: 32 }
    }
}

/// A JSON value and its span.
#[derive(Debug, Clone, PartialEq)]
pub struct Node<'a> {
    /// Where the value stands, quotes and brackets included.
    pub span: Span,
    /// The value.
    pub value: Value<'a>,
}

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as it is written.
    Number(&'a str),
    /// A string, escapes resolved.
    String(Cow<'a, str>),
    /// A list.
    Array(Vec<Node<'a>>),
    /// An object: members in the order of the text, duplicates included.
    Object(Vec<Member<'a>>),
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq)]
pub struct Member<'a> {
    /// The key, escapes resolved.
    pub key: Cow<'a, str>,
    /// Where the key stands, quotes included.
    pub key_span: Span,
    /// The value.
    pub value: Node<'a>,
}

/// The name of a JSON type, for messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// `null`
    Null,
    /// A boolean.
    Bool,
    /// A number.
    Number,
    /// A string.
    String,
    /// A list.
    Array,
    /// An object.
    Object,
}

impl Value<'_> {
    /// The type of the value.
    pub fn kind(&self) -> Type {
        match self {
            Value::Null => Type::Null,
            Value::Bool(_) => Type::Bool,
            Value::Number(_) => Type::Number,
            Value::String(_) => Type::String,
            Value::Array(_) => Type::Array,
            Value::Object(_) => Type::Object,
        }
    }
}

/// Something in the text that is not JSON, or not safe to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What.
    pub kind: ProblemKind,
    /// Where.
    pub span: Span,
}

/// What is wrong with a JSON text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// More bytes than [`Limits::bytes`].
    TooLong {
        /// Bytes of the text.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// Deeper than [`Limits::depth`].
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// Nothing but white space.
    Empty,
    /// A byte order mark at the start. Invisible, and not JSON.
    ByteOrderMark,
    /// A comment.
    Comment,
    /// A comma before a closing bracket.
    TrailingComma,
    /// Two entries with no comma between them.
    MissingComma,
    /// A string in single quotes.
    SingleQuotes,
    /// A key without quotes.
    UnquotedKey,
    /// A key that its object already has. JSON readers disagree on which one counts.
    DuplicateKey {
        /// The key.
        key: String,
        /// Where it stood first.
        first: Span,
    },
    /// Something that cannot be read at all; reading stopped here.
    Syntax(Syntax),
}

/// Why reading stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// The text ends inside a string.
    UnterminatedString,
    /// The text ends inside an object.
    UnterminatedObject,
    /// The text ends inside a list.
    UnterminatedArray,
    /// The text ends inside a comment.
    UnterminatedComment,
    /// No colon behind a key.
    ExpectedColon,
    /// No value behind a key.
    ExpectedValue,
    /// An escape that JSON does not know.
    BadEscape,
    /// A character that must be escaped inside a string, such as a line break.
    ControlCharacter,
    /// A number that JSON does not know.
    BadNumber,
    /// More text behind the end of the document.
    TrailingText,
    /// Anything else that does not belong here.
    Unexpected,
}

impl ProblemKind {
    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            ProblemKind::TooLong { .. } => "json-too-long",
            ProblemKind::TooDeep { .. } => "json-too-deep",
            ProblemKind::Empty => "json-empty",
            ProblemKind::ByteOrderMark => "json-byte-order-mark",
            ProblemKind::Comment => "json-comment",
            ProblemKind::TrailingComma => "json-trailing-comma",
            ProblemKind::MissingComma => "json-missing-comma",
            ProblemKind::SingleQuotes => "json-single-quotes",
            ProblemKind::UnquotedKey => "json-unquoted-key",
            ProblemKind::DuplicateKey { .. } => "json-duplicate-key",
            ProblemKind::Syntax(_) => "json-syntax",
        }
    }
}

/// What was read: a value if the text has one at all, and everything that is not strict JSON.
#[derive(Debug, Clone, PartialEq)]
pub struct Read<'a> {
    /// The document. It is there also when there are problems that could be passed over.
    pub value: Option<Node<'a>>,
    /// Problems in the order of the text.
    pub problems: Vec<Problem>,
}

/// Reads a JSON text.
pub fn read<'a>(text: &'a str, limits: &Limits) -> Read<'a> {
    let stop = |kind, span| Read { value: None, problems: vec![Problem { kind, span }] };
    if text.len() > limits.bytes {
        let kind = ProblemKind::TooLong { bytes: text.len(), limit: limits.bytes };
        return stop(kind, Span::new(0, 0));
    }
    if let Some(at) = depth::first_too_deep(text, limits.depth) {
        return stop(ProblemKind::TooDeep { limit: limits.depth }, Span::new(at, at + 1));
    }
    let mut problems = Vec::new();
    // Files that were joined have several.
    let body = text.trim_start_matches('\u{FEFF}');
    let base = text.len() - body.len();
    if base > 0 {
        problems.push(Problem { kind: ProblemKind::ByteOrderMark, span: Span::new(0, base) });
    }
    let collect = CollectOptions { comments: CommentCollectionStrategy::AsTokens, tokens: true };
    let parsed = match parse_to_ast(body, &collect, &lenient()) {
        Ok(parsed) => parsed,
        Err(error) => {
            problems.push(syntax_problem(body, base, &error));
            return Read { value: None, problems };
        }
    };
    let reader = Reader { base };
    reader.token_problems(body, parsed.tokens.as_deref().unwrap_or_default(), &mut problems);
    let Some(value) = parsed.value else {
        problems.push(Problem { kind: ProblemKind::Empty, span: Span::new(base, text.len()) });
        return Read { value: None, problems };
    };
    let node = reader.node(value, &mut problems);
    if problems.is_empty()
        && let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(body)
    {
        problems.push(strict_problem(body, &error));
    }
    problems.sort_by_key(|problem| problem.span.start);
    Read { value: Some(node), problems }
}

/// Passes over the things that can be named one by one; everything else stops the reading.
fn lenient() -> ParseOptions {
    ParseOptions {
        allow_comments: true,
        allow_loose_object_property_names: true,
        allow_trailing_commas: true,
        allow_missing_commas: true,
        allow_single_quoted_strings: true,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

fn syntax_problem(body: &str, base: usize, error: &jsonc_parser::errors::ParseError) -> Problem {
    use jsonc_parser::errors::ParseErrorKind as Kind;
    let syntax = match error.kind() {
        Kind::UnterminatedObject => Syntax::UnterminatedObject,
        Kind::UnterminatedArray => Syntax::UnterminatedArray,
        Kind::UnterminatedCommentBlock => Syntax::UnterminatedComment,
        Kind::ExpectedColonAfterObjectKey => Syntax::ExpectedColon,
        Kind::ExpectedObjectValue => Syntax::ExpectedValue,
        Kind::MultipleRootJsonValues => Syntax::TrailingText,
        Kind::String(jsonc_parser::ParseStringErrorKind::UnterminatedStringLiteral) => {
            Syntax::UnterminatedString
        }
        Kind::String(_) => Syntax::BadEscape,
        Kind::BareDecimalPointNumbersNotAllowed
        | Kind::ExpectedDigit
        | Kind::ExpectedDigitFollowingNegativeSign
        | Kind::ExpectedPlusMinusOrDigitInNumberLiteral
        | Kind::HexadecimalNumbersNotAllowed
        | Kind::NonFiniteNumbersNotAllowed
        | Kind::UnaryPlusNumbersNotAllowed => Syntax::BadNumber,
        _ => Syntax::Unexpected,
    };
    let range = error.range();
    // The whole object from its bracket on helps nobody: point at where the text ends instead.
    let (start, end) = match syntax {
        Syntax::UnterminatedObject | Syntax::UnterminatedArray => (body.len(), body.len()),
        _ => (range.start, range.end.max(range.start)),
    };
    Problem { kind: ProblemKind::Syntax(syntax), span: on_characters(body, start, end, base) }
}

/// `serde_json` gives a line and a column in bytes, both from 1.
fn strict_problem(body: &str, error: &serde_json::Error) -> Problem {
    let line_start: usize =
        body.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let at = line_start + error.column().saturating_sub(1);
    let message = error.to_string();
    let syntax = if message.contains("control character") {
        Syntax::ControlCharacter
    } else if message.contains("number") {
        Syntax::BadNumber
    } else if message.contains("escape") || message.contains("surrogate") {
        Syntax::BadEscape
    } else {
        Syntax::Unexpected
    };
    Problem { kind: ProblemKind::Syntax(syntax), span: on_characters(body, at, at + 1, 0) }
}

/// Moves offsets out to character boundaries within `body`, then adds `base`.
fn on_characters(body: &str, start: usize, end: usize, base: usize) -> Span {
    let start = body.floor_char_boundary(start.min(body.len()));
    let end = body.ceil_char_boundary(end.clamp(start, body.len()));
    Span::new(start + base, end + base)
}

struct Reader {
    /// Bytes in front of the text that the parser saw.
    base: usize,
}

impl Reader {
    fn span(&self, range: &impl Ranged) -> Span {
        Span::new(range.start() + self.base, range.end() + self.base)
    }

    fn token_problems(&self, body: &str, tokens: &[TokenAndRange<'_>], out: &mut Vec<Problem>) {
        let mut push =
            |kind, range: &jsonc_parser::common::Range| out.push(Problem { kind, span: self.span(range) });
        let mut last: Option<&TokenAndRange<'_>> = None;
        for token in tokens {
            match &token.token {
                Token::CommentLine(_) | Token::CommentBlock(_) => {
                    push(ProblemKind::Comment, &token.range);
                    continue;
                }
                Token::CloseBrace | Token::CloseBracket => {
                    if let Some(comma) = last.filter(|last| last.token == Token::Comma) {
                        push(ProblemKind::TrailingComma, &comma.range);
                    }
                }
                Token::Comma | Token::Colon => {}
                _ => {
                    if last.is_some_and(|last| ends_value(&last.token)) {
                        push(ProblemKind::MissingComma, &token.range);
                    }
                }
            }
            match &token.token {
                Token::String(_) if body.as_bytes().get(token.range.start) == Some(&b'\'') => {
                    push(ProblemKind::SingleQuotes, &token.range);
                }
                Token::Word(_) => push(ProblemKind::UnquotedKey, &token.range),
                _ => {}
            }
            last = Some(token);
        }
    }

    fn node<'a>(&self, value: ast::Value<'a>, out: &mut Vec<Problem>) -> Node<'a> {
        let span = self.span(&value);
        let value = match value {
            ast::Value::NullKeyword(_) => Value::Null,
            ast::Value::BooleanLit(literal) => Value::Bool(literal.value),
            ast::Value::NumberLit(literal) => Value::Number(literal.value),
            ast::Value::StringLit(literal) => Value::String(literal.value),
            ast::Value::Array(array) => {
                Value::Array(array.elements.into_iter().map(|item| self.node(item, out)).collect())
            }
            ast::Value::Object(object) => Value::Object(self.members(object, out)),
        };
        Node { span, value }
    }

    fn members<'a>(&self, object: ast::Object<'a>, out: &mut Vec<Problem>) -> Vec<Member<'a>> {
        // A look at each is quicker for objects of the usual size, and too slow for hostile ones.
        let mut seen: Option<BTreeMap<String, Span>> = (object.properties.len() > 32).then(BTreeMap::new);
        let mut members = Vec::with_capacity(object.properties.len());
        for property in object.properties {
            let (key, key_span) = match property.name {
                ast::ObjectPropName::String(name) => {
                    let span = self.span(&name);
                    (name.value, span)
                }
                ast::ObjectPropName::Word(name) => {
                    let span = self.span(&name);
                    (Cow::Borrowed(name.value), span)
                }
            };
            let first = match &seen {
                Some(seen) => seen.get(key.as_ref()).copied(),
                None => members
                    .iter()
                    .find(|member: &&Member<'_>| member.key == key)
                    .map(|member| member.key_span),
            };
            match first {
                Some(first) => out.push(Problem {
                    kind: ProblemKind::DuplicateKey { key: key.clone().into_owned(), first },
                    span: key_span,
                }),
                None => {
                    if let Some(seen) = &mut seen {
                        seen.insert(key.clone().into_owned(), key_span);
                    }
                }
            }
            members.push(Member { key, key_span, value: self.node(property.value, out) });
        }
        members
    }
}

fn ends_value(token: &Token<'_>) -> bool {
    matches!(
        token,
        Token::String(_)
            | Token::Number(_)
            | Token::Boolean(_)
            | Token::Null
            | Token::CloseBrace
            | Token::CloseBracket
    )
}

#[cfg(test)]
mod tests;
