//! Node and the packages of a `package-lock.json`.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Result};
use crate::process::{capture, command, find, run};
use crate::progress::step;
use crate::project;

/// The oldest Node that the scripts are written for.
const OLDEST: u32 = 20;

/// Where the programs of the packages are, once [`node`] has been called.
pub(crate) fn programs() -> PathBuf {
    project::root().join("node_modules/.bin")
}

/// A Node that can use the project's packages.
pub(crate) fn node() -> Result<Command> {
    let node = plain_node()?;
    install_packages(&project::root(), "the npm packages")?;
    Ok(node)
}

/// A Node that can use the packages of the peers.
pub(crate) fn node_with_peers() -> Result<Command> {
    let node = plain_node()?;
    install_packages(&project::peers(), "the npm packages of the peers")?;
    Ok(node)
}

/// A Node that can use the project's packages and bundle the editor.
pub(crate) fn node_with_editor() -> Result<Command> {
    let node = node()?;
    install_packages(&project::editor(), "the npm packages of the editor")?;
    Ok(node)
}

/// A Node without packages.
pub(crate) fn plain_node() -> Result<Command> {
    check_version()?;
    let mut node = command("node");
    node.current_dir(project::root());
    Ok(node)
}

fn check_version() -> Result<()> {
    let advice = format!("install Node {OLDEST} or newer, with npm, and see that it is on PATH");
    if find("node").is_none() || find("npm").is_none() {
        return Err(Error::new("Node or its npm is missing").advise(advice));
    }
    let version = capture(command("node").arg("--version"))?;
    let major = version.trim().trim_start_matches('v').split('.').next();
    match major.and_then(|major| major.parse::<u32>().ok()) {
        Some(major) if major >= OLDEST => Ok(()),
        _ => Err(Error::new(format!("Node {} is too old", version.trim())).advise(advice)),
    }
}

fn install_packages(folder: &Path, what: &str) -> Result<()> {
    let wanted = project::read(&folder.join("package-lock.json"))?;
    let receipt = folder.join("node_modules/.installed-lock.json");
    if project::read(&receipt).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    step(&format!("installing {what}"), || {
        let mut npm = command("npm");
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            .args(["--loglevel", "error"])
            .current_dir(folder);
        run(&mut npm).map_err(|error| {
            error.advise("see that npm can reach its registry, then run the command again")
        })?;
        project::write(&receipt, &wanted)
    })
}
