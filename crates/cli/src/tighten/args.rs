//! What can be said after `ramplay tighten`.

use std::path::PathBuf;

use crate::asking::AskingArgs;
use crate::out::OutArgs;

/// Make the smallest readable policy for calls that are needed, and compare it exactly with today's policies
///
/// Where today's policies allow a call under conditions only, the new statement keeps them. What would no longer be
/// allowed is the exact difference.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct TightenArgs {
    #[command(flatten)]
    pub(crate) asking: AskingArgs,
    /// The calls, one a line: an action, a resource, and conditions as key=value; `-`: standard input
    #[arg(long, value_name = "FILE")]
    pub(crate) needs: PathBuf,
    /// Write nothing but the policy
    #[arg(long)]
    pub(crate) policy_only: bool,
    #[command(flatten)]
    pub(crate) out: OutArgs,
}

const EXAMPLES: &str = "\
Examples:
  ramplay tighten policy.json --needs calls.txt
  ramplay tighten --needs calls.txt --policy-only > least.json
  ramplay tighten old.json --needs calls.txt --format markdown > comment.md

A line of calls.txt:
  log:GetCursorOrData acs:log:*:*:project/web/logstore/access acs:SourceIp=10.0.0.1   # a remark

Exit status: 0 all calls are allowed by the new policy; 1 some stay denied by other layers; 2 the call failed, or the
comparison is not decided within the budget.";
