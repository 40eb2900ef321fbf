//! Credentials that a text within a comment or literal assigns: `password="…"` in a JAAS string,
//! `?password=…` in a URL, `'accessKey' = '…'` in a comment, `user:password@` in a URL.

use super::keys::{is_placeholder, option_kind};
use super::{CredentialKind, patterns::Hit};

/// Longest distance from `://` to `@`.
const USER_INFO: usize = 512;

/// All that `text` assigns. `is_prose`: a value without quotes has to look like a secret.
pub(super) fn hits(text: &str, is_prose: bool) -> Vec<Hit> {
    // Most texts assign nothing. Full-width signs begin with the byte 0xEF.
    if !text.bytes().any(|byte| matches!(byte, b'=' | b':' | 0xEF)) {
        return Vec::new();
    }
    let mut hits = urls(text);
    let mut read = 0;
    for (at, sign) in text.match_indices(['=', ':', '：', '＝']) {
        if at < read {
            continue;
        }
        let Some(kind) = text.get(..at).and_then(key_before) else {
            continue;
        };
        let behind = at + sign.len();
        if let Some((start, end, quoted)) = value_behind(text, behind) {
            let value = text.get(start..end).unwrap_or_default();
            read = end;
            if !is_placeholder(value) && (quoted || !is_prose || looks_secret(value)) {
                hits.push(Hit { start, end, kind, nearby: false });
            }
        }
    }
    hits
}

/// What the word before an equals sign says of the value.
fn key_before(head: &str) -> Option<CredentialKind> {
    let head = head.trim_end_matches([' ', '\t']).trim_end_matches(['\'', '"', '`', '\\']);
    // A name of an option is no longer; this keeps the search short.
    let window = head.char_indices().rev().take(80).last().map_or(0, |(at, _)| at);
    let tail = head.get(window..)?;
    let start = tail
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
        .last()
        .map(|(at, _)| at)?;
    option_kind(tail.get(start..)?)
}

/// The value behind an equals sign: its place, and whether it stands in quotes.
fn value_behind(text: &str, at: usize) -> Option<(usize, usize, bool)> {
    let rest = text.get(at..)?;
    let bare = rest.trim_start_matches([' ', '\t', '>']);
    let quoted = bare.trim_start_matches(['\\', '\'', '"', '`']);
    let start = at + rest.len() - quoted.len();
    let quote = bare.trim_start_matches('\\').chars().next().filter(|c| matches!(c, '\'' | '"' | '`'));
    let length = match quote {
        Some(quote) => quoted.find(['\\', '\n', quote]),
        None => quoted.find(|c: char| {
            c.is_whitespace()
                || matches!(c, ';' | ',' | '&' | '\'' | '"' | '`' | ')' | '}' | '，' | '；' | '。')
        }),
    };
    let end = start + length.unwrap_or(quoted.len());
    (end > start).then_some((start, end, quote.is_some()))
}

/// Whether a value in prose is a secret rather than a word.
fn looks_secret(value: &str) -> bool {
    value.chars().count() >= 6 && value.chars().any(|c| c.is_ascii_digit()) && value.is_ascii()
}

/// The passwords of `scheme://user:password@host`.
fn urls(text: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (at, _) in text.match_indices("://") {
        let start = at + 3;
        let Some(rest) = text.get(start..) else {
            continue;
        };
        let end = rest
            .char_indices()
            .take(USER_INFO)
            .find(|(_, c)| c.is_whitespace() || matches!(c, '/' | '?' | '#' | '\'' | '"' | '`' | '<' | ','))
            .map_or(rest.len().min(USER_INFO), |(at, _)| at);
        let authority = rest.get(..end).unwrap_or_default();
        let Some((user_info, _)) = authority.rsplit_once('@') else {
            continue;
        };
        let Some((user, password)) = user_info.split_once(':') else {
            continue;
        };
        if !is_placeholder(password) {
            let from = start + user.len() + 1;
            hits.push(Hit {
                start: from,
                end: from + password.len(),
                kind: CredentialKind::UrlPassword,
                nearby: false,
            });
        }
    }
    hits
}
