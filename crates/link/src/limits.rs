//! How much is written and read. Whatever a link holds, reading it takes work in proportion to its length.

/// The longest fragment, in characters: as much as every browser shows of an address.
pub const FRAGMENT: usize = 32_768;
/// The longest content, in bytes of texts.
pub const CONTENT: usize = 256 * 1024;
/// The bytes of content that any link may hold, and those for each character more. Frozen: a link of the first version
/// is as long as these ask.
pub(crate) const LEAST: usize = 4096;
pub(crate) const RATIO: usize = 64;
