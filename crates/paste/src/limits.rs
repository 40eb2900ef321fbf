//! Bounds: what is refused before work is spent on it.

/// Longest text that is read, in bytes. Answers with many policies are long.
pub const PASTE_BYTES: usize = 1024 * 1024;
/// Longest document that is offered, in bytes: what the strict reader reads.
pub const DOCUMENT_BYTES: usize = ramplay_policy::limits::BYTES;
/// Deepest nesting of objects and lists.
pub const DEPTH: usize = ramplay_policy::limits::DEPTH;
/// Most documents that are taken out of one text.
pub const DOCUMENTS: usize = 256;
/// Most pieces of a text that are looked at: code blocks, heredocs, strings.
pub(crate) const PIECES: usize = 1_024;
/// How many things may be wrapped around a document.
pub(crate) const WRAPPERS: usize = 6;
/// How often reading starts again behind something that was no document.
pub(crate) const STARTS: usize = 16;
/// How many brackets may be put in or taken out before a text counts as broken.
pub(crate) const BRACKETS: usize = 4;
