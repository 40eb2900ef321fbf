//! A walk over the tokens of one statement.

use ramplay_text::Span;

use crate::lex::{Kind, Token};
use crate::limits;
use crate::model::Name;
use crate::note::{Note, NoteKind};
use crate::written::Written;

/// Where the walk is, and what it has to say.
#[derive(Debug)]
pub(super) struct Cursor<'t> {
    pub(super) text: &'t str,
    tokens: &'t [Token],
    at: usize,
    pub(super) notes: &'t mut Vec<Note>,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str, tokens: &'t [Token], notes: &'t mut Vec<Note>) -> Self {
        Cursor { text, tokens, at: 0, notes }
    }

    pub(super) fn peek(&self) -> Option<Token> {
        self.ahead(0)
    }

    pub(super) fn ahead(&self, by: usize) -> Option<Token> {
        self.tokens.get(self.at + by).copied()
    }

    pub(super) fn previous(&self, by: usize) -> Option<Token> {
        self.tokens.get(self.at.checked_sub(by)?).copied()
    }

    pub(super) fn next(&mut self) -> Option<Token> {
        let token = self.peek()?;
        self.at += 1;
        Some(token)
    }

    pub(super) fn is_done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    pub(super) fn finish(&mut self) {
        self.at = self.tokens.len();
    }

    pub(super) fn place(&self) -> usize {
        self.at
    }

    pub(super) fn back_to(&mut self, place: usize) {
        self.at = place;
    }

    /// Where the next token stands, or the end of the last one.
    pub(super) fn here(&self) -> Span {
        match (self.peek(), self.tokens.last()) {
            (Some(token), _) => token.span,
            (None, Some(last)) => Span { start: last.span.end, end: last.span.end },
            (None, None) => Span::default(),
        }
    }

    pub(super) fn is_word(&self, by: usize, word: &str) -> bool {
        self.ahead(by).is_some_and(|token| is_word(self.text, token, word))
    }

    pub(super) fn is_symbol(&self, by: usize, symbol: char) -> bool {
        self.ahead(by).is_some_and(|token| token.kind == Kind::Symbol(symbol))
    }

    /// Takes the words if they all stand here.
    pub(super) fn words(&mut self, words: &[&str]) -> bool {
        let all = words.iter().enumerate().all(|(by, word)| self.is_word(by, word));
        if all {
            self.at += words.len();
        }
        all
    }

    pub(super) fn word(&mut self, word: &str) -> bool {
        self.words(&[word])
    }

    pub(super) fn symbol(&mut self, symbol: char) -> bool {
        let here = self.is_symbol(0, symbol);
        if here {
            self.at += 1;
        }
        here
    }

    pub(super) fn note(&mut self, kind: NoteKind, span: Span) {
        if self.notes.len() < limits::NOTES {
            self.notes.push(Note { kind, span });
        }
    }

    /// A part of a name: a word, something in back-quotes, or a variable in its place. A literal is
    /// taken too where it cannot be anything else, because people write `'t'` for a table.
    fn part(&mut self) -> Option<(Written, Span)> {
        let token = self.peek()?;
        let part = match token.kind {
            Kind::Word | Kind::Variable => Written::new(token.span.of(self.text)),
            Kind::Quoted => {
                let inner = token.inner.of(self.text);
                if inner.contains('`') { Written::new(inner.replace("``", "`")) } else { Written::new(inner) }
            }
            _ => return None,
        };
        self.at += 1;
        Some((part, token.span))
    }

    /// A name of one part or several, with dots between them.
    pub(super) fn name(&mut self) -> Option<Name> {
        let (first, mut span) = self.part()?;
        let mut parts = vec![first];
        while self.is_symbol(0, '.') && parts.len() < 8 {
            self.at += 1;
            match self.part() {
                Some((part, place)) => {
                    parts.push(part);
                    span.end = place.end;
                }
                None => break,
            }
        }
        Some(Name { parts, span })
    }

    /// A name that has to be here; without it there is a note and an empty name.
    pub(super) fn expect_name(&mut self) -> Name {
        let here = self.here();
        self.name().unwrap_or_else(|| {
            self.note(NoteKind::ExpectedName, here);
            Name { parts: Vec::new(), span: Span { start: here.start, end: here.start } }
        })
    }

    /// Passes over a bracket and all within it. The bracket is the next token.
    pub(super) fn skip_brackets(&mut self) {
        let mut depth = 0_usize;
        while let Some(token) = self.next() {
            match token.kind {
                Kind::Symbol('(') => depth += 1,
                Kind::Symbol(')') => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// A literal.
    pub(super) fn literal(&mut self) -> Option<Token> {
        let token = self.peek().filter(|token| token.kind == Kind::String)?;
        self.at += 1;
        Some(token)
    }
}

/// Whether a token is this keyword, ignoring case.
pub(super) fn is_word(text: &str, token: Token, word: &str) -> bool {
    // The length first: it says no to nearly all.
    token.kind == Kind::Word
        && token.span.len() == word.len()
        && token.span.of(text).eq_ignore_ascii_case(word)
}
