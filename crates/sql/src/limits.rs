//! Bounds: what is refused or left out before work is spent on it.

/// Longest text that is read, in bytes.
pub const BYTES: usize = 1024 * 1024;
/// Most statements that are read; the rest is left out with a note.
pub const STATEMENTS: usize = 20_000;
/// Deepest nesting of brackets in one query. Deeper ones are passed over with a note.
pub const DEPTH: usize = 256;
/// Most notes that are kept.
pub const NOTES: usize = 500;
/// Longest chain of `LIKE` that is followed.
pub const LIKE_CHAIN: usize = 64;
/// How often a name that is not defined may be compared with one that is.
pub const NEAR_MISSES: usize = 100_000;
/// Longest name of a variable, in bytes. It keeps a lost `${` from swallowing the text; the
/// documentation gives no limit.
pub const VARIABLE_NAME: usize = 256;
/// How far from an AccessKey ID a text in the form of a secret still counts as its secret, in bytes.
pub const SECRET_NEARBY: u32 = 256;
