//! The characters of a link.

/// How many characters there are.
pub(crate) const BASE: usize = 62;

/// The value of a character.
pub(crate) fn digit(character: u8) -> Option<u8> {
    match character {
        b'0'..=b'9' => Some(character - b'0'),
        b'A'..=b'Z' => Some(character - b'A' + 10),
        b'a'..=b'z' => Some(character - b'a' + 36),
        _ => None,
    }
}

/// The character of a value below [`BASE`].
pub(crate) fn character(digit: u8) -> u8 {
    match digit {
        0..=9 => b'0' + digit,
        10..=35 => b'A' + digit - 10,
        _ => b'a' + (digit % 62).saturating_sub(36),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways() {
        for value in 0..62 {
            assert!(character(value).is_ascii_alphanumeric());
            assert_eq!(digit(character(value)), Some(value));
        }
        assert_eq!((0..=255).filter(|byte| digit(*byte).is_some()).count(), BASE);
    }
}
