//! A text made from the pasted one, and the way back.
//!
//! Each step that takes something off (quotes, escapes, a comment sign before each line) makes a new
//! text. A [`Mapped`] remembers where each piece of it comes from, so that every span that leaves this
//! crate is one of the text as it was pasted.

use ramplay_text::Span;

/// A half-open range of bytes in a [`Mapped`] text. Not a [`Span`], which is always one of the pasted text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct At {
    /// First byte.
    pub(crate) start: usize,
    /// One past the last byte.
    pub(crate) end: usize,
}

impl At {
    pub(crate) fn new(start: usize, end: usize) -> Self {
        At { start, end: end.max(start) }
    }

    /// The empty place in front of `offset`.
    pub(crate) fn before(offset: usize) -> Self {
        At { start: offset, end: offset }
    }

    pub(crate) fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    pub(crate) fn holds(self, other: At) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

/// A piece of a [`Mapped`] text: from `start` to the next piece.
#[derive(Debug, Clone, Copy)]
struct Piece {
    start: usize,
    origin: At,
    /// Byte for byte the pasted text, and not something that stands for it.
    verbatim: bool,
}

/// A text and where it comes from.
#[derive(Debug, Clone)]
pub(crate) struct Mapped {
    text: String,
    pieces: Vec<Piece>,
}

impl Mapped {
    /// The pasted text itself.
    pub(crate) fn identity(text: &str) -> Self {
        let origin = At::new(0, text.len());
        Mapped { text: text.to_owned(), pieces: vec![Piece { start: 0, origin, verbatim: true }] }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The place in the pasted text.
    pub(crate) fn span(&self, at: At) -> Span {
        if at.start < at.end {
            return Span::new(self.origin(at.start).start, self.origin(at.end - 1).end);
        }
        // An empty place stands behind what comes before it, if anything does.
        let place = match at.start.checked_sub(1) {
            Some(last) => self.origin(last).end,
            None => self.origin(0).start,
        };
        Span::new(place, place)
    }

    /// A part of the text.
    pub(crate) fn part(&self, at: At) -> Mapped {
        let mut builder = Builder::new(self);
        builder.keep(at);
        builder.finish()
    }

    /// Where one byte comes from.
    fn origin(&self, offset: usize) -> At {
        let index = self.pieces.partition_point(|piece| piece.start <= offset);
        match index.checked_sub(1).and_then(|index| self.pieces.get(index)) {
            Some(piece) if piece.verbatim => {
                let start = (piece.origin.start + offset - piece.start).min(piece.origin.end);
                At::new(start, (start + 1).min(piece.origin.end))
            }
            Some(piece) => piece.origin,
            None => At::before(self.pieces.first().map_or(0, |piece| piece.origin.start)),
        }
    }
}

/// Makes a [`Mapped`] text from another, from front to back.
#[derive(Debug)]
pub(crate) struct Builder<'a> {
    from: &'a Mapped,
    made: Mapped,
}

impl<'a> Builder<'a> {
    pub(crate) fn new(from: &'a Mapped) -> Self {
        Builder { from, made: Mapped { text: String::new(), pieces: Vec::new() } }
    }

    /// Takes a part over as it is.
    pub(crate) fn keep(&mut self, at: At) {
        let text = at.of(&self.from.text);
        if text.is_empty() {
            return;
        }
        let pieces = &self.from.pieces;
        let first = pieces.partition_point(|piece| piece.start <= at.start).saturating_sub(1);
        for (index, piece) in pieces.iter().enumerate().skip(first) {
            if piece.start >= at.end {
                break;
            }
            let next = pieces.get(index + 1).map_or(self.from.text.len(), |next| next.start);
            let (start, end) = (piece.start.max(at.start), next.min(at.end));
            let origin = if piece.verbatim {
                let shift = piece.origin.start;
                At::new(shift + start - piece.start, shift + end - piece.start)
            } else {
                piece.origin
            };
            self.push(Piece {
                start: self.made.text.len() + start - at.start,
                origin,
                verbatim: piece.verbatim,
            });
        }
        self.made.text.push_str(text);
    }

    /// Puts `text` where `at` was.
    pub(crate) fn put(&mut self, at: At, text: &str) {
        if text.is_empty() {
            return;
        }
        let span = self.from.span(at);
        let origin = At::new(span.start as usize, span.end as usize);
        self.push(Piece { start: self.made.text.len(), origin, verbatim: false });
        self.made.text.push_str(text);
    }

    pub(crate) fn finish(self) -> Mapped {
        self.made
    }

    fn push(&mut self, piece: Piece) {
        // A piece that goes on where the last one ends is the same piece.
        if let Some(last) = self.made.pieces.last_mut()
            && last.verbatim
            && piece.verbatim
            && last.origin.end == piece.origin.start
        {
            last.origin.end = piece.origin.end;
            return;
        }
        self.made.pieces.push(piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_go_back_to_the_pasted_text() {
        let pasted = Mapped::identity("ab\\\"c\\\"dé");
        let mut builder = Builder::new(&pasted);
        builder.keep(At::new(0, 2));
        builder.put(At::new(2, 4), "\"");
        builder.keep(At::new(4, 5));
        builder.put(At::new(5, 7), "\"");
        builder.keep(At::new(7, 10));
        let made = builder.finish();
        assert_eq!(made.text(), "ab\"c\"dé");
        assert_eq!(made.span(At::new(2, 5)), Span::new(2, 7));
        assert_eq!(made.span(At::new(3, 4)), Span::new(4, 5));
        assert_eq!(made.span(At::new(5, 8)), Span::new(7, 10));
        assert_eq!(made.span(At::before(0)), Span::new(0, 0));
        assert_eq!(made.span(At::before(5)), Span::new(7, 7));
        let part = made.part(At::new(2, 6));
        assert_eq!(part.text(), "\"c\"d");
        assert_eq!(part.span(At::new(0, 4)), Span::new(2, 8));
    }
}
