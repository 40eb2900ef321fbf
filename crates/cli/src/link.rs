//! `ramplay link`: scenarios to links and back, without a browser.

pub(crate) mod args;
mod summary;

use std::io::Write as _;
use std::path::Path;

use ramplay_link::{
    EncodeError, Link, LinkError, Options, decode, encode, fragment_of, pseudonymised, sentence, unpack,
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
    let name = files::name(&args.scenario);
    let scenario = match files::read(&args.scenario, MAX_BYTES)?.map(|text| Scenario::from_json(&text)) {
        Some(Ok(scenario)) => scenario,
        Some(Err(error)) => {
            anstream::eprintln!("error: `{name}` is no scenario: {error}");
            return Ok(false);
        }
        None => {
            anstream::eprintln!("error: `{name}` is longer than any scenario");
            return Ok(false);
        }
    };
    let options = Options { mask: args.mask, pseudonyms: args.pseudonyms };
    match encode(&scenario, options) {
        Ok(link) => {
            let address = format!("{}#{}", args.page.as_deref().unwrap_or_default(), link.fragment);
            match args.format {
                LinkFormat::Text => write(&address)?,
                LinkFormat::Json => write(&form(&address, &link))?,
            }
            if args.pseudonyms {
                report_names(&scenario, lang);
            }
            Ok(true)
        }
        Err(error) => {
            complain(
                error.code(),
                &sentence::refusal(&error, lang),
                sentence::refusal_help(&error, lang),
                lang,
            );
            if let EncodeError::Secrets(secrets) = &error {
                for secret in secrets {
                    anstream::eprintln!("  {} {} [{}]", secret.path, secret.masked, secret.code);
                }
            }
            Ok(false)
        }
    }
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
fn report_names(scenario: &Scenario, lang: Lang) {
    let content = serde_json::from_str(&scenario.to_json()).unwrap_or_default();
    let (_, replaced) = pseudonymised(&content);
    let word = match lang {
        Lang::En => "is",
        Lang::Zh => "替换为",
    };
    for one in replaced {
        anstream::eprintln!("{} {word} {}", one.from, one.to);
    }
}

/// The file that an argument names, if it is no link: that is longer than any name, or has a `#`.
pub(crate) fn as_file(argument: &str) -> Option<&Path> {
    let path = Path::new(argument);
    let looks_like_one = argument.contains(['.', '/', '\\']) && !argument.contains('#');
    (files::is_stdin(path) || (!argument.contains('#') && path.is_file()) || looks_like_one).then_some(path)
}

/// The link that stands on the command line, in a file or on standard input.
fn text_of(link: &str) -> Result<String, Failure> {
    const MOST: usize = ramplay_link::limits::FRAGMENT * 4;
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
    match decode(&text) {
        Ok(scenario) => write(&summary::of(&scenario, lang)).map(|()| true),
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
