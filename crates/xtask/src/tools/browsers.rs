//! The browsers that the page is tested with.

use std::env;
use std::path::{Path, PathBuf};

use super::apt;
use crate::error::{Error, Result};
use crate::process::{find, is_program};
use crate::progress::say;

/// A browser, and how it is found.
struct Browser {
    /// Its name, for messages.
    name: &'static str,
    /// The environment variable that names another program.
    variable: &'static str,
    /// The names under which it is found.
    programs: &'static [&'static str],
    /// Where it is on a Mac.
    mac: &'static [&'static str],
    /// Debian's packages.
    packages: &'static [&'static str],
}

const CHROMIUM: Browser = Browser {
    name: "Chromium",
    variable: "CHROMIUM",
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    mac: &[
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    // With fonts for Latin and Chinese text on its pictures.
    packages: &["chromium", "fonts-dejavu-core", "fonts-wqy-microhei"],
};

const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "FIREFOX",
    programs: &["firefox-esr", "firefox"],
    mac: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
    packages: &["firefox-esr"],
};

/// Chromium or Chrome: the one named by `CHROMIUM`, or one that is installed, or Debian's.
pub(crate) fn chromium() -> Result<PathBuf> {
    if let Some(found) = CHROMIUM.found()? {
        return Ok(found);
    }
    if apt::available() {
        apt::install(CHROMIUM.packages)?;
    }
    CHROMIUM.installed().ok_or_else(|| {
        Error::new("neither Chromium nor Chrome was found, and the page is tested with one")
            .advise("install Chromium or Chrome, or set CHROMIUM to the path of its program")
    })
}

/// Firefox: the one named by `FIREFOX`, or one that is installed, or Debian's. `None`, which is said, where there is none
/// and none can be installed, or `FIREFOX` is `none`.
pub(crate) fn firefox() -> Result<Option<PathBuf>> {
    if env::var_os(FIREFOX.variable).is_some_and(|named| named == "none") {
        say("    FIREFOX is `none`: the page is not tested with Firefox");
        return Ok(None);
    }
    if let Some(found) = FIREFOX.found()? {
        return Ok(Some(found));
    }
    let was_refused = apt::available()
        && apt::install(FIREFOX.packages).inspect_err(|error| say(&error.to_string())).is_err();
    let installed = FIREFOX.installed();
    if installed.is_none() {
        let why = if was_refused { "could not be installed" } else { "was not found" };
        say(&format!("    Firefox {why}: the page is not tested with it (FIREFOX names its program)"));
    }
    Ok(installed)
}

impl Browser {
    /// The one that the environment names, or one that is installed.
    fn found(&self) -> Result<Option<PathBuf>> {
        let Some(named) = env::var_os(self.variable).filter(|named| !named.is_empty()) else {
            return Ok(self.installed());
        };
        let named = PathBuf::from(named);
        if is_program(&named) {
            return Ok(Some(named));
        }
        let what = format!("{} names no program: {}", self.variable, named.display());
        Err(Error::new(what).advise(format!("set it to the path of {}, or unset it", self.name)))
    }

    fn installed(&self) -> Option<PathBuf> {
        let on_mac = || self.mac.iter().map(Path::new).find(|path| is_program(path)).map(Path::to_path_buf);
        self.programs.iter().find_map(|program| find(program)).or_else(on_mac)
    }
}
