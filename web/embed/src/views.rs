//! The parts of the answer as elements, in the classes of the page.

use ramplay_flink::Console;
use ramplay_playground::{Document, Line, Origin, Said, State, Table, answer_labels, sentence};
use ramplay_policy::Severity;
use ramplay_report::cells;
use ramplay_text::{Lines, fill};

use crate::trail;
use crate::words;
use crate::writer::Writer;

/// More problems than anyone reads at once.
const PROBLEMS: usize = 20;

/// The policies that were given, and what the logon method brings along, as fields or as texts.
pub(crate) fn policies(state: &State, readonly: bool, page: &mut Writer) {
    let words = answer_labels(state.lang);
    page.leaf("h2", "", words.policies);
    for (index, document) in state.answer.documents.iter().enumerate() {
        let implied = matches!(document.origin, Origin::Implied(_));
        if implied && !document.used {
            continue;
        }
        let name = sentence::document_name(Some(document), index, state.lang);
        let place = sentence::attach(&document.attach, state.scenario.logon, state.lang);
        page.open("article", "card").open("h3", "").text(&name).text(" ");
        page.leaf("span", "chip", if implied { words.implied } else { &place }).close();
        if !document.used {
            page.leaf("p", "hint", words.not_used);
        }
        let number = index.to_string();
        match &document.origin {
            Origin::Pasted if readonly => {
                page.open("pre", "")
                    .with("tabindex", "0")
                    .with("aria-label", &name)
                    .text(&document.text)
                    .close();
            }
            Origin::Pasted => {
                let rows = document.text.lines().count().clamp(4, 24).to_string();
                page.open("textarea", "")
                    .with("data-policy", &number)
                    .with("rows", &rows)
                    .with("aria-label", &name);
                page.with("spellcheck", "false").with("wrap", "off").text(&document.text).close();
            }
            Origin::System(policy) | Origin::Implied(policy) => {
                page.leaf("p", "about", policy.description.get(state.lang));
                if !document.text.is_empty() {
                    page.open("details", "").leaf("summary", "", words.show_text);
                    page.open("pre", "").with("tabindex", "0").with("aria-label", &name).text(&document.text);
                    page.close().close();
                }
            }
            Origin::UnknownSystem(_) => {
                if let Some(obstacle) = document.obstacle() {
                    page.leaf("p", "withheld", sentence::obstacle(obstacle, state.lang));
                }
            }
        }
        page.open("ul", "problems").with("data-problems", &number).close().close();
    }
}

/// What is wrong with a policy.
pub(crate) fn problems(document: &Document, state: &State, page: &mut Writer) {
    let words = answer_labels(state.lang);
    let lines = Lines::new(&document.text);
    for diagnostic in document.reading.diagnostics.iter().take(PROBLEMS) {
        let (class, word) = match diagnostic.severity() {
            Severity::Error => ("error", words.error),
            Severity::Warning => ("warning", words.warning),
        };
        let place = lines.position(diagnostic.span.start);
        page.open("li", class).leaf("span", "place", &format!("{}:{}", place.line, place.column)).text(" ");
        page.leaf("strong", "", word).text(" ");
        page.prose(&ramplay_policy::sentence::problem(&diagnostic.problem, state.lang)).close();
    }
}

/// Both consoles for every logon method.
pub(crate) fn matrix(state: &State, page: &mut Writer) {
    let words = answer_labels(state.lang);
    page.leaf("h2", "", words.all_methods).open("table", "matrix").open("thead", "").open("tr", "");
    for head in [words.logon_method, words.management, words.development] {
        page.open("th", "").with("scope", "col").text(head).close();
    }
    page.close().close().open("tbody", "");
    for row in &state.answer.matrix {
        let chosen = row.method == state.scenario.logon;
        page.open("tr", if chosen { "chosen" } else { "" }).with("data-method", row.method.id());
        page.open("th", "").with("scope", "row");
        if chosen {
            page.with("aria-current", "true");
        }
        page.leaf("span", "family", sentence::short_family(row.method.family(), state.lang)).text(" · ");
        page.text(sentence::short_method(row.method, state.lang)).close();
        for (console, answer) in Console::ALL.into_iter().zip(&row.consoles) {
            let reach = answer.reach;
            page.open("td", "").with("data-reach", reach.id());
            page.mark(reach.class(), reach.sign(), sentence::reach(reach, console, state.lang), true).close();
        }
        page.close();
    }
    page.close().close();
}

/// The table of capabilities; rows open their trail.
pub(crate) fn logstore(state: &State, opened: Option<&str>, page: &mut Writer) {
    let words = answer_labels(state.lang);
    page.open("table", "verdicts").open("caption", "").text(words.reader).text(": ");
    page.leaf("code", "", &state.answer.logstore.reader.arn).close().open("thead", "").open("tr", "");
    for head in [words.capability, words.outcome] {
        page.open("th", "").with("scope", "col").text(head).close();
    }
    page.close().close();
    for group in state.sheet(Table::Logstore) {
        page.open("tbody", "");
        if let Some(title) = group.title {
            page.open("tr", "group")
                .open("th", "")
                .with("colspan", "2")
                .with("scope", "colgroup")
                .text(title);
            page.close().close();
        }
        for line in &group.rows {
            row(line, state, opened == Some(line.key), page);
        }
        page.close();
    }
    page.close();
}

fn row(line: &Line<'_>, state: &State, open: bool, page: &mut Writer) {
    page.open("tr", if line.important { "important" } else { "" });
    page.with("data-row", line.key).with("data-verdict", &format!("{:?}", line.said.mark()));
    page.open("th", "").with("scope", "row").open("div", "cell");
    said(line, state, true, page);
    page.open("button", "row").with("type", "button").with("data-open", line.key);
    page.with("aria-expanded", if open { "true" } else { "false" }).text(line.title).close();
    page.close().close().leaf("td", "outcome", &cells::because(line, state)).close();
    if let (true, Said::Verdict(verdict)) = (open, line.said) {
        page.open("tr", "explanation").open("td", "").with("colspan", "2");
        trail::write(verdict, state, page);
        page.close().close();
    }
}

/// One row with its trail.
pub(crate) fn verdict(key: &str, state: &State, page: &mut Writer) {
    let tables = Table::ALL.into_iter().flat_map(|table| state.sheet(table));
    let Some(line) = tables.flat_map(|group| group.rows).find(|line| line.key == key) else {
        let missing = fill(words::labels(state.lang).no_row, &[("row", key)]);
        page.open("p", "withheld").prose(&missing).close();
        return;
    };
    page.with("data-row", line.key).with("data-verdict", &format!("{:?}", line.said.mark()));
    page.open("h2", "").text(line.title).text(" ");
    if let Some(action) = line.action {
        page.leaf("code", "", action).text(" ");
    }
    said(&line, state, false, page);
    page.close();
    if let Said::Verdict(verdict) = line.said {
        trail::write(verdict, state, page);
    }
}

fn said(line: &Line<'_>, state: &State, brief: bool, page: &mut Writer) {
    let mark = line.said.mark();
    page.mark(mark.class(), mark.sign(), cells::verdict(line, state), brief);
}
