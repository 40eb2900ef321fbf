//! How deep a text nests, found before any recursive reading.

/// The byte offset of the first bracket that opens more than `limit` levels. Strings and comments
/// are passed over; everything else is counted, whatever it means.
pub(super) fn first_too_deep(text: &str, limit: usize) -> Option<usize> {
    let mut bytes = text.bytes().enumerate().peekable();
    let mut depth = 0_usize;
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'{' | b'[' => {
                depth += 1;
                if depth > limit {
                    return Some(at);
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' | b'\'' => {
                while let Some((_, inner)) = bytes.next() {
                    if inner == b'\\' {
                        bytes.next();
                    } else if inner == byte {
                        break;
                    }
                }
            }
            b'/' => match bytes.peek() {
                Some((_, b'/')) => while bytes.next_if(|(_, inner)| *inner != b'\n').is_some() {},
                Some((_, b'*')) => {
                    bytes.next();
                    let mut star = false;
                    for (_, inner) in bytes.by_ref() {
                        if star && inner == b'/' {
                            break;
                        }
                        star = inner == b'*';
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
    None
}
