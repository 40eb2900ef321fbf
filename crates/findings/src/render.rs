//! The one place where findings become sentences.

use ramplay_policy::sentence;
use ramplay_text::Lang;

use crate::finding::{Arg, Finding};

/// Longest word of the user that a sentence repeats, in characters.
const LONGEST: usize = 96;

/// The message of a finding.
pub(crate) fn message(finding: &Finding, lang: Lang) -> String {
    match &finding.problem {
        Some(problem) => sentence::problem(problem, lang),
        None => filled(finding.row.message.get(lang), &finding.args, lang),
    }
}

/// The help of a finding.
pub(crate) fn help(finding: &Finding, lang: Lang) -> String {
    match &finding.problem {
        Some(problem) => sentence::help(problem, lang),
        None => filled(finding.row.help.get(lang), &finding.args, lang),
    }
}

/// Puts the words in for `{name}`. Other braces stay as they are: messages speak of `{` too.
fn filled(template: &str, args: &[(&'static str, Arg)], lang: Lang) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let known = after.split_once('}').and_then(|(name, tail)| {
            let (_, value) = args.iter().find(|(known, _)| *known == name)?;
            Some((value, tail))
        });
        match known {
            Some((value, tail)) => {
                out.push_str(match value {
                    Arg::Text(text) => text,
                    Arg::Word(words) => words.get(lang),
                });
                rest = tail;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// One line of bounded length, without the marks that sentences put around it.
pub(crate) fn shortened(text: &str) -> String {
    if text.is_empty() {
        return "\"\"".to_owned();
    }
    let clean = |character: char| match character {
        '`' => '\'',
        character if character.is_control() => ' ',
        character => character,
    };
    let mut characters = text.chars();
    let mut short: String = characters.by_ref().take(LONGEST).map(clean).collect();
    if characters.next().is_some() {
        short.push('…');
    }
    short
}
