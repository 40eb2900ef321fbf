//! String literals of programming languages, in one piece or in several.

use super::{Inside, unescape};
use crate::chars::is_blank;
use crate::limits;
use crate::mapped::{At, Builder, Mapped};
use crate::model::Wrapper;
use crate::repair::{Repair, RepairKind};

pub(super) fn step(mapped: &Mapped) -> Option<Vec<Inside>> {
    let text = mapped.text();
    // The first quote was left out when the literal was copied.
    if let Some(literal) = headless(text) {
        return Some(vec![inside(mapped, &literal, '"')]);
    }
    let mut found = Vec::new();
    let mut from = 0;
    while let Some((start, quote)) = opening(text, from).filter(|_| found.len() < limits::PIECES) {
        let literal = scan(text, start, quote);
        from = literal.end.max(start + 1);
        found.push(inside(mapped, &literal, quote));
    }
    (!found.is_empty()).then_some(found)
}

/// A literal: its pieces and what stands between them.
struct Literal {
    pieces: Vec<At>,
    /// Places of the variables, each behind the piece of the same number.
    variables: Vec<Option<At>>,
    end: usize,
}

/// The next place where a quote opens a document: `"{\"`, `"{" +`, `'{"`, `` `{ ``.
fn opening(text: &str, from: usize) -> Option<(usize, char)> {
    for (offset, _) in text.get(from..)?.match_indices(['{', '[']) {
        let brace = from + offset;
        let head = skip_back(text.get(..brace)?);
        let Some(quote) = head.chars().next_back().filter(|last| matches!(last, '"' | '\'' | '`')) else {
            continue;
        };
        let start = head.len();
        if closes(head.trim_end_matches(quote)) {
            continue;
        }
        if start < from + usize::from(from > 0) {
            continue;
        }
        let tail = skip(text.get(brace + 1..)?);
        let opens = match quote {
            '"' => {
                // A list of objects, or the doubled brace of a format string.
                let nested =
                    tail.strip_prefix('{').is_some_and(|inner| skip(inner).starts_with(['"', '\'', '\\']));
                // A quote without a backslash ends the piece, or the literal was never escaped.
                nested || tail.starts_with("\\\"") || tail.starts_with(['"', '\''])
            }
            '\'' => tail.starts_with(['"', '\'', '\\', '{', '[']),
            _ => {
                tail.starts_with(['"', '\'', '{', '['])
                    || tail.starts_with(|next: char| next.is_ascii_alphabetic())
            }
        };
        if opens {
            return Some((start, quote));
        }
    }
    None
}

/// Whether a quote behind `head` closes a string, as the one before the bracket in `"Action" [`. A
/// single letter says of what kind a literal is: `f"…"`, `r'…'`.
fn closes(head: &str) -> bool {
    let mut before = head.chars().rev();
    let in_word = |character: Option<char>| {
        character.is_some_and(|character| character.is_alphanumeric() || matches!(character, '*' | '_' | '}'))
    };
    match before.next() {
        Some('f' | 'r' | 'b' | 'u' | 'F' | 'R' | '$' | '@') => in_word(before.next()),
        last => in_word(last),
    }
}

/// Leaves white space out, also what is left escaped.
fn skip(mut text: &str) -> &str {
    loop {
        let shorter = text.trim_start_matches(is_blank);
        let shorter = ["\\n", "\\t", "\\r"]
            .into_iter()
            .find_map(|space| shorter.strip_prefix(space))
            .unwrap_or(shorter);
        if shorter.len() == text.len() {
            return text;
        }
        text = shorter;
    }
}

/// The same from the end.
fn skip_back(mut text: &str) -> &str {
    loop {
        let shorter = text.trim_end_matches(is_blank);
        let shorter = ["\\n", "\\t", "\\r"]
            .into_iter()
            .find_map(|space| shorter.strip_suffix(space))
            .unwrap_or(shorter);
        if shorter.len() == text.len() {
            return text;
        }
        text = shorter;
    }
}

