//! Showing texts without the secrets in them.

use ramplay_text::Span;

use super::{assigned, patterns};
use crate::model::Script;

/// How many characters of a secret may be shown: four, and of short ones a quarter.
fn shown_characters(secret: &str) -> usize {
    (secret.chars().count() / 4).min(4)
}

/// The first characters of a secret, at most four, and `****`.
pub fn mask(secret: &str) -> String {
    let head: String = secret.chars().take(shown_characters(secret)).filter(|c| !c.is_control()).collect();
    format!("{head}****")
}

/// A text in which everything that has the form of a credential is masked, and what it assigns to the name
/// of one.
pub fn mask_patterns(text: &str) -> String {
    let mut hits = patterns::strict_hits(text);
    hits.extend(assigned::hits(text, false));
    if hits.is_empty() {
        return text.to_owned();
    }
    hits.sort_by_key(|hit| hit.start);
    let mut spans: Vec<Span> = Vec::with_capacity(hits.len());
    for hit in hits {
        let span = Span::new(hit.start, hit.end);
        match spans.last_mut() {
            // Halves that overlap become one, so that no end of either is shown.
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => spans.push(span),
        }
    }
    replace(text, 0, spans.into_iter(), mask)
}

/// The whole text of a draft with its secrets masked, in the same layout: every character of a
/// secret but the first ones becomes `*`, so that lines and columns stay.
pub fn masked(script: &Script) -> String {
    let spans = script.credentials.iter().map(|credential| credential.span);
    replace(&script.text, 0, spans, |secret| {
        let keep = shown_characters(secret);
        secret
            .chars()
            .enumerate()
            .map(|(at, c)| if at < keep || matches!(c, '\n' | '\r') { c } else { '*' })
            .collect()
    })
}

/// The text of a span with the secrets in it masked.
pub(crate) fn shown(script: &Script, span: Span) -> String {
    let from = script.credentials.partition_point(|credential| credential.span.end <= span.start);
    let known = script.credentials.get(from..).unwrap_or_default().iter();
    let within = known.take_while(|credential| credential.span.start < span.end).map(|credential| Span {
        start: credential.span.start.max(span.start),
        end: credential.span.end.min(span.end),
    });
    mask_patterns(&replace(span.of(&script.text), span.start, within, mask))
}

/// Replaces sorted spans of a text that begins at `offset`.
fn replace(
    text: &str,
    offset: u32,
    spans: impl Iterator<Item = Span>,
    by: impl Fn(&str) -> String,
) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0_usize;
    for span in spans {
        let (start, end) = ((span.start - offset) as usize, (span.end - offset) as usize);
        if start < done || end <= start {
            continue;
        }
        out.push_str(text.get(done..start).unwrap_or_default());
        out.push_str(&by(text.get(start..end).unwrap_or_default()));
        done = end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}
