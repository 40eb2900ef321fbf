//! What can be said to `ramplay test`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::lang::LangArg;

/// Check what is expected of scenarios: lines such as `user alice may not log:DeleteLogStore`
///
/// The lines are those that a scenario or a link carries, and those of `--expect`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct TestArgs {
    /// Scenarios as the page stores them, or links; `-`: standard input
    #[arg(required = true)]
    pub(crate) scenarios: Vec<String>,
    /// More lines, checked against every scenario
    #[arg(long, value_name = "FILE")]
    pub(crate) expect: Vec<PathBuf>,
    /// Say which statements no line protects: none changes when the statement is taken out or turned round
    #[arg(long)]
    pub(crate) coverage: bool,
    /// How the outcome is written
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: TestFormat,
    /// The language of sentences
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: LangArg,
}

const EXAMPLES: &str = "\
Examples:
  ramplay test scenario.json
  ramplay test --coverage scenario.json
  ramplay test --expect rules.txt --format junit scenarios/*.json > report.xml
  ramplay test --format github --expect rules.txt 'https://play.example/#109MTyXSO'

Lines:
  user NAME may ACTION [on RESOURCE]     role NAME, person and job in place of `user NAME`
  user NAME may not ACTION               the same: must not, cannot
  job can write                          read, write, or the id of a row: logs.query, delete-instance
  logs.write is explicitly denied        allowed, denied, implicitly denied, undecided
  view-job-drafts is held                is not held
  management opens                       does not open; also development

Exit status 1: a line does not hold, has no verdict, or is not understood.";

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TestFormat {
    /// For people
    Text,
    /// JUnit's XML, which build servers read
    Junit,
    /// Annotations of GitHub Actions
    Github,
}
