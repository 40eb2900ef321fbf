//! What can be said after `ramplay who-can`.

use crate::asking::AskingArgs;
use crate::out::OutArgs;

/// List exactly what policies or a scenario allow, or answer whether anything of a kind is allowed
///
/// Without a question: all that is allowed, by the statements that allow it, with the known actions and what holds
/// each back. With `--action`: whether any such request is allowed, with a request that shows it, or the proof
/// that none is. Policies that name principals are asked for every kind of principal that they tell apart.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct WhoCanArgs {
    #[command(flatten)]
    pub(crate) asking: AskingArgs,
    /// Only actions that match this; with wildcards as in policies
    #[arg(long, value_name = "PATTERN")]
    pub(crate) action: Vec<String>,
    /// Only resources that match this
    #[arg(long, value_name = "PATTERN")]
    pub(crate) resource: Vec<String>,
    /// Ask for the known ways to more access than was given
    #[arg(long, conflicts_with_all = ["action", "resource"])]
    pub(crate) escalations: bool,
    /// Ask all questions that have names: these, and what cannot be undone in Simple Log Service
    #[arg(long, conflicts_with_all = ["action", "resource", "escalations"])]
    pub(crate) questions: bool,
    #[command(flatten)]
    pub(crate) out: OutArgs,
}

const EXAMPLES: &str = "\
Examples:
  ramplay who-can policy.json               all that it allows
  ramplay who-can scenario.json             all that the page's scenario allows, in the consoles and on the project
  ramplay who-can policy.json --action log:DeleteLogStore
  ramplay who-can trust.json --kind trust --action sts:AssumeRole
  ramplay who-can policies/*.json --escalations
  ramplay who-can case.json --action 'log:Delete*' --resource 'acs:log:*:*:project/prod/*'

Exit status of a list: 0 everything is decided, 2 not everything is. Of a question: 0 nothing of the kind is allowed,
which is proven; 1 something is, or unknown policies decide; 2 not decided.";
