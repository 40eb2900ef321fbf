//! Lists of options: `('key' = 'value', …)`, in `WITH`, in hints and in `SET`.

use std::collections::BTreeSet;

use ramplay_text::Span;

use super::cursor::Cursor;
use crate::lex::{Kind, Token};
use crate::model::OptionEntry;
use crate::note::NoteKind;
use crate::written::Written;

/// Options in brackets. The opening bracket is the next token. A key that is given twice is noted.
pub(super) fn list(cursor: &mut Cursor<'_>) -> Vec<OptionEntry> {
    /// Up to here comparing all with all is quicker than a set.
    const FEW: usize = 24;
    let options = entries(cursor);
    let mut keys = BTreeSet::new();
    for (place, option) in options.iter().enumerate() {
        let is_new = if options.len() <= FEW {
            !options.iter().take(place).any(|before| before.key == option.key)
        } else {
            keys.insert(option.key.as_str())
        };
        if !is_new {
            cursor.note(NoteKind::DuplicateOption, option.key_span);
        }
    }
    options
}

fn entries(cursor: &mut Cursor<'_>) -> Vec<OptionEntry> {
    let mut options = Vec::new();
    if !cursor.symbol('(') {
        return options;
    }
    while let Some(token) = cursor.peek() {
        match token.kind {
            Kind::Symbol(')') => {
                cursor.next();
                return options;
            }
            // Reported with the brackets of the statement.
            Kind::HintClose => return options,
            Kind::Symbol(',') => {
                cursor.next();
            }
            Kind::String | Kind::Word | Kind::Quoted | Kind::Variable => {
                let entry = entry(cursor, true);
                options.push(entry);
                let separated = match cursor.peek().map(|token| token.kind) {
                    Some(Kind::Symbol(',' | ')') | Kind::HintClose) | None => true,
                    // What is neither comma nor option is told by its own note.
                    Some(kind) => !matches!(kind, Kind::String | Kind::Word),
                };
                if !separated {
                    let here = cursor.here();
                    cursor.note(NoteKind::MissingComma, Span { start: here.start, end: here.start });
                }
            }
            Kind::Symbol('(') => {
                cursor.note(NoteKind::NotAnOption, token.span);
                cursor.skip_brackets();
            }
            Kind::Symbol(_) | Kind::Number | Kind::HintOpen => {
                cursor.note(NoteKind::NotAnOption, token.span);
                cursor.next();
            }
        }
    }
    options
}

/// One option. The next token begins its key.
pub(super) fn entry(cursor: &mut Cursor<'_>, in_list: bool) -> OptionEntry {
    let (key, key_span) = key(cursor, in_list);
    let behind = Span { start: key_span.end, end: key_span.end };
    if !cursor.symbol('=') {
        let here = cursor.here();
        cursor.note(NoteKind::MissingEquals, Span { start: here.start, end: here.start });
        // `'key' 'value'` is still an option; `'key',` is only a key.
        if cursor.peek().is_none_or(|token| token.kind != Kind::String) {
            return OptionEntry { key, key_span, value_span: behind, quoted: false };
        }
    }
    let (value_span, quoted) = value(cursor, in_list, behind);
    OptionEntry { key, key_span, value_span, quoted }
}

fn key(cursor: &mut Cursor<'_>, in_list: bool) -> (Written, Span) {
    if let Some(literal) = cursor.literal() {
        let text = literal.inner.of(cursor.text);
        let key =
            if text.contains('\'') { Written::new(text.replace("''", "'")) } else { Written::new(text) };
        return (key, literal.inner);
    }
    let span = loose(cursor, |token| matches!(token.kind, Kind::Symbol('=' | ',' | ')' | '(')));
    if in_list {
        cursor.note(NoteKind::Unquoted, span);
    }
    (Written::new(span.of(cursor.text)), span)
}

fn value(cursor: &mut Cursor<'_>, in_list: bool, behind: Span) -> (Span, bool) {
    if let Some(literal) = cursor.literal() {
        return (literal.inner, true);
    }
    let text = cursor.text;
    let first = cursor.peek().map(|token| token.span);
    let span = loose(cursor, |token| {
        let ends = in_list && matches!(token.kind, Kind::Symbol(',' | ')' | '('));
        // Without a comma, the next line begins the next option.
        let next_line = first.is_some_and(|first| {
            in_list && token.kind == Kind::String && {
                let between = Span { start: first.end, end: token.span.start };
                between.of(text).contains('\n')
            }
        });
        ends || next_line || token.kind == Kind::HintClose
    });
    if span.is_empty() {
        cursor.note(NoteKind::MissingValue, behind);
        return (behind, false);
    }
    if in_list {
        cursor.note(NoteKind::Unquoted, span);
    }
    (span, false)
}

/// What stands here without quotes, up to a token that ends it.
fn loose(cursor: &mut Cursor<'_>, ends: impl Fn(Token) -> bool) -> Span {
    let here = cursor.here();
    let mut span = Span { start: here.start, end: here.start };
    while let Some(token) = cursor.peek().filter(|token| !ends(*token)) {
        span.end = token.span.end;
        cursor.next();
    }
    span
}
