//! The playground's answer as a text that can be pasted elsewhere: a table as Markdown or CSV, the whole answer as
//! a Markdown report without images, and as static HTML for readers without the program.
//!
//! What is shown is [`State::sheet`]: the rows, in the order and under the filter of the page.

pub mod cells;
mod csv;
mod embed;
mod html;
mod markdown;
mod words;

use ramplay_playground::{State, Table};

pub use embed::{Embed, SCRIPT, Show, Theme, embed, static_answer};
pub use html::{escape as html_text, first_view};
pub use markdown::escape as markdown_text;

/// A form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// One table as Markdown.
    Markdown,
    /// One table as comma-separated values.
    Csv,
    /// Scenario, consoles and all tables as Markdown.
    Report,
}

impl Form {
    /// Every form.
    pub const ALL: [Form; 3] = [Form::Markdown, Form::Csv, Form::Report];

    /// A word that stays the same.
    pub fn code(self) -> &'static str {
        match self {
            Form::Markdown => "markdown",
            Form::Csv => "csv",
            Form::Report => "report",
        }
    }
}

/// The link of a scenario in Markdown: its title, or what it is about, in front of its address.
///
/// ```
/// use ramplay_playground::State;
/// use ramplay_report::markdown_link;
/// use ramplay_text::Lang;
///
/// let state = State::new(None, Lang::En);
/// assert_eq!(markdown_link(&state, "Who [may]?", "https://play.example/#1"), r"[Who \[may\]?](https://play.example/#1)");
/// ```
pub fn markdown_link(state: &State, title: &str, address: &str) -> String {
    markdown::link(state, title, address)
}

/// The same, and below it the verdicts: both consoles and the Logstore table.
pub fn markdown_with_verdicts(state: &State, title: &str, address: &str) -> String {
    markdown::linked(state, title, address)
}

/// The rows of a table that are shown, or the whole answer, in a form.
///
/// ```
/// use ramplay_playground::{State, Table};
/// use ramplay_report::{Form, report};
/// use ramplay_text::Lang;
///
/// let text = report(&State::new(None, Lang::En), Table::Logstore, Form::Markdown);
/// assert!(text.starts_with("| On the Logstore | Verdict |"));
/// ```
pub fn report(state: &State, table: Table, form: Form) -> String {
    match form {
        Form::Markdown => markdown::table(state, table),
        Form::Csv => csv::table(state, table),
        Form::Report => markdown::report(state),
    }
}
