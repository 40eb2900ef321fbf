//! `ramplay access`: the page's whole answer to a scenario, as tables or JSON.

mod form;
mod table;

use std::io::Write as _;

use ramplay_playground::{MAX_BYTES, Scenario, answer};
use ramplay_text::Lang;

use self::form::AnswerForm;
use crate::Done;
use crate::args::{AccessArgs, AccessFormat};
use crate::files;
use crate::io_error::Failure;

pub(crate) fn run(args: &AccessArgs) -> Done {
    let lang: Lang = args.lang.into();
    let Some(text) = files::read(&args.scenario, MAX_BYTES)? else {
        return Ok(refuse(args, "it is longer than any scenario"));
    };
    let scenario = match Scenario::from_json(&text) {
        Ok(scenario) => scenario,
        Err(error) => return Ok(refuse(args, &error.to_string())),
    };
    let answer = answer(&scenario);
    let form = AnswerForm::new(&scenario, &answer, lang);
    let mut out = anstream::stdout().lock();
    let written = match args.format {
        AccessFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &form).map_err(Into::into).and_then(|()| writeln!(out))
        }
        AccessFormat::Table => write!(out, "{}", table::tables(&form, lang)),
    };
    written.and_then(|()| out.flush()).map_err(Failure::writing)?;
    Ok(form.is_complete())
}

/// Says why there is no answer.
fn refuse(args: &AccessArgs, why: &str) -> bool {
    let style = anstyle::AnsiColor::Red.on_default().bold();
    anstream::eprintln!("{style}error{style:#}: `{}` is no scenario: {why}", files::name(&args.scenario));
    false
}
