//! `cargo xtask build`.

use super::book::book;
use crate::error::Result;
use crate::lock::{self, Shared};
use crate::process::run as run_command;
use crate::progress::step;
use crate::project;
use crate::tools::{self, script};

/// Builds the site and prints its size.
pub(crate) fn run() -> Result<()> {
    let _lock = lock::acquire(Shared::Site)?;
    site()?;
    sizes()?;
    book()
}

/// Builds the site into `dist`.
pub(crate) fn site() -> Result<()> {
    let tools = tools::site()?;
    step("building the site", || {
        tools.compile()?;
        tools.clean()?;
        run_command(tools.trunk("build")?.arg("--release"))
    })
}

/// Prints what a first visit downloads.
pub(crate) fn sizes() -> Result<()> {
    run_command(script("sizes.mjs")?.arg(project::dist()))
}
