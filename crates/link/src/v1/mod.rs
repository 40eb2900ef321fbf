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
