//! Documents out of a string: a backslash before every quote.

use super::Inside;
use crate::mapped::{At, Builder, Mapped};
use crate::model::Wrapper;

pub(super) fn step(mapped: &Mapped) -> Option<Vec<Inside>> {
    let text = mapped.text();
    let quote = text.find('"')?;
    let brace = text.find(['{', '['])?;
    let head = text.get(..quote)?;
    // From the innermost level outwards; each step takes one off.
    if brace > quote || !head.ends_with('\\') {
        return None;
    }
    let all = At::new(0, text.len());
    let mut builder = Builder::new(mapped);
    unescape(mapped, all, &mut builder);
    Some(vec![Inside::new(mapped, all, builder.finish(), Wrapper::Escaped { levels: 1 })])
}

/// Keeps `at` with one level of escapes resolved. What is no escape stays as it is, for the parser to
/// judge.
pub(crate) fn unescape(mapped: &Mapped, at: At, builder: &mut Builder<'_>) {
    let text = mapped.text();
    let mut kept = at.start;
    let mut from = at.start;
    while let Some(offset) = text.get(from..at.end).and_then(|rest| rest.find('\\')) {
        let start = from + offset;
        let rest = text.get(start + 1..at.end).unwrap_or_default();
        let Some(next) = rest.chars().next() else { break };
        let end = start + 1 + next.len_utf8();
        from = end;
        let mut buffer = [0; 4];
        let resolved = match next {
            '"' | '\\' | '/' | '\'' | '`' | ' ' => Some((next, end)),
            'n' => Some(('\n', end)),
            'r' => Some(('\r', end)),
            't' => Some(('\t', end)),
            'u' => code_point(rest).map(|character| (character, start + 6)),
            _ => None,
        };
        if let Some((character, end)) = resolved {
            builder.keep(At::new(kept, start));
            builder.put(At::new(start, end), character.encode_utf8(&mut buffer));
            kept = end;
            from = end;
        }
    }
    builder.keep(At::new(kept, at.end));
}

/// `u0022` and the like; halves of a pair are left to the parser.
fn code_point(rest: &str) -> Option<char> {
    let digits = rest.get(1..5)?;
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}
