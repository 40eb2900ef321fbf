//! A content that stands behind the `#` as it is: `json=` and JSON, percent-encoded. Programs that make links without
//! this crate write it, such as pages that embed the playground. People are given the short form.

use serde_json::Value;

use crate::{LinkError, limits};

/// What such a fragment starts with; no version of the short form does.
const MARK: &str = "json=";

/// The content of such a fragment; `None` for another one.
pub(crate) fn unpack(fragment: &str) -> Option<Result<Value, LinkError>> {
    let encoded = fragment.strip_prefix(MARK)?;
    // Each byte may be written as three.
    if encoded.len() > limits::CONTENT * 3 {
        return Some(Err(LinkError::TooLong { bytes: encoded.len() }));
    }
    let read = decoded(encoded.as_bytes()).and_then(|text| serde_json::from_slice(&text).ok());
    Some(read.ok_or(LinkError::Malformed))
}

/// Bytes without percent-encoding; `None` where it is none.
fn decoded(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut rest = bytes.iter();
    while let Some(byte) = rest.next() {
        if *byte == b'%' {
            let mut digit = || char::from(*rest.next()?).to_digit(16);
            let (high, low) = (digit()?, digit()?);
            decoded.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            decoded.push(*byte);
        }
    }
    Some(decoded)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::unpack;
    use crate::LinkError;

    #[test]
    fn json_is_read_as_it_is() {
        let content = json!({"a": "ä\n#%"});
        for written in ["json=%7B%22a%22%3A%22%C3%A4%5Cn%23%25%22%7D", "json={\"a\":\"ä\\n#%25\"}"] {
            assert_eq!(unpack(written), Some(Ok(content.clone())), "{written}");
        }
        assert_eq!(unpack("10A02A7zc4"), None);
    }

    #[test]
    fn what_is_broken_is_refused() {
        for broken in ["json=", "json=%", "json=%7", "json=%7g", "json={", "json=%FF", "json=%+1"] {
            assert_eq!(unpack(broken), Some(Err(LinkError::Malformed)), "{broken}");
        }
        let long = format!("json={}", "1".repeat(1_000_000));
        assert!(matches!(unpack(&long), Some(Err(LinkError::TooLong { bytes: 1_000_000 }))));
    }
}
