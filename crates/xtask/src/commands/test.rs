//! `cargo xtask test`.

use std::process::Command;

use super::{book, build, fuzz, package};
use crate::cli::Part;
use crate::error::{Error, Result};
use crate::lock::{self, Shared};
use crate::process::{command, run as run_command};
use crate::progress::Steps;
use crate::project;
use crate::tools::{chromium, firefox, node, node_with_editor};

/// Where property tests start; read by `proptest`.
const PROPERTY_SEED: &str = "PROPTEST_RNG_SEED";

/// Checks the parts, all of them even if some fail, and sums up.
pub(crate) fn run(parts: &[Part]) -> Result<()> {
    let uses_site = parts.iter().any(|part| matches!(part, Part::Site | Part::Book | Part::Browser));
    let _lock = uses_site.then(|| lock::acquire(Shared::Site)).transpose()?;
    let mut steps = Steps::start();
    let mut site_is_built = true;
    for part in parts {
        match part {
            Part::Fmt => {
                steps.run("formatting", fmt);
            }
            Part::Clippy => {
                steps.run("lints", clippy);
            }
            Part::Native => {
                steps.run("native tests", native);
            }
            Part::Module => {
                steps.run("JavaScript package in Node", package::test);
            }
            Part::Fuzz => {
                steps.run("fuzz targets", fuzz::test);
            }
            Part::Editor => {
                steps.run("editor", editor);
            }
            Part::Site => site_is_built = steps.run("release build of the site", site),
            Part::Book => {
                steps.run("documentation", book::book);
            }
            Part::Browser => {
                steps.run("browser tests", || browser_tests(site_is_built));
            }
        }
    }
    steps.finish()
}

fn cargo(subcommand: &str) -> Command {
    let mut cargo = command("cargo");
    cargo.arg(subcommand).current_dir(project::root());
    cargo
}

fn fmt() -> Result<()> {
    // Apart from the workspace, and written alike.
    let apart = ["tests/peers/native", "tests/peers/module", "tests/fuzz"];
    let apart = apart.map(|folder| format!("{folder}/Cargo.toml"));
    let check = |arguments: &[&str]| {
        run_command(cargo("fmt").args(arguments).arg("--check")).map_err(|error| {
            let command = format!("cargo fmt {}", arguments.join(" "));
            error.advise(format!("run `{command}` (`rustup component add rustfmt` if it is missing)"))
        })
    };
    check(&["--all"])?;
    apart.iter().try_for_each(|manifest| check(&["--manifest-path", manifest]))
}

fn clippy() -> Result<()> {
    let mut clippy = cargo("clippy");
    // The page too: it has no code for WebAssembly alone, and the standard library for that is not compiled.
    clippy.args(["--workspace", "--all-targets"]);
    run_command(clippy.args(["--", "-D", "warnings"])).map_err(|error| {
        error.advise("mend what is reported (`rustup component add clippy` if it is missing)")
    })
}

fn native() -> Result<()> {
    // What stands on Yew is tested in a browser, and compiling Yew natively costs a minute.
    let yew = ["ramplay-web", "ramplay-jobs", "ramplay-more", "ramplay-parts"];
    let mut tests = cargo("test");
    tests.arg("--workspace").args(yew.iter().flat_map(|package| ["--exclude", package]));
    // The same tree gives the same result; plain `cargo test` goes on looking elsewhere.
    if std::env::var_os(PROPERTY_SEED).is_none() {
        tests.env(PROPERTY_SEED, "1");
    }
    run_command(&mut tests)
}

fn editor() -> Result<()> {
    let chromium = chromium()?;
    // Its packages, and those of the project, with which it drives the browser.
    node_with_editor()?;
    let npm = |script: &str| {
        let mut npm = command("npm");
        npm.args(["run", "--silent", script]).current_dir(project::editor()).env("CHROMIUM", &chromium);
        run_command(&mut npm)
    };
    npm("check")?;
    npm("test")
}

fn site() -> Result<()> {
    build::site()?;
    build::sizes()
}

fn browser_tests(site_is_built: bool) -> Result<()> {
    if !site_is_built {
        return Err(Error::new("there is no site to test: its build failed"));
    }
    if !project::dist().join("index.html").exists() {
        site()?;
    }
    if !project::dist().join("docs/index.html").exists() {
        book::book()?;
    }
    let chromium = chromium()?;
    let firefox = firefox()?;
    let mut node = node()?;
    // Two pages at a time: more get in each other's way where there are two cores.
    node.args(["--test", "--test-concurrency=2", "--test-reporter=spec"]);
    node.args(test_files()?).env("CHROMIUM", chromium);
    // The tests with Firefox are skipped where it is not named.
    match firefox {
        Some(firefox) => node.env("FIREFOX", firefox),
        None => node.env_remove("FIREFOX"),
    };
    run_command(&mut node)
}

/// The files `tests/browser/*.test.mjs`.
fn test_files() -> Result<Vec<String>> {
    let folder = project::root().join("tests/browser");
    let entries = folder
        .read_dir()
        .map_err(|error| Error::new(format!("cannot list {}: {error}", folder.display())))?;
    let mut files: Vec<String> = entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.ends_with(".test.mjs"))
        .map(|name| format!("tests/browser/{name}"))
        .collect();
    files.sort();
    Ok(files)
}
