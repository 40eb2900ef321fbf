//! What can be said after `ramplay diff`.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::args::KindArg;
use crate::out::OutArgs;

/// Compare two policies exactly: what is newly allowed, what no longer, with a request that shows it
///
/// Every change of answer is found, or it is said that not everything was decided: nothing is sampled or guessed.
/// Both sides can also be cases as `ramplay evaluate` reads them, with policies in all layers; the principal and
/// its surroundings are then those of the first case's request.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct DiffArgs {
    /// Before: a policy in any form that is pasted, or a case; `-`: standard input
    #[arg(value_name = "BEFORE")]
    pub(crate) before: PathBuf,
    /// After
    #[arg(value_name = "AFTER")]
    pub(crate) after: PathBuf,
    /// What the documents are attached as; without it, what they look like
    #[arg(long, value_enum)]
    pub(crate) kind: Option<KindArg>,
    /// The account that the policies belong to
    #[arg(long, value_name = "UID", value_parser = crate::args::uid, default_value = "1000000000000001")]
    pub(crate) account: String,
    /// The changes that make the exit status 1
    #[arg(long, value_enum, default_value = "any", value_name = "CHANGE")]
    pub(crate) fail_on: FailOn,
    #[command(flatten)]
    pub(crate) out: OutArgs,
}

const EXAMPLES: &str = "\
Examples:
  ramplay diff old.json new.json
  ramplay diff --fail-on new-access old.json new.json
  ramplay diff --format markdown old.json new.json > comment.md
  git show HEAD:policy.json | ramplay diff - policy.json
  ramplay diff --kind trust --account 1000000000000001 old-trust.json new-trust.json

Exit status: 0 equivalent, or no change of the kind that --fail-on names; 1 different; 2 not decided.";

/// Which changes make the exit status 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// Any change of answer, also between kinds of denial
    Any,
    /// Requests that are newly allowed
    NewAccess,
    /// Requests that are no longer allowed
    LostAccess,
}
