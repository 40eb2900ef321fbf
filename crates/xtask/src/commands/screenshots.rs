//! `cargo xtask screenshots`.

use super::build;
use crate::error::Result;
use crate::lock::{self, Shared};
use crate::process::run as run_command;
use crate::progress::step;
use crate::project;
use crate::tools::{chromium, script};

/// Builds the site and takes pictures of it.
pub(crate) fn run() -> Result<()> {
    let _lock = lock::acquire(Shared::Site)?;
    build::site()?;
    let chromium = chromium()?;
    let pictures = project::target().join("screenshots");
    step("taking pictures", || {
        run_command(script("screenshots.mjs")?.arg(&pictures).env("CHROMIUM", chromium))
    })
}
