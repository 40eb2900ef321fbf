//! Telling what is going on, and how long it took.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::time::{Duration, Instant};

use crate::error::{Error, Result};

/// Prints a line.
pub(crate) fn say(line: &str) {
    let mut out = io::stdout().lock();
    // A closed output is no reason to stop working.
    let _ = writeln!(out, "{line}");
    let _ = out.flush();
}

/// Does one piece of work under a headline, and says how long it took.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    say(&format!("==> {name}"));
    let started = now();
    let outcome = work();
    let verdict = if outcome.is_ok() { "done" } else { "FAILED" };
    say(&format!("    {name}: {verdict} in {}", seconds(started.elapsed())));
    outcome
}

/// Pieces of work that are done one after the other even if some fail, for a summary.
#[derive(Debug)]
pub(crate) struct Steps {
    started: Instant,
    done: Vec<Step>,
}

#[derive(Debug)]
struct Step {
    name: &'static str,
    took: Duration,
    error: Option<Error>,
}

impl Steps {
    /// Starts the clock.
    pub(crate) fn start() -> Self {
        Self { started: now(), done: Vec::new() }
    }

    /// Does one piece of work; what fails is told now and again in the summary.
    pub(crate) fn run(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) -> bool {
        let started = now();
        let error = step(name, work).err();
        if let Some(error) = &error {
            say(&format!("    {error}"));
        }
        let passed = error.is_none();
        self.done.push(Step { name, took: started.elapsed(), error });
        passed
    }

    /// Prints what was done; an error if any of it failed.
    pub(crate) fn finish(self) -> Result<()> {
        let mut summary = String::from("\nsummary\n");
        for step in &self.done {
            let verdict = if step.error.is_some() { "FAILED" } else { "ok" };
            let took = seconds(step.took);
            // Writing to a string cannot fail.
            let _ = writeln!(summary, "  {:<28} {verdict:<6} {took:>10}", step.name);
        }
        let total = seconds(self.started.elapsed());
        let _ = write!(summary, "  {:<28} {:<6} {total:>10}", "total", "");
        say(&summary);
        let failed: Vec<&str> =
            self.done.iter().filter(|step| step.error.is_some()).map(|step| step.name).collect();
        if failed.is_empty() { Ok(()) } else { Err(Error::new(format!("failed: {}", failed.join(", ")))) }
    }
}

fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

#[expect(clippy::disallowed_methods, reason = "this program never runs as WebAssembly")]
fn now() -> Instant {
    Instant::now()
}
