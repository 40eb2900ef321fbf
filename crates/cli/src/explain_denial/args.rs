//! What can be said after `ramplay explain-denial`.

use std::path::PathBuf;

use crate::args::KindArg;
use crate::lang::LangArg;
use crate::repair::RepairFormat;

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
    /// What the documents are attached as; without it, what they look like
    #[arg(long, value_enum)]
    pub(crate) kind: Option<KindArg>,
    /// Who was denied, where the text does not tell
    #[arg(long, value_name = "ARN", default_value = "acs:ram::1000000000000001:user/alice")]
    pub(crate) principal: String,
    /// The resource, where the text does not tell
    #[arg(long)]
    pub(crate) resource: Option<String>,
    /// A condition key that the request carried
    #[arg(long = "context", value_name = "KEY=VALUE", value_parser = crate::asking::pair)]
    pub(crate) context: Vec<(String, String)>,
    /// Most repairs to compare; 0: none
    #[arg(long, value_name = "N", default_value_t = 6)]
    pub(crate) most: usize,
    /// How much work each comparison may do, in steps that take well below a microsecond
    #[arg(long, value_name = "STEPS", default_value_t = ramplay_analysis::Budget::DEFAULT_STEPS)]
    pub(crate) budget: u64,
    /// How the answer is written
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: RepairFormat,
    /// The language of words and sentences
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: LangArg,
}

const EXAMPLES: &str = "\
Examples:
  ramplay explain-denial error.txt --policy policy.json
  kubectl logs job | grep 'denied by' | ramplay explain-denial --policy policy.json
  aliyun ram DecodeDiagnosticMessage --EncodedDiagnosticMessage AQEA… | ramplay explain-denial --policy case.json

Exit status: 0 the policies explain the denial; 1 they do not, or only in part; 2 the text is no denial, or the call
failed.";
