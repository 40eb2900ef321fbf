//! Percent encoding, as in the query of a URL.

use super::Inside;
use crate::mapped::{At, Builder, Mapped};
use crate::model::Wrapper;

pub(super) fn step(mapped: &Mapped) -> Option<Vec<Inside>> {
    let text = mapped.text();
    let brace = text.find("%7B").or_else(|| text.find("%7b"))?;
    // A document in plain text may hold an encoded part; the whole is encoded only if its brace is.
    if text.get(..brace)?.contains(['{', '[']) {
        return None;
    }
    let stops = |character: char| character.is_whitespace() || matches!(character, '&' | '"' | '\'');
    let rest = text.get(brace..)?;
    let at = At::new(brace, brace + rest.find(stops).unwrap_or(rest.len()));
    Some(vec![Inside::new(mapped, at, decode(mapped, at)?, Wrapper::PercentEncoded)])
}

fn decode(mapped: &Mapped, at: At) -> Option<Mapped> {
    let bytes = at.of(mapped.text()).as_bytes();
    let mut builder = Builder::new(mapped);
    let mut offset = 0;
    // Bytes that go together to one character.
    let mut pending: Vec<u8> = Vec::new();
    let mut from = 0;
    while let Some(byte) = bytes.get(offset) {
        let hex = match byte {
            b'%' => bytes.get(offset + 1..offset + 3).and_then(|hex| std::str::from_utf8(hex).ok()),
            _ => None,
        };
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                if pending.is_empty() {
                    from = offset;
                }
                pending.push(byte);
                offset += 3;
                if let Ok(character) = std::str::from_utf8(&pending) {
                    builder.put(At::new(at.start + from, at.start + offset), character);
                    pending.clear();
                } else if pending.len() > 3 {
                    return None;
                }
            }
            None if !pending.is_empty() => return None,
            None => {
                let start = at.start + offset;
                if *byte == b'+' {
                    builder.put(At::new(start, start + 1), " ");
                    offset += 1;
                } else {
                    let rest = bytes.get(offset..).unwrap_or_default();
                    let plain = rest.iter().skip(1).position(|byte| matches!(byte, b'%' | b'+'));
                    let length = plain.map_or(rest.len(), |plain| plain + 1);
                    builder.keep(At::new(start, start + length));
                    offset += length;
                }
            }
        }
    }
    pending.is_empty().then(|| builder.finish())
}
