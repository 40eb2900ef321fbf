//! `cargo xtask fuzz`.
//!
//! The targets of `tests/fuzz` are those of cargo-fuzz, which wants a nightly compiler for its sanitizers.
//! In safe Rust they find nothing that an assertion does not, so that the targets are built here with the
//! compiler at hand: the flags that let libFuzzer see which code an input reaches are stable.

use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::process::{capture, command, run as run_command};
use crate::progress::{say, step};
use crate::project;
use crate::tools::cxx;

/// What lets libFuzzer see which code an input reaches, and which values it is compared with.
const FLAGS: [&str; 7] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "--cfg",
    "fuzzing",
];

/// Longest input in bytes, most memory in MB, and most seconds for one input.
const BOUNDS: [&str; 3] = ["-max_len=4096", "-rss_limit_mb=1024", "-timeout=10"];

/// How much each target is tried.
#[derive(Clone, Copy)]
enum Effort {
    /// New inputs for some seconds, on top of what earlier runs found.
    Seconds(u32),
    /// The inputs that are kept and a number of new ones, always the same, so that a test that passed
    /// passes again.
    Short,
}

/// New inputs of a short run. What libFuzzer compares and how long an input took differs from run to run,
/// so that neither may choose the next input.
const SHORT: [&str; 3] = ["-seed=1", "-use_cmp=0", "-entropic=0"];

/// How many inputs a short run tries: one of the analysis is many comparisons.
fn short_runs(target: &str) -> u32 {
    if target == "analysis" { 150 } else { 8000 }
}

/// A short run of all targets, if there is a compiler for libFuzzer.
pub(crate) fn test() -> Result<()> {
    if let Err(error) = cxx() {
        say(&format!("    skipped: {error}"));
        return Ok(());
    }
    try_all(Effort::Short, &[])
}

/// Builds the targets and tries each of them, or those named, for some seconds.
pub(crate) fn run(seconds: u32, targets: &[String]) -> Result<()> {
    try_all(Effort::Seconds(seconds), targets)
}

fn try_all(effort: Effort, targets: &[String]) -> Result<()> {
    let targets = chosen(targets)?;
    let programs = build()?;
    let mut crashed = Vec::new();
    for target in targets {
        let title = match effort {
            Effort::Seconds(seconds) => format!("fuzzing {target} for {seconds} s"),
            Effort::Short => format!("fuzzing {target} a little"),
        };
        let tried = step(&title, || try_out(&programs, &target, effort));
        if let Err(error) = tried {
            say(&format!("    {error}"));
            crashed.push(target);
        }
    }
    if crashed.is_empty() { Ok(()) } else { Err(Error::new(format!("failed: {}", crashed.join(", ")))) }
}

/// The targets to run: the files of `fuzz_targets`.
fn chosen(named: &[String]) -> Result<Vec<String>> {
    let all = names_in(&project::fuzz().join("fuzz_targets"))?;
    let mut all: Vec<String> =
        all.iter().filter_map(|file| Some(file.strip_suffix(".rs")?.to_owned())).collect();
    all.sort();
    if let Some(unknown) = named.iter().find(|name| !all.contains(name)) {
        return Err(Error::new(format!("unknown target `{unknown}`"))
            .advise(format!("the targets are {}", all.join(", "))));
    }
    Ok(if named.is_empty() { all } else { named.to_vec() })
}

/// Builds all targets; the folder that they are in.
fn build() -> Result<PathBuf> {
    cxx()?;
    let target = project::target().join("fuzz/build");
    let host = host()?;
    step("building the fuzz targets", || {
        let mut cargo = command("cargo");
        cargo
            // For a target that is named, even if it is this machine, the flags are not for build scripts.
            .args(["build", "--quiet", "--release", "--bins", "--target", &host])
            .env("CARGO_TARGET_DIR", &target)
            .env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}"))
            .env_remove("RUSTFLAGS")
            .current_dir(project::fuzz());
        run_command(&mut cargo)
    })?;
    Ok(target.join(host).join("release"))
}

/// The name that the compiler has for this machine.
fn host() -> Result<String> {
    let version = capture(command("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| Error::new("rustc does not say what machine this is"))
}

/// Tries the inputs that are kept, those that earlier runs found, and new ones.
fn try_out(programs: &Path, target: &str, effort: Effort) -> Result<()> {
    let kept = project::fuzz().join("corpus").join(target);
    let grown = match effort {
        Effort::Seconds(_) => project::target().join("fuzz/corpus").join(target),
        Effort::Short => {
            let fresh = project::target().join("fuzz/short").join(target);
            project::remove_folder(&fresh)?;
            fresh
        }
    };
    let crashes = project::target().join("fuzz/crashes").join(target);
    for folder in [&kept, &grown, &crashes] {
        project::create_folder(folder)?;
    }
    let program = programs.join(target);
    let mut fuzzer = command(&program);
    fuzzer
        // New inputs go into the first folder.
        .args([&grown, &kept])
        .args(match effort {
            Effort::Seconds(seconds) => vec![format!("-max_total_time={seconds}")],
            Effort::Short => {
                let runs = format!("-runs={}", short_runs(target));
                SHORT.map(str::to_owned).into_iter().chain([runs]).collect()
            }
        })
        .args(BOUNDS)
        .arg(format!("-artifact_prefix={}/", crashes.display()))
        .args(["-print_funcs=0", "-verbosity=0"])
        .current_dir(project::fuzz());
    run_command(&mut fuzzer).map_err(|_| {
        let input =
            newest(&crashes).map_or_else(|| crashes.display().to_string(), |file| file.display().to_string());
        Error::new(format!("{target} failed on the input {input}")).advise(format!(
            "run `{} {input}`, mend what it shows, and keep the input in tests/fuzz/corpus/{target}",
            program.display()
        ))
    })
}

fn newest(folder: &Path) -> Option<PathBuf> {
    let files = folder.read_dir().ok()?.flatten();
    files.max_by_key(|file| file.metadata().and_then(|data| data.modified()).ok()).map(|file| file.path())
}

fn names_in(folder: &Path) -> Result<Vec<String>> {
    let entries = folder
        .read_dir()
        .map_err(|error| Error::new(format!("cannot list {}: {error}", folder.display())))?;
    Ok(entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect())
}
