//! `ramplay link`: scenarios to links and back, without a browser.

pub(crate) mod args;
mod summary;

use std::io::Write as _;
use std::path::Path;

use ramplay_link::{
    EncodeError, Link, LinkError, Opened, Options, content, decode, fragment_of, pack, pseudonymised,
    sentence, unpack, without_accounts,
};
use ramplay_playground::{MAX_BYTES, Scenario};
use ramplay_text::Lang;

use self::args::{DecodeArgs, EncodeArgs, LinkArgs, LinkCommand, LinkFormat, OpenArgs};
use crate::Done;
use crate::files;
use crate::io_error::Failure;

pub(crate) fn run(args: &LinkArgs) -> Done {
    match &args.command {
        LinkCommand::Encode(args) => encode_file(args),
        LinkCommand::Decode(args) => decode_link(args),
        LinkCommand::Open(args) => open(args),
    }
}

/// Writes to standard output.
fn write(text: &str) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    writeln!(out, "{text}").and_then(|()| out.flush()).map_err(Failure::writing)
}

/// Says on standard error what is wrong, and what to do about it.
fn complain(code: &str, problem: &str, help: &str, lang: Lang) {
    let style = anstyle::AnsiColor::Red.on_default().bold();
    let word = match lang {
        Lang::En => "help",
        Lang::Zh => "提示",
    };
    anstream::eprintln!("{style}error{style:#}: {problem} [{code}]\n  {word}: {help}");
}

fn encode_file(args: &EncodeArgs) -> Done {
    let lang: Lang = args.lang.into();
    let Some(scenario) = scenario_in(&args.scenario)? else { return Ok(false) };
    let options = Options::from(&args.hide);
    match pack(content(&scenario, &args.title), options) {
        Ok(link) => {
            let address = format!("{}#{}", args.page.as_deref().unwrap_or_default(), link.fragment);
            match args.format {
                LinkFormat::Text => write(&address)?,
                LinkFormat::Json => write(&form(&address, &link))?,
            }
            report_names(&scenario, options, lang);
            Ok(true)
        }
        Err(error) => Ok(complain_of(&error, lang)),
    }
}

/// The scenario in a file; says what is wrong if there is none.
fn scenario_in(path: &Path) -> Result<Option<Scenario>, Failure> {
    match files::read(path, MAX_BYTES)? {
        Some(text) => Ok(scenario_of(&text, &files::name(path))),
        None => {
            anstream::eprintln!("error: `{}` is longer than any scenario", files::name(path));
            Ok(None)
        }
    }
}

fn scenario_of(text: &str, name: &str) -> Option<Scenario> {
    let read = Scenario::from_json(text);
    read.map_err(|error| anstream::eprintln!("error: `{name}` is no scenario: {error}")).ok()
}

/// The scenario that an argument names: a file with a scenario or a link, or a link. Says what is wrong if there is
/// none.
pub(crate) fn given(argument: &str, lang: Lang) -> Result<Option<Scenario>, Failure> {
    let text = match as_file(argument) {
        None => argument.to_owned(),
        Some(path) => match files::read(path, MAX_BYTES)? {
            Some(text) if text.trim_start().starts_with('{') => {
                return Ok(scenario_of(&text, &files::name(path)));
            }
            // What is longer is refused by its length.
            text => text.unwrap_or_else(|| "1".repeat(MOST)),
        },
    };
    match decode(&text) {
        Ok(scenario) => Ok(Some(scenario)),
        Err(error) => refuse(&error, &text, lang).map(|_| None),
    }
}

/// Says why no link is made, and where secrets are. Always `false`.
pub(crate) fn complain_of(error: &EncodeError, lang: Lang) -> bool {
    complain(error.code(), &sentence::refusal(error, lang), sentence::refusal_help(error, lang), lang);
    if let EncodeError::Secrets(secrets) = error {
        for secret in secrets {
            anstream::eprintln!("  {} {} [{}]", secret.path, secret.masked, secret.code);
        }
    }
    false
}

fn form(address: &str, link: &Link) -> String {
    let form = serde_json::json!({
        "link": address,
        "fragment": link.fragment,
        "characters": link.fragment.len(),
        "content": link.content,
    });
    format!("{form:#}")
}

/// Says which names were replaced: who makes the link can read them back.
fn report_names(scenario: &Scenario, options: Options, lang: Lang) {
    let content = content(scenario, "");
    let (_, replaced) = match options {
        Options { pseudonyms: true, .. } => pseudonymised(&content),
        Options { accounts: true, .. } => without_accounts(&content),
        _ => return,
    };
    let word = match lang {
        Lang::En => "is",
        Lang::Zh => "替换为",
    };
    for one in replaced {
        anstream::eprintln!("{} {word} {}", one.from, one.to);
    }
}

/// More characters than those of any link.
const MOST: usize = ramplay_link::limits::FRAGMENT * 4;

/// The file that an argument names, if it is no link: that is longer than any name, or has a `#`.
pub(crate) fn as_file(argument: &str) -> Option<&Path> {
    let path = Path::new(argument);
    let looks_like_one = argument.contains(['.', '/', '\\']) && !argument.contains('#');
    (files::is_stdin(path) || (!argument.contains('#') && path.is_file()) || looks_like_one).then_some(path)
}

/// The link that stands on the command line, in a file or on standard input.
fn text_of(link: &str) -> Result<String, Failure> {
    let Some(path) = as_file(link) else { return Ok(link.to_owned()) };
    // What is longer is refused by its length.
    Ok(files::read(path, MOST)?.unwrap_or_else(|| "1".repeat(MOST)))
}

fn decode_link(args: &DecodeArgs) -> Done {
    let lang: Lang = args.lang.into();
    let text = text_of(&args.link)?;
    if args.raw {
        return match unpack(&text) {
            Ok(content) => write(&format!("{content:#}")).map(|()| true),
            Err(error) => refuse(&error, &text, lang),
        };
    }
    match decode(&text) {
        Ok(scenario) => write(&scenario.to_json()).map(|()| true),
        Err(error) => refuse(&error, &text, lang),
    }
}

fn open(args: &OpenArgs) -> Done {
    let lang: Lang = args.lang.into();
    let text = text_of(&args.link)?;
    match ramplay_link::open(&text) {
        Ok(Opened { title, scenario }) => {
            if let Some(page) = &args.page {
                // What a mail program broke or put around it is left behind.
                let link = pack(content(&scenario, &title), Options::default());
                return match link {
                    Ok(link) => write(&format!("{page}#{}", link.fragment)).map(|()| true),
                    Err(error) => Ok(complain_of(&error, lang)),
                };
            }
            if !title.is_empty() {
                write(&title)?;
            }
            write(&summary::of(&scenario, lang)).map(|()| true)
        }
        Err(error) => refuse(&error, &text, lang),
    }
}

/// Says why a link is not opened; what a newer program put into it is written as it is.
fn refuse(error: &LinkError, text: &str, lang: Lang) -> Done {
    complain(error.code(), &sentence::problem(error, lang), sentence::help(error, lang), lang);
    match error {
        LinkError::Scenario { content, .. } => write(&format!("{content:#}"))?,
        LinkError::Newer { .. } => write(fragment_of(text))?,
        _ => {}
    }
    Ok(false)
}
