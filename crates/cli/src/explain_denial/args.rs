//! What can be said after `ramplay explain-denial`.

use std::path::PathBuf;

use crate::asking::WhoArgs;
use crate::out::OutArgs;

/// Read a real denial, say whether policies explain it, and what would repair it
///
/// The text can be a line of a log, the JSON or XML of an answer with `AccessDeniedDetail`, or a decoded diagnostic
/// message. Everything else in it is passed over.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ExplainDenialArgs {
    /// The text of the denial; `-` or nothing: standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub(crate) file: PathBuf,
    /// A policy in any form that is pasted, or one case with all layers
    #[arg(long = "policy", value_name = "FILE", num_args = 1..)]
    pub(crate) policies: Vec<PathBuf>,
    /// What the text does not tell
    #[command(flatten)]
    pub(crate) who: WhoArgs,
    /// The resource, where the text does not tell
    #[arg(long)]
    pub(crate) resource: Option<String>,
    /// Most repairs to compare; 0: none
    #[arg(long, value_name = "N", default_value_t = 6)]
    pub(crate) most: usize,
    #[command(flatten)]
    pub(crate) out: OutArgs,
}

const EXAMPLES: &str = "\
Examples:
  ramplay explain-denial error.txt --policy policy.json
  kubectl logs job | grep 'denied by' | ramplay explain-denial --policy policy.json
  aliyun ram DecodeDiagnosticMessage --EncodedDiagnosticMessage AQEA… | ramplay explain-denial --policy case.json

Exit status: 0 the policies explain the denial; 1 they do not, or only in part; 2 the text is no denial, or the call
failed.";
