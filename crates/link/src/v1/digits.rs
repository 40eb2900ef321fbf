//! Numbers in the digits of a link: `0`–`9`, `A`–`Z`, `a`–`z`.
//!
//! Only letters and digits are safe wherever links go: chat programs cut punctuation off the end, Markdown makes
//! emphasis of `_`, typography makes a dash of `--`, and a double click stops at each of them. Two more characters, as
//! in base64url, would save less than one in a hundred.
//!
//! A code is a fraction: 26 bytes become 35 digits, and zeros follow by themselves. So the last digits can be those of
//! the shortest number in the interval that arithmetic coding arrived at.
//!
//! FROZEN: links that people keep depend on every line of this file.

use crate::alphabet::{BASE, digit};

/// The bytes and the digits of a block: 62^35 is a little more than 256^26.
const BYTES: usize = 26;
const DIGITS: usize = 35;

/// The shortest digits that stand for a number from `low` to `high`: fractions, `low` followed by zeros and `high` by
/// ones; both are equally long.
pub(super) fn between(low: &[u8], high: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    for at in (0..low.len()).step_by(BYTES) {
        let block = |bytes: &[u8], filler: u8| {
            let mut block = [filler; BYTES];
            for (to, from) in block.iter_mut().zip(bytes.iter().skip(at)) {
                *to = *from;
            }
            block
        };
        let (from, to) = (block(low, 0), block(high, 0xFF));
        let from_digits = digits_of(from);
        if from == to {
            out.extend(from_digits);
            continue;
        }
        // Equal to `from` only if nothing but zeros follows there.
        let exact = low.iter().skip(at + BYTES).all(|byte| *byte == 0);
        out.extend(shortest(&from_digits, &digits_of(to), exact));
        break;
    }
    while out.last() == Some(&0) {
        out.pop();
    }
    out
}

/// The number with the fewest digits that is greater than `low`, or equal if that is allowed, and not greater than
/// `high`.
fn shortest(low: &[u8; DIGITS], high: &[u8; DIGITS], or_equal: bool) -> [u8; DIGITS] {
    for length in 0..DIGITS {
        let mut candidate = *low;
        let tail_is_zero = low.iter().skip(length).all(|digit| *digit == 0);
        candidate.iter_mut().skip(length).for_each(|digit| *digit = 0);
        // Round up, unless nothing was cut off.
        let fits = (tail_is_zero && or_equal) || increment(&mut candidate, length);
        if fits && candidate <= *high {
            return candidate;
        }
    }
    *high
}

/// Adds one at the last of the first `length` digits; `false` if there is no room.
fn increment(digits: &mut [u8; DIGITS], length: usize) -> bool {
    for digit in digits.iter_mut().take(length).rev() {
        if usize::from(*digit) + 1 < BASE {
            *digit += 1;
            return true;
        }
        *digit = 0;
    }
    false
}

fn digits_of(mut block: [u8; BYTES]) -> [u8; DIGITS] {
    let mut digits = [0; DIGITS];
    for digit in digits.iter_mut().rev() {
        let mut rest = 0;
        for byte in &mut block {
            let value = rest * 256 + usize::from(*byte);
            *byte = u8::try_from(value / BASE).unwrap_or(0);
            rest = value % BASE;
        }
        *digit = u8::try_from(rest).unwrap_or(0);
    }
    digits
}

/// The bytes that these digits stand for; `None` if there are none.
pub(super) fn bytes_of(text: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len());
    for chunk in text.chunks(DIGITS) {
        let mut block = [0_u8; BYTES];
        let zeros = std::iter::repeat_n(&b'0', DIGITS - chunk.len());
        for character in chunk.iter().chain(zeros) {
            let mut carry = usize::from(digit(*character)?);
            for byte in block.iter_mut().rev() {
                carry += usize::from(*byte) * BASE;
                *byte = u8::try_from(carry & 0xFF).ok()?;
                carry >>= 8;
            }
            if carry > 0 {
                return None;
            }
        }
        out.extend(block);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alphabet::character;

    fn written(digits: &[u8]) -> Vec<u8> {
        digits.iter().map(|digit| character(*digit)).collect()
    }

    #[test]
    fn whole_blocks_are_exact() {
        let bytes: Vec<u8> = (0..52).map(|n: u8| n.wrapping_mul(97) ^ 0xA5).collect();
        let digits = between(&bytes, &bytes);
        assert!(digits.len() <= 70);
        assert_eq!(bytes_of(&written(&digits)).unwrap(), bytes);
    }

    #[test]
    fn the_shortest_in_between() {
        let low = [[7; 26].as_slice(), &[1, 2, 3, 4]].concat();
        let high = [[7; 26].as_slice(), &[1, 9, 0, 0]].concat();
        let digits = between(&low, &high);
        assert!(digits.len() <= 38, "{digits:?}");
        let back = bytes_of(&written(&digits)).unwrap();
        let back = &back[..30];
        assert!(low.as_slice() <= back && back <= high.as_slice());
        assert!(between(&[0, 0, 0, 0], &[0xFF; 4]).is_empty());
    }

    #[test]
    fn too_great_a_block_is_refused() {
        assert_eq!(bytes_of(&[b'z'; 35]), None);
        assert_eq!(bytes_of("中".as_bytes()), None);
    }
}
