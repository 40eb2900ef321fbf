//! Version 1: fields at their default are left out ([`fields`]), the rest becomes short bytes in which texts of JSON
//! are apart from their white space ([`tree`], [`layout`]), and those are coded by how much they surprise a model that
//! knows the words of RAM policies ([`model`], [`coder`]), in letters and digits ([`digits`]).

mod coder;
mod digits;
mod fields;
mod layout;
mod model;
mod numbers;
mod tree;

use serde_json::Value;

use crate::alphabet::character;
use crate::{EncodeError, LinkError, limits};

/// The bytes that a body of so many characters may stand for: what is read is bounded by what is there.
fn budget(characters: usize) -> usize {
    (characters * limits::RATIO + limits::LEAST).min(limits::CONTENT)
}

/// The body of a link.
pub(crate) fn write(content: &Value) -> Result<String, EncodeError> {
    let mut form = String::new();
    tree::write(&fields::prune(content), &mut form).ok_or(EncodeError::TooDeep)?;
    let size = form.len().max(size_of(content));
    if size > limits::CONTENT {
        return Err(EncodeError::ContentTooLong { bytes: size });
    }
    let mut digits = coder::encode(form.as_bytes());
    // Zeros change nothing; they only pay for what is read.
    while budget(digits.len()) < size {
        digits.push(0);
    }
    Ok(digits.into_iter().map(|digit| char::from(character(digit))).collect())
}

/// The content that a body stands for.
pub(crate) fn read(body: &[u8]) -> Result<Value, LinkError> {
    let budget = budget(body.len());
    let mut decoder = coder::Decoder::new(body, budget).ok_or(LinkError::Malformed)?;
    match tree::read(&mut decoder, budget) {
        Ok(value) => Ok(fields::fill(value)),
        Err(tree::Broken::Form) => Err(LinkError::Malformed),
        Err(tree::Broken::Long) => Err(LinkError::ContentTooLong),
    }
}

/// The bytes of all texts.
fn size_of(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Array(items) => items.iter().map(size_of).sum(),
        Value::Object(fields) => fields.iter().map(|(key, value)| key.len() + size_of(value)).sum(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    /// A body as only somebody who means harm would make it: whole and short, but for a text without end.
    #[test]
    fn a_body_that_stands_for_too_much_is_refused() {
        let digits = coder::encode(format!("{{\"notes\":\"{}\"}}", "a".repeat(200_000)).as_bytes());
        assert!(digits.len() < 1_000, "{}", digits.len());
        let body: Vec<u8> = digits.into_iter().map(character).collect();
        assert_eq!(read(&body), Err(LinkError::ContentTooLong));
    }

    /// White space that a style foretells is not in the form, but counts.
    #[test]
    fn nesting_cannot_blow_a_text_up() {
        let digits = coder::encode(format!("{{\"notes\":'e{}'}}", "[".repeat(3_000)).as_bytes());
        let body: Vec<u8> = digits.into_iter().map(character).collect();
        assert_eq!(read(&body), Err(LinkError::ContentTooLong));
    }

    #[test]
    fn deep_values_are_refused() {
        let form = format!("{{\"a\":{}1{}}}", "[".repeat(100), "]".repeat(100));
        let body: Vec<u8> = coder::encode(form.as_bytes()).into_iter().map(character).collect();
        assert_eq!(read(&body), Err(LinkError::Malformed));
    }

    /// The tables and the dictionary are what the first release had. This fails before a single link does.
    #[test]
    fn the_model_is_frozen() {
        let sum =
            |text: &str| text.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
        assert_eq!(sum(include_str!("dictionary.txt")), DICTIONARY);
        let digits = coder::encode(br#"{"policies":[]}"#);
        let body: String = digits.into_iter().map(|digit| char::from(character(digit))).collect();
        assert_eq!(body, EMPTY);
    }
    const DICTIONARY: u32 = 2_034_272_353;
    const EMPTY: &str = "0gSG";

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

        /// Whoever knows the checksum can seal any body.
        #[test]
        fn any_body_is_read_or_refused(body in "[0-9A-Za-z]{0,120}") {
            if let Ok(content) = read(body.as_bytes()) {
                let again = write(&content).unwrap();
                prop_assert_eq!(read(again.as_bytes()).unwrap(), content);
            }
        }

        #[test]
        fn any_form_is_read_or_refused(form in "[{}\\[\\]\",:'`bc \n1-9a]{0,60}") {
            struct Bytes(std::vec::IntoIter<u8>);
            impl tree::Source for Bytes {
                fn next(&mut self) -> Result<u8, tree::Broken> {
                    self.0.next().ok_or(tree::Broken::Form)
                }
            }
            let form = format!("{{\"a\":'{form}");
            if let Ok(content) = tree::read(&mut Bytes(form.into_bytes().into_iter()), 4096) {
                let mut again = String::new();
                tree::write(&content, &mut again).unwrap();
                let read = tree::read(&mut Bytes(again.into_bytes().into_iter()), 4096);
                prop_assert_eq!(read.unwrap(), content);
            }
        }
    }

    #[test]
    fn nothing_is_written_that_is_not_read() {
        let content = json!({"policies": [{"document": "[".repeat(20_000)}]});
        let body = write(&content).unwrap();
        assert_eq!(read(body.as_bytes()).unwrap()["policies"], content["policies"]);
    }
}
