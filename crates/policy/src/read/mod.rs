//! Reading a policy document: every problem is reported with its place, and reading never stops at
//! the first.

mod condition;
mod principal;
mod statement;

use ramplay_text::{Span, json};

use crate::diagnostic::{Diagnostic, Expected, Fix, Problem, Severity, Within};
use crate::limits;
use crate::model::{Policy, PolicyKind};

/// What was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The statements that could be read completely. Evaluate it only if [`Reading::is_usable`].
    pub policy: Policy,
    /// Problems in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl Reading {
    /// What there is to read where there is no document.
    pub fn empty(kind: PolicyKind) -> Self {
        Reading { policy: Policy { kind, statements: Vec::new() }, diagnostics: Vec::new() }
    }

    /// Whether the document has no error. A `Deny` that silently falls away is worse than no answer.
    pub fn is_usable(&self) -> bool {
        self.diagnostics.iter().all(|diagnostic| diagnostic.severity() != Severity::Error)
    }
}

/// Reads a document that is attached as `kind`.
///
/// ```
/// use ramplay_policy::{PolicyKind, read};
///
/// let reading = read(r#"{"Version": "2", "Statement": [{"Effect": "allow", "Action": "a:B"}]}"#, PolicyKind::Identity);
/// let codes: Vec<_> = reading.diagnostics.iter().map(|d| d.code()).collect();
/// assert_eq!(codes, ["bad-version", "missing-element", "bad-effect"]);
/// ```
pub fn read(text: &str, kind: PolicyKind) -> Reading {
    let limits = json::Limits { bytes: limits::BYTES, depth: limits::DEPTH };
    let json = json::read(text, &limits);
    let mut reader = Reader { kind, diagnostics: Vec::new() };
    for problem in json.problems {
        let fix = safe_fix(&problem);
        reader.diagnostics.push(Diagnostic { problem: Problem::Json(problem.kind), span: problem.span, fix });
    }
    let length = text.chars().count();
    if let Some(limit) = limits::ram_length(kind)
        && length > limit
        && json.value.is_some()
    {
        reader.report(Problem::OverLength { kind, length, limit }, Span::new(0, 0));
    }
    let statements = json.value.map(|node| reader.document(node)).unwrap_or_default();
    let mut diagnostics = reader.diagnostics;
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    Reading { policy: Policy { kind, statements }, diagnostics }
}

/// Deviations from JSON that can be taken out without a change of meaning.
fn safe_fix(problem: &json::Problem) -> Option<Fix> {
    match problem.kind {
        json::ProblemKind::ByteOrderMark | json::ProblemKind::Comment | json::ProblemKind::TrailingComma => {
            Some(Fix { span: problem.span, text: String::new() })
        }
        _ => None,
    }
}

struct Reader {
    kind: PolicyKind,
    diagnostics: Vec<Diagnostic>,
}

impl Reader {
    fn report(&mut self, problem: Problem, span: Span) {
        self.diagnostics.push(Diagnostic { problem, span, fix: None });
    }

    fn wrong_type(&mut self, element: &str, expected: Expected, node: &json::Node<'_>) {
        let problem = Problem::WrongType { element: element.to_owned(), expected, found: node.value.kind() };
        self.report(problem, node.span);
    }

    fn unknown(&mut self, name: &str, within: Within, known: &[&'static str], span: Span) {
        let near = near(name, known.iter().copied());
        self.report(Problem::UnknownElement { name: name.to_owned(), within, near }, span);
    }

    fn missing(&mut self, element: &'static str, within: Within, owner: Span) {
        let brace = Span { start: owner.start, end: owner.start + 1 };
        self.report(Problem::MissingElement { element, within }, brace);
    }

    fn document(&mut self, node: json::Node<'_>) -> Vec<crate::model::Statement> {
        let span = node.span;
        let json::Value::Object(members) = node.value else {
            self.wrong_type("policy", Expected::Object, &node);
            return Vec::new();
        };
        let (mut version, mut statements) = (false, None);
        for member in members {
            match member.key.as_ref() {
                "Version" => {
                    version = true;
                    self.version(&member.value);
                }
                "Statement" => {
                    let read = self.statements(member.value);
                    // A second `Statement` is an error already; keep the first.
                    statements = statements.or(Some(read));
                }
                other => self.unknown(other, Within::Document, &["Version", "Statement"], member.key_span),
            }
        }
        if !version {
            self.missing("Version", Within::Document, span);
        }
        if statements.is_none() {
            self.missing("Statement", Within::Document, span);
        }
        statements.unwrap_or_default()
    }

    fn version(&mut self, node: &json::Node<'_>) {
        match &node.value {
            json::Value::String(text) if text == "1" => {}
            json::Value::String(text) => {
                self.report(Problem::BadVersion { found: text.to_string() }, node.span);
            }
            _ => self.wrong_type("Version", Expected::String, node),
        }
    }

    fn statements(&mut self, node: json::Node<'_>) -> Vec<crate::model::Statement> {
        match node.value {
            json::Value::Object(_) => {
                self.report(Problem::SingleStatement, node.span);
                self.statement(node).into_iter().collect()
            }
            json::Value::Array(items) => {
                if items.is_empty() {
                    self.report(Problem::EmptyList { element: "Statement".to_owned() }, node.span);
                }
                if items.len() > limits::STATEMENTS {
                    self.report(Problem::TooManyStatements { count: items.len() }, node.span);
                    return Vec::new();
                }
                items.into_iter().filter_map(|item| self.statement(item)).collect()
            }
            _ => {
                self.wrong_type("Statement", Expected::StatementList, &node);
                Vec::new()
            }
        }
    }
}

/// The known name that `name` was probably meant to be.
fn near(name: &str, known: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let folded = name.to_lowercase();
    known
        .map(|candidate| (strsim::osa_distance(&folded, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.len() / 6)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests;
