//! Puts together what names and forms say.

use ramplay_text::Span;

use super::keys::{is_placeholder, option_kind};
use super::patterns::Hit;
use super::{Credential, CredentialKind, FoundBy, assigned, mask, patterns};
use crate::lex::{Kind, Lexed, Token};
use crate::model::Language;
use crate::place::{Place, Places};

/// Something found, before it is known where it stands.
#[derive(Debug, Clone, Copy)]
struct Raw {
    span: Span,
    kind: CredentialKind,
    found_by: FoundBy,
}

/// All credentials of a text, in order, none within another.
pub(crate) fn find(text: &str, language: Language, lexed: &Lexed, places: &Places<'_>) -> Vec<Credential> {
    let mut raw = Vec::new();
    for (_, entry) in places.options() {
        if let Some(kind) = option_kind(&entry.key) {
            raw.extend(value(text, entry.value_span, kind));
        }
    }
    // Where a statement is broken, the tokens still tell `'key' = 'value'`.
    let mut known = places.keys().peekable();
    for window in lexed.tokens.windows(3) {
        if let [Token { kind: Kind::String, inner: key, .. }, equals, Token { kind: Kind::String, inner, .. }] =
            window
            && equals.kind == Kind::Symbol('=')
        {
            while known.next_if(|known| known.start < key.start).is_some() {}
            if known.peek() == Some(key) {
                continue;
            }
            let Some(kind) = option_kind(key.of(text)) else { continue };
            raw.extend(value(text, *inner, kind));
        }
    }
    for comment in &lexed.comments {
        raw.extend(assignments(text, *comment, true));
    }
    match language {
        Language::Sql => {
            for token in lexed.tokens.iter().filter(|token| token.kind == Kind::String) {
                raw.extend(assignments(text, token.inner, false));
            }
        }
        Language::Yaml => {
            for (_, entry) in places.options() {
                raw.extend(assignments(text, entry.value_span, false));
            }
        }
    }
    raw.extend(patterns::hits(text).into_iter().map(|hit| Raw {
        found_by: if hit.nearby { FoundBy::Nearby } else { FoundBy::Pattern },
        ..shifted(hit, 0)
    }));
    merge(raw)
        .into_iter()
        .map(|found| {
            let place = places.place(found.span);
            Credential {
                kind: found.kind,
                span: found.span,
                found_by: found.found_by,
                masked: mask(found.span.of(text)),
                statement: if place == Place::Comment { None } else { places.statement(found.span) },
                place,
            }
        })
        .collect()
}

/// What the value of a credential option gives away.
fn value(text: &str, span: Span, kind: CredentialKind) -> Vec<Raw> {
    let written = span.of(text);
    if is_placeholder(written) {
        return Vec::new();
    }
    if kind == CredentialKind::Jaas {
        let inner: Vec<Raw> = assignments(text, span, false)
            .into_iter()
            .map(|found| Raw { kind: CredentialKind::Jaas, ..found })
            .collect();
        // A JAAS string whose password is a variable gives nothing away.
        if !inner.is_empty() || written.contains("${") || !written.to_ascii_lowercase().contains("password") {
            return inner;
        }
    }
    vec![Raw { span, kind, found_by: FoundBy::Name }]
}

fn assignments(text: &str, span: Span, is_prose: bool) -> Vec<Raw> {
    let found = assigned::hits(span.of(text), is_prose);
    found.into_iter().map(|hit| shifted(hit, span.start as usize)).collect()
}

fn shifted(hit: Hit, by: usize) -> Raw {
    Raw { span: Span::new(hit.start + by, hit.end + by), kind: hit.kind, found_by: FoundBy::Name }
}

/// Sorts what was found and leaves out what lies within something else. Of two that are the same,
/// the form says what it is.
fn merge(mut raw: Vec<Raw>) -> Vec<Raw> {
    raw.sort_by_key(|found| (found.span.start, std::cmp::Reverse(found.span.end), found.found_by));
    let mut merged: Vec<Raw> = Vec::with_capacity(raw.len());
    for found in raw {
        match merged.last_mut() {
            Some(last) if found.span.start < last.span.end => {
                // Halves that overlap become one, so that no end of either is shown.
                last.span.end = last.span.end.max(found.span.end);
            }
            _ => merged.push(found),
        }
    }
    merged
}
