use line_index::{LineCol, LineIndex, TextSize, WideEncoding, WideLineCol};

use crate::Span;

/// A place in a text as people count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters (Unicode scalar values), from 1.
    pub column: u32,
}

/// The line index of one text.
///
/// A line ends at `\n`; a `\r` before it belongs to the line, so that offsets stay those of the text.
#[derive(Debug, Clone)]
pub struct Lines {
    index: LineIndex,
    length: u32,
    /// The end of every character that is longer in bytes than in UTF-16, and how much longer the text is up to there.
    surplus: Vec<(u32, u32)>,
}

impl Lines {
    /// Indexes `text`.
    pub fn new(text: &str) -> Self {
        let mut surplus = Vec::new();
        let mut more = 0;
        let wide = if text.is_ascii() { "" } else { text };
        for (start, character) in wide.char_indices().filter(|(_, character)| !character.is_ascii()) {
            more += character.len_utf8() - character.len_utf16();
            surplus.push((offset(start + character.len_utf8()), offset(more)));
        }
        Lines { index: LineIndex::new(text), length: offset(text.len()), surplus }
    }

    /// Number of lines, at least 1.
    pub fn count(&self) -> u32 {
        self.index.line_col(TextSize::new(self.length)).line + 1
    }

    /// The position of a byte offset. An offset past the end or inside a character is moved back to
    /// the nearest place that exists.
    pub fn position(&self, offset: u32) -> Position {
        let (line, column) = self.wide(offset, WideEncoding::Utf32);
        Position { line: line + 1, column: column + 1 }
    }

    /// The zero-based lines that `span` touches.
    pub fn range(&self, span: Span) -> std::ops::RangeInclusive<u32> {
        let first = self.position(span.start).line - 1;
        let last = self.position(span.end.max(span.start)).line - 1;
        first..=last
    }

    /// The UTF-16 offset of a byte offset, as browsers count it; an offset past the end is that of the end.
    pub fn to_utf16(&self, offset: u32) -> u32 {
        let offset = offset.min(self.length);
        let before = self.surplus.partition_point(|(end, _)| *end <= offset);
        let more = before.checked_sub(1).and_then(|last| self.surplus.get(last)).map_or(0, |(_, more)| *more);
        offset - more
    }

    /// The byte offset of a UTF-16 offset, cut to the end of `text`.
    pub fn from_utf16(text: &str, offset: u32) -> u32 {
        let mut units = 0_u32;
        for (byte, character) in text.char_indices() {
            if units >= offset {
                return self::offset(byte);
            }
            units += if u32::from(character) > 0xFFFF { 2 } else { 1 };
        }
        self::offset(text.len())
    }

    fn wide(&self, offset: u32, encoding: WideEncoding) -> (u32, u32) {
        let mut offset = offset.min(self.length);
        loop {
            let place = self
                .index
                .try_line_col(TextSize::new(offset))
                .and_then(|at: LineCol| self.index.to_wide(encoding, at));
            match place {
                Some(WideLineCol { line, col }) => return (line, col),
                None if offset == 0 => return (0, 0),
                None => offset -= 1,
            }
        }
    }
}

/// A place in a text; of longer texts than are read, the last that there is.
fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_characters() {
        let text = "é😀x\r\n中b";
        let lines = Lines::new(text);
        let at = |needle: char| lines.position(u32::try_from(text.find(needle).unwrap()).unwrap());
        assert_eq!(at('x'), Position { line: 1, column: 3 });
        assert_eq!(at('b'), Position { line: 2, column: 2 });
        assert_eq!(lines.position(9_999), Position { line: 2, column: 3 });
        assert_eq!(lines.count(), 2);
        assert_eq!(Lines::new("").count(), 1);
    }

    #[test]
    fn utf16_offsets_go_both_ways() {
        let text = "é😀x\r\n中b";
        let lines = Lines::new(text);
        for (byte, _) in text.char_indices() {
            let byte = u32::try_from(byte).unwrap();
            assert_eq!(Lines::from_utf16(text, lines.to_utf16(byte)), byte);
        }
        assert_eq!(lines.to_utf16(6), 3, "an emoji counts two units");
        assert_eq!(Lines::from_utf16(text, 9_999), u32::try_from(text.len()).unwrap());
    }
}
