//! What stands in the cells of every form, as plain text.

use ramplay_playground::{Line, Said, State, Verdict, sentence};
use ramplay_text::fill;

use crate::words::labels;

/// The verdict in words.
pub fn verdict(line: &Line<'_>, state: &State) -> &'static str {
    let words = ramplay_playground::answer_labels(state.lang);
    match line.said {
        Said::Verdict(verdict) => verdict.mark().word(state.lang),
        Said::Held(true) => words.held,
        Said::Held(false) => words.not_held,
    }
}

/// What is missing, or what decided. Empty where there is nothing to say.
pub fn because(line: &Line<'_>, state: &State) -> String {
    let words = labels(state.lang);
    let Said::Verdict(verdict) = line.said else { return String::new() };
    let ruling = match verdict {
        Verdict::NotChecked => return String::new(),
        Verdict::Withheld(why) => return sentence::withheld(why, &state.answer.documents, state.lang),
        Verdict::Ruled(ruling) => ruling,
    };
    let mut parts = Vec::new();
    let mut missing: Vec<&str> = ruling.missing().map(|(_, check)| check.action.as_str()).collect();
    missing.dedup();
    if !missing.is_empty() {
        parts.push(fill(words.missing, &[("actions", &missing.join(", "))]));
    }
    let path = &ruling.request.directory_path;
    let layers = ruling.depends_on().into_iter();
    let layers: Vec<String> =
        layers.map(|layer| ramplay_policy::sentence::layer(layer, path, state.lang)).collect();
    if !layers.is_empty() {
        parts.push(fill(words.depends_on, &[("layers", &layers.join(", "))]));
    }
    let deciding = verdict.deciding().into_iter();
    let statements: Vec<String> =
        deciding.map(|at| sentence::statement_name(&state.answer.documents, at, state.lang)).collect();
    if !statements.is_empty() {
        let by = if verdict.mark().is_allowed() { words.allowed_by } else { words.denied_by };
        parts.push(fill(by, &[("statements", &statements.join(", "))]));
    }
    parts.join("; ")
}

/// What the row is about, with its action.
pub fn subject(line: &Line<'_>) -> String {
    match line.action {
        Some(action) => format!("{} ({action})", line.title),
        None => line.title.to_owned(),
    }
}

/// The caption of the first column.
pub fn first_caption(table: ramplay_playground::Table, state: &State) -> &'static str {
    use ramplay_playground::Table;
    let words = ramplay_playground::answer_labels(state.lang);
    match table {
        Table::Logstore => words.capability,
        Table::Management => words.operation,
        Table::Development => words.permission,
    }
}
