//! What can be said after `ramplay repair`.

use clap::ValueEnum;

use crate::asking::AskingArgs;
use crate::out::OutArgs;

/// Find the smallest changes of policies that allow a denied request, and exactly what else each would allow
///
/// Each repair is an edited text that is read again and asked: it does what it is for. What else it allows is the
/// exact difference before and after; "nothing else" is proven. With `--to deny`, the smallest changes that deny
/// what is allowed.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct RepairArgs {
    #[command(flatten)]
    pub(crate) asking: AskingArgs,
    /// The action, such as `log:ListShards`
    #[arg(long)]
    pub(crate) action: Option<String>,
    /// The resource: an ARN or `*`
    #[arg(long)]
    pub(crate) resource: Option<String>,
    /// What is to become of the request
    #[arg(long, value_enum, default_value = "allow")]
    pub(crate) to: GoalArg,
    /// Most repairs to compare
    #[arg(long, value_name = "N", default_value_t = 12)]
    pub(crate) most: usize,
    /// Do not attach system policies
    #[arg(long)]
    pub(crate) no_system: bool,
    /// Write the document that this repair edits, in the place of the answer
    #[arg(long, value_name = "N")]
    pub(crate) apply: Option<usize>,
    #[command(flatten)]
    pub(crate) out: OutArgs,
}

const EXAMPLES: &str = "\
Examples:
  ramplay repair policy.json --action log:ListShards --resource acs:log:cn-hangzhou:1000000000000001:project/web/logstore/access
  ramplay repair policy.json --action log:GetLogStore --resource '*' --context acs:SourceIp=203.0.113.7
  ramplay repair case.json                  the request and all layers of a case
  ramplay repair case.json --to deny        the least that takes access away
  ramplay repair policy.json --action log:ListShards --resource '*' --apply 1 > repaired.json

Exit status: 0 the request has that answer already, or --apply wrote a document; 1 it has not, and the repairs are
listed; 2 the call failed, or there is no such repair to apply.";

/// What is to become of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum GoalArg {
    /// It is allowed
    Allow,
    /// It is denied
    Deny,
}
