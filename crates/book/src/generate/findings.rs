//! The findings, each with a document in which it fires and one in which it is silent.

use std::fmt::Write as _;

use ramplay_findings::{Case, Class, Row, Subject, cases, check, rows};
use ramplay_policy::{PolicyKind, read};
use ramplay_text::Lang;

use super::table::{self, angle_brackets, words};
use crate::policy_text::marked;

macro_rules! operator {
    ($operator:literal, $key:literal, $value:literal) => {
        concat!(
            r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:*", "Resource": "*", "Condition": {""#,
            $operator,
            r#"": {""#,
            $key,
            r#"": ""#,
            $value,
            r#""}}}]}"#
        )
    };
}

/// The strict reader's problems: documents that have them. Those about lengths are told in words alone.
pub(super) const READER: [(&str, PolicyKind, &str); 26] = [
    ("json-empty", PolicyKind::Identity, ""),
    ("json-byte-order-mark", PolicyKind::Identity, "\u{feff}{\"Version\": \"1\", \"Statement\": []}"),
    (
        "json-comment",
        PolicyKind::Identity,
        "{\n  // who reads this\n  \"Version\": \"1\", \"Statement\": []\n}",
    ),
    ("json-trailing-comma", PolicyKind::Identity, "{\"Version\": \"1\", \"Statement\": [],}"),
    ("json-missing-comma", PolicyKind::Identity, "{\"Version\": \"1\" \"Statement\": []}"),
    ("json-single-quotes", PolicyKind::Identity, "{'Version': \"1\", \"Statement\": []}"),
    ("json-unquoted-key", PolicyKind::Identity, "{Version: \"1\", \"Statement\": []}"),
    (
        "json-duplicate-key",
        PolicyKind::Identity,
        "{\"Version\": \"1\", \"Version\": \"1\", \"Statement\": []}",
    ),
    ("json-syntax", PolicyKind::Identity, "{\"Version\": \"1\", \"Statement\": ["),
    ("wrong-type", PolicyKind::Identity, r#"{"Version": "1", "Statement": "Allow"}"#),
    (
        "missing-element",
        PolicyKind::Identity,
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Resource": "*"}]}"#,
    ),
    (
        "unknown-element",
        PolicyKind::Identity,
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Acton": "log:*", "Action": "log:*", "Resource": "*"}]}"#,
    ),
    (
        "both-forms",
        PolicyKind::Identity,
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:*", "NotAction": "log:Get*", "Resource": "*"}]}"#,
    ),
    (
        "principal-not-allowed",
        PolicyKind::Identity,
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "log:*", "Resource": "*"}]}"#,
    ),
    ("bad-version", PolicyKind::Identity, r#"{"Version": "2012-10-17", "Statement": []}"#),
    (
        "bad-effect",
        PolicyKind::Identity,
        r#"{"Version": "1", "Statement": [{"Effect": "allow", "Action": "log:*", "Resource": "*"}]}"#,
    ),
    ("unknown-operator", PolicyKind::Identity, operator!("StringEqual", "acs:SourceVpc", "vpc-1")),
    ("refused-operator", PolicyKind::Identity, operator!("StringEqualsIfExists", "acs:SourceVpc", "vpc-1")),
    ("bad-value", PolicyKind::Identity, operator!("IpAddress", "acs:SourceIp", "10.0.0.300")),
    (
        "single-statement",
        PolicyKind::Identity,
        r#"{"Version": "1", "Statement": {"Effect": "Allow", "Action": "log:*", "Resource": "*"}}"#,
    ),
    (
        "bare-value",
        PolicyKind::Identity,
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:*", "Resource": "*", "Condition": {"Bool": {"acs:MFAPresent": true}}}]}"#,
    ),
    (
        "not-resource",
        PolicyKind::Identity,
        r#"{"Version": "1", "Statement": [{"Effect": "Deny", "Action": "log:*", "NotResource": "acs:log:*:*:project/web/*"}]}"#,
    ),
    (
        "empty-list",
        PolicyKind::Identity,
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": [], "Resource": "*"}]}"#,
    ),
    ("host-bits", PolicyKind::Identity, operator!("IpAddress", "acs:SourceIp", "10.1.2.3/8")),
    (
        "resource-in-trust",
        PolicyKind::Trust,
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Principal": {"RAM": ["acs:ram::1000000000000001:root"]}, "Action": "sts:AssumeRole", "Resource": "*"}]}"#,
    ),
    (
        "principal-not-arn",
        PolicyKind::Trust,
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Principal": {"RAM": ["alice"]}, "Action": "sts:AssumeRole"}]}"#,
    ),
];

