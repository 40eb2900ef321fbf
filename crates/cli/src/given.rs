//! Policies as they are given: documents in any form that people paste, or a case with all layers.

use std::io;
use std::path::{Path, PathBuf};

use ramplay_case::{Case, Prepared, prepare};
use ramplay_paste::{limits, recognise, sentence};
use ramplay_policy::{PolicyKind, Principal, Reading, Severity, read, sentence as engine};
use ramplay_questions::{Loose, Side};
use ramplay_text::{Lang, Lines};

use crate::files;
use crate::io_error::Failure;

/// Policies from files.
pub(crate) struct Given {
    /// What to call it.
    name: String,
    what: What,
}

struct Document {
    title: String,
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
            return Ok(Given { name, what: What::Case(Box::new(case)) });
        }
        let found = recognise(&text);
        for problem in &found.problems {
            say(&name, &text, problem.span.start, &sentence::problem(&problem.what, lang));
        }
        if found.documents.is_empty() || !found.problems.is_empty() {
            return Err(bad("there is no policy in it that can be read"));
        }
        let several = found.documents.len() > 1;
        let mut readings = Vec::new();
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
            readings.push(Document { title, kind, text: document.text.clone(), reading });
        }
        if has_errors {
            return Err(bad("a policy in it has errors"));
        }
        Ok(Given { name, what: What::Documents(readings) })
    }

    /// The side's policies, once those of a case are prepared.
    pub(crate) fn prepared(&self) -> Option<Prepared<'_>> {
        match &self.what {
            What::Documents(_) => None,
            What::Case(case) => Some(prepare(&case.policies)),
        }
    }

    /// The policies with who asks: the principal of a case's request, or this one.
    pub(crate) fn side<'s>(
        &'s self,
        prepared: Option<&'s Prepared<'s>>,
        principal: Principal,
    ) -> Result<Side<'s>, Failure> {
        match (&self.what, prepared) {
            (What::Case(case), Some(prepared)) => {
                Side::of_case(&self.name, case, prepared).map_err(|errors| {
                    let texts: Vec<String> = errors.iter().map(ToString::to_string).collect();
                    let cause = io::Error::new(io::ErrorKind::InvalidData, texts.join("; "));
                    Failure::reading(&self.name, cause)
                })
            }
            (What::Documents(documents), _) => {
                let loose: Vec<Loose<'_>> = documents
                    .iter()
                    .map(|one| Loose {
                        title: &one.title,
                        kind: one.kind,
                        text: &one.text,
                        reading: &one.reading,
                    })
                    .collect();
                Ok(Side::of_documents(&self.name, &loose, principal))
            }
            (What::Case(_), None) => Ok(Side::of_documents(&self.name, &[], principal)),
        }
    }

    /// Policies from several files; a case stands alone.
    pub(crate) fn read_all(paths: &[PathBuf], kind: Option<PolicyKind>, lang: Lang) -> Result<Self, Failure> {
        let mut all = Given { name: String::new(), what: What::Documents(Vec::new()) };
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
        }
        Ok(all)
    }
}

/// A remark about a file, on standard error.
fn say(file: &str, text: &str, offset: u32, message: &str) {
    let at = Lines::new(text).position(offset);
    anstream::eprintln!("{file}:{}:{}: {message}", at.line, at.column);
}
