//! Credentials by their form, anywhere in a text, in one pass over its bytes.

use std::collections::BTreeSet;

use super::CredentialKind;
use crate::limits;

/// Length of the shortest thing that is found.
const SHORTEST: usize = 16;

/// Where something has the form of a credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: CredentialKind,
    /// Its form says little; an AccessKey ID nearby says the rest.
    pub(super) nearby: bool,
}

/// All that has the form of a credential by itself, and every secret near an identifier.
pub(super) fn hits(text: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut maybe = Vec::new();
    // A token goes on behind its first run; what is within it is not looked at again.
    let mut token_end = 0;
    for (start, end) in runs(text) {
        if start < token_end {
            continue;
        }
        if end - start < SHORTEST && !matches!(text.as_bytes().get(start), Some(b'S' | b'C')) {
            continue;
        }
        let run = text.get(start..end).unwrap_or_default();
        let hit = |start, end, kind| Hit { start, end, kind, nearby: false };
        if run.starts_with("LTAI") && (16..=28).contains(&run.len()) {
            hits.push(hit(start, end, CredentialKind::AccessKeyId));
        } else if run == "STS" {
            let rest = text.get(end..).unwrap_or_default();
            let id = rest.strip_prefix('.').map_or("", alphanumeric);
            if (16..=32).contains(&id.len()) && !text.get(..start).unwrap_or_default().ends_with('.') {
                hits.push(hit(start, end + 1 + id.len(), CredentialKind::AccessKeyId));
            }
        } else if run.starts_with("CAIS") {
            let rest = text.get(start..).unwrap_or_default();
            let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=');
            let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
            token_end = start + length;
            if length >= 64 {
                hits.push(hit(start, start + length, CredentialKind::SecurityToken));
            }
        } else if looks_random(run) {
            maybe.push(Hit { start, end, kind: CredentialKind::AccessKeySecret, nearby: true });
        }
    }
    let identifiers: Vec<usize> =
        hits.iter().filter(|hit| hit.kind == CredentialKind::AccessKeyId).map(|hit| hit.start).collect();
    let reach = limits::SECRET_NEARBY as usize;
    hits.extend(maybe.into_iter().filter(|secret| {
        let from = identifiers.partition_point(|id| id + reach < secret.start);
        identifiers.get(from).is_some_and(|id| *id < secret.end + reach)
    }));
    hits
}

/// Everything that has the form of a credential, secrets without an identifier too: for single
/// words, where there is nothing nearby.
pub(super) fn strict_hits(word: &str) -> Vec<Hit> {
    if word.len() < SHORTEST {
        return Vec::new();
    }
    let mut found = hits(word);
    let known: BTreeSet<usize> = found.iter().map(|hit| hit.start).collect();
    for (start, end) in runs(word) {
        if looks_random(word.get(start..end).unwrap_or_default()) && !known.contains(&start) {
            found.push(Hit { start, end, kind: CredentialKind::AccessKeySecret, nearby: true });
        }
    }
    found
}

/// 30 letters and digits of both cases (AccessKey secret), or 43 to 44 without those that look alike
/// (secret of a temporary key).
fn looks_random(run: &str) -> bool {
    // The length first: it says no to nearly all.
    let length_fits = match run.len() {
        30 => true,
        43 | 44 => !run.bytes().any(|b| matches!(b, b'0' | b'O' | b'I' | b'l')),
        _ => false,
    };
    length_fits
        && run.bytes().any(|b| b.is_ascii_digit())
        && run.bytes().any(|b| b.is_ascii_lowercase())
        && run.bytes().any(|b| b.is_ascii_uppercase())
}

fn alphanumeric(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// The longest runs of ASCII letters and digits.
fn runs(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let bytes = text.as_bytes();
    let mut end = 0;
    std::iter::from_fn(move || {
        let start = end + bytes.get(end..)?.iter().position(u8::is_ascii_alphanumeric)?;
        let length = bytes.get(start..)?.iter().position(|byte| !byte.is_ascii_alphanumeric());
        end = length.map_or(bytes.len(), |length| start + length);
        Some((start, end))
    })
}
