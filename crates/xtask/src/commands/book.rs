//! `cargo xtask book`.

use std::path::{Path, PathBuf};

use crate::error::Result;
use crate::lock::{self, Shared};
use crate::process::{command, run as run_command};
use crate::progress::{say, step};
use crate::project;

/// Builds the documentation and says where it is.
pub(crate) fn run() -> Result<()> {
    let _lock = lock::acquire(Shared::Site)?;
    book()?;
    say(&format!("  The documentation is in {}.", folder().join("index.html").display()));
    Ok(())
}

/// Builds the documentation into `dist/docs`, where it lies beside the playground that its pages embed.
pub(crate) fn book() -> Result<()> {
    book_into(&folder())
}

/// Builds the documentation into a folder.
pub(crate) fn book_into(folder: &Path) -> Result<()> {
    step("building the documentation", || {
        let mut cargo = command("cargo");
        cargo.args(["run", "--quiet", "--package", "ramplay-book", "--", "build"]).arg(folder);
        run_command(cargo.current_dir(project::root()))
    })
}

fn folder() -> PathBuf {
    project::dist().join("docs")
}
