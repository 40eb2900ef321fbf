//! Reading input.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::io_error::Failure;

/// Whether this names standard input.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// What to call an input.
pub(crate) fn name(path: &Path) -> String {
    if is_stdin(path) { "standard input".to_owned() } else { path.display().to_string() }
}

/// Opens an input.
pub(crate) fn open(path: &Path) -> Result<Box<dyn Read + Send>, Failure> {
    if is_stdin(path) {
        return Ok(Box::new(io::stdin()));
    }
    match File::open(path) {
        Ok(file) => Ok(Box::new(file)),
        Err(cause) => Err(Failure::reading(&name(path), cause)),
    }
}

/// Reads an input of at most `limit` bytes; bytes that are not UTF-8 become `U+FFFD`. `None`: it is longer.
pub(crate) fn read(path: &Path, limit: usize) -> Result<Option<String>, Failure> {
    let mut bytes = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let read = open(path)?.take(most).read_to_end(&mut bytes);
    read.map_err(|cause| Failure::reading(&name(path), cause))?;
    if bytes.len() > limit {
        return Ok(None);
    }
    Ok(Some(match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
    }))
}

/// The inputs that these paths stand for: themselves, and for a folder its files with this extension.
pub(crate) fn expand(paths: &[PathBuf], extension: &str) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for path in paths {
        if !is_stdin(path) && path.is_dir() {
            collect(path, extension, &mut found)?;
        } else {
            found.push(path.clone());
        }
    }
    Ok(found)
}

/// The files with this extension below a folder, sorted. Links to folders are not followed.
fn collect(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let unreadable = |cause| Failure::reading(&name(folder), cause);
    let mut entries =
        folder.read_dir().and_then(Iterator::collect::<Result<Vec<_>, _>>).map_err(unreadable)?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let is_folder = entry.file_type().map_err(unreadable)?.is_dir();
        if is_folder {
            collect(&path, extension, found)?;
        } else if path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension)) {
            found.push(path);
        }
    }
    Ok(())
}
