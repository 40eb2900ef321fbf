//! Text, spans and JSON with positions: the lowest layer of ramplay.
//!
//! * [`Span`]: a half-open byte range of one text.
//! * [`Lines`]: byte offsets to line and column (1-based, in characters) and to the UTF-16 offsets
//!   that browsers use, and back. The only place where these are converted.
//! * [`json::read`]: JSON (RFC 8259) with a span for every value and key. It reports every deviation
//!   it can pass over (comments, trailing commas, duplicate keys, …) instead of stopping at the first.
//! * [`Lang`]: the languages that sentences are made in.
//!
//! ```
//! use ramplay_text::json;
//!
//! let read = json::read("{\"a\": 1, // why\n \"a\": 2}", &json::Limits::default());
//! let codes: Vec<_> = read.problems.iter().map(|p| p.kind.code()).collect();
//! assert_eq!(codes, ["json-comment", "json-duplicate-key"]);
//! ```

pub mod json;
mod lang;
mod line_words;
mod lines;
mod span;
mod words;

pub use lang::Lang;
pub use line_words::line_words;
pub use lines::{Lines, Position};
pub use span::Span;
pub use words::fill;
