//! Cutting an input into pieces of whole lines.

use std::io::{self, Read};

/// Bytes of a piece, about.
const PIECE_BYTES: usize = 128 * 1024;
/// Most bytes of a line: a case with every policy at the reader's limit is shorter.
pub(super) const LINE_BYTES: usize = 2 * 1024 * 1024;

/// Whole lines of the input.
#[derive(Debug)]
pub(super) struct Piece {
    bytes: Vec<u8>,
    /// The number of its first line, from 1.
    first: u64,
    /// Instead of lines: one line that is too long, of which nothing was kept.
    too_long: bool,
}

/// A line of a piece.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// Its bytes, without the line break.
    Text(&'a [u8]),
    /// It has more bytes than this.
    TooLong(usize),
}

impl Piece {
    /// Bytes of the piece.
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Its lines with their numbers; blank ones are left out.
    pub(super) fn lines(&self) -> impl Iterator<Item = (u64, Line<'_>)> {
        let long = self.too_long.then_some((self.first, Line::TooLong(LINE_BYTES)));
        // Each line with its break; behind the last break nothing is left.
        let mut start = 0;
        let breaks = memchr::memchr_iter(b'\n', &self.bytes).chain([self.bytes.len()]);
        let lines = (self.first..).zip(breaks.map(move |end| {
            let line = self.bytes.get(start..end).unwrap_or_default();
            start = end + 1;
            line
        }));
        let filled = lines.filter(|(_, line)| !line.trim_ascii().is_empty());
        long.into_iter().chain(filled.map(move |(number, line)| {
            let line = line.trim_ascii();
            (number, if line.len() > LINE_BYTES { Line::TooLong(LINE_BYTES) } else { Line::Text(line) })
        }))
    }
}

/// Cuts an input into pieces. After an error there are no more.
pub(super) fn pieces(input: impl Read) -> impl Iterator<Item = io::Result<Piece>> {
    Cutter { input, rest: Vec::new(), next_line: 1, ended: false, skipping: false }
}

struct Cutter<R> {
    input: R,
    /// Read, and not in a piece yet: the beginning of a line.
    rest: Vec<u8>,
    next_line: u64,
    ended: bool,
    /// Whether the line being read is too long and was already said to be.
    skipping: bool,
}

impl<R: Read> Iterator for Cutter<R> {
    type Item = io::Result<Piece>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if self.ended {
                if self.rest.is_empty() {
                    return None;
                }
                return Some(Ok(self.piece_of_rest()));
            }
            let wanted = u64::try_from(PIECE_BYTES).unwrap_or(u64::MAX);
            match self.input.by_ref().take(wanted).read_to_end(&mut self.rest) {
                Ok(0) => self.ended = true,
                Ok(_) => {}
                Err(error) => {
                    self.ended = true;
                    self.rest.clear();
                    return Some(Err(error));
                }
            }
            if self.skipping {
                let Some(end) = memchr::memchr(b'\n', &self.rest) else {
                    self.rest.clear();
                    continue;
                };
                self.rest.drain(..=end);
                self.skipping = false;
                self.next_line += 1;
                continue;
            }
            if let Some(end) = memchr::memrchr(b'\n', &self.rest) {
                let tail = self.rest.split_off(end + 1);
                let piece = self.piece_of_rest();
                self.rest = tail;
                return Some(Ok(piece));
            }
            if self.rest.len() > LINE_BYTES {
                self.rest.clear();
                self.skipping = true;
                return Some(Ok(Piece { bytes: Vec::new(), first: self.next_line, too_long: true }));
            }
        }
    }
}

impl<R> Cutter<R> {
    /// All that was read as a piece.
    fn piece_of_rest(&mut self) -> Piece {
        let bytes = std::mem::take(&mut self.rest);
        let first = self.next_line;
        let breaks = memchr::memchr_iter(b'\n', &bytes).count();
        self.next_line += u64::try_from(breaks).unwrap_or(u64::MAX);
        Piece { bytes, first, too_long: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(input: &[u8]) -> Vec<(u64, Result<String, usize>)> {
        let mut found = Vec::new();
        for piece in pieces(input) {
            for (number, line) in piece.unwrap().lines() {
                found.push((
                    number,
                    match line {
                        Line::Text(text) => Ok(String::from_utf8(text.to_vec()).unwrap()),
                        Line::TooLong(limit) => Err(limit),
                    },
                ));
            }
        }
        found
    }

    #[test]
    fn every_line_has_its_number_wherever_pieces_end() {
        let lines: Vec<String> =
            (1..=9_000).map(|number| format!("{number} {}", "x".repeat(number % 70))).collect();
        for (join, end) in [("\n", ""), ("\n", "\n"), ("\r\n", "\r\n"), ("\n", "\n\n  \n")] {
            let found = cut(format!("{}{end}", lines.join(join)).as_bytes());
            assert_eq!(found.len(), lines.len());
            for ((number, text), (wanted, line)) in found.iter().zip((1..).zip(&lines)) {
                assert_eq!((*number, text.as_ref().unwrap().trim()), (wanted, line.trim()));
            }
        }
        assert_eq!(cut(b""), []);
        assert_eq!(cut(b"\n\na\n"), [(3, Ok("a".to_owned()))]);
    }

    #[test]
    fn a_line_that_is_too_long_is_told_and_passed_over() {
        for length in [LINE_BYTES + 1, 3 * LINE_BYTES] {
            let input = format!("a\n{}\nb\n", "x".repeat(length));
            let found = cut(input.as_bytes());
            assert_eq!(
                found,
                [(1, Ok("a".to_owned())), (2, Err(LINE_BYTES)), (3, Ok("b".to_owned()))],
                "{length}"
            );
        }
        assert_eq!(cut("x".repeat(LINE_BYTES + PIECE_BYTES).as_bytes()), [(1, Err(LINE_BYTES))]);
    }
}
