//! Where things are.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use crate::error::{Error, Result};

/// The folder of the whole project.
pub(crate) fn root() -> PathBuf {
    // The folder of this crate is `crates/xtask`; if that ever changes, so does this.
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// The engines that this one is measured beside.
pub(crate) fn peers() -> PathBuf {
    root().join("tests/peers")
}

/// The editor of the page.
pub(crate) fn editor() -> PathBuf {
    root().join("web/editor")
}

/// The fuzz targets.
pub(crate) fn fuzz() -> PathBuf {
    root().join("tests/fuzz")
}

/// The built site.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// What builds leave behind: where cargo puts it.
pub(crate) fn target() -> PathBuf {
    let named = env::var_os("CARGO_TARGET_DIR").filter(|named| !named.is_empty());
    root().join(named.unwrap_or_else(|| "target".into()))
}

/// The tools that were installed for this project only.
pub(crate) fn tools() -> PathBuf {
    target().join("tools")
}

/// Reads a file of the project.
pub(crate) fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| cannot("read", path, &error))
}

/// Writes a file, and the folders it is in.
pub(crate) fn write(path: &Path, content: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        create_folder(folder)?;
    }
    fs::write(path, content).map_err(|error| cannot("write", path, &error))
}

/// Creates a folder, and those it is in.
pub(crate) fn create_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(|error| cannot("create", path, &error))
}

/// Removes a folder, if it is there, with all that is in it.
pub(crate) fn remove_folder(path: &Path) -> Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(cannot("remove", path, &error)),
        _ => Ok(()),
    }
}

fn cannot(what: &str, path: &Path, error: &io::Error) -> Error {
    Error::new(format!("cannot {what} {}: {error}", path.display()))
}
