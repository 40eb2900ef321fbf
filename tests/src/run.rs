//! What a case asserts, and telling what went wrong.

use std::fmt::{self, Write as _};

use ramplay_case::{Answer, Case, Expected, Prepared, RunError, prepare};
use ramplay_policy::{CheckTrace, Evaluation, Outcome, Request, sentence};
use ramplay_text::Lang;

/// A case that does not turn out as expected, as text for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

/// Runs a case and compares all that it asserts.
///
/// # Errors
/// When something differs.
pub fn check(case: &Case) -> Result<(), Failure> {
    let prepared = prepare(&case.policies);
    let request = case.request.to_request();
    let answer = prepared.run(&request);
    let mut wrong = Vec::new();
    let mut compare = |what: &str, expected: String, got: String| {
        if expected != got {
            wrong.push(format!("  {what}: expected {expected}, got {got}\n"));
        }
    };

    let got = answer.as_ref().map_or(Expected::Error.code(), |evaluation| evaluation.verdict().code());
    compare("decision", case.expected.map_or("nothing", Expected::code).to_owned(), got.to_owned());
    match &answer {
        Ok(evaluation) => {
            if let Some(expected) = &case.assumptions {
                let mut expected: Vec<&str> = expected.iter().map(String::as_str).collect();
                let mut got: Vec<&str> =
                    evaluation.assumptions().iter().map(ramplay_policy::Assumption::code).collect();
                expected.sort_unstable();
                got.sort_unstable();
                compare("assumptions", format!("{expected:?}"), format!("{got:?}"));
            }
            if let Some(expected) = &case.deciding {
                let mut expected = expected.clone();
                expected.sort_unstable();
                compare(
                    "deciding statements",
                    format!("{expected:?}"),
                    format!("{:?}", deciding(evaluation)),
                );
            }
        }
        Err(errors) => {
            if let Some(expected) = &case.error {
                let codes: Vec<&str> = errors.iter().map(RunError::code).collect();
                compare("errors", format!("{:?}", [expected]), format!("{codes:?}"));
            }
        }
    }
    if wrong.is_empty() {
        return Ok(());
    }
    let mut text = format!("case `{}`\n  why: {}\n{}", case.id, case.why, wrong.concat());
    text.push_str(&trail(&prepared, &request, &answer));
    Err(Failure(text))
}

/// The statements that made the answer, of those checks that have the answer of the whole.
fn deciding(evaluation: &Evaluation) -> Vec<(u32, u16)> {
    let mut all: Vec<(u32, u16)> = evaluation
        .checks
        .iter()
        .filter(|check| check.decision() == evaluation.decision())
        .flat_map(CheckTrace::deciding)
        .map(|statement| (statement.at.document.0, statement.at.statement))
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// How an answer came about, one line for each statement.
pub fn trail(prepared: &Prepared<'_>, request: &Request, answer: &Answer) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write_trail(&mut text, prepared, request, answer);
    text
}

fn write_trail(
    text: &mut String,
    prepared: &Prepared<'_>,
    request: &Request,
    answer: &Answer,
) -> fmt::Result {
    let evaluation = match answer {
        Ok(evaluation) => evaluation,
        Err(errors) => {
            for error in errors {
                writeln!(text, "  error: {error}")?;
            }
            return Ok(());
        }
    };
    for (trace, check) in evaluation.checks.iter().zip(&request.checks) {
        writeln!(text, "  {} on {}: {}", check.action, check.resource, trace.verdict().code())?;
        let settled = sentence::outcome(trace, check, &request.directory_path, Lang::En);
        writeln!(text, "    {settled}")?;
        for layer in &trace.layers {
            let name = sentence::layer(layer.layer, &request.directory_path, Lang::En);
            writeln!(text, "    {name}: {}", layer.decision.code())?;
            for statement in &layer.statements {
                let at = statement.at;
                write!(text, "      document {} statement {} ", at.document.0, at.statement)?;
                write!(text, "({:?}): ", statement.effect)?;
                let source = prepared
                    .readings
                    .get(at.document.0 as usize)
                    .and_then(|reading| reading.policy.statements.get(usize::from(at.statement)));
                match (statement.outcome, source) {
                    (Outcome::Applies(_), _) => writeln!(text, "applies")?,
                    (Outcome::Skipped(skip), Some(source)) => {
                        writeln!(text, "{}", sentence::skip(skip, source, request, check, Lang::En))?;
                    }
                    (Outcome::Skipped(skip), None) => writeln!(text, "{skip:?}")?,
                }
            }
        }
    }
    for assumption in evaluation.assumptions().iter() {
        writeln!(text, "  assumption: {}", assumption.code())?;
    }
    Ok(())
}
