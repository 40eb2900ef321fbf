//! A table as comma-separated values (RFC 4180).

use ramplay_playground::{State, Table, sentence};

use crate::cells;
use crate::words::labels;

pub(crate) fn table(state: &State, table: Table) -> String {
    let words = labels(state.lang);
    let page = ramplay_playground::labels(state.lang);
    let first = cells::first_caption(table, state);
    let mut text = row(&[words.group, first, page.action, page.verdict, words.because, words.certainty]);
    for group in state.sheet(table) {
        for line in &group.rows {
            text += &row(&[
                group.title.unwrap_or_default(),
                line.title,
                line.action.unwrap_or_default(),
                cells::verdict(line, state),
                &cells::because(line, state),
                sentence::status(line.status, state.lang),
            ]);
        }
    }
    text
}

fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    cells.join(",") + "\r\n"
}

/// A cell. Names that people gave are in it: what a spreadsheet would calculate is made a text.
fn cell(text: &str) -> String {
    let calculated = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let quoted = text.replace('"', "\"\"");
    let guard = if calculated { "'" } else { "" };
    format!("\"{guard}{quoted}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_never_calculated() {
        assert_eq!(cell("a \"b\", c"), "\"a \"\"b\"\", c\"");
        assert_eq!(cell("=1+1"), "\"'=1+1\"");
    }
}
