//! Findings as SARIF 2.1.0 (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>).

use std::collections::BTreeMap;

use ramplay_findings::{Class, Finding, rows};
use ramplay_text::{Lang, Lines, Span};
use serde::Serialize;

use super::report::{DocumentReport, FileReport, Level, Remark};

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    /// Columns count characters.
    column_kind: &'static str,
    results: Vec<RunResult>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Message,
    #[serde(skip_serializing_if = "Option::is_none")]
    help_uri: Option<&'static str>,
    default_configuration: Configuration,
    properties: Properties,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Properties {
    /// RAM's class and, where it is known, RAM's own name.
    tags: Vec<&'static str>,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RunResult {
    rule_id: &'static str,
    level: &'static str,
    message: Message,
    locations: [Location; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
}

pub(super) fn form(reports: &[FileReport], lang: Lang) -> Log {
    let mut results = Vec::new();
    // Remarks are not in the catalogue of findings.
    let mut remarked: BTreeMap<&'static str, &'static str> = BTreeMap::new();
    for report in reports {
        let lines = Lines::new(&report.text);
        for remark in &report.remarks {
            remarked.insert(remark.code, level(remark.level));
            results.push(of_remark(remark, report, &lines));
        }
        for document in &report.documents {
            let own = Lines::new(&document.text);
            results.extend(
                document
                    .findings
                    .iter()
                    .map(|finding| of_finding(finding, document, report, [&lines, &own], lang)),
            );
        }
    }
    let known = rows().map(|row| Rule {
        id: row.code,
        short_description: Message { text: row.title.get(lang).to_owned() },
        help_uri: Some(row.source).filter(|source| source.starts_with("https://")),
        default_configuration: Configuration { level: level(Level::Class(row.class)) },
        properties: Properties { tags: std::iter::once(row.class.code()).chain(row.validator).collect() },
    });
    let more = remarked.into_iter().map(|(id, level)| Rule {
        id,
        short_description: Message { text: id.to_owned() },
        help_uri: None,
        default_configuration: Configuration { level },
        properties: Properties { tags: vec!["paste"] },
    });
    let driver = Driver {
        name: "ramplay",
        semantic_version: env!("CARGO_PKG_VERSION"),
        rules: known.chain(more).collect(),
    };
    Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run { tool: Tool { driver }, column_kind: "unicodeCodePoints", results }],
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Class(Class::Error) => "error",
        Level::Class(Class::SecurityWarning | Class::GeneralWarning) => "warning",
        Level::Class(Class::Suggestion) | Level::Note => "note",
    }
}

fn region(lines: &Lines, span: Span) -> Region {
    let (start, end) = (lines.position(span.start), lines.position(span.end));
    Region { start_line: start.line, start_column: start.column, end_line: end.line, end_column: end.column }
}

fn location(report: &FileReport, region: Region) -> [Location; 1] {
    // A URI: blanks and percent signs are the only characters of usual paths that it does not take.
    let uri = report.path.replace('%', "%25").replace(' ', "%20").replace('\\', "/");
    [Location { physical_location: PhysicalLocation { artifact_location: ArtifactLocation { uri }, region } }]
}

fn with_help(message: &str, help: &str) -> Message {
    let text = if help.is_empty() { message.to_owned() } else { format!("{message}: {help}") };
    Message { text }
}

fn of_remark(remark: &Remark, report: &FileReport, lines: &Lines) -> RunResult {
    RunResult {
        rule_id: remark.code,
        level: level(remark.level),
        message: with_help(&remark.message, &remark.help),
        locations: location(report, region(lines, remark.span)),
    }
}

/// Of a document that is not the file itself, the place is that of the whole document in the file.
fn of_finding(
    finding: &Finding,
    document: &DocumentReport,
    report: &FileReport,
    [file, own]: [&Lines; 2],
    lang: Lang,
) -> RunResult {
    let region = if document.is_file { region(own, finding.span) } else { region(file, document.span) };
    RunResult {
        rule_id: finding.code(),
        level: level(Level::Class(finding.class())),
        message: with_help(&finding.message(lang), &finding.help(lang)),
        locations: location(report, region),
    }
}
