//! `ramplay`: RAM policies of Alibaba Cloud on the command line.
//!
//! It runs the same code as the page: `evaluate` decides cases, `check` lists findings, `access` answers a
//! whole scenario, `job` looks into Flink SQL. Answers go to standard output, what is wrong with the call to
//! standard error.

mod access;
mod args;
mod asking;
mod check;
mod dead;
mod diff;
mod embed;
mod evaluate;
mod explain_denial;
mod files;
mod given;
mod io_error;
mod job;
mod lang;
mod link;
mod out;
mod repair;
mod review;
mod test;
mod tighten;
mod who_can;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use crate::args::{Args, Command};
use crate::io_error::Failure;

/// Everything is as it should be.
const GOOD: u8 = 0;
/// Something in the input is wrong: a bad line, a finding, a withheld answer.
const FOUND: u8 = 1;
/// The call itself failed: bad arguments, a file that cannot be read, a question that is not decided.
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let args = Args::parse();
    let done = match args.command {
        Command::Evaluate(args) => evaluate::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Access(args) => access::run(&args),
        Command::Job(args) => job::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Repair(args) => repair::run(&args),
        Command::WhoCan(args) => who_can::run(&args),
        Command::Tighten(args) => tighten::run(&args),
        Command::ExplainDenial(args) => explain_denial::run(&args),
        Command::Dead(args) => dead::run(&args),
        Command::Embed(args) => embed::run(&args),
        Command::Link(args) => link::run(&args),
        Command::Review(args) => review::run(&args),
        Command::Test(args) => test::run(&args),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Args::command(), "ramplay", &mut std::io::stdout());
            Ok(true)
        }
    };
    match done {
        Ok(true) => ExitCode::from(GOOD),
        Ok(false) => ExitCode::from(FOUND),
        // Who reads the answers has seen enough, as `head` does.
        Err(failure) if failure.is_closed_pipe() => ExitCode::from(GOOD),
        Err(failure) => {
            let style = anstyle::AnsiColor::Red.on_default().bold();
            anstream::eprintln!("{style}error{style:#}: {failure}");
            ExitCode::from(FAILED)
        }
    }
}

/// Whether the input is as it should be, or why the call failed.
type Done = Result<bool, Failure>;
