//! What is taken and given, as plain data. `crates/js/npm/index.d.ts` has the same as types.

use ramplay_flink::Console;
use ramplay_playground::{Line, Mark, Said, State, Table, sentence};
use ramplay_report::cells;
use ramplay_text::{Lang, Lines};
use serde::{Deserialize, Serialize};

/// What a caller got wrong.
#[derive(Debug, Serialize)]
pub(crate) struct Problem {
    code: &'static str,
    message: String,
}

impl Problem {
    pub(crate) fn new(code: &'static str, message: String) -> Self {
        Problem { code, message }
    }
}

/// How a link is made.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct LinkForm {
    pub(crate) mask: bool,
    pub(crate) pseudonyms: bool,
}

/// The verdicts of a scenario.
#[derive(Debug, Serialize)]
pub(crate) struct Answer {
    consoles: Vec<Reached>,
    matrix: Vec<MatrixRow>,
    logstore: Vec<Row>,
    management: Vec<Row>,
    development: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Reached {
    console: &'static str,
    reach: &'static str,
    sentence: &'static str,
}

#[derive(Debug, Serialize)]
struct MatrixRow {
    method: &'static str,
    management: &'static str,
    development: &'static str,
}

#[derive(Debug, Serialize)]
struct Row {
    id: String,
    title: String,
    verdict: &'static str,
    because: String,
}

impl Answer {
    pub(crate) fn of(state: &State) -> Self {
        let reached = |console: Console| {
            let reach = state.answer.console(console).reach;
            let sentence = sentence::reach(reach, console, state.lang);
            Reached { console: console.id(), reach: reach.id(), sentence }
        };
        let methods = state.answer.matrix.iter().map(|row| {
            let [management, development] = row.consoles.each_ref().map(|console| console.reach.id());
            MatrixRow { method: row.method.id(), management, development }
        });
        let rows = |table| {
            let lines = state.sheet(table).into_iter().flat_map(|group| group.rows);
            lines.map(|line| Row::of(&line, state)).collect()
        };
        Answer {
            consoles: Console::ALL.into_iter().map(reached).collect(),
            matrix: methods.collect(),
            logstore: rows(Table::Logstore),
            management: rows(Table::Management),
            development: rows(Table::Development),
        }
    }
}

impl Row {
    fn of(line: &Line<'_>, state: &State) -> Self {
        let verdict = match line.said {
            Said::Held(true) => "held",
            Said::Held(false) => "not_held",
            Said::Verdict(verdict) => match verdict.mark() {
                Mark::Allow => "allow",
                Mark::ExplicitDeny => "explicit_deny",
                Mark::ImplicitDeny => "implicit_deny",
                Mark::Denied => "denied",
                Mark::Depends => "depends",
                Mark::NotChecked => "not_checked",
                Mark::Withheld => "withheld",
            },
        };
        let because = cells::because(line, state);
        Row { id: line.key.to_owned(), title: line.title.to_owned(), verdict, because }
    }
}

/// A finding about a policy.
#[derive(Debug, Serialize)]
pub(crate) struct Finding {
    class: &'static str,
    code: &'static str,
    message: String,
    help: String,
    line: u32,
    column: u32,
    source: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<Vec<Replaced>>,
}

/// A replacement of a part of the text, in UTF-16 units as JavaScript counts. The whole text for every finding would
/// make a large answer of many findings in a long text.
#[derive(Debug, Serialize)]
struct Replaced {
    start: u32,
    end: u32,
    text: String,
}

impl Finding {
    pub(crate) fn of(finding: &ramplay_findings::Finding, lines: &Lines, lang: Lang) -> Self {
        let replaced = |edit: &ramplay_findings::Edit| Replaced {
            start: lines.to_utf16(edit.span.start),
            end: lines.to_utf16(edit.span.end),
            text: edit.text.clone(),
        };
        let place = lines.position(finding.span.start);
        Finding {
            class: finding.class().code(),
            code: finding.code(),
            message: finding.message(lang),
            help: finding.help(lang),
            line: place.line,
            column: place.column,
            source: finding.row.source,
            fix: finding.fix.as_ref().map(|fix| fix.edits.iter().map(replaced).collect()),
        }
    }
}
