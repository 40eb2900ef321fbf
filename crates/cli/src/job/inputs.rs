//! The drafts, and the names of variables.

use std::io;
use std::path::{Path, PathBuf};

use ramplay_sql::{Defined, limits, read_names};

use crate::files;
use crate::io_error::Failure;

/// A draft.
pub(super) struct Input {
    /// What to call it.
    pub(super) name: String,
    /// Its text.
    pub(super) text: String,
}

/// Reads drafts, and the `.sql` files of folders.
pub(super) fn drafts(paths: &[PathBuf]) -> Result<Vec<Input>, Failure> {
    let read = |path: &PathBuf| Ok(Input { name: files::name(path), text: read(path, limits::BYTES)? });
    files::expand(paths, "sql")?.iter().map(read).collect()
}

/// Reads a file that must not be longer than `limit`.
pub(super) fn read(path: &Path, limit: usize) -> Result<String, Failure> {
    files::read(path, limit)?.ok_or_else(|| {
        let cause = io::Error::new(io::ErrorKind::InvalidData, format!("it is longer than {limit} bytes"));
        Failure::reading(&files::name(path), cause)
    })
}

/// The variables that a file names, by [`ramplay_sql::read_names`].
pub(super) fn variables(path: &Path) -> Result<Vec<Defined>, Failure> {
    Ok(read_names(&read(path, limits::BYTES)?))
}
