//! What every link has, in every version: a character for the version, the length of the whole, the body, and four
//! characters that check all of it.
//!
//! So a link that was cut, damaged or made by a newer program is recognised before anything of it is read. The
//! checksum is a polynomial over a prime field: it finds every single changed character and every two neighbours
//! that were exchanged, by proof, and any other damage but for one in 14 million.
//!
//! FROZEN for all versions.

use crate::alphabet::{BASE, character, digit};
use crate::{LinkError, limits};

/// The version that is written.
pub(crate) const VERSION: char = '1';
/// The greatest prime below 62^4.
const PRIME: u64 = 14_776_331;
/// Where the polynomial is evaluated.
const POINT: u64 = 9_236_479;
/// The characters of the checksum.
const CHECK: usize = 4;
/// First digits below this begin a length of two digits, the others one of three.
const SHORT: usize = 31;

/// An opened envelope.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Envelope<'a> {
    pub(crate) version: char,
    pub(crate) body: &'a [u8],
}

/// A whole link of a body that has only letters and digits.
pub(crate) fn seal(version: char, body: &str) -> String {
    let two = body.len() + 1 + 2 + CHECK;
    let length = if two < SHORT * BASE { two } else { two + 1 };
    let mut link = String::with_capacity(length);
    link.push(version);
    link.push_str(&length_digits(length));
    link.push_str(body);
    let mut check = checksum(link.as_bytes());
    let mut digits = [0_u8; CHECK];
    for digit in digits.iter_mut().rev() {
        *digit = character(u8::try_from(check % BASE as u64).unwrap_or(0));
        check /= BASE as u64;
    }
    link.extend(digits.map(char::from));
    link
}

fn length_digits(length: usize) -> String {
    let digits = if length < SHORT * BASE {
        vec![length / BASE, length % BASE]
    } else {
        vec![SHORT + length / BASE / BASE, length / BASE % BASE, length % BASE]
    };
    digits.into_iter().map(|digit| char::from(character(u8::try_from(digit % BASE).unwrap_or(0)))).collect()
}

/// The length that a link says it has, and how many characters say it.
fn said_length(link: &[u8]) -> Option<(usize, usize)> {
    let value = |at: usize| link.get(at).and_then(|byte| digit(*byte)).map(usize::from);
    let (first, second) = (value(1)?, value(2)?);
    if first < SHORT {
        return Some((first * BASE + second, 2));
    }
    Some((((first - SHORT) * BASE + second) * BASE + value(3)?, 3))
}

fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(1, |sum, byte| (sum * POINT + u64::from(*byte)) % PRIME)
}

/// Whether the last characters check the others.
fn checks(link: &[u8]) -> bool {
    let Some((content, check)) = link.split_last_chunk::<CHECK>() else { return false };
    let said = check.iter().try_fold(0, |sum, byte| Some(sum * BASE as u64 + u64::from(digit(*byte)?)));
    said == Some(checksum(content))
}

/// Opens a link, which must have only letters and digits.
pub(crate) fn open(link: &[u8]) -> Result<Envelope<'_>, LinkError> {
    let first = link.first().copied().map_or(' ', char::from);
    let Some((said, digits)) = said_length(link) else {
        return Err(if first == VERSION { LinkError::Cut { missing: None } } else { LinkError::NoLink });
    };
    if said == link.len() && checks(link) {
        let end = link.len() - CHECK;
        let body = link.get(1 + digits..end).ok_or(LinkError::Damaged)?;
        return Ok(Envelope { version: first, body });
    }
    if first != VERSION {
        return Err(LinkError::NoLink);
    }
    // The length itself may be what was changed.
    let mut repaired = link.to_vec();
    let real = length_digits(link.len());
    for (to, from) in repaired.iter_mut().skip(1).zip(real.bytes()) {
        *to = from;
    }
    if checks(&repaired) || said > limits::FRAGMENT {
        return Err(LinkError::Damaged);
    }
    if said > link.len() {
        return Err(LinkError::Cut { missing: Some(said - link.len()) });
    }
    if link.get(..said).is_some_and(checks) && said < link.len() {
        return Err(LinkError::Longer { extra: link.len() - said });
    }
    Err(LinkError::Damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn envelopes_of_any_length() {
        for length in [0, 1, 27, 55, 62, 1914, 1915, 1916, 4000, 30_000] {
            let body: String = "x1Y".chars().cycle().take(length).collect();
            let link = seal('1', &body);
            let opened = open(link.as_bytes()).unwrap();
            assert_eq!((opened.version, opened.body), ('1', body.as_bytes()), "{length}");
        }
    }

    #[test]
    fn what_happened_to_a_link() {
        let link = seal('1', "abcdefghijklmnop");
        let after = |text: String| open(text.as_bytes()).unwrap_err();
        assert_eq!(
            after(link.get(..link.len() - 5).unwrap().to_owned()),
            LinkError::Cut { missing: Some(5) }
        );
        assert_eq!(after(link.get(..2).unwrap().to_owned()), LinkError::Cut { missing: None });
        assert_eq!(after(format!("{link}and")), LinkError::Longer { extra: 3 });
        assert_eq!(after(link.replace("abc", "abd")), LinkError::Damaged);
        // The length says too much or too little, but the rest checks.
        assert_eq!(after(format!("1{}{}", "0X", link.get(3..).unwrap())), LinkError::Damaged);
        assert_eq!(after(format!("1{}{}", "0A", link.get(3..).unwrap())), LinkError::Damaged);
        assert_eq!(after("section".to_owned()), LinkError::NoLink);
        assert_eq!(after(String::new()), LinkError::NoLink);
        assert_eq!(open(seal('2', "abc").as_bytes()).unwrap().version, '2');
    }
}
