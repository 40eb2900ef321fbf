//! How answers of the analysis are written.

use std::io::Write as _;

use clap::ValueEnum;
use ramplay_analysis::Budget;
use ramplay_questions::{Asking, Unanswered, Written};
use ramplay_text::Lang;
use serde::Serialize;

use crate::io_error::Failure;
use crate::lang::LangArg;

/// How much work is done, and how the answer is written.
#[derive(Debug, clap::Args)]
pub(crate) struct OutArgs {
    /// How much work each comparison may do, in steps that take well below a microsecond
    #[arg(long, value_name = "STEPS", default_value_t = Budget::DEFAULT_STEPS)]
    budget: u64,
    /// How the answer is written
    #[arg(long, value_enum, default_value = "text")]
    format: FormatArg,
    /// The language of words and sentences
    #[arg(long, value_enum, default_value = "en")]
    lang: LangArg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    /// For people
    Text,
    /// One JSON object
    Json,
    /// For a comment on a change
    Markdown,
}

impl OutArgs {
    pub(crate) fn lang(&self) -> Lang {
        self.lang.into()
    }

    /// How a question is asked.
    pub(crate) fn asking(&self) -> Asking<'static> {
        Asking { steps: self.budget, ..Asking::new(self.lang()) }
    }

    /// Writes an answer; `text` makes what people read.
    pub(crate) fn write(
        &self,
        form: &impl Serialize,
        text: impl Fn(Written) -> String,
    ) -> Result<(), Failure> {
        let text = match self.format {
            FormatArg::Json => serde_json::to_string_pretty(form).map(|json| json + "\n"),
            FormatArg::Text => Ok(text(Written::Text)),
            FormatArg::Markdown => Ok(text(Written::Markdown)),
        };
        write(&text.map_err(|error| Failure::writing(error.into()))?)
    }
}

/// Writes a text to standard output.
pub(crate) fn write(text: &str) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    write!(out, "{text}").and_then(|()| out.flush()).map_err(Failure::writing)
}

/// A question without an answer.
pub(crate) fn unanswered(why: &Unanswered, lang: Lang) -> Failure {
    match why {
        Unanswered::Document(_) => Failure::call(&why.sentence(lang)),
        Unanswered::Request(_) | Unanswered::Undecided(_) => Failure::undecided(why.sentence(lang)),
    }
}
