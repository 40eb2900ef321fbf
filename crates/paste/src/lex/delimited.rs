//! Tokens that have an end of their own: template expressions and strings.

use super::Lexer;
use crate::chars::{Punct, Quote, punct, quote};

impl Lexer<'_> {
    /// Something between `open` and `close` on one line, without any of `without`.
    pub(super) fn inline(&mut self, open: &str, close: &str, without: &[char]) -> bool {
        let Some(body) = self.rest().strip_prefix(open) else { return false };
        let Some(end) = body.find(without) else { return false };
        let inner = body.get(..end).unwrap_or_default();
        let closes = body.get(end..).is_some_and(|tail| tail.starts_with(close));
        if closes && !inner.trim().is_empty() {
            self.at += open.len() + end + close.len();
            return true;
        }
        false
    }

    /// Passes over `${…}` with everything nested in it. False if it has no end.
    pub(super) fn braces(&mut self) -> bool {
        let mut depth = 0_usize;
        let mut quoted = false;
        let mut characters = self.rest().char_indices();
        while let Some((index, character)) = characters.next() {
            match character {
                '\\' => {
                    characters.next();
                }
                '"' => quoted = !quoted,
                '\n' => quoted = false,
                '{' if !quoted => depth += 1,
                '}' if !quoted => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        self.at += index + 1;
                        return true;
                    }
                }
                _ => {}
            }
        }
        self.at = self.text.len();
        false
    }

    /// Passes over the rest of a string. False if its line ends first; then it ends there.
    pub(super) fn string(&mut self, opened: Quote) -> bool {
        let mut fallback = None;
        let mut characters = self.rest().char_indices();
        while let Some((index, character)) = characters.next() {
            let end = self.at + index + character.len_utf8();
            match (opened, quote(character)) {
                (Quote::Straight, Some(Quote::Straight)) => {
                    // `"Version”: "1"` has its end at the curly quote: behind the other one no string ends.
                    self.at = fallback.filter(|_| !ends_string(self.text, end)).unwrap_or(end);
                    return true;
                }
                (Quote::Curly, Some(Quote::Curly | Quote::Straight))
                | (Quote::Single, Some(Quote::Single))
                | (Quote::Backtick, Some(Quote::Backtick)) => {
                    self.at = end;
                    return true;
                }
                // `"Version”`: only if nothing better comes on this line.
                (Quote::Straight, Some(Quote::Curly)) => fallback = fallback.or(Some(end)),
                _ => {}
            }
            match character {
                '\n' => {
                    self.at = fallback.unwrap_or(self.at + index);
                    return fallback.is_some();
                }
                // A backslash at the end of the line escapes nothing.
                '\\' if characters.clone().next().is_some_and(|(_, next)| next != '\n') => {
                    characters.next();
                }
                _ => {}
            }
        }
        self.at = fallback.unwrap_or(self.text.len());
        fallback.is_some()
    }
}

/// Whether what follows goes on behind a string.
fn ends_string(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default().trim_start_matches([' ', '\t']);
    match rest.chars().next() {
        Some(next) => {
            matches!(punct(next), Some(Punct::Colon | Punct::Comma | Punct::CloseBrace | Punct::CloseBracket))
                || !matches!(next, '"') && !next.is_alphanumeric()
        }
        None => true,
    }
}
