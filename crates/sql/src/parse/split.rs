//! Tokens to statements.
//!
//! A semicolon ends a statement whatever brackets are open, because none can stand within one; so
//! a bracket that is missing spoils its own statement only. A new `CREATE` or `INSERT` begins a
//! statement too, with a note about the semicolon that is missing.

use ramplay_text::Span;

use super::cursor::is_word;
use crate::lex::{Kind, Token};
use crate::limits;
use crate::note::{Note, NoteKind};

/// The tokens of each statement, without semicolons; none is empty.
pub(super) fn split<'t>(text: &str, tokens: &'t [Token], notes: &mut Vec<Note>) -> Vec<&'t [Token]> {
    let mut pieces = Vec::new();
    for piece in tokens.split(|token| token.kind == Kind::Symbol(';')) {
        let mut rest = piece;
        while !rest.is_empty() {
            let end = (1..rest.len()).find(|at| begins_statement(text, rest, *at)).unwrap_or(rest.len());
            let (statement, behind) = rest.split_at(end);
            // The prefix of a statement set has no semicolon of its own.
            if let Some(next) = behind.first()
                && !ends_prefix(text, statement)
            {
                notes.push(Note {
                    kind: NoteKind::MissingSemicolon,
                    span: Span { start: next.span.start, end: next.span.end },
                });
            }
            pieces.push(statement);
            rest = behind;
        }
        if pieces.len() > limits::STATEMENTS {
            break;
        }
    }
    if let Some(left_out) = pieces.get(limits::STATEMENTS).and_then(|piece| piece.first()) {
        notes.push(Note {
            kind: NoteKind::TooManyStatements { limit: limits::STATEMENTS },
            span: left_out.span,
        });
        pieces.truncate(limits::STATEMENTS);
    }
    pieces
}

/// Whether a statement begins at `at`, in the middle of the tokens.
fn begins_statement(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = |index: usize, words: &[&str]| {
        tokens.get(index).is_some_and(|token| words.iter().any(|word| is_word(text, *token, word)))
    };
    if !tokens.get(at).is_some_and(|token| token.kind == Kind::Word && matches!(token.span.len(), 5 | 6)) {
        return false;
    }
    let creates = word(at, &["CREATE"])
        && word(at + 1, &["TEMPORARY", "TABLE", "VIEW", "CATALOG", "DATABASE", "FUNCTION", "OR", "MODEL"]);
    let inserts = word(at, &["INSERT"]) && word(at + 1, &["INTO", "OVERWRITE"]);
    let begins = word(at, &["BEGIN"]) && word(at + 1, &["STATEMENT"]);
    if !(creates || inserts || begins) {
        return false;
    }
    let before = at - 1;
    // `EXPLAIN PLAN FOR INSERT …`, `EXECUTE INSERT …`, `EXPLAIN ESTIMATED_COST INSERT …`.
    let belongs = word(
        before,
        &["EXECUTE", "FOR", "EXPLAIN", "ESTIMATED_COST", "CHANGELOG_MODE", "JSON_EXECUTION_PLAN"],
    );
    let is_part = tokens.get(before).is_some_and(|token| token.kind == Kind::Symbol('.'));
    !belongs && !is_part
}

/// Whether these tokens are only what opens a statement set.
fn ends_prefix(text: &str, tokens: &[Token]) -> bool {
    let opens: &[&[&str]] = &[
        &["BEGIN", "STATEMENT", "SET"],
        &["EXECUTE", "STATEMENT", "SET", "BEGIN"],
        &["EXPLAIN", "STATEMENT", "SET", "BEGIN"],
    ];
    opens.iter().any(|words| {
        words.len() == tokens.len()
            && tokens.iter().zip(*words).all(|(token, word)| is_word(text, *token, word))
    })
}

/// Reports brackets without partner, one of each kind for a statement.
pub(super) fn check_brackets(tokens: &[Token], notes: &mut Vec<Note>) {
    let mut open: Vec<Token> = Vec::new();
    let mut hint = None;
    for token in tokens {
        match token.kind {
            Kind::Symbol('(') => open.push(*token),
            Kind::Symbol(')') if open.pop().is_none() => {
                notes.push(Note { kind: NoteKind::StrayClosing { bracket: ')' }, span: token.span });
                return;
            }
            Kind::HintOpen => hint = Some(*token),
            Kind::HintClose if hint.take().is_none() => {
                notes.push(Note { kind: NoteKind::StrayClosing { bracket: '*' }, span: token.span });
                return;
            }
            _ => {}
        }
    }
    let unclosed = open.last().map(|token| (token, '('));
    if let Some((token, bracket)) = unclosed.or(hint.as_ref().map(|token| (token, '*'))) {
        notes.push(Note { kind: NoteKind::Unclosed { bracket }, span: token.span });
    }
}
