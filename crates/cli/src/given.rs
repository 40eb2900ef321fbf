//! Policies as they are given: documents in any form that people paste, or a case with all layers.

use std::io;
use std::path::{Path, PathBuf};

use ramplay_analysis::Text;
use ramplay_case::{Case, Prepared, prepare};
use ramplay_paste::{limits, recognise, sentence};
use ramplay_policy::{
    Attached, DocumentId, PolicyKind, PolicySet, Reading, Request, ResourceAttached, Severity, read,
    sentence as engine,
};
use ramplay_text::{Lang, Lines};

use crate::files;
use crate::io_error::Failure;

/// Policies from files.
pub(crate) struct Given {
    /// What to call it.
    pub(crate) name: String,
    /// What to call its documents, by their number.
    pub(crate) documents: Vec<String>,
    what: What,
}

struct Document {
    kind: PolicyKind,
    text: String,
    reading: Reading,
}

enum What {
    Documents(Vec<Document>),
    Case(Box<Case>),
}

impl Given {
    /// Reads a file. What was repaired, and what is wrong, goes to standard error.
    pub(crate) fn read(path: &Path, kind: Option<PolicyKind>, lang: Lang) -> Result<Self, Failure> {
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
            return Ok(Given { name, documents, what: What::Case(Box::new(case)) });
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
            readings.push(Document { kind, text: document.text.clone(), reading });
        }
        if has_errors {
            return Err(bad("a policy in it has errors"));
        }
        Ok(Given { name, documents, what: What::Documents(readings) })
    }

    /// The side's policies, once those of a case are prepared.
    pub(crate) fn prepared(&self) -> Option<Prepared<'_>> {
        match &self.what {
            What::Documents(_) => None,
            What::Case(case) => Some(prepare(&case.policies)),
        }
    }

    /// The policies where they are attached. Control and session policies that stand alone are compared by what
    /// they say themselves, as if they were the identity's.
    pub(crate) fn set<'s>(&'s self, prepared: Option<&'s Prepared<'s>>) -> Result<PolicySet<'s>, Failure> {
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
        for (number, document) in (0..).zip(readings) {
            let attached = Attached { document: DocumentId(number), policy: &document.reading.policy };
            match document.kind {
                PolicyKind::Resource => set.resource.push(ResourceAttached { attached, spares_owner: true }),
                PolicyKind::Trust => set.trust.push(attached),
                PolicyKind::Identity | PolicyKind::Control | PolicyKind::Session => {
                    set.identity.push(attached);
                }
            }
        }
        Ok(set)
    }

    /// Policies from several files; a case stands alone.
    pub(crate) fn read_all(paths: &[PathBuf], kind: Option<PolicyKind>, lang: Lang) -> Result<Self, Failure> {
        let mut all = Given { name: String::new(), documents: Vec::new(), what: What::Documents(Vec::new()) };
        for path in paths {
            let given = Given::read(path, kind, lang)?;
            match (given.what, &mut all.what) {
                (What::Documents(more), What::Documents(documents)) => documents.extend(more),
                (What::Case(_), _) if paths.len() > 1 => {
                    let why = "it is a case, which stands alone";
                    let cause = io::Error::new(io::ErrorKind::InvalidData, why);
                    return Err(Failure::reading(&given.name, cause));
                }
                (case, what) => *what = case,
            }
            all.name = given.name;
            all.documents.extend(given.documents);
        }
        Ok(all)
    }

    /// The documents' texts, those of a case once it is prepared.
    pub(crate) fn texts<'s>(&'s self, prepared: Option<&'s Prepared<'s>>) -> Vec<Text<'s>> {
        let texts: Vec<Option<&str>> = match (&self.what, prepared) {
            (What::Documents(documents), _) => {
                documents.iter().map(|document| Some(document.text.as_str())).collect()
            }
            (What::Case(_), Some(prepared)) => prepared.texts.iter().map(Option::as_deref).collect(),
            (What::Case(_), None) => Vec::new(),
        };
        let numbered = (0..).zip(texts);
        numbered
            .filter_map(|(number, text)| Some(Text { document: DocumentId(number), text: text? }))
            .collect()
    }

    /// What to call a document.
    pub(crate) fn title(&self, id: DocumentId) -> String {
        let place = usize::try_from(id.0).unwrap_or(usize::MAX);
        self.documents.get(place).cloned().unwrap_or_default()
    }

    /// The request, if there is one.
    pub(crate) fn base(&self) -> Option<Request> {
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
