//! The files to check.

use std::path::PathBuf;

use crate::files;
use crate::io_error::Failure;

/// A text to check.
pub(super) struct Input {
    /// What to call it.
    pub(super) name: String,
    /// Its text; none if it is longer than what is read.
    pub(super) text: Option<String>,
}

/// Reads files, and the `.json` files of folders.
pub(super) fn inputs(paths: &[PathBuf]) -> Result<Vec<Input>, Failure> {
    files::expand(paths, "json")?
        .into_iter()
        .map(|path| {
            Ok(Input {
                name: files::name(&path),
                text: files::read(&path, ramplay_paste::limits::PASTE_BYTES)?,
            })
        })
        .collect()
}
