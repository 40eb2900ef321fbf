//! Numbers.

use std::cmp::Ordering;
use std::fmt;

/// A decimal number, exact: `±0.digits × 10^point`, without leading or trailing zeros in `digits`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    negative: bool,
    /// Empty for zero.
    digits: Box<str>,
    point: i64,
}

impl Number {
    /// Reads an optional sign, digits, an optional fraction and an optional exponent.
    pub fn read(text: &str) -> Option<Self> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
            // The bound keeps the sum below from overflowing; no condition compares such numbers.
            Some((mantissa, exponent)) => (mantissa, i64::from(exponent.parse::<i32>().ok()?)),
            None => (rest, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all_digits = whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit());
        if !all_digits || (whole.is_empty() && fraction.is_empty()) {
            return None;
        }
        let written = format!("{whole}{fraction}");
        let digits = written.trim_start_matches('0');
        let leading = written.len() - digits.len();
        let digits = digits.trim_end_matches('0');
        if digits.is_empty() {
            return Some(Number { negative: false, digits: "".into(), point: 0 });
        }
        let point = i64::try_from(whole.len()).ok()? - i64::try_from(leading).ok()? + exponent;
        Some(Number { negative, digits: digits.into(), point })
    }

    /// The number as `±0.digits × 10^point`: whether it is negative, `digits` without zeros at either end
    /// (empty for zero), and `point`.
    pub fn parts(&self) -> (bool, &str, i64) {
        (self.negative, &self.digits, self.point)
    }

    /// The order of two numbers by value.
    pub fn compare(&self, other: &Number) -> Ordering {
        let sign = |number: &Number| match (number.digits.is_empty(), number.negative) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        };
        let size = || self.point.cmp(&other.point).then_with(|| self.digits.cmp(&other.digits));
        match (sign(self), sign(other)) {
            (1, 1) => size(),
            (-1, -1) => size().reverse(),
            (ours, theirs) => ours.cmp(&theirs),
        }
    }
}

/// Plain where that is short, else with an exponent; [`Number::read`] reads it back.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Number { negative, digits, point } = self;
        let zeros = |count: i64| "0".repeat(usize::try_from(count).unwrap_or(0));
        let length = i64::try_from(digits.len()).unwrap_or(i64::MAX);
        if digits.is_empty() {
            return f.write_str("0");
        }
        if *negative {
            f.write_str("-")?;
        }
        if !(-20..=40).contains(point) {
            write!(f, "0.{digits}e{point}")
        } else if *point <= 0 {
            write!(f, "0.{}{digits}", zeros(-point))
        } else if *point >= length {
            write!(f, "{digits}{}", zeros(point - length))
        } else {
            let at = usize::try_from(*point).unwrap_or(0);
            let (whole, fraction) = digits.split_at_checked(at).unwrap_or((digits, ""));
            write!(f, "{whole}.{fraction}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_compares() {
        use Ordering::{Equal, Greater, Less};
        for (one, order, other) in [
            ("10", Greater, "9"),
            ("1.50", Equal, "1.5"),
            ("-0.0", Equal, "0"),
            ("007", Equal, "7"),
            ("+1", Equal, "1"),
            (".5", Equal, "0.5"),
            ("1e3", Equal, "1000"),
            ("12.5E-1", Equal, "1.25"),
            ("-2", Less, "-1"),
            ("-1", Less, "0"),
            ("0.09", Less, "0.1"),
            ("1e400", Greater, "1e399"),
            ("9007199254740993", Greater, "9007199254740992.0"),
            (
                "123456789012345678901234567890123456789012",
                Greater,
                "123456789012345678901234567890123456789011",
            ),
        ] {
            let number = |text| Number::read(text).unwrap();
            assert_eq!(number(one).compare(&number(other)), order, "{one} {other}");
            assert_eq!(number(other).compare(&number(one)), order.reverse(), "{other} {one}");
            assert_eq!(number(&number(one).to_string()), number(one), "{one}");
        }
        for bad in [
            "",
            "x",
            "1x",
            "inf",
            "NaN",
            "1e",
            "e1",
            ".",
            "0x10",
            "1,000",
            " 1",
            "1e99999999999",
            "--1",
            "1.2.3",
        ] {
            assert!(Number::read(bad).is_none(), "{bad}");
        }
    }
}
