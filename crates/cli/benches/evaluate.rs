//! How many cases `ramplay evaluate` decides a second: a million lines through a pipe.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a benchmark stops at what should not happen, prints, and looks at the clock"
)]

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Lines of a run.
const LINES: usize = 1_000_000;
/// Runs; the best is told, since others only disturb.
const RUNS: usize = 3;

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases");
    let mut files: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let cases: String = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    let count = cases.lines().count();
    let times = LINES.div_ceil(count);
    println!("{} lines, each worked case {times} times, {} bytes a line", times * count, cases.len() / count);
    for explain in [false, true] {
        let best = (0..RUNS).map(|_| run(&cases, times, explain)).fold(f64::INFINITY, f64::min);
        let rate = f64::from(u32::try_from(times * count).unwrap()) / best;
        println!(
            "evaluate{}: {best:.2} s, {rate:.0} lines a second",
            if explain { " --explain" } else { "" }
        );
    }
}

/// Seconds that one run takes.
fn run(cases: &str, times: usize, explain: bool) -> f64 {
    let start = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_ramplay"));
    command.arg("evaluate").args(explain.then_some("--explain"));
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    for _ in 0..times {
        input.write_all(cases.as_bytes()).unwrap();
    }
    drop(input);
    // Some of the worked cases have an error on purpose.
    assert_eq!(child.wait().unwrap().code(), Some(1));
    start.elapsed().as_secs_f64()
}
