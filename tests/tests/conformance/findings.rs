//! Findings on policies that people published; see `corpus.rs`.

use std::collections::BTreeMap;
use std::path::Path;

use ramplay_findings::{Class, Subject, check, rows};
use ramplay_policy::{PolicyKind, read};
use serde_json::Value;

/// The published policies, or nothing where they are not at hand.
fn published() -> Option<Vec<Value>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus/policies.jsonl");
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!("skipped: {} is not here", file.display());
        return None;
    };
    Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

fn kind_of(document: &Value) -> PolicyKind {
    match document["kind"].as_str().unwrap() {
        "trust" => PolicyKind::Trust,
        "bucket" => PolicyKind::Resource,
        "session" => PolicyKind::Session,
        "control" => PolicyKind::Control,
        _ => PolicyKind::Identity,
    }
}

/// How many documents a code is found in. To look at the places of one: `FINDINGS_OF=<code>`, with `--nocapture`.
#[test]
fn published_policies_have_findings() {
    let Some(documents) = published() else { return };
    let shown = std::env::var("FINDINGS_OF").unwrap_or_default();
    let mut counts: BTreeMap<(Class, &str), u32> = BTreeMap::new();
    let (mut clean, mut bytes) = (0, 0);
    for document in &documents {
        let kind = kind_of(document);
        let text = document["policy"].to_string();
        let reading = read(&text, kind);
        let findings = check(&text, &reading, &Subject::new(kind));
        bytes += text.len();
        clean += u32::from(findings.is_empty());
        let mut codes: Vec<_> = findings.iter().map(|finding| (finding.class(), finding.code())).collect();
        codes.sort_unstable();
        codes.dedup();
        for code in codes {
            *counts.entry(code).or_default() += 1;
        }
        for finding in findings.iter().filter(|finding| finding.code() == shown) {
            let statement = finding.statement.unwrap_or_default();
            let source = &document["policy"]["Statement"][statement];
            let from = &document["source"];
            println!("{} {kind:?} {from} {}: {source:.600}", document["id"], finding.span.of(&text));
        }
    }
    println!("{} documents, {bytes} bytes, {clean} without a finding", documents.len());
    for ((class, code), count) in &counts {
        println!("{count:5} {class:?} {code}");
    }
    let silent: Vec<_> =
        rows().map(|row| row.code).filter(|code| !counts.keys().any(|(_, found)| found == code)).collect();
    println!("in no document: {}", silent.join(", "));
}

/// A document attached as something else than it was written for has findings, and is still checked.
#[test]
fn every_kind_is_checked() {
    let Some(documents) = published() else { return };
    for document in &documents {
        let text = document["policy"].to_string();
        for kind in [PolicyKind::Identity, PolicyKind::Trust, PolicyKind::Resource] {
            let subject = Subject { kind, account: Some("1234567890123456") };
            for finding in check(&text, &read(&text, kind), &subject) {
                assert!(!finding.span.of(&text).is_empty() || finding.span.is_empty());
            }
        }
    }
}
