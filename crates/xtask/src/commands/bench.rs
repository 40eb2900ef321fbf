//! `cargo xtask bench`.

use super::{build, peers};
use crate::cli::Measure;
use crate::error::{Error, Result};
use crate::lock::{self, Shared};
use crate::process::{command, run as run_command};
use crate::progress::step;
use crate::project;
use crate::tools::{chromium, script};

/// Measures what is asked for.
pub(crate) fn run(parts: &[Measure]) -> Result<()> {
    parts.iter().try_for_each(|part| match part {
        Measure::Native => native(),
        Measure::Page => page(),
        Measure::Peers => peers::bench(),
    })
}

/// The crates that have benchmarks.
fn native() -> Result<()> {
    for bench in benches()? {
        step(&format!("benchmark {} of {}", bench.name, bench.package), || {
            let mut cargo = command("cargo");
            cargo
                .args(["bench", "--package", &bench.package, "--bench", &bench.name])
                .current_dir(project::root());
            run_command(&mut cargo)
        })?;
    }
    Ok(())
}

/// The page, then its size.
fn page() -> Result<()> {
    let _lock = lock::acquire(Shared::Site)?;
    build::site()?;
    let chromium = chromium()?;
    step("measuring the page", || run_command(script("bench.mjs")?.env("CHROMIUM", chromium)))?;
    build::sizes()
}

/// A file `crates/*/benches/NAME.rs`.
struct Bench {
    package: String,
    name: String,
}

fn benches() -> Result<Vec<Bench>> {
    let crates = project::root().join("crates");
    let folders = crates
        .read_dir()
        .map_err(|error| Error::new(format!("cannot list {}: {error}", crates.display())))?;
    let mut found = Vec::new();
    for folder in folders.flatten() {
        let Ok(files) = folder.path().join("benches").read_dir() else {
            continue;
        };
        let manifest = project::read(&folder.path().join("Cargo.toml"))?;
        let package = manifest
            .lines()
            .find_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"'))
            .ok_or_else(|| Error::new(format!("{} has no name", folder.path().display())))?;
        for file in files.flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            if let Some(name) = name.strip_suffix(".rs") {
                found.push(Bench { package: package.to_owned(), name: name.to_owned() });
            }
        }
    }
    found.sort_by(|a, b| (&a.package, &a.name).cmp(&(&b.package, &b.name)));
    Ok(found)
}
