//! What can be said to `ramplay review`.

use clap::{Args, ValueEnum};

use crate::lang::LangArg;

/// Say what a change of a scenario's policies means: every verdict that changed, exactly, and its assertions
///
/// The scenario carries the policies as they were as its `base`.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ReviewArgs {
    /// A scenario as the page stores it, or a link; `-`: standard input
    pub(crate) scenario: String,
    /// The scenario as it was, if it carries no base: its policies are the base
    #[arg(long, value_name = "SCENARIO")]
    pub(crate) base: Option<String>,
    /// How the review is written
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: ReviewFormat,
    /// The most steps of the exact difference; what needs more is undecided
    #[arg(long, value_name = "STEPS", default_value_t = ramplay_analysis::Budget::DEFAULT_STEPS)]
    pub(crate) budget: u64,
    /// What makes the exit status 1
    #[arg(long, value_enum, default_value = "never")]
    pub(crate) fail_on: FailOnReview,
    /// The language of sentences
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: LangArg,
}

const EXAMPLES: &str = "\
Examples:
  ramplay review 'https://play.example/#109MTyXSO'
  ramplay review --base old.json new.json --format markdown >> \"$GITHUB_STEP_SUMMARY\"
  ramplay review --format json --fail-on new-access scenario.json

Exit status 1: what `--fail-on` names; or there is no base.";

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReviewFormat {
    /// For people
    Text,
    /// For a pull request
    Markdown,
    /// For programs
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOnReview {
    /// Nothing
    Never,
    /// A verdict changed, or the exact difference is not empty or not decided
    Any,
    /// Something is newly allowed, or it is not decided whether anything is
    NewAccess,
}
