//! `ramplay embed`: the tag that shows a scenario in another page, with its verdicts inside.

use std::io::Write as _;

use clap::{Args, ValueEnum};
use ramplay_link::{Options, encode};
use ramplay_playground::State;
use ramplay_report::{Embed, Show, Theme, embed};
use ramplay_text::Lang;

use crate::Done;
use crate::io_error::Failure;
use crate::lang::LangArg;
use crate::link::args::HideArgs;
use crate::link::{complain_of, given};

/// Write the tag that shows a scenario in another page, its verdicts as tables inside
///
/// The tables are what readers without JavaScript, printers and search engines see. Nothing of them is HTML of the
/// scenario. Secrets are refused, as in a link.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct EmbedArgs {
    /// A scenario as the page stores it, or a link; `-`: standard input
    pub(crate) scenario: String,
    /// The address of the playground, beside which the script of the element lies; without it neither the script
    /// nor a link to the playground is written
    #[arg(long, value_name = "URL", default_value = "")]
    pub(crate) page: String,
    /// The parts to show: `editor`, `matrix` (both consoles for every logon method), `logstore`, or `verdict:ROW` with
    /// the id of a row, such as `verdict:logs.pull`; without any, the first three
    #[arg(long, num_args = 1.., value_name = "PART", value_parser = show)]
    pub(crate) show: Vec<Show>,
    /// What the scenario is called
    #[arg(long, default_value = "")]
    pub(crate) title: String,
    /// How it is lit
    #[arg(long, value_enum, default_value = "system")]
    pub(crate) theme: ThemeArg,
    /// Its height in pixels; without one, as high as what it shows
    #[arg(long, value_name = "PIXELS")]
    pub(crate) height: Option<u32>,
    /// Readers cannot edit anything
    #[arg(long)]
    pub(crate) readonly: bool,
    #[command(flatten)]
    pub(crate) hide: HideArgs,
    /// The language of the element, the tables and messages
    #[arg(long, value_enum, default_value = "en")]
    pub(crate) lang: LangArg,
}

const EXAMPLES: &str = "\
Examples:
  ramplay embed scenario.json --page https://play.example/ --readonly >> guide.md
  ramplay embed scenario.json --show matrix verdict:logs.pull --lang zh --theme dark
  ramplay embed 'https://play.example/#109MTyXSO' --page https://play.example/";

fn show(code: &str) -> Result<Show, String> {
    Show::of_code(code).ok_or_else(|| "write editor, matrix, logstore or verdict:ROW".to_owned())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ThemeArg {
    /// As the reader's system has it
    System,
    Light,
    Dark,
}

impl From<ThemeArg> for Theme {
    fn from(arg: ThemeArg) -> Self {
        match arg {
            ThemeArg::System => Theme::System,
            ThemeArg::Light => Theme::Light,
            ThemeArg::Dark => Theme::Dark,
        }
    }
}

pub(crate) fn run(args: &EmbedArgs) -> Done {
    let lang: Lang = args.lang.into();
    let Some(scenario) = given(&args.scenario, lang)? else { return Ok(false) };
    let options = Options::from(&args.hide);
    let link = match encode(&scenario, options) {
        Ok(link) => link,
        Err(error) => return Ok(complain_of(&error, lang)),
    };
    // The tables say what the link says: masked, and with other names.
    let state = State::new(Some(&link.content.to_string()), lang);
    if let Some(show) = args.show.iter().find(|show| !show.exists(&state)) {
        anstream::eprintln!("error: there is no row for `{}`", show.code());
        return Ok(false);
    }
    let tag = Embed {
        fragment: &link.fragment,
        title: &args.title,
        page: &args.page,
        show: &args.show,
        theme: args.theme.into(),
        height: args.height,
        readonly: args.readonly,
    };
    let mut out = anstream::stdout().lock();
    write!(out, "{}", embed(&state, &tag)).and_then(|()| out.flush()).map_err(Failure::writing)?;
    Ok(true)
}
