//! What is said of one file, before it is written in some form.

use ramplay_findings::{Class, Finding, Subject, check};
use ramplay_paste::{Document, Recognition, recognise, sentence};
use ramplay_policy::{PolicyKind, read};
use ramplay_text::{Lang, Span};

use super::inputs::Input;

/// How grave something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// Something to know.
    Note,
    /// A finding of this class, or as grave as one.
    Class(Class),
}

/// Something about the text as it is in the file.
pub(super) struct Remark {
    pub(super) level: Level,
    pub(super) code: &'static str,
    pub(super) span: Span,
    pub(super) message: String,
    pub(super) help: String,
}

/// A document of the file and its findings.
pub(super) struct DocumentReport {
    pub(super) name: Option<String>,
    pub(super) kind: PolicyKind,
    /// Its text; other than the file's if it was taken out of something or repaired.
    pub(super) text: String,
    pub(super) is_file: bool,
    /// Where it stands in the file.
    pub(super) span: Span,
    pub(super) findings: Vec<Finding>,
}

/// Everything about a file.
pub(super) struct FileReport {
    pub(super) path: String,
    pub(super) text: String,
    pub(super) remarks: Vec<Remark>,
    pub(super) documents: Vec<DocumentReport>,
}

impl FileReport {
    pub(super) fn new(input: Input, kind: Option<PolicyKind>, account: Option<&str>, lang: Lang) -> Self {
        let mut report =
            FileReport { path: input.name, text: String::new(), remarks: Vec::new(), documents: Vec::new() };
        let Some(text) = input.text else {
            let limit = ramplay_paste::limits::PASTE_BYTES;
            let problem = ramplay_paste::Problem::TooLong { bytes: limit + 1, limit };
            report.remarks.push(Remark {
                level: Level::Class(Class::Error),
                code: problem.code(),
                span: Span::default(),
                message: sentence::problem(&problem, lang),
                help: sentence::help(&problem, lang).to_owned(),
            });
            return report;
        };
        report.text = text;
        let found = recognise(&report.text);
        report.remarks = remarks(&report.text, &found, lang);
        let subject = |kind| Subject { kind, account };
        report.documents = found
            .documents
            .into_iter()
            .map(|document| {
                let kind = kind.unwrap_or(document.kind);
                DocumentReport {
                    findings: check(&document.text, &read(&document.text, kind), &subject(kind)),
                    name: document.name.as_ref().map(|name| name.as_str().to_owned()),
                    kind,
                    is_file: document.is_as_pasted(),
                    span: document.span,
                    text: document.text,
                }
            })
            .collect();
        // Who says what the document is gets it checked as that, however little it looks like it.
        if let Some(kind) = kind
            && report.documents.is_empty()
            && found.look_alikes.is_empty()
            && found.listed.is_empty()
        {
            let findings = check(&report.text, &read(&report.text, kind), &subject(kind));
            let (text, span) = (report.text.clone(), Span::new(0, report.text.len()));
            report.documents.push(DocumentReport { name: None, kind, text, is_file: true, span, findings });
            report.remarks.clear();
        }
        report
    }

    /// How grave everything is.
    pub(super) fn levels(&self) -> impl Iterator<Item = Level> {
        let findings = self.documents.iter().flat_map(|document| &document.findings);
        let remarks = self.remarks.iter().map(|remark| remark.level);
        remarks.chain(findings.map(|finding| Level::Class(finding.class())))
    }
}

/// What there is to say of the text around the documents.
fn remarks(text: &str, found: &Recognition, lang: Lang) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for document in &found.documents {
        add_document(&mut remarks, text, document, lang);
    }
    for alike in &found.look_alikes {
        remarks.push(Remark {
            level: Level::Class(Class::Error),
            code: alike.what.code(),
            span: alike.span,
            message: sentence::look_alike(alike.what, lang).to_owned(),
            help: sentence::look_alike_help(alike.what, lang).to_owned(),
        });
    }
    for problem in &found.problems {
        remarks.push(Remark {
            level: Level::Class(Class::Error),
            code: problem.what.code(),
            span: problem.span,
            message: sentence::problem(&problem.what, lang),
            help: sentence::help(&problem.what, lang).to_owned(),
        });
    }
    if let (Some(first), Some(last)) = (found.listed.first(), found.listed.last()) {
        remarks.push(Remark {
            level: Level::Class(Class::Error),
            code: "listed-only",
            span: Span { start: first.span.start, end: last.span.end },
            message: sentence::listed(found.listed.len(), lang),
            help: sentence::listed_help(lang).to_owned(),
        });
    }
    remarks.sort_by_key(|remark| remark.span.start);
    remarks
}

fn add_document(remarks: &mut Vec<Remark>, text: &str, document: &Document, lang: Lang) {
    for wrapper in &document.wrappers {
        remarks.push(Remark {
            level: Level::Note,
            code: wrapper.what.code(),
            span: wrapper.span,
            message: sentence::wrapper(&wrapper.what, lang),
            help: String::new(),
        });
    }
    for repair in &document.repairs {
        remarks.push(Remark {
            // RAM takes strict JSON only.
            level: Level::Class(Class::Error),
            code: repair.kind.code(),
            span: repair.span,
            message: sentence::repair(repair, text, lang),
            help: String::new(),
        });
    }
    if let Some(alike) = &document.look_alike {
        remarks.push(Remark {
            level: Level::Class(Class::GeneralWarning),
            code: alike.what.code(),
            span: alike.span,
            message: sentence::look_alike(alike.what, lang).to_owned(),
            help: sentence::look_alike_help(alike.what, lang).to_owned(),
        });
    }
}
