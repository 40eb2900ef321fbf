//! Running a case, and telling what went wrong.

use std::fmt::{self, Write as _};

use ramplay_policy::{
    Attached, CheckTrace, DocumentId, Evaluation, Outcome, PolicySet, Reading, Request, RequestProblem,
    ResourceAttached, Severity, evaluate, read, sentence,
};
use ramplay_text::Lang;

use crate::case::{Attachment, Case, Expected, LayerName, Scope};

/// The code of an error of the request.
const BAD_REQUEST_VALUE: &str = "bad-request-value";

/// What the engine said to a case.
pub type Answer = Result<Evaluation, Vec<RunError>>;

/// Why a case has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunError {
    /// A document has an error.
    Policy {
        /// The document's place in the case.
        document: usize,
        /// The problem's code.
        code: &'static str,
        /// The problem, in English.
        message: String,
    },
    /// The request has one.
    Request(RequestProblem),
    /// The case itself is not well-formed: an attachment lacks its place.
    Attachment {
        /// The document's place in the case.
        document: usize,
        /// What is missing.
        missing: &'static str,
    },
}

impl RunError {
    /// A code, for comparing with [`Case::error`].
    pub fn code(&self) -> &'static str {
        match self {
            RunError::Policy { code, .. } => code,
            RunError::Request(_) => BAD_REQUEST_VALUE,
            RunError::Attachment { .. } => "bad-case",
        }
    }
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RunError::Policy { document, code, message } => {
                write!(f, "document {document}: [{code}] {message}")
            }
            RunError::Request(problem) => write!(f, "request: {problem}"),
            RunError::Attachment { document, missing } => write!(f, "document {document} lacks `{missing}`"),
        }
    }
}

/// A case whose documents were read.
#[derive(Debug)]
pub struct Prepared<'a> {
    attachments: &'a [Attachment],
    /// One for each attachment.
    pub readings: Vec<Reading>,
}

/// Reads the documents of a case from JSON text, each as what it is attached as.
pub fn prepare(attachments: &[Attachment]) -> Prepared<'_> {
    let readings = attachments
        .iter()
        .map(|attachment| read(&attachment.policy.to_string(), attachment.layer.kind()))
        .collect();
    Prepared { attachments, readings }
}

impl<'a> Prepared<'a> {
    /// With readings made by the caller, one for each attachment.
    pub fn new(attachments: &'a [Attachment], readings: Vec<Reading>) -> Self {
        Prepared { attachments, readings }
    }

    /// The policies where they are attached.
    ///
    /// # Errors
    /// Every error of the documents.
    pub fn policies(&self) -> Result<PolicySet<'_>, Vec<RunError>> {
        let mut errors = Vec::new();
        let mut set = PolicySet::default();
        for (document, (attachment, reading)) in self.attachments.iter().zip(&self.readings).enumerate() {
            errors.extend(
                reading.diagnostics.iter().filter(|found| found.severity() == Severity::Error).map(|found| {
                    RunError::Policy {
                        document,
                        code: found.code(),
                        message: sentence::problem(&found.problem, Lang::En),
                    }
                }),
            );
            let id = DocumentId(u32::try_from(document).unwrap_or(u32::MAX));
            let attached = Attached { document: id, policy: &reading.policy };
            match attachment.layer {
                LayerName::Control => match &attachment.attached_to {
                    Some(node) => set.control.push((node, attached)),
                    None => errors.push(RunError::Attachment { document, missing: "attached_to" }),
                },
                LayerName::Session => set.session.push(attached),
                LayerName::Identity => match (attachment.scope, &attachment.resource_group) {
                    (None | Some(Scope::Account), None) => set.identity.push(attached),
                    (Some(Scope::ResourceGroup), Some(group)) => set.group.push((group, attached)),
                    _ => errors.push(RunError::Attachment { document, missing: "resource_group" }),
                },
                LayerName::Resource => {
                    set.resource.push(ResourceAttached { attached, spares_owner: attachment.spares_owner });
                }
                LayerName::Trust => set.trust.push(attached),
            }
        }
        if errors.is_empty() { Ok(set) } else { Err(errors) }
    }

    /// What the engine says.
    ///
    /// # Errors
    /// Every error of the documents, or the error of the request.
    pub fn run(&self, request: &Request) -> Answer {
        evaluate(&self.policies()?, request).map_err(|problem| vec![RunError::Request(problem)])
    }
}

/// What the engine says to a case.
///
/// # Errors
/// Every error of the documents, or the error of the request.
pub fn run(case: &Case) -> Answer {
    prepare(&case.policies).run(&case.request.to_request())
}

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

    let got = answer.as_ref().map_or(Expected::Error.code(), |evaluation| evaluation.decision.code());
    compare("decision", case.expected.code().to_owned(), got.to_owned());
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
        .filter(|check| check.decision == evaluation.decision)
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
        writeln!(text, "  {} on {}: {}", check.action, check.resource, trace.decision.code())?;
        let settled = sentence::settled(trace.decision, trace.settled, &request.directory_path, Lang::En);
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
