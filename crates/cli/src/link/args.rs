//! What can be said to `ramplay link`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::lang::LangArg;

/// Make links of scenarios, and read them
#[derive(Debug, Args)]
pub(crate) struct LinkArgs {
    #[command(subcommand)]
    pub(crate) command: LinkCommand,
}

#[derive(Debug, Subcommand)]
pub(crate) enum LinkCommand {
    Encode(EncodeArgs),
    Decode(DecodeArgs),
    Open(OpenArgs),
}

/// Make the link of a scenario
///
/// Everything in the scenario is in the link, and anyone who holds it can read it. Secrets are refused.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  ramplay link encode scenario.json --page https://play.example/ --pseudonyms"
)]
pub(crate) struct EncodeArgs {
    /// A scenario as the page stores it; `-`: standard input
    pub(crate) scenario: PathBuf,
    /// The address of the page, to stand before `#`
    #[arg(long, value_name = "URL")]
    pub(crate) page: Option<String>,
    /// Mask secrets in place of refusing them
    #[arg(long)]
    pub(crate) mask: bool,
    /// Replace account ids and names, the same everywhere
    #[arg(long)]
    pub(crate) pseudonyms: bool,
    /// How the link is written
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: LinkFormat,
    /// The language of messages
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: LangArg,
}

/// Write the scenario that a link holds
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  ramplay link decode 'https://play.example/#109OhE37o' > scenario.json")]
pub(crate) struct DecodeArgs {
    /// A link, what stands behind its `#`, or a file with one; `-`: standard input
    pub(crate) link: String,
    /// Write the content as it is, whether this version knows all of it or not
    #[arg(long)]
    pub(crate) raw: bool,
    /// The language of messages
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: LangArg,
}

/// Say what a link holds: who logs on, which policies and drafts, and what is allowed
#[derive(Debug, Args)]
#[command(
    after_help = "For the whole answer:\n  ramplay link decode LINK > scenario.json && ramplay access scenario.json"
)]
pub(crate) struct OpenArgs {
    /// A link, what stands behind its `#`, or a file with one; `-`: standard input
    pub(crate) link: String,
    /// The language of words and sentences
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: LangArg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LinkFormat {
    /// The link alone
    Text,
    /// The link and all that is in it
    Json,
}
