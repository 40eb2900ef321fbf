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

/// Runs the examples of its README in Node.
pub(crate) fn test() -> Result<()> {
    let folder = package()?;
    let mut node = plain_node()?;
    node.args(["--test", "--test-reporter=spec", "crates/js/test/readme.test.mjs"]);
    run_command(node.env("PACKAGE", folder))
}
