//! The project's commands: `cargo xtask serve|build|test|bench|fuzz|screenshots`.
//!
//! Each command first installs what it misses, without asking, and costs nothing when
//! everything is there. [`tools`] knows what is needed and where it comes from,
//! [`commands`] what is done with it.

mod cli;
mod commands;
mod error;
mod lock;
mod process;
mod progress;
mod project;
mod tools;

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::parse(env::args().skip(1)).and_then(commands::run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            progress::say(&format!("\nerror: {error}"));
            ExitCode::FAILURE
        }
    }
}
