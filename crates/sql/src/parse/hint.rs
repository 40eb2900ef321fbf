//! Hints: `/*+ OPTIONS('key' = 'value') */` behind a table.

use super::cursor::{Cursor, is_word};
use super::options;
use crate::lex::Kind;
use crate::model::OptionEntry;

/// The options of the hints that come next.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Vec<OptionEntry> {
    let mut found = Vec::new();
    while cursor.peek().is_some_and(|token| token.kind == Kind::HintOpen) {
        cursor.next();
        while let Some(token) = cursor.peek() {
            if token.kind == Kind::HintClose {
                cursor.next();
                break;
            }
            if ends_unclosed_hint(cursor) {
                break;
            }
            if is_word(cursor.text, token, "OPTIONS") && cursor.is_symbol(1, '(') {
                cursor.next();
                found.extend(options::list(cursor));
            } else {
                cursor.next();
            }
        }
    }
    found
}

/// Passes over a hint. The next token opens it.
pub(super) fn skip(cursor: &mut Cursor<'_>) {
    cursor.next();
    while let Some(token) = cursor.peek() {
        if ends_unclosed_hint(cursor) {
            return;
        }
        cursor.next();
        if token.kind == Kind::HintClose {
            return;
        }
    }
}

/// Whether the query goes on here, so that the hint was not closed.
fn ends_unclosed_hint(cursor: &Cursor<'_>) -> bool {
    ["SELECT", "FROM", "WHERE", "JOIN", "VALUES"].iter().any(|word| cursor.is_word(0, word))
}
