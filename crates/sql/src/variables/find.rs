//! Finds references to variables, and what was meant as one, anywhere in a text.

use ramplay_text::Span;

use super::{Malformed, MalformedKind, Quotes, VariableKind, VariableUse};
use crate::limits;
use crate::place::{Place, Places};
use crate::written::Written;

/// How namespace variables begin.
const PREFIX: &str = "secret_values";
/// Where its underscore stands.
const UNDERSCORE: usize = 6;

/// All references, and all that was meant as one.
pub(crate) fn find(text: &str, places: &Places<'_>) -> (Vec<VariableUse>, Vec<Malformed>) {
    let mut uses = Vec::new();
    let mut malformed = Vec::new();
    // Behind what was read: the prefix within it is not looked at again.
    let mut read = 0;
    let bytes = text.as_bytes();
    let mut next = 0;
    while let Some(at) =
        bytes.get(next..).and_then(|rest| rest.iter().position(|byte| is_mark(*byte))).map(|by| next + by)
    {
        next = at + 1;
        let found = match bytes.get(at) {
            Some(b'{') => braces(text, at),
            // `secret_values` has one underscore, which is rarer than its letters.
            Some(b'_') => match at.checked_sub(UNDERSCORE).filter(|start| *start >= read) {
                Some(start) => bare(text, start),
                None => None,
            },
            _ if text.get(at..).is_some_and(|rest| rest.starts_with('｛')) => braces(text, at),
            _ => None,
        };
        let Some((span, found)) = found else {
            continue;
        };
        read = span.end as usize;
        next = next.max(read);
        let place = places.place(span);
        match found {
            Found::Use { kind, name_span } => uses.push(VariableUse {
                name: Written::new(name_span.of(text)),
                kind,
                span,
                name_span,
                quotes: quotes(text, span, &place),
                statement: places.statement(span),
                place,
            }),
            // Comments are prose: what is odd there does no harm.
            Found::Malformed(kind, meant) if place != Place::Comment => {
                malformed.push(Malformed { kind, span, meant: meant.map(Written::new) });
            }
            Found::Malformed(..) => {}
        }
    }
    (uses, malformed)
}

/// Whether something that is meant as a reference may be at this byte: at `{`, `_`, or the first of `｛`.
fn is_mark(byte: u8) -> bool {
    matches!(byte, b'{' | b'_' | 0xEF)
}

enum Found {
    Use { kind: VariableKind, name_span: Span },
    Malformed(MalformedKind, Option<String>),
}

/// What the brace at `at` belongs to.
fn braces(text: &str, at: usize) -> Option<(Span, Found)> {
    let before = text.get(..at)?;
    let rest = text.get(at..)?;
    let wide = rest.starts_with('｛');
    let brace = if wide { '｛'.len_utf8() } else { 1 };
    let spaceless = before.trim_end_matches([' ', '\t']);
    let dollar = spaceless.chars().next_back().filter(|last| matches!(last, '$' | '＄'));
    let inside = rest.get(brace..)?;
    let end = inside.find(['}', '｝', '\n', '{', '\'', '`', '"']).unwrap_or(inside.len());
    let end = if end > limits::VARIABLE_NAME { 0 } else { end };
    let content = inside.get(..end)?;
    let closer = inside.get(end..)?.chars().next().filter(|close| matches!(close, '}' | '｝'));
    let word = content.trim();
    let (prefix, name) = split_prefix(word);
    let Some(dollar) = dollar else {
        // JSON, brackets of other languages: only the prefix tells a variable.
        let closer = closer.filter(|_| prefix == Prefix::Right)?;
        let span = Span::new(at, at + brace + end + closer.len_utf8());
        return Some((span, Found::Malformed(MalformedKind::NoDollar, meant(prefix, name))));
    };
    let start = spaceless.len() - dollar.len_utf8();
    let Some(closer) = closer else {
        let stop = at + brace + content.find(|c: char| !is_name_part(c) && c != '.').unwrap_or(content.len());
        return Some((
            Span::new(start, stop),
            Found::Malformed(MalformedKind::Unclosed, meant(prefix, name)),
        ));
    };
    let span = Span::new(start, at + brace + end + closer.len_utf8());
    let wrong = if dollar == '＄' || wide || closer == '｝' {
        Some(MalformedKind::FullWidth)
    } else if spaceless.len() != before.len() {
        Some(MalformedKind::SpaceBeforeBrace)
    } else if name.is_empty() {
        Some(MalformedKind::Empty)
    } else if word.len() != content.len() || name.trim() != name {
        Some(MalformedKind::SpaceInside)
    } else if prefix == Prefix::Alike {
        Some(MalformedKind::Prefix)
    } else if name.contains(['$', ' ', '\t', ',', '=']) {
        Some(MalformedKind::BadCharacter)
    } else {
        None
    };
    if let Some(kind) = wrong {
        return Some((span, Found::Malformed(kind, meant(prefix, name))));
    }
    let kind = if prefix == Prefix::Right { VariableKind::Namespace } else { VariableKind::Deployment };
    let name_end = at + brace + end;
    Some((span, Found::Use { kind, name_span: Span::new(name_end - name.len(), name_end) }))
}

