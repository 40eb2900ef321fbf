//! The browser that the page is tested with.

use std::env;
use std::path::{Path, PathBuf};

use super::apt;
use crate::error::{Error, Result};
use crate::process::{find, is_program};

/// The names under which Chromium and Chrome are found.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Where they are on a Mac.
const MAC: [&str; 2] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// Debian's browser, and fonts for Latin and Chinese text on its pictures.
const PACKAGES: [&str; 3] = ["chromium", "fonts-dejavu-core", "fonts-wqy-microhei"];

/// The browser: the one named by `CHROMIUM`, or one that is installed, or Debian's.
pub(crate) fn browser() -> Result<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM").filter(|named| !named.is_empty()) {
        let named = PathBuf::from(named);
        return if is_program(&named) {
            Ok(named)
        } else {
            let what = format!("CHROMIUM names no program: {}", named.display());
            Err(Error::new(what).advise("set it to the browser's path, or unset it"))
        };
    }
    if let Some(found) = installed() {
        return Ok(found);
    }
    if apt::available() {
        apt::install(&PACKAGES)?;
    }
    installed().ok_or_else(|| {
        Error::new("neither Chromium nor Chrome was found, and the page is tested with one")
            .advise("install Chromium or Chrome, or set CHROMIUM to the path of its program")
    })
}

fn installed() -> Option<PathBuf> {
    let on_mac = || MAC.map(Path::new).into_iter().find(|path| is_program(path));
    NAMES.into_iter().find_map(find).or_else(|| on_mac().map(Path::to_path_buf))
}
