//! What stands between quotes.

use super::Parser;
use crate::chars::{Quote, is_markdown_escape};
use crate::edit::json_string;
use crate::lex::Token;
use crate::mapped::At;
use crate::problem::Problem;
use crate::repair::RepairKind;
use crate::tree::Defect;

impl Parser<'_> {
    /// The text of a string, with the changes that make it one of JSON.
    pub(super) fn string(&mut self, token: Token, quote: Quote) -> Result<String, Defect> {
        let before = self.edits.len();
        let inner = inner(token.at, self.text);
        let mut text = String::with_capacity(inner.end - inner.start);
        let mut at = inner.start;
        while let Some(character) = self.text.get(at..inner.end).and_then(|rest| rest.chars().next()) {
            let start = at;
            at += character.len_utf8();
            match character {
                '\\' => at = self.escape(start, inner.end, &mut text)?,
                '\n' | '\r' => return Self::defect(Problem::UnterminatedString, token.at),
                '\u{0000}'..='\u{001F}' => {
                    let escaped = json_string(character.encode_utf8(&mut [0; 4]));
                    let escaped = escaped.trim_matches('"').to_owned();
                    self.change(RepairKind::ControlCharacter, At::new(start, at), &escaped);
                    text.push(character);
                }
                _ => text.push(character),
            }
        }
        let closes = token.at.of(self.text).ends_with('"');
        if quote != Quote::Straight || !closes {
            // Another quote means other escapes inside: the whole string is written anew.
            self.edits.truncate(before);
            let kind = match quote {
                Quote::Straight | Quote::Curly => RepairKind::CurlyQuotes,
                Quote::Single | Quote::Backtick => RepairKind::SingleQuotes,
            };
            self.change(kind, token.at, &json_string(&text));
        }
        Ok(text)
    }

    /// Reads the escape at `start` and answers with where it ends.
    fn escape(&mut self, start: usize, end: usize, text: &mut String) -> Result<usize, Defect> {
        let rest = self.text.get(start + 1..end).unwrap_or_default();
        let Some(next) = rest.chars().next() else {
            return Self::defect(Problem::BadEscape { escape: "\\".to_owned() }, At::new(start, end));
        };
        let after = start + 1 + next.len_utf8();
        let plain = match next {
            '"' | '\\' | '/' => next,
            'b' => '\u{0008}',
            'f' => '\u{000C}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => return self.code_point(start, end, text),
            _ if is_markdown_escape(next) => {
                self.change(RepairKind::NeedlessEscape, At::new(start, start + 1), "");
                next
            }
            _ => {
                let escape = format!("\\{next}");
                return Self::defect(Problem::BadEscape { escape }, At::new(start, after));
            }
        };
        text.push(plain);
        Ok(after)
    }

    /// `\u0041`, or a pair of them.
    fn code_point(&self, start: usize, end: usize, text: &mut String) -> Result<usize, Defect> {
        for length in [6, 12] {
            let stop = start + length;
            let found = self.text.get(start..stop).filter(|_| stop <= end);
            let read = found.and_then(|escape| serde_json::from_str::<String>(&format!("\"{escape}\"")).ok());
            if let Some(read) = read
                && read.chars().count() == 1
            {
                text.push_str(&read);
                return Ok(stop);
            }
        }
        let stop = self.text.ceil_char_boundary((start + 6).min(end));
        let escape = At::new(start, stop).of(self.text).to_owned();
        Self::defect(Problem::BadEscape { escape }, At::new(start, stop))
    }
}

/// What lies between the quotes of a closed string.
pub(crate) fn inner(at: At, text: &str) -> At {
    let written = at.of(text);
    let first = written.chars().next().map_or(0, char::len_utf8);
    let last = written.chars().next_back().map_or(0, char::len_utf8);
    At::new(at.start + first, at.end.saturating_sub(last).max(at.start + first))
}
