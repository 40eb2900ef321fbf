//! One side of a comparison.

use std::io;
use std::path::Path;

use ramplay_case::{Case, Prepared, prepare};
use ramplay_paste::{limits, recognise, sentence};
use ramplay_policy::{
    Attached, DocumentId, PolicyKind, PolicySet, Reading, Request, ResourceAttached, Severity, read,
    sentence as engine,
};
use ramplay_text::{Lang, Lines};

use crate::files;
use crate::io_error::Failure;

/// A file with one side.
pub(super) struct Side {
    /// What to call it.
    pub(super) name: String,
    /// What to call its documents, by their number.
    pub(super) documents: Vec<String>,
    what: What,
}

enum What {
    Documents(Vec<(PolicyKind, Reading)>),
    Case(Box<Case>),
}

impl Side {
    /// Reads a file. What was repaired, and what is wrong, goes to standard error.
    pub(super) fn read(path: &Path, kind: Option<PolicyKind>, lang: Lang) -> Result<Self, Failure> {
        let name = files::name(path);
        let bad =
            |why: &str| Failure::reading(&name, io::Error::new(io::ErrorKind::InvalidData, why.to_owned()));
        let Some(text) = files::read(path, limits::PASTE_BYTES)? else {
            return Err(bad(&format!("it is longer than {} bytes", limits::PASTE_BYTES)));
        };
        if let Ok(case) = serde_json::from_str::<Case>(&text) {
            let documents = (1..).zip(&case.policies).map(|(number, attachment)| {
                attachment.name.clone().unwrap_or_else(|| format!("{name} #{number}"))
            });
            let documents = documents.collect();
            return Ok(Side { name, documents, what: What::Case(Box::new(case)) });
        }
        let found = recognise(&text);
        for problem in &found.problems {
            say(&name, &text, problem.span.start, &sentence::problem(&problem.what, lang));
        }
        if found.documents.is_empty() || !found.problems.is_empty() {
            return Err(bad("there is no policy in it that can be read"));
        }
        let several = found.documents.len() > 1;
        let (mut documents, mut readings) = (Vec::new(), Vec::new());
        let mut has_errors = false;
        for (number, document) in (1..).zip(&found.documents) {
            for repair in &document.repairs {
                say(&name, &text, repair.span.start, &sentence::repair(repair, &text, lang));
            }
            let title = match &document.name {
                Some(title) => title.as_str().to_owned(),
                None if several => format!("{name} #{number}"),
                None => name.clone(),
            };
            let kind = kind.unwrap_or(document.kind);
            let reading = read(&document.text, kind);
            for found in reading.diagnostics.iter().filter(|found| found.severity() == Severity::Error) {
                say(&title, &document.text, found.span.start, &engine::problem(&found.problem, lang));
            }
            has_errors |= !reading.is_usable();
            documents.push(title);
            readings.push((kind, reading));
        }
        if has_errors {
            return Err(bad("a policy in it has errors"));
        }
        Ok(Side { name, documents, what: What::Documents(readings) })
    }

    /// The side's policies, once those of a case are prepared.
    pub(super) fn prepared(&self) -> Option<Prepared<'_>> {
        match &self.what {
            What::Documents(_) => None,
            What::Case(case) => Some(prepare(&case.policies)),
        }
    }

    /// The policies where they are attached. Control and session policies that stand alone are compared by what
    /// they say themselves, as if they were the identity's.
    pub(super) fn set<'s>(&'s self, prepared: Option<&'s Prepared<'s>>) -> Result<PolicySet<'s>, Failure> {
        let readings = match (&self.what, prepared) {
            (What::Documents(readings), _) => readings,
            (What::Case(_), Some(prepared)) => {
                return prepared.policies().map_err(|errors| {
                    let texts: Vec<String> = errors.iter().map(ToString::to_string).collect();
                    let cause = io::Error::new(io::ErrorKind::InvalidData, texts.join("; "));
                    Failure::reading(&self.name, cause)
                });
            }
            (What::Case(_), None) => return Ok(PolicySet::default()),
        };
        let mut set = PolicySet::default();
        for (number, (kind, reading)) in (0..).zip(readings) {
            let attached = Attached { document: DocumentId(number), policy: &reading.policy };
            match kind {
                PolicyKind::Resource => set.resource.push(ResourceAttached { attached, spares_owner: true }),
                PolicyKind::Trust => set.trust.push(attached),
                PolicyKind::Identity | PolicyKind::Control | PolicyKind::Session => {
                    set.identity.push(attached);
                }
            }
        }
        Ok(set)
    }

    /// Who asks, if the side says so.
    pub(super) fn base(&self) -> Option<Request> {
        match &self.what {
            What::Documents(_) => None,
            What::Case(case) => Some(case.request.to_request()),
        }
    }
}

/// A remark about a file, on standard error.
fn say(file: &str, text: &str, offset: u32, message: &str) {
    let at = Lines::new(text).position(offset);
    anstream::eprintln!("{file}:{}:{}: {message}", at.line, at.column);
}
