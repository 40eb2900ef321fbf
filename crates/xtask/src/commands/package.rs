//! `cargo xtask package`, and its part of `cargo xtask test`.

use crate::error::Result;
use crate::process::run as run_command;
use crate::progress::say;
use crate::tools::{package, plain_node};

/// Builds the JavaScript package.
pub(crate) fn run() -> Result<()> {
    let folder = package()?;
    say(&format!("    {}: `npm pack` or `npm install` takes it", folder.display()));
    Ok(())
}

/// Runs its tests in Node, with the examples of its README.
pub(crate) fn test() -> Result<()> {
    let folder = package()?;
    let mut node = plain_node()?;
    let files = ["readme", "questions", "limits"].map(|name| format!("crates/js/test/{name}.test.mjs"));
    node.args(["--test", "--test-reporter=spec"]).args(files);
    run_command(node.env("PACKAGE", folder))
}
