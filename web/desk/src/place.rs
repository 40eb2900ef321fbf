//! Places as the page shows and selects them.

use ramplay_text::{Lines, Span};
use serde::Serialize;

/// A place in a text.
#[derive(Debug, Serialize)]
pub(crate) struct PlaceForm {
    /// Line, from 1.
    line: u32,
    /// Column in characters, from 1.
    column: u32,
    /// First UTF-16 unit.
    start: u32,
    /// One past the last.
    end: u32,
}

impl PlaceForm {
    pub(crate) fn new(lines: &Lines, span: Span) -> Self {
        let position = lines.position(span.start);
        PlaceForm {
            line: position.line,
            column: position.column,
            start: lines.to_utf16(span.start),
            end: lines.to_utf16(span.end),
        }
    }
}
