//! Debian's packages.

use crate::error::{Error, Result};
use crate::process::{capture, command, find, run};
use crate::progress::step;

/// Whether packages can be installed: this is Debian or one of its kin, and we are root.
pub(crate) fn available() -> bool {
    find("apt-get").is_some() && capture(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Whether the packages are all installed.
pub(crate) fn installed(packages: &[&str]) -> bool {
    missing(packages).is_empty()
}

/// Installs those of the packages that are missing.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let missing = missing(packages);
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    if !available() {
        return Err(Error::new(format!("Debian packages are missing: {names}"))
            .advise(format!("run as root: apt-get update && apt-get install {names}")));
    }
    step(&format!("installing Debian packages: {names}"), || {
        let mut update = command("apt-get");
        update.args(["update", "--quiet=2"]);
        run(&mut update)?;
        let mut install = command("apt-get");
        install
            .args(["install", "--quiet=2", "--yes", "--no-install-recommends"])
            .args(["-o", "Dpkg::Use-Pty=0"])
            .args(&missing)
            .env("DEBIAN_FRONTEND", "noninteractive");
        run(&mut install)
    })
}

fn missing<'a>(packages: &[&'a str]) -> Vec<&'a str> {
    packages.iter().copied().filter(|package| !is_installed(package)).collect()
}

fn is_installed(package: &str) -> bool {
    capture(command("dpkg-query").args(["--show", "--showformat=${db:Status-Status}", package]))
        .is_ok_and(|status| status == "installed")
}
