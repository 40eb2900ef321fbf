//! `cargo xtask screenshots`.

use super::build;
use crate::error::Result;
use crate::lock::{self, Shared};
use crate::process::run as run_command;
use crate::progress::step;
use crate::project;
use crate::tools::{browser, script};

/// Builds the site and takes pictures of it.
pub(crate) fn run() -> Result<()> {
    let _lock = lock::acquire(Shared::Site)?;
    build::site()?;
    let browser = browser()?;
    let pictures = project::target().join("screenshots");
    step("taking pictures", || {
        run_command(script("screenshots.mjs")?.arg(&pictures).env("CHROMIUM", browser))
    })
}
