//! The list of columns of a table.

use super::cursor::Cursor;
use crate::lex::Kind;
use crate::model::{Column, ColumnKind};
use crate::note::NoteKind;

/// Columns, keys and watermarks in brackets. The opening bracket is the next token.
pub(super) fn list(cursor: &mut Cursor<'_>) -> Vec<Column> {
    let mut columns = Vec::new();
    cursor.next();
    while let Some(token) = cursor.peek() {
        match token.kind {
            Kind::Symbol(')') => {
                cursor.next();
                return columns;
            }
            Kind::Symbol(',') => {
                cursor.next();
            }
            // The bracket of the columns was not closed.
            Kind::Word if cursor.is_word(0, "WITH") && cursor.is_symbol(1, '(') => return columns,
            Kind::Word | Kind::Quoted | Kind::Variable => columns.extend(item(cursor)),
            _ => {
                cursor.note(NoteKind::UnexpectedColumn, token.span);
                if token.kind == Kind::Symbol('(') {
                    cursor.skip_brackets();
                } else {
                    cursor.next();
                }
                rest(cursor);
            }
        }
    }
    columns
}

fn item(cursor: &mut Cursor<'_>) -> Option<Column> {
    let starts = |words: &[&str]| words.iter().enumerate().all(|(by, word)| cursor.is_word(by, word));
    let no_column = starts(&["WATERMARK", "FOR"])
        || starts(&["PRIMARY", "KEY"])
        || starts(&["UNIQUE"]) && cursor.is_symbol(1, '(')
        || starts(&["CONSTRAINT"]) && !cursor.is_symbol(2, ',')
        || starts(&["PERIOD", "FOR"]);
    if no_column {
        rest(cursor);
        return None;
    }
    let name = cursor.name()?;
    let column =
        |kind| Column { name: name.parts.last().cloned().unwrap_or_default(), span: name.span, kind };
    if cursor.word("AS") {
        rest(cursor);
        return Some(column(ColumnKind::Computed));
    }
    if matches!(cursor.peek().map(|token| token.kind), Some(Kind::Symbol(')' | ',')) | None) {
        // `CREATE TABLE t (a, b) AS SELECT …` names columns without types.
        return Some(column(ColumnKind::Physical));
    }
    Some(column(typed(cursor)))
}

/// What stands behind the name of a column with a type, up to the comma.
fn typed(cursor: &mut Cursor<'_>) -> ColumnKind {
    let mut kind = ColumnKind::Physical;
    let mut angles = 0_usize;
    while let Some(token) = cursor.peek() {
        match token.kind {
            Kind::Symbol('(') => {
                cursor.skip_brackets();
                continue;
            }
            Kind::Symbol('<') => angles += 1,
            Kind::Symbol('>') => angles = angles.saturating_sub(1),
            Kind::Symbol(')') => break,
            Kind::Symbol(',') if angles == 0 => break,
            Kind::Word if angles == 0 && cursor.is_word(0, "WITH") && cursor.is_symbol(1, '(') => break,
            Kind::Word if angles == 0 && cursor.word("METADATA") => {
                let from = if cursor.word("FROM") { cursor.literal().map(|key| key.inner) } else { None };
                kind = ColumnKind::Metadata { from, is_virtual: cursor.word("VIRTUAL") };
                continue;
            }
            _ => {}
        }
        cursor.next();
    }
    kind
}

/// Passes over the rest of an item, up to the comma or the closing bracket.
fn rest(cursor: &mut Cursor<'_>) {
    while let Some(token) = cursor.peek() {
        match token.kind {
            Kind::Symbol('(') => cursor.skip_brackets(),
            Kind::Symbol(')' | ',') => return,
            Kind::Word if cursor.is_word(0, "WITH") && cursor.is_symbol(1, '(') => return,
            _ => {
                cursor.next();
            }
        }
    }
}
