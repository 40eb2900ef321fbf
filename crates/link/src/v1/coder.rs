//! Arithmetic coding: bytes into as few digits as the model is surprised by, and back.
//!
//! FROZEN: links that people keep depend on every line of this file.

use super::digits;
use super::model::Model;
use super::tree::{Broken, Source};

/// The part of the interval `low..=high` that stands for 1: neither empty nor all of it, since `low < high` always.
fn middle(low: u32, high: u32, chance: u16) -> u32 {
    let part = (u64::from(high - low) * u64::from(chance)) >> 16;
    low + u32::try_from(part).unwrap_or(0)
}

/// Whether both numbers begin with the same byte.
fn begin_alike(low: u32, high: u32) -> bool {
    (low ^ high) >> 24 == 0
}

/// Codes bytes into digits.
pub(super) fn encode(bytes: &[u8]) -> Vec<u8> {
    let mut model = Model::primed();
    let (mut low, mut high) = (0_u32, u32::MAX);
    let mut out = Vec::with_capacity(bytes.len() / 4);
    for byte in bytes {
        for place in (0..8).rev() {
            let bit = byte >> place & 1 == 1;
            let middle = middle(low, high, model.chance());
            if bit {
                high = middle;
            } else {
                low = middle + 1;
            }
            model.learn(bit);
            while begin_alike(low, high) {
                out.extend(high.to_be_bytes().first());
                low <<= 8;
                high = high << 8 | 0xFF;
            }
        }
    }
    let ends = [low, high].map(|end| [out.as_slice(), &end.to_be_bytes()].concat());
    let [low, high] = &ends;
    digits::between(low, high)
}

/// Gives the bytes back, one at a time.
pub(super) struct Decoder {
    model: Model,
    low: u32,
    high: u32,
    code: u32,
    rest: std::vec::IntoIter<u8>,
    /// How many bytes are still given.
    budget: usize,
}

impl Decoder {
    /// Gives at most `budget` bytes; `None` if the characters stand for no code.
    pub(super) fn new(characters: &[u8], budget: usize) -> Option<Self> {
        let rest = digits::bytes_of(characters)?.into_iter();
        let mut decoder = Decoder { model: Model::primed(), low: 0, high: u32::MAX, code: 0, rest, budget };
        (0..4).for_each(|_| decoder.shift());
        Some(decoder)
    }

    fn shift(&mut self) {
        self.code = self.code << 8 | u32::from(self.rest.next().unwrap_or(0));
    }
}

impl Source for Decoder {
    fn next(&mut self) -> Result<u8, Broken> {
        self.budget = self.budget.checked_sub(1).ok_or(Broken::Long)?;
        let mut byte = 0;
        for _ in 0..8 {
            let middle = middle(self.low, self.high, self.model.chance());
            let bit = self.code <= middle;
            if bit {
                self.high = middle;
            } else {
                self.low = middle + 1;
            }
            self.model.learn(bit);
            byte = byte << 1 | u8::from(bit);
            while begin_alike(self.low, self.high) {
                self.low <<= 8;
                self.high = self.high << 8 | 0xFF;
                self.shift();
            }
        }
        Ok(byte)
    }
}
