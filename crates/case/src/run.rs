//! Running a case.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;

use ramplay_policy::{
    Attached, DocumentId, Evaluation, Place, PolicyKind, PolicySet, Reading, Request, RequestProblem,
    ResourceAttached, Severity, Unseen, evaluate, read, sentence,
};
use ramplay_text::{Lang, Lines, Span};

use crate::form::{Attachment, Case, LayerName, Scope};

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
        /// Where, in bytes of the document's text.
        span: Span,
        /// Line of the document, from 1.
        line: u32,
        /// Column in characters, from 1.
        column: u32,
    },
    /// The request has one.
    Request(RequestProblem),
    /// The case itself is not well-formed: an attachment lacks something.
    Attachment {
        /// The document's place in the case.
        document: usize,
        /// What is missing.
        missing: &'static str,
    },
}

impl RunError {
    /// A stable code.
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
            RunError::Policy { message, .. } => f.write_str(message),
            RunError::Request(problem) => write!(f, "{problem}"),
            RunError::Attachment { missing, .. } => write!(f, "the policy's entry lacks `{missing}`"),
        }
    }
}

/// Documents that were read before. Cases that come one after the other often have the same policies.
#[derive(Debug, Default)]
pub struct Readings {
    known: HashMap<(PolicyKind, Box<str>), Rc<Reading>>,
    bytes: usize,
}

/// Most bytes of texts that are kept; then all are forgotten and it starts anew.
const KEPT_BYTES: usize = 4 * 1024 * 1024;

impl Readings {
    fn read(&mut self, text: &str, kind: PolicyKind) -> Rc<Reading> {
        let key = (kind, Box::from(text));
        if let Some(known) = self.known.get(&key) {
            return Rc::clone(known);
        }
        let reading = Rc::new(read(text, kind));
        if text.len() > KEPT_BYTES {
            return reading;
        }
        if self.bytes + text.len() > KEPT_BYTES {
            self.known.clear();
            self.bytes = 0;
        }
        self.bytes += text.len();
        self.known.insert(key, Rc::clone(&reading));
        reading
    }

    /// Reads the documents of a case, each as what it is attached as.
    pub fn prepare<'a>(&mut self, attachments: &'a [Attachment]) -> Prepared<'a> {
        let documents = attachments.iter().map(|attachment| {
            let kind = attachment.layer.kind();
            let text = attachment.text();
            let reading = match &text {
                Some(text) => self.read(text, kind),
                None => Rc::new(Reading::empty(kind)),
            };
            (text, reading)
        });
        let (texts, readings) = documents.unzip();
        Prepared { attachments, texts, readings }
    }
}

/// A case whose documents were read.
#[derive(Debug)]
pub struct Prepared<'a> {
    attachments: &'a [Attachment],
    /// The text of each document.
    pub texts: Vec<Option<Cow<'a, str>>>,
    /// One for each attachment.
    pub readings: Vec<Rc<Reading>>,
}

/// Reads the documents of a case, each as what it is attached as.
pub fn prepare(attachments: &[Attachment]) -> Prepared<'_> {
    Readings::default().prepare(attachments)
}

impl Prepared<'_> {
    /// The attachments.
    pub fn attachments(&self) -> &[Attachment] {
        self.attachments
    }

    /// The policies where they are attached.
    ///
    /// # Errors
    /// Every error of the documents.
    pub fn policies(&self) -> Result<PolicySet<'_>, Vec<RunError>> {
        let mut errors = Vec::new();
        let mut set = PolicySet::default();
        for (document, (attachment, reading)) in self.attachments.iter().zip(&self.readings).enumerate() {
            let mut lacks = |missing| errors.push(RunError::Attachment { document, missing });
            if attachment.unknown {
                if attachment.policy.is_some() {
                    lacks("policy, or unknown: not both");
                }
                set.unseen.push(Unseen { place: unseen_place(attachment), may_deny: true });
                continue;
            }
            if attachment.policy.is_none() {
                lacks("policy");
                continue;
            }
            if reading.diagnostics.iter().any(|found| found.severity() == Severity::Error) {
                errors.extend(self.errors_of(document, reading));
            }
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

    fn errors_of(&self, document: usize, reading: &Reading) -> Vec<RunError> {
        let text = self.texts.get(document).and_then(Option::as_deref).unwrap_or_default();
        let lines = Lines::new(text);
        let errors = reading.diagnostics.iter().filter(|found| found.severity() == Severity::Error);
        errors
            .map(|found| {
                let place = lines.position(found.span.start);
                RunError::Policy {
                    document,
                    code: found.code(),
                    message: sentence::problem(&found.problem, Lang::En),
                    span: found.span,
                    line: place.line,
                    column: place.column,
                }
            })
            .collect()
    }

    /// What the engine says.
    ///
    /// # Errors
    /// Every error of the documents, or the error of the request.
    pub fn run(&self, request: &Request) -> Answer {
        evaluate(&self.policies()?, request).map_err(|problem| vec![RunError::Request(problem)])
    }
}

fn unseen_place(attachment: &Attachment) -> Place<'_> {
    match attachment.layer {
        LayerName::Control => Place::Control(attachment.attached_to.as_deref()),
        LayerName::Session => Place::Session,
        LayerName::Identity if attachment.scope == Some(Scope::ResourceGroup) => Place::Group,
        LayerName::Identity => Place::Identity,
        LayerName::Resource => Place::Resource,
        LayerName::Trust => Place::Trust,
    }
}

/// What the engine says to a case.
///
/// # Errors
/// Every error of the documents, or the error of the request.
pub fn run(case: &Case) -> Answer {
    prepare(&case.policies).run(&case.request.to_request())
}
