//! Checking a document.

use ramplay_policy::{PolicyKind, Reading};
use ramplay_text::Span;

use crate::finding::Finding;
use crate::reader;
use crate::row::Row;
use crate::rules::RULES;
use crate::view::{self, Clause, Document, Entry, Principal, Statement};

/// Most findings of one rule: nobody reads more, and a hostile document has many.
const MOST: usize = 100;

/// What the document is, as far as its text does not tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject<'a> {
    /// What it is attached as.
    pub kind: PolicyKind,
    /// The id of the account that the policy belongs to, where it is known.
    pub account: Option<&'a str>,
}

impl Subject<'_> {
    /// A document of an account that is not known.
    pub const fn new(kind: PolicyKind) -> Self {
        Subject { kind, account: None }
    }
}

/// What a rule looks at.
#[derive(Clone, Copy)]
pub(crate) enum Check {
    /// The whole document.
    Document(fn(&Context<'_>, &mut Sink)),
    /// Each statement.
    Statement(fn(&Context<'_>, &Statement<'_>, &mut Sink)),
    /// Each entry of `Action` and `NotAction`.
    Action(fn(&Context<'_>, &Statement<'_>, &Entry<'_>, &mut Sink)),
    /// Each entry of `Resource` and `NotResource`.
    Resource(fn(&Context<'_>, &Statement<'_>, &Entry<'_>, &mut Sink)),
    /// Each entry of `Principal`.
    Principal(fn(&Context<'_>, &Statement<'_>, &Principal<'_>, &mut Sink)),
    /// Each key under an operator.
    Clause(fn(&Context<'_>, &Statement<'_>, &Clause<'_>, &mut Sink)),
}

/// What a rule may read.
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    pub(crate) subject: Subject<'a>,
    pub(crate) document: Document<'a>,
}

/// Where a rule puts its findings.
pub(crate) struct Sink {
    row: &'static Row,
    statement: Option<usize>,
    first: usize,
    findings: Vec<Finding>,
    /// What is written to when there are too many.
    spare: Finding,
}

impl Sink {
    fn new(row: &'static Row) -> Self {
        let spare = blank(row, Span::default(), None);
        Sink { row, statement: None, first: 0, findings: Vec::new(), spare }
    }

    /// Reports a finding, which then takes words, places and a fix.
    pub(crate) fn report(&mut self, span: Span) -> &mut Finding {
        let finding = blank(self.row, span, self.statement);
        if self.findings.len() - self.first >= MOST {
            self.spare = finding;
            return &mut self.spare;
        }
        self.findings.push(finding);
        self.findings.last_mut().unwrap_or(&mut self.spare)
    }
}

fn blank(row: &'static Row, span: Span, statement: Option<usize>) -> Finding {
    Finding { row, span, related: Vec::new(), statement, fix: None, args: Vec::new(), problem: None }
}

/// Everything worth saying about a document, in the order of the text; at one place the gravest first.
///
/// `reading` is what [`ramplay_policy::read`] made of the same text and kind; its problems are part of the list.
pub fn check(text: &str, reading: &Reading, subject: &Subject<'_>) -> Vec<Finding> {
    let document = view::document(text);
    let context = Context { text, subject: *subject, document };
    let mut findings = match RULES.first() {
        Some(first) => {
            let mut sink = Sink::new(first.row);
            for rule in RULES {
                sink.row = rule.row;
                sink.statement = None;
                sink.first = sink.findings.len();
                run(rule.check, &context, &mut sink);
            }
            sink.findings
        }
        None => Vec::new(),
    };
    findings.extend(reading.diagnostics.iter().map(|problem| reader::finding(problem, &context.document)));
    findings.sort_unstable_by(|one, other| {
        let key = |finding: &Finding| (finding.span.start, finding.class());
        key(one).cmp(&key(other)).then_with(|| one.code().cmp(other.code()))
    });
    findings
}

fn run(check: Check, context: &Context<'_>, sink: &mut Sink) {
    if let Check::Document(run) = check {
        return run(context, sink);
    }
    for statement in &context.document.statements {
        sink.statement = Some(statement.index);
        match check {
            Check::Document(_) => {}
            Check::Statement(run) => run(context, statement, sink),
            Check::Action(run) => {
                for entry in statement.action.iter().flat_map(|list| &list.entries) {
                    run(context, statement, entry, sink);
                }
            }
            Check::Resource(run) => {
                for entry in statement.resource.iter().flat_map(|list| &list.entries) {
                    run(context, statement, entry, sink);
                }
            }
            Check::Principal(run) => {
                for principal in &statement.principals {
                    run(context, statement, principal, sink);
                }
            }
            Check::Clause(run) => {
                for clause in &statement.clauses {
                    run(context, statement, clause, sink);
                }
            }
        }
    }
}

/// The catalogue of findings: the rules in the order of their registration, then the strict reader's problems.
///
/// ```
/// let codes: std::collections::BTreeSet<_> = ramplay_findings::rows().map(|row| row.code).collect();
/// assert!(codes.contains("action-misspelt") && codes.contains("unknown-operator"));
/// assert!(codes.len() >= 60);
/// ```
pub fn rows() -> impl Iterator<Item = &'static Row> {
    RULES.iter().map(|rule| rule.row).chain(reader::rows())
}
