//! What the commands need and how it is installed when it is missing.
//!
//! Everything that is built or downloaded for this project alone goes into `target/tools` or
//! `node_modules`. Only Debian's packages are installed for the whole machine, and only when
//! we are root on Debian.

mod apt;
mod browsers;
mod cxx;
mod module;
mod node;
mod package;
mod site;
mod wasm;

use std::path::PathBuf;
use std::process::Command;

use crate::error::Result;
use crate::lock::{Shared, acquire};

pub(crate) use site::SiteTools;

/// Chromium or Chrome, with which everything of the page is tested and measured.
pub(crate) fn chromium() -> Result<PathBuf> {
    let _lock = acquire(Shared::Tools)?;
    browsers::chromium()
}

/// Firefox, with which the main behaviour is tested where there is one.
pub(crate) fn firefox() -> Result<Option<PathBuf>> {
    let _lock = acquire(Shared::Tools)?;
    browsers::firefox()
}

/// Node, with the packages that the scripts use.
pub(crate) fn node() -> Result<Command> {
    let _lock = acquire(Shared::Tools)?;
    node::node()
}

/// Node, with the packages that this engine is measured beside.
pub(crate) fn node_with_peers() -> Result<Command> {
    let _lock = acquire(Shared::Tools)?;
    node::node_with_peers()
}

/// Node, with the packages that the scripts use and those of the editor.
pub(crate) fn node_with_editor() -> Result<Command> {
    let _lock = acquire(Shared::Tools)?;
    node::node_with_editor()
}

/// Node without packages.
pub(crate) fn plain_node() -> Result<Command> {
    let _lock = acquire(Shared::Tools)?;
    node::plain_node()
}

/// Builds the engine as a WebAssembly module; the folder that it is in.
pub(crate) fn module() -> Result<PathBuf> {
    let _lock = acquire(Shared::Tools)?;
    module::build()
}

/// Builds the JavaScript package; the folder that it is in.
pub(crate) fn package() -> Result<PathBuf> {
    let _lock = acquire(Shared::Tools)?;
    package::build()
}

/// Sees that C++ can be compiled.
pub(crate) fn cxx() -> Result<()> {
    let _lock = acquire(Shared::Tools)?;
    cxx::prepare()
}

/// Node with one of the scripts in `tests/browser`.
pub(crate) fn script(name: &str) -> Result<Command> {
    let mut node = node()?;
    node.arg(format!("tests/browser/{name}"));
    Ok(node)
}

/// Everything that a build of the site needs.
pub(crate) fn site() -> Result<SiteTools> {
    let _lock = acquire(Shared::Tools)?;
    SiteTools::prepare()
}
