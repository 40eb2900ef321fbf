//! The lines of each scenario, and what became of them.

use ramplay_expect::{Expectation, Line, State, check, coverage, drift, parse, sentence};
use ramplay_playground::{MAX_BYTES, Scenario, read_all};
use ramplay_text::{Lang, Lines};

use super::args::TestArgs;
use crate::files;
use crate::io_error::Failure;

/// The longest file of lines, in bytes.
const LINES_BYTES: usize = 1024 * 1024;

/// A scenario and its lines.
pub(super) struct Suite {
    /// What to call it.
    pub(super) name: String,
    pub(super) cases: Vec<Case>,
    /// What became of the scenario's own lines since they were made, and why.
    pub(super) drift: Vec<String>,
    /// What the lines protect, if that was asked for.
    pub(super) coverage: Vec<Protected>,
}

/// Whether lines protect a statement, or how many are protected.
pub(super) struct Protected {
    /// Whether it is as it should be.
    pub(super) good: bool,
    pub(super) says: String,
    /// The lines that protect it.
    pub(super) by: Vec<String>,
}

/// A line.
pub(super) struct Case {
    /// It, as it was typed.
    pub(super) name: String,
    /// The file that it stands in, if it is one, and its number there.
    pub(super) file: Option<String>,
    pub(super) line: usize,
    /// Where in the line something is wrong, from 1.
    pub(super) column: u32,
    pub(super) outcome: Outcome,
    /// What was found.
    pub(super) found: String,
}

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Held,
    Failed,
    Open,
    Broken,
}

/// Lines and the file that they stand in.
struct Source {
    file: Option<String>,
    lines: Vec<Line>,
}

/// Checks every scenario.
pub(super) fn suites(args: &TestArgs, lang: Lang) -> Result<Vec<Suite>, Failure> {
    let mut common = Vec::new();
    for path in &args.expect {
        let file = files::name(path);
        let text = files::read(path, LINES_BYTES)?.ok_or_else(|| {
            let why = format!("it is longer than {LINES_BYTES} bytes");
            Failure::reading(&file, std::io::Error::new(std::io::ErrorKind::InvalidData, why))
        })?;
        common.push(Source { lines: parse(text.trim_start_matches('\u{FEFF}')), file: Some(file) });
    }
    args.scenarios.iter().map(|scenario| suite(scenario, &common, args.coverage, lang)).collect()
}

fn suite(argument: &str, common: &[Source], with_coverage: bool, lang: Lang) -> Result<Suite, Failure> {
    let (file, read) = scenario(argument, lang)?;
    let name = file.clone().unwrap_or_else(|| short(argument));
    let scenario = match read {
        Ok(read) => read,
        Err(found) => {
            let case = Case { name: name.clone(), file, line: 1, column: 1, outcome: Outcome::Broken, found };
            return Ok(Suite { name, cases: vec![case], drift: Vec::new(), coverage: Vec::new() });
        }
    };
    // Numbers of lines within a scenario are not those of its file.
    let own = Source { file: None, lines: parse(&scenario.assertions.text()) };
    let lines: Vec<(&Source, &Line)> = std::iter::once(&own)
        .chain(common)
        .flat_map(|source| source.lines.iter().map(move |line| (source, line)))
        .collect();
    let understood = lines.iter().filter_map(|(_, line)| line.expectation.as_ref().ok());
    let mut checked = check(&scenario, understood).into_iter();
    let coverage = if with_coverage { protected(&scenario, &lines, lang) } else { Vec::new() };
    let drifted = drift(&scenario);
    let drift = sentence::drift(&drifted, lang).into_iter().chain(sentence::cause(&drifted, lang)).collect();
    let cases = lines.into_iter().map(|(source, line)| {
        let (outcome, column, found) = match &line.expectation {
            Err(error) => {
                let place = Lines::new(&line.text).position(error.span.start);
                (Outcome::Broken, place.column, sentence::problem(&error.problem, lang))
            }
            Ok(_) => match checked.next() {
                Some(checked) => {
                    let outcome = match checked.state {
                        State::Held => Outcome::Held,
                        State::Failed => Outcome::Failed,
                        State::Open => Outcome::Open,
                    };
                    (outcome, 1, sentence::found(&checked, lang))
                }
                None => (Outcome::Open, 1, String::new()),
            },
        };
        let (name, file) = (line.text.trim().to_owned(), source.file.clone());
        Case { name, file, line: line.number, column, outcome, found }
    });
    Ok(Suite { name, cases: cases.collect(), drift, coverage })
}

/// What lines protect: how many statements, then each.
fn protected(scenario: &Scenario, lines: &[(&Source, &Line)], lang: Lang) -> Vec<Protected> {
    let understood =
        lines.iter().filter_map(|(_, line)| Some((line.text.trim(), line.expectation.as_ref().ok()?)));
    let (texts, expectations): (Vec<&str>, Vec<&Expectation>) = understood.unzip();
    let found = coverage(scenario, &expectations);
    let all = found.untried == 0 && found.protected() == found.statements.len();
    let summary = Protected { good: all, says: sentence::coverage(&found, lang), by: Vec::new() };
    let documents = read_all(scenario, &[]);
    let each = found.statements.iter().map(|one| {
        let name = ramplay_playground::sentence::document_name(documents.get(one.policy), one.policy, lang);
        let by = one.by().into_iter().filter_map(|at| texts.get(at)).map(|text| (*text).to_owned());
        Protected { good: one.is_protected(), says: sentence::covered(one, &name, lang), by: by.collect() }
    });
    std::iter::once(summary).chain(each).collect()
}

type Read = Result<Scenario, String>;

/// The scenario that an argument names, with the file if it is one, or what is wrong with it.
fn scenario(argument: &str, lang: Lang) -> Result<(Option<String>, Read), Failure> {
    let Some(path) = crate::link::as_file(argument) else {
        return Ok((None, linked(argument, lang)));
    };
    let file = files::name(path);
    let Some(text) = files::read(path, MAX_BYTES)? else {
        return Ok((Some(file), Err("it is longer than any scenario".to_owned())));
    };
    // A file may hold a link, too.
    let read = if text.trim_start().starts_with('{') {
        Scenario::from_json(&text).map_err(|error| error.to_string())
    } else {
        linked(&text, lang)
    };
    Ok((Some(file), read))
}

fn linked(link: &str, lang: Lang) -> Read {
    ramplay_link::decode(link).map_err(|error| ramplay_link::sentence::problem(&error, lang))
}

/// A link as a name.
fn short(link: &str) -> String {
    let fragment = ramplay_link::fragment_of(link);
    let head: String = fragment.chars().take(12).collect();
    if head.len() < fragment.len() { format!("#{head}…") } else { format!("#{head}") }
}