/// Reads a literal from behind its opening quote.
fn scan(text: &str, start: usize, quote: char) -> Literal {
    let escapes = quote != '`';
    // Never escaped, as in `"{"Version": …}"`: the last quote is the one that closes.
    if quote == '"' && !escaped(text, start) {
        let end = text.rfind(quote).filter(|end| *end > start).unwrap_or(text.len());
        // Three quotes open and close, too.
        let body = text.get(..end).unwrap_or_default().trim_end_matches(quote).len().max(start);
        return Literal { pieces: vec![At::new(start, body)], variables: vec![None], end };
    }
    let mut literal = Literal { pieces: Vec::new(), variables: Vec::new(), end: text.len() };
    let mut piece = start;
    let mut at = start;
    while let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) {
        if character == '\\' && escapes {
            let next = text.get(at + 1..).and_then(|rest| rest.chars().next());
            at += 1 + next.map_or(0, char::len_utf8);
            // `\ "` is `\"` as some translation programs leave it.
            if next == Some(' ') && text.get(at..).is_some_and(|rest| rest.starts_with(quote)) {
                at += 1;
            }
            continue;
        }
        at += character.len_utf8();
        if character != quote {
            continue;
        }
        literal.pieces.push(At::new(piece, at - 1));
        match joint(text, at, quote) {
            Some((variable, next)) => {
                literal.variables.push(variable);
                piece = next;
                at = next;
            }
            None => {
                literal.variables.push(None);
                literal.end = at;
                return literal;
            }
        }
    }
    literal.pieces.push(At::new(piece, text.len()));
    literal.variables.push(None);
    literal
}

/// Whether quotes inside the literal have a backslash, or the piece ends before there is one.
fn escaped(text: &str, start: usize) -> bool {
    let rest = text.get(start..).unwrap_or_default();
    match rest.find('"') {
        Some(quote) if rest.get(..quote).is_some_and(|head| head.ends_with('\\')) => true,
        Some(quote) => {
            joint(text, start + quote + 1, '"').is_some()
                || rest.get(quote + 1..).is_none_or(|tail| !tail.contains('"'))
        }
        None => true,
    }
}

/// What joins two pieces, behind the first one's closing quote: `+`, nothing but white space, or a
/// variable between two `+`. Answers with the variable and where the next piece starts.
fn joint(text: &str, at: usize, quote: char) -> Option<(Option<At>, usize)> {
    let signs = ['+', '.', '&', '\\'];
    let (rest, signed) = operator(text.get(at..)?, &signs);
    if let Some(next) = rest.strip_prefix(quote) {
        // `""` with nothing between is an empty piece or the end.
        let touches = text.len() - rest.len() == at;
        return (!touches).then_some((None, text.len() - next.len()));
    }
    if !signed {
        return None;
    }
    let start = text.len() - rest.len();
    let is_name = |character: char| character.is_ascii_alphanumeric() || "_.$()[]".contains(character);
    let length = rest.find(|character: char| !is_name(character))?;
    let (rest, signed) = operator(rest.get(length..)?, &signs);
    let next = rest.strip_prefix(quote)?;
    (length > 0 && signed).then_some((Some(At::new(start, start + length)), text.len() - next.len()))
}

/// Passes over white space and at most one operator.
fn operator<'a>(text: &'a str, signs: &[char]) -> (&'a str, bool) {
    let rest = text.trim_start_matches(is_blank);
    match rest.strip_prefix(signs) {
        Some(rest) => (rest.trim_start_matches(is_blank), true),
        None => (rest, false),
    }
}

/// A literal in several pieces that starts with the brace itself.
fn headless(text: &str) -> Option<Literal> {
    let start = text.len() - skip(text).len();
    if !text.get(start..)?.starts_with(['{', '[']) {
        return None;
    }
    // The first quote is not escaped, and joins two pieces.
    let quote = start + text.get(start..)?.find('"')?;
    let (_, next) = joint(text, quote + 1, '"')?;
    let escaped = text.get(..quote)?.ends_with('\\');
    let line_break = text.get(quote..next)?.contains('\n');
    (!escaped && line_break).then(|| scan(text, start, '"'))
}

fn inside(mapped: &Mapped, literal: &Literal, quote: char) -> Inside {
    let text = mapped.text();
    let mut builder = Builder::new(mapped);
    let mut repairs = Vec::new();
    for (piece, variable) in literal.pieces.iter().zip(&literal.variables) {
        if quote == '"' && piece.of(text).contains('\\') {
            unescape(mapped, *piece, &mut builder);
        } else {
            builder.keep(*piece);
        }
        if let Some(variable) = variable {
            let replacement = format!("${{{}}}", variable.of(text));
            builder.put(*variable, &replacement);
            repairs.push(Repair {
                kind: RepairKind::JoinedVariable,
                span: mapped.span(*variable),
                replacement,
            });
        }
    }
    let start = literal.pieces.first().map_or(0, |piece| piece.start);
    let wrapper = match literal.pieces.len() {
        0 | 1 => Wrapper::StringLiteral,
        pieces => Wrapper::Concatenation { pieces },
    };
    // A text that was cut begins within its first piece.
    let is_opened = text.get(..start).is_some_and(|before| before.ends_with(quote));
    let at = At::new(if is_opened { start - quote.len_utf8() } else { start }, literal.end);
    let mut inside = Inside::new(mapped, at, builder.finish(), wrapper);
    inside.repairs = repairs;
    inside
}
