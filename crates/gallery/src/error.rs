//! What is wrong with a gallery or with a file that it is made of.

use std::fmt;

/// Why there is no gallery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GalleryError {
    /// A stable code.
    pub code: &'static str,
    /// Where: the name of a file, and line and column if they are known.
    pub place: String,
    /// What is wrong, in English: lower case, no full stop.
    pub message: String,
}

impl fmt::Display for GalleryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let GalleryError { code, place, message } = self;
        write!(f, "{place}: {message} ({code})")
    }
}

impl std::error::Error for GalleryError {}

impl GalleryError {
    pub(crate) fn new(code: &'static str, place: impl Into<String>, message: impl Into<String>) -> Self {
        GalleryError { code, place: place.into(), message: message.into() }
    }

    /// What the reader of JSON says of a file.
    pub(crate) fn malformed(file: &str, error: &serde_json::Error) -> Self {
        GalleryError::new("gallery-malformed", file, error.to_string())
    }
}
