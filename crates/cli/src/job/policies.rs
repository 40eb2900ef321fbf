//! The policies of the job's RAM user, in any form that people paste.

use std::io;
use std::path::{Path, PathBuf};

use ramplay_paste::{limits, recognise, sentence};
use ramplay_policy::{
    Attached, DocumentId, Place, PolicyKind, PolicySet, Reading, ResourceAttached, Severity, Unseen, read,
    sentence as engine,
};
use ramplay_text::{Lang, Lines};

use super::inputs;
use crate::files;
use crate::io_error::Failure;

/// The policies of the job's RAM user.
pub(super) struct Policies {
    /// What to call each document, by its number.
    pub(super) names: Vec<String>,
    /// Whether one of them cannot be used.
    pub(super) has_errors: bool,
    readings: Vec<(PolicyKind, Reading)>,
}

impl Policies {
    /// Reads files. What was done to a document, and what is wrong with it, goes to standard error.
    pub(super) fn read(paths: &[PathBuf], lang: Lang) -> Result<Self, Failure> {
        let mut policies = Policies { names: Vec::new(), has_errors: false, readings: Vec::new() };
        for path in paths {
            policies.file(path, lang)?;
        }
        Ok(policies)
    }

    fn file(&mut self, path: &Path, lang: Lang) -> Result<(), Failure> {
        let text = inputs::read(path, limits::PASTE_BYTES)?;
        let file = files::name(path);
        let found = recognise(&text);
        for problem in &found.problems {
            say(&file, &text, problem.span.start, &sentence::problem(&problem.what, lang));
        }
        if found.documents.is_empty() {
            let cause = io::Error::new(io::ErrorKind::InvalidData, "there is no policy document in it");
            return Err(Failure::reading(&file, cause));
        }
        self.has_errors |= !found.problems.is_empty();
        let several = found.documents.len() > 1;
        for (number, document) in (1..).zip(&found.documents) {
            for repair in &document.repairs {
                say(&file, &text, repair.span.start, &sentence::repair(repair, &text, lang));
            }
            for wrapper in &document.wrappers {
                say(&file, &text, wrapper.span.start, &sentence::wrapper(&wrapper.what, lang));
            }
            let name = match &document.name {
                Some(name) => name.as_str().to_owned(),
                None if several => format!("{file} #{number}"),
                None => file.clone(),
            };
            if document.kind == PolicyKind::Trust {
                let what = match lang {
                    Lang::En => "a trust policy grants a RAM user nothing and is passed over",
                    Lang::Zh => "信任策略不授予 RAM 用户任何权限，已忽略",
                };
                say(&file, &text, document.span.start, what);
                continue;
            }
            let reading = read(&document.text, document.kind);
            let lines = Lines::new(&document.text);
            for found in reading.diagnostics.iter().filter(|found| found.severity() == Severity::Error) {
                let at = lines.position(found.span.start);
                let message = engine::problem(&found.problem, lang);
                anstream::eprintln!("{name}:{}:{}: {message}", at.line, at.column);
            }
            self.has_errors |= !reading.is_usable();
            self.names.push(name);
            self.readings.push((document.kind, reading));
        }
        Ok(())
    }

    /// The policies where they are attached. Of one that cannot be used, and where none is given, everything
    /// is possible.
    pub(super) fn set(&self) -> PolicySet<'_> {
        let mut set = PolicySet::default();
        for (number, (kind, reading)) in (0..).zip(&self.readings) {
            let attached = Attached { document: DocumentId(number), policy: &reading.policy };
            let is_resource = *kind == PolicyKind::Resource;
            if !reading.is_usable() {
                let place = if is_resource { Place::Resource } else { Place::Identity };
                set.unseen.push(Unseen { place, may_deny: true });
            } else if is_resource {
                set.resource.push(ResourceAttached { attached, spares_owner: true });
            } else {
                set.identity.push(attached);
            }
        }
        if self.readings.iter().all(|(kind, _)| *kind == PolicyKind::Resource) {
            set.unseen.push(Unseen { place: Place::Identity, may_deny: true });
        }
        set
    }
}

/// A remark about a file, on standard error.
fn say(file: &str, text: &str, offset: u32, message: &str) {
    let at = Lines::new(text).position(offset);
    anstream::eprintln!("{file}:{}:{}: {message}", at.line, at.column);
}
