//! Where texts are kept.

/// Texts by key: the local storage of a browser, or a map in a test.
pub trait Shelf {
    /// The text under a key; none if there is none, or if storage is denied.
    fn get(&self, key: &str) -> Option<String>;
    /// Puts a text under a key, wholly or not at all.
    ///
    /// # Errors
    /// When storage is full or denied.
    fn put(&self, key: &str, text: &str) -> Result<(), NotStored>;
    /// Takes away what is under a key.
    fn remove(&self, key: &str);
    /// All keys, in any order.
    fn keys(&self) -> Vec<String>;
}

/// Storage is full or denied. What was there is still there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotStored;

impl std::fmt::Display for NotStored {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("storage is full or denied")
    }
}

impl std::error::Error for NotStored {}