/// All rules, by class, the gravest first.
pub(super) fn findings(lang: Lang) -> String {
    let mut out = String::new();
    for class in Class::ALL {
        let _ = writeln!(out, "## {} {{#{}}}\n", class.name(lang), anchor(class));
        for shown in cases().filter(|shown| shown.row.class == class) {
            out += &entry(shown.row, lang);
            if let Some(case) = shown.fires.first() {
                out += &fires(shown.row, case, lang);
            }
            if let Some(case) = shown.silent.first() {
                let (text, _) = case.document();
                out += &listing(words::labels(lang).example_silent, &text, &[], lang);
            }
        }
    }
    out
}

/// The problems of the strict reader, by class.
pub(super) fn reader_problems(lang: Lang) -> String {
    let known: Vec<&str> = cases().map(|shown| shown.row.code).collect();
    let mut out = String::new();
    for row in rows().filter(|row| !known.contains(&row.code)) {
        out += &entry(row, lang);
        if let Some((_, kind, text)) = READER.iter().find(|(code, ..)| *code == row.code) {
            out += &fired(row, text, &Subject::new(*kind), lang);
        }
    }
    out
}

fn anchor(class: Class) -> String {
    class.name(Lang::En).to_lowercase().replace(' ', "-")
}

/// Heading, and what is known of it.
fn entry(row: &Row, lang: Lang) -> String {
    let labels = words::labels(lang);
    let mut out = format!(
        "### {title} {{#{code}}}\n\n`{code}` · {class} · {status} · [{source}]({url})",
        title = angle_brackets(row.title.get(lang)),
        code = row.code,
        class = row.class.name(lang),
        status = table::status(row.status, lang),
        source = labels.source,
        url = row.source,
    );
    if let Some(name) = row.validator {
        let _ = write!(out, " · {}: {name}", labels.ram_name);
    }
    out + "\n\n"
}

fn fires(row: &Row, case: &Case, lang: Lang) -> String {
    let (text, _) = case.document();
    fired(row, &text, &case.subject(), lang)
}

/// What is said of a document, in the page's language first, and the document with the places marked.
fn fired(row: &Row, text: &str, subject: &Subject<'_>, lang: Lang) -> String {
    let mut findings = check(text, &read(text, subject.kind), subject);
    findings.retain(|finding| finding.code() == row.code);
    let Some(first) = findings.first() else { return String::new() };
    let other = if lang == Lang::En { Lang::Zh } else { Lang::En };
    let said = |lang: Lang| {
        let (message, help) = (first.message(lang), first.help(lang));
        angle_brackets(&if help.is_empty() { message } else { format!("{message} – {help}") })
    };
    let spans: Vec<_> = findings.iter().map(|finding| finding.span).collect();
    format!("> {}\n>\n> {}\n\n", said(lang), said(other))
        + &listing(words::labels(lang).example_fires, text, &spans, lang)
}

fn listing(title: &str, text: &str, spans: &[ramplay_text::Span], lang: Lang) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    // A blank line would end the HTML.
    let html =
        marked(text.trim_start_matches('\u{feff}'), if text.starts_with('\u{feff}') { &[] } else { spans });
    let html: Vec<&str> = html.lines().filter(|line| !line.trim().is_empty()).collect();
    format!(
        "<details class=\"case\" lang=\"{}\"><summary>{title}</summary>\n<pre tabindex=\"0\"><code>{}</code></pre>\n</details>\n\n",
        lang.tag(),
        html.join("\n")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_of_the_reader_is_shown() {
        let without = ["json-too-long", "json-too-deep", "too-many-statements", "over-length"];
        let known: Vec<&str> = cases().map(|shown| shown.row.code).collect();
        for row in rows().filter(|row| !known.contains(&row.code)) {
            let shown = READER.iter().find(|(code, ..)| *code == row.code);
            match shown {
                Some((_, kind, text)) => {
                    let findings = check(text, &read(text, *kind), &Subject::new(*kind));
                    let codes: Vec<_> = findings.iter().map(ramplay_findings::Finding::code).collect();
                    assert!(codes.contains(&row.code), "{} is not found, but {codes:?}", row.code);
                }
                None => assert!(without.contains(&row.code), "{} has no document", row.code),
            }
        }
    }
}
