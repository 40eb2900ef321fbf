//! What each command does.

mod bench;
mod book;
mod build;
mod fuzz;
mod package;
mod peers;
mod screenshots;
mod serve;
mod test;

use crate::cli::{Command, USAGE};
use crate::error::Result;
use crate::progress::say;

/// Carries out a command.
pub(crate) fn run(command: Command) -> Result<()> {
    match command {
        Command::Serve { port, release } => serve::run(port, release),
        Command::Build => build::run(),
        Command::Book => book::run(),
        Command::Package => package::run(),
        Command::Test(parts) => test::run(&parts),
        Command::Bench(parts) => bench::run(&parts),
        Command::Fuzz { seconds, targets } => fuzz::run(seconds, &targets),
        Command::Screenshots => screenshots::run(),
        Command::Help => {
            say(USAGE);
            Ok(())
        }
    }
}
