//! Findings as one JSON object.

use ramplay_findings::Finding;
use ramplay_text::{Lang, Lines, Span};
use serde::Serialize;

use super::report::{DocumentReport, FileReport, Level, Remark};

#[derive(Serialize)]
pub(super) struct ReportForm<'a> {
    files: Vec<FileForm<'a>>,
}

#[derive(Serialize)]
struct FileForm<'a> {
    path: &'a str,
    /// About the text around the policies, and what was done to read them.
    remarks: Vec<RemarkForm<'a>>,
    policies: Vec<DocumentForm<'a>>,
}

#[derive(Serialize)]
struct RemarkForm<'a> {
    class: &'static str,
    code: &'static str,
    message: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    help: &'a str,
    /// In the file.
    place: PlaceForm,
}

#[derive(Serialize)]
struct DocumentForm<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    kind: &'static str,
    /// Where it stands in the file.
    place: PlaceForm,
    /// The repaired text; left out when the file is the document. Places below are in this text.
    #[serde(skip_serializing_if = "Option::is_none")]
    repaired: Option<&'a str>,
    findings: Vec<FindingForm<'a>>,
}

#[derive(Serialize)]
struct FindingForm<'a> {
    class: &'static str,
    code: &'static str,
    /// RAM's own name for it, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    validator: Option<&'static str>,
    /// How sure the rule is.
    status: &'static str,
    message: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    help: String,
    source: &'static str,
    /// The statement, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    statement: Option<usize>,
    place: PlaceForm,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<PlaceForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<FixForm<'a>>,
}

#[derive(Serialize)]
struct FixForm<'a> {
    keeps_meaning: bool,
    edits: Vec<EditForm<'a>>,
}

#[derive(Serialize)]
struct EditForm<'a> {
    place: PlaceForm,
    text: &'a str,
}

/// A place: lines and columns from 1, columns in characters; the span in bytes.
#[derive(Serialize)]
struct PlaceForm {
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    span: [u32; 2],
}

impl PlaceForm {
    fn new(lines: &Lines, span: Span) -> Self {
        let (start, end) = (lines.position(span.start), lines.position(span.end));
        PlaceForm {
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            span: [span.start, span.end],
        }
    }
}

pub(super) fn form(reports: &[FileReport], lang: Lang) -> ReportForm<'_> {
    ReportForm { files: reports.iter().map(|report| file(report, lang)).collect() }
}

fn file(report: &FileReport, lang: Lang) -> FileForm<'_> {
    let lines = Lines::new(&report.text);
    FileForm {
        path: &report.path,
        remarks: report.remarks.iter().map(|remark| remark_form(remark, &lines)).collect(),
        policies: report.documents.iter().map(|document| document_form(document, &lines, lang)).collect(),
    }
}

fn remark_form<'a>(remark: &'a Remark, lines: &Lines) -> RemarkForm<'a> {
    RemarkForm {
        class: match remark.level {
            Level::Note => "note",
            Level::Class(class) => class.code(),
        },
        code: remark.code,
        message: &remark.message,
        help: &remark.help,
        place: PlaceForm::new(lines, remark.span),
    }
}

fn document_form<'a>(document: &'a DocumentReport, file: &Lines, lang: Lang) -> DocumentForm<'a> {
    let lines = Lines::new(&document.text);
    DocumentForm {
        name: document.name.as_deref(),
        kind: document.kind.code(),
        place: PlaceForm::new(file, document.span),
        repaired: (!document.is_file).then_some(document.text.as_str()),
        findings: document.findings.iter().map(|finding| finding_form(finding, &lines, lang)).collect(),
    }
}

fn finding_form<'a>(finding: &'a Finding, lines: &Lines, lang: Lang) -> FindingForm<'a> {
    FindingForm {
        class: finding.class().code(),
        code: finding.code(),
        validator: finding.validator(),
        status: finding.row.status.code(),
        message: finding.message(lang),
        help: finding.help(lang),
        source: finding.row.source,
        statement: finding.statement,
        place: PlaceForm::new(lines, finding.span),
        related: finding.related.iter().map(|span| PlaceForm::new(lines, *span)).collect(),
        fix: finding.fix.as_ref().map(|fix| FixForm {
            keeps_meaning: fix.keeps_meaning,
            edits: fix
                .edits
                .iter()
                .map(|edit| EditForm { place: PlaceForm::new(lines, edit.span), text: &edit.text })
                .collect(),
        }),
    }
}