/// `secret_values.x` without braces, at `at`.
fn bare(text: &str, at: usize) -> Option<(Span, Found)> {
    let rest = text.get(at..)?;
    let head = rest.get(..PREFIX.len()).filter(|head| head.eq_ignore_ascii_case(PREFIX))?;
    let behind = rest.get(head.len()..)?.strip_prefix('.')?;
    let before = text.get(..at)?;
    if before.chars().next_back().is_some_and(|last| is_name_part(last) || last == '.') {
        return None;
    }
    let name = behind.get(..behind.find(|c| !is_name_part(c)).unwrap_or(behind.len()))?;
    let start = at - usize::from(before.ends_with('$'));
    let span = Span::new(start, at + head.len() + 1 + name.len());
    Some((span, Found::Malformed(MalformedKind::NoBraces, meant(Prefix::Right, name))))
}

fn is_name_part(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '-')
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Prefix {
    /// `secret_values.`.
    Right,
    /// Something like it.
    Alike,
    None,
}

/// A word without its prefix.
fn split_prefix(word: &str) -> (Prefix, &str) {
    if word == PREFIX {
        return (Prefix::Right, "");
    }
    let Some((prefix, name)) = word.split_once('.') else {
        return (Prefix::None, word);
    };
    let bare = prefix.trim();
    if prefix == PREFIX {
        (Prefix::Right, name)
    } else if bare.to_ascii_lowercase().starts_with("secret")
        || bare.len() < 2 * PREFIX.len()
            && strsim::damerau_levenshtein(&bare.to_ascii_lowercase(), PREFIX) <= 3
    {
        (Prefix::Alike, name)
    } else {
        (Prefix::None, word)
    }
}

fn meant(prefix: Prefix, name: &str) -> Option<String> {
    let name = name.trim();
    let is_plain = !name.is_empty() && name.chars().all(is_name_part);
    let kind = if prefix == Prefix::None { VariableKind::Deployment } else { VariableKind::Namespace };
    is_plain.then(|| kind.reference(name))
}

/// The quotes of the token around a reference, told by its place and by what stands around it.
fn quotes(text: &str, span: Span, place: &Place) -> Quotes {
    let before = |start: u32| text.get(..start as usize).and_then(|head| head.chars().next_back());
    match place {
        Place::Comment | Place::Code => Quotes::None,
        Place::Identifier => Quotes::Back,
        Place::OptionValue { value_span, .. } => match before(value_span.start) {
            Some('\'' | '‘' | '’' | '＇') => Quotes::Single,
            Some('"' | '“' | '”' | '＂') => Quotes::Double,
            Some('`') => Quotes::Back,
            _ => Quotes::None,
        },
        Place::OptionKey { .. } | Place::Literal => {
            // The whole token is not at hand; its opening quote stands on the same line, mostly.
            match before(span.start) {
                Some('"' | '“') => Quotes::Double,
                _ => Quotes::Single,
            }
        }
    }
}
