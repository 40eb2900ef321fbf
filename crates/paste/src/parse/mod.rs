//! The tolerant parser: a tree, and the changes that make its text strict JSON.
//!
//! It repairs what can mean only one thing and stops at everything else, with the reason and its
//! place. The text is read once from front to back; brackets that do not match are settled by looking
//! at the next few tokens, never by trying.

mod list;
mod object;
mod text;

pub(crate) use text::inner;
mod value;

use crate::chars::Punct;
use crate::edit::Edit;
use crate::lex::{Kind, Lexer, Token};
use crate::limits;
use crate::mapped::At;
use crate::problem::Problem;
use crate::repair::RepairKind;
use crate::tree::{Defect, Node};

/// A value that was read.
#[derive(Debug)]
pub(crate) struct Parsed {
    pub(crate) node: Node,
    /// The changes, comments and spaces included, in no order.
    pub(crate) edits: Vec<Edit>,
}

/// Reads the value that starts at `start`.
pub(crate) fn value_at(text: &str, start: usize) -> Result<Parsed, Defect> {
    let mut parser = Parser::new(text, start);
    let node = parser.value()?;
    Ok(parser.finish(node))
}

/// Reads members of an object that has lost its braces.
pub(crate) fn members_at(text: &str, start: usize) -> Result<Parsed, Defect> {
    let mut parser = Parser::new(text, start);
    let node = parser.bare_members()?;
    Ok(parser.finish(node))
}

/// A bracket that is open.
#[derive(Debug, Clone, Copy)]
struct Open {
    bracket: Punct,
    at: At,
}

#[derive(Debug)]
struct Parser<'a> {
    text: &'a str,
    lexer: Lexer<'a>,
    index: usize,
    edits: Vec<Edit>,
    open: Vec<Open>,
    /// Brackets that were put in or taken out.
    brackets: usize,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str, start: usize) -> Self {
        Parser {
            text,
            lexer: Lexer::new(text, start),
            index: 0,
            edits: Vec::new(),
            open: Vec::new(),
            brackets: 0,
        }
    }

    fn finish(self, node: Node) -> Parsed {
        let mut edits = self.edits;
        edits.extend_from_slice(self.lexer.gaps());
        Parsed { node, edits }
    }

    fn peek(&mut self) -> Token {
        self.lexer.token(self.index)
    }

    fn peek_at(&mut self, ahead: usize) -> Token {
        self.lexer.token(self.index + ahead)
    }

    fn take(&mut self) -> Token {
        let token = self.peek();
        self.index += 1;
        token
    }

    fn change(&mut self, kind: RepairKind, at: At, text: &str) {
        self.edits.push(Edit { kind, at, text: text.to_owned() });
    }

    fn defect<T>(problem: Problem, at: At) -> Result<T, Defect> {
        Err(Defect { problem, at })
    }

    /// What stands here cannot be read.
    fn unexpected<T>(&self, token: Token) -> Result<T, Defect> {
        let problem = match token.kind {
            Kind::End => return self.ends_early(token.at),
            Kind::OpenComment => Problem::UnterminatedComment,
            Kind::Text { closed: false, .. } => Problem::UnterminatedString,
            Kind::Template { closed: false } | Kind::Directive { closed: false } => {
                Problem::UnclosedExpression
            }
            Kind::Directive { .. } => Problem::TemplateStructure,
            Kind::Punct(Punct::CloseBrace) => Problem::StrayClosing { bracket: '}' },
            Kind::Punct(Punct::CloseBracket) => Problem::StrayClosing { bracket: ']' },
            _ => Problem::Unexpected { found: excerpt(token.at.of(self.text)) },
        };
        Self::defect(problem, token.at)
    }

    /// The text ends although something is open.
    fn ends_early<T>(&self, end: At) -> Result<T, Defect> {
        if let Some(comment) = self.swallowing_comment() {
            return Self::defect(Problem::CommentSwallows, comment);
        }
        // The last character, since nothing can be seen behind it.
        let last = self.text.get(..end.start).unwrap_or_default().trim_end();
        let width = last.chars().next_back().map_or(0, char::len_utf8);
        Self::defect(Problem::Truncated, At::new(last.len() - width, last.len()))
    }

    /// A comment in the last line that holds brackets.
    fn swallowing_comment(&self) -> Option<At> {
        let last = self.lexer.gaps().iter().rfind(|edit| edit.kind == RepairKind::Comment)?.at;
        let rest = self.text.get(last.end..).unwrap_or_default();
        let is_line = !last.of(self.text).starts_with("/*");
        (is_line && rest.trim().is_empty() && last.of(self.text).contains(['}', ']'])).then_some(last)
    }

    fn push(&mut self, token: Token, bracket: Punct) -> Result<(), Defect> {
        if self.open.len() >= limits::DEPTH {
            return Self::defect(Problem::TooDeep { limit: limits::DEPTH }, token.at);
        }
        self.open.push(Open { bracket, at: token.at });
        Ok(())
    }

    /// The bracket around the innermost open one.
    fn outer(&self) -> Option<Punct> {
        let index = self.open.len().checked_sub(2)?;
        self.open.get(index).map(|open| open.bracket)
    }

    /// Puts a closing bracket in behind `end`.
    fn close_after(&mut self, end: usize, bracket: Punct) -> Result<(), Defect> {
        self.count_bracket()?;
        self.change(RepairKind::MissingClosing, At::before(end), bracket.as_str());
        Ok(())
    }

    /// Takes a closing bracket out.
    fn drop_closing(&mut self) -> Result<(), Defect> {
        let token = self.take();
        if self.count_bracket().is_err() {
            return self.unexpected(token);
        }
        self.change(RepairKind::StrayClosing, token.at, "");
        Ok(())
    }

    fn count_bracket(&mut self) -> Result<(), Defect> {
        self.brackets += 1;
        if self.brackets > limits::BRACKETS {
            return self.unclosed();
        }
        Ok(())
    }

    fn unclosed<T>(&self) -> Result<T, Defect> {
        let (bracket, at) = match self.open.last() {
            Some(open) if open.bracket == Punct::OpenBrace => ('{', open.at),
            Some(open) => ('[', open.at),
            None => ('{', At::before(0)),
        };
        Self::defect(Problem::Unclosed { bracket }, at)
    }
}

/// The beginning of a text, for messages.
pub(crate) fn excerpt(text: &str) -> String {
    const LENGTH: usize = 40;
    let line = text.trim().lines().next().unwrap_or_default();
    match line.char_indices().nth(LENGTH) {
        Some((cut, _)) => format!("{}…", line.get(..cut).unwrap_or_default()),
        None => line.to_owned(),
    }
}

/// Whether a string is dots that stand for something left out.
fn is_ellipsis(word: &str) -> bool {
    let dots = word.chars().all(|character| matches!(character, '.' | '…' | '。'));
    dots && (word.chars().count() > 2 || word.contains('…'))
}
