//! What opens and has to be closed: literals, quoted identifiers, comments. And what is not ASCII.
//!
//! A literal of Flink SQL may run over several lines, but few do. Without care one missing quote
//! turns the rest of the text inside out. So a literal that runs over lines counts as unterminated,
//! and ends with its line, when nothing closes it, when its closing quote touches a word (it opens
//! the next literal), or when the end of a statement stands within it.

use logos::Lexer;

use super::{Raw, start};
use crate::note::NoteKind;

/// What a character beyond ASCII begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beyond {
    Word,
    Space,
    /// Full-width punctuation, as the character it was meant to be.
    Symbol(char),
    /// A literal in curly or full-width quotes, and what closes it.
    String(char),
}

/// The rest of a word whose first character was read.
pub(super) fn word(lexer: &mut Lexer<'_, Raw>) {
    let plain = lexer.remainder().bytes().position(|byte| !byte.is_ascii_alphanumeric() && byte != b'_');
    lexer.bump(plain.unwrap_or(lexer.remainder().len()));
    if !lexer.remainder().starts_with(|next: char| next == '$' || !next.is_ascii()) {
        return;
    }
    let part = |character: char| character.is_alphanumeric() || matches!(character, '_' | '$');
    let mut rest = lexer.remainder().char_indices().peekable();
    let mut length = 0;
    while let Some((at, character)) = rest.next() {
        // `a${b}`: the variable is one for itself.
        let opens = character == '$' && matches!(rest.peek(), Some((_, '{')));
        if !part(character) || opens {
            break;
        }
        length = at + character.len_utf8();
    }
    lexer.bump(length);
}

/// The rest of a literal.
pub(super) fn string(lexer: &mut Lexer<'_, Raw>, close: char) {
    let rest = lexer.remainder();
    let closed = if lexer.extras.unclosed.contains(&close) { None } else { close_of(rest, close) };
    match closed {
        Some(end) if !is_flipped(rest, end, close) => lexer.bump(end + close.len_utf8()),
        Some(_) => cut(lexer, close),
        None => {
            // Where the same quote opens and closes, two of them further on are a literal of their own.
            if matches!(close, '’' | '”') || !rest.contains(close) {
                lexer.extras.unclosed.push(close);
            }
            cut(lexer, close);
        }
    }
}

/// Where a literal ends: at a closing quote that is not doubled.
fn close_of(rest: &str, close: char) -> Option<usize> {
    let mut quotes = rest.match_indices(close).map(|(at, _)| at).peekable();
    while let Some(at) = quotes.next() {
        if quotes.next_if(|next| *next == at + close.len_utf8()).is_none() {
            return Some(at);
        }
    }
    None
}

/// Whether what seems to close a literal rather opens the next one.
fn is_flipped(rest: &str, end: usize, close: char) -> bool {
    let content = rest.get(..end).unwrap_or_default();
    if !content.contains('\n') {
        return false;
    }
    let behind = rest.get(end + close.len_utf8()..).and_then(|behind| behind.chars().next());
    let touches =
        behind.is_some_and(|next| next.is_alphanumeric() || matches!(next, '_' | '$' | '{' | '/' | '<'));
    touches
        || content.split_inclusive('\n').any(|line| line.ends_with('\n') && line.trim_end().ends_with(';'))
}

/// Ends a token with its line, before the punctuation that closes the line.
fn cut(lexer: &mut Lexer<'_, Raw>, close: char) {
    let line = lexer.remainder().split('\n').next().unwrap_or_default();
    let kept = line.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ')' | ';')).len();
    let from = start(lexer);
    lexer.bump(kept);
    let to = lexer.span().end;
    lexer.extras.note(NoteKind::UnterminatedString { quote: close }, from, to);
}

/// The rest of an identifier in back-quotes: it stays on its line.
pub(super) fn identifier(lexer: &mut Lexer<'_, Raw>) {
    let mut rest = lexer.remainder().char_indices().peekable();
    while let Some((at, character)) = rest.next() {
        match character {
            '\n' => break,
            '`' if rest.next_if(|(_, next)| *next == '`').is_none() => {
                lexer.bump(at + 1);
                return;
            }
            _ => {}
        }
    }
    cut_word(lexer, '`');
}

/// The rest of what stands in double quotes, which Flink SQL does not know.
pub(super) fn double(lexer: &mut Lexer<'_, Raw>) {
    let rest = lexer.remainder();
    match rest.find(['"', '\n']).filter(|end| rest.get(*end..).is_some_and(|rest| rest.starts_with('"'))) {
        Some(end) => {
            lexer.bump(end + 1);
            let span = lexer.span();
            lexer.extras.note(NoteKind::DoubleQuotes, span.start, span.end);
        }
        None => cut(lexer, '"'),
    }
}

/// Ends a quoted identifier behind the first word.
fn cut_word(lexer: &mut Lexer<'_, Raw>, close: char) {
    let from = start(lexer);
    word(lexer);
    let to = lexer.span().end;
    lexer.extras.note(NoteKind::UnterminatedString { quote: close }, from, to);
}

/// The rest of a comment.
pub(super) fn comment(lexer: &mut Lexer<'_, Raw>) {
    if !lexer.extras.comments_end {
        if let Some(end) = lexer.remainder().find("*/") {
            lexer.bump(end + 2);
            return;
        }
        lexer.extras.comments_end = true;
    }
    let line = lexer.remainder().split('\n').next().unwrap_or_default().trim_end().len();
    let from = start(lexer);
    lexer.bump(line);
    lexer.extras.note(NoteKind::UnterminatedComment, from, from + 2);
}

/// Tells a character beyond ASCII.
pub(super) fn beyond_ascii(lexer: &mut Lexer<'_, Raw>) -> Beyond {
    let character = lexer.slice().chars().next().unwrap_or(' ');
    let span = lexer.span();
    if character.is_alphanumeric() {
        word(lexer);
        return Beyond::Word;
    }
    match character {
        // The byte order mark and characters without width are not seen, so they separate nothing
        // that a person would see as one; here they do, and nothing else is known of them.
        '\u{FEFF}' if span.start == 0 => {
            lexer.extras.note(NoteKind::ByteOrderMark, span.start, span.end);
            Beyond::Space
        }
        '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => {
            lexer.extras.note(NoteKind::OddSpace, span.start, span.end);
            Beyond::Space
        }
        '‘' | '’' | '＇' | '“' | '”' | '＂' => {
            let close = match character {
                '‘' => '’',
                '“' => '”',
                other => other,
            };
            lexer.extras.note(NoteKind::FullWidth { meant: '\'' }, span.start, span.end);
            string(lexer, close);
            Beyond::String(close)
        }
        other if other.is_whitespace() => {
            lexer.extras.note(NoteKind::OddSpace, span.start, span.end);
            Beyond::Space
        }
        other => match full_width(other) {
            Some(meant) => {
                lexer.extras.note(NoteKind::FullWidth { meant }, span.start, span.end);
                Beyond::Symbol(meant)
            }
            None => Beyond::Symbol(other),
        },
    }
}

/// What full-width punctuation was meant to be.
pub(crate) fn full_width(character: char) -> Option<char> {
    match character {
        '、' => Some(','),
        '。' => Some('.'),
        '【' => Some('['),
        '】' => Some(']'),
        // U+FF01 to U+FF5E are the full-width forms of `!` to `~`, in that order.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0),
        _ => None,
    }
}
