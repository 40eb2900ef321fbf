//! Numbers.

use std::cmp::Ordering;

/// A decimal number. Whole numbers are exact up to 38 digits; others are binary floating point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Number {
    /// A whole number.
    Whole(i128),
    /// Any other finite number.
    Float(f64),
}

impl Number {
    /// Reads an optional sign, digits, an optional fraction and an optional exponent.
    pub(super) fn read(text: &str) -> Option<Self> {
        if let Ok(whole) = text.parse::<i128>() {
            return Some(Number::Whole(whole));
        }
        let plain = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'));
        let float = text.parse::<f64>().ok().filter(|float| plain && float.is_finite())?;
        Some(Number::Float(float))
    }

    pub(super) fn compare(&self, other: &Number) -> Ordering {
        match (self, other) {
            (Number::Whole(a), Number::Whole(b)) => a.cmp(b),
            _ => self.float().total_cmp(&other.float()),
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "a whole number is compared with a fraction only here")]
    fn float(self) -> f64 {
        match self {
            Number::Whole(whole) => whole as f64,
            // -0.0 equals 0.
            Number::Float(float) => float + 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_compares() {
        let number = |text| Number::read(text).unwrap();
        assert_eq!(number("10").compare(&number("9")), Ordering::Greater, "as numbers, not as strings");
        assert_eq!(number("1.50").compare(&number("1.5")), Ordering::Equal);
        assert_eq!(number("-0.0").compare(&number("0")), Ordering::Equal);
        assert_eq!(
            number("9007199254740993").compare(&number("9007199254740992")),
            Ordering::Greater,
            "past the precision of a double"
        );
        for bad in ["", "x", "1x", "inf", "NaN", "1e999", "0x10", "1,000", " 1"] {
            assert!(Number::read(bad).is_none(), "{bad}");
        }
    }
}
