//! The files to check.

use std::path::{Path, PathBuf};

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
    let mut found = Vec::new();
    for path in paths {
        if !files::is_stdin(path) && path.is_dir() {
            collect(path, &mut found)?;
        } else {
            found.push(path.clone());
        }
    }
    found
        .into_iter()
        .map(|path| {
            Ok(Input {
                name: files::name(&path),
                text: files::read(&path, ramplay_paste::limits::PASTE_BYTES)?,
            })
        })
        .collect()
}

/// The `.json` files below a folder, sorted. Links to folders are not followed.
fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let unreadable = |cause| Failure::reading(&files::name(folder), cause);
    let mut entries =
        folder.read_dir().and_then(Iterator::collect::<Result<Vec<_>, _>>).map_err(unreadable)?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let is_folder = entry.file_type().map_err(unreadable)?.is_dir();
        if is_folder {
            collect(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
            found.push(path);
        }
    }
    Ok(())
}
