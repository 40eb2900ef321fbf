//! A quick hash for the keys of this crate, which nobody chooses to collide: work is bounded by the budget.

use std::hash::{BuildHasherDefault, Hasher};

/// Builds the hasher.
pub(crate) type Fast = BuildHasherDefault<Multiply>;

/// Rotates, adds and multiplies, a word at a time.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Multiply(u64);

impl Multiply {
    fn word(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Multiply {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let word = chunk.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte));
            self.word(word);
        }
    }

    fn write_u8(&mut self, number: u8) {
        self.word(u64::from(number));
    }

    fn write_u32(&mut self, number: u32) {
        self.word(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.word(number);
    }

    fn write_usize(&mut self, number: usize) {
        self.word(number as u64);
    }

    fn finish(&self) -> u64 {
        // The table takes the upper bits; multiplication leaves the lower ones poor.
        self.0 ^ (self.0 >> 32)
    }
}
