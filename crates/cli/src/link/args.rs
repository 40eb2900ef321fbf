//! What can be said to `ramplay link`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use ramplay_link::Options;

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
    /// What the scenario is called; everybody who opens the link sees it
    #[arg(long, default_value = "")]
    pub(crate) title: String,
    #[command(flatten)]
    pub(crate) hide: HideArgs,
    /// How the link is written
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: LinkFormat,
    /// The language of messages
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: LangArg,
}

/// What does not get into a link as it is
#[derive(Debug, Args)]
pub(crate) struct HideArgs {
    /// Mask secrets in place of refusing them
    #[arg(long)]
    pub(crate) mask: bool,
    /// Replace account ids, the same everywhere
    #[arg(long)]
    pub(crate) accounts: bool,
    /// Replace account ids and names, the same everywhere
    #[arg(long)]
    pub(crate) pseudonyms: bool,
}

impl From<&HideArgs> for Options {
    fn from(args: &HideArgs) -> Self {
        Options { mask: args.mask, accounts: args.accounts, pseudonyms: args.pseudonyms }
    }
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
    after_help = "For the whole answer:\n  ramplay link decode LINK > scenario.json && ramplay access scenario.json\nIn a browser:\n  xdg-open \"$(ramplay link open LINK --base https://play.example/)\""
)]
pub(crate) struct OpenArgs {
    /// A link, what stands behind its `#`, or a file with one; `-`: standard input
    pub(crate) link: String,
    /// Write the address that opens it in the page at this address, in place of saying what it holds
    #[arg(long = "base", value_name = "URL")]
    pub(crate) page: Option<String>,
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
