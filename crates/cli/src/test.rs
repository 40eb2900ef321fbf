//! `ramplay test`: whether what is expected of scenarios holds.

pub(crate) mod args;
mod cases;
mod formats;

use std::io::Write as _;

use ramplay_text::Lang;

use self::args::{TestArgs, TestFormat};
use self::cases::{Outcome, Suite};
use crate::Done;
use crate::io_error::Failure;

pub(crate) fn run(args: &TestArgs) -> Done {
    let lang: Lang = args.lang.into();
    let suites = cases::suites(args, lang)?;
    let text = match args.format {
        TestFormat::Text => formats::text(&suites),
        TestFormat::Junit => formats::junit(&suites),
        TestFormat::Github => formats::github(&suites),
    };
    let mut out = anstream::stdout().lock();
    write!(out, "{text}").and_then(|()| out.flush()).map_err(Failure::writing)?;
    anstream::eprintln!("{}", summary(&suites, lang));
    Ok(suites.iter().flat_map(|suite| &suite.cases).all(|case| case.outcome == Outcome::Held))
}

fn summary(suites: &[Suite], lang: Lang) -> String {
    let count = |outcome: Outcome| {
        suites.iter().flat_map(|suite| &suite.cases).filter(|case| case.outcome == outcome).count()
    };
    let (held, failed, open) = (count(Outcome::Held), count(Outcome::Failed), count(Outcome::Open));
    let broken = count(Outcome::Broken);
    match lang {
        Lang::En => {
            format!("{held} held, {failed} failed, {open} without a verdict, {broken} not understood")
        }
        Lang::Zh => format!("{held} 条成立，{failed} 条不成立，{open} 条无结论，{broken} 条无法识别"),
    }
}
