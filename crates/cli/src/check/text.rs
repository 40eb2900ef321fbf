//! Findings as text, with the source underlined.

use annotate_snippets::{AnnotationKind, Group, Level as Mark, Patch, Renderer, Snippet};
use ramplay_findings::{Class, Finding};
use ramplay_text::{Lang, Span};

use super::report::{DocumentReport, FileReport, Level, Remark};

/// Everything about a file, with colours; whoever writes it strips them where there is no terminal.
pub(super) fn render(report: &FileReport, lang: Lang) -> String {
    let mut out = String::new();
    let mut add = |groups: &[Group<'_>]| {
        out.push_str(&Renderer::styled().render(groups));
        out.push_str("\n\n");
    };
    for remark in &report.remarks {
        add(&remark_groups(remark, report, lang));
    }
    for (number, document) in (1..).zip(&report.documents) {
        let path = document_path(report, document, number, lang);
        for finding in &document.findings {
            add(&finding_groups(finding, document, &path, lang));
        }
    }
    out
}

/// How many of what.
pub(super) fn summary(reports: &[FileReport], lang: Lang) -> String {
    let levels = || reports.iter().flat_map(FileReport::levels);
    let count = |class| levels().filter(|level| *level == Level::Class(class)).count();
    let [errors, security, general, suggestions] = Class::ALL.map(count);
    let files = reports.len();
    let documents: usize = reports.iter().map(|report| report.documents.len()).sum();
    match lang {
        Lang::En => format!(
            "files: {files}, policies: {documents}, errors: {errors}, security warnings: {security}, \
             general warnings: {general}, suggestions: {suggestions}"
        ),
        Lang::Zh => format!(
            "文件 {files},策略 {documents},错误 {errors},安全警告 {security},警告 {general},建议 {suggestions}"
        ),
    }
}

fn mark(level: Level, lang: Lang) -> Mark<'static> {
    match level {
        Level::Note => match lang {
            Lang::En => Mark::NOTE,
            Lang::Zh => Mark::NOTE.with_name("说明"),
        },
        Level::Class(class) => {
            let base = match class {
                Class::Error => Mark::ERROR,
                Class::SecurityWarning | Class::GeneralWarning => Mark::WARNING,
                Class::Suggestion => Mark::INFO,
            };
            base.with_name(class.name(lang))
        }
    }
}

fn help_mark(lang: Lang) -> Mark<'static> {
    match lang {
        Lang::En => Mark::HELP,
        Lang::Zh => Mark::HELP.with_name("帮助"),
    }
}

/// A range that the renderer accepts: within the text and not reversed.
fn range(span: Span, text: &str) -> std::ops::Range<usize> {
    let end = (span.end as usize).min(text.len());
    (span.start as usize).min(end)..end
}

fn remark_groups<'a>(remark: &'a Remark, report: &'a FileReport, lang: Lang) -> Vec<Group<'a>> {
    let primary = AnnotationKind::Primary.span(range(remark.span, &report.text));
    let source = Snippet::source(report.text.as_str()).path(report.path.as_str()).annotation(primary);
    let title = mark(remark.level, lang).primary_title(remark.message.as_str()).id(remark.code);
    let group = title.element(source);
    if remark.help.is_empty() {
        return vec![group];
    }
    vec![group.element(help_mark(lang).message(remark.help.as_str()))]
}

fn finding_groups<'a>(
    finding: &'a Finding,
    document: &'a DocumentReport,
    path: &'a str,
    lang: Lang,
) -> Vec<Group<'a>> {
    let text = document.text.as_str();
    let primary = AnnotationKind::Primary.span(range(finding.span, text));
    let related = finding.related.iter().map(|span| AnnotationKind::Context.span(range(*span, text)));
    let source = Snippet::source(text).path(path).annotation(primary).annotations(related);
    let level = mark(Level::Class(finding.class()), lang);
    let group = level.primary_title(finding.message(lang)).id(finding.code()).element(source);
    let help = finding.help(lang);
    match &finding.fix {
        Some(fix) => {
            let patches = fix.edits.iter().map(|edit| Patch::new(range(edit.span, text), edit.text.as_str()));
            let source = Snippet::source(text).path(path).patches(patches);
            vec![group, help_mark(lang).secondary_title(help).element(source)]
        }
        None if help.is_empty() => vec![group],
        None => vec![group.element(help_mark(lang).message(help))],
    }
}

/// The path of a document that is not the file itself says so.
fn document_path(report: &FileReport, document: &DocumentReport, number: u32, lang: Lang) -> String {
    if document.is_file {
        return report.path.clone();
    }
    let name = match (&document.name, lang) {
        (Some(name), _) => name.clone(),
        (None, Lang::En) => format!("policy {number}"),
        (None, Lang::Zh) => format!("策略 {number}"),
    };
    format!("{}#{name}", report.path)
}
