//! Policies that people published. They are not part of the project: where they are not at hand, these
//! tests say so and pass.

use std::collections::BTreeMap;
use std::path::Path;

use ramplay_policy::{Diagnostic, PolicyKind, Reading, read};
use serde_json::Value;

use crate::reading::assert_well_formed;

/// The lines of a file of the corpus.
fn corpus(name: &str) -> Option<Vec<Value>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus").join(name);
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!("skipped: {} is not here", file.display());
        return None;
    };
    Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

/// Counts documents and codes.
#[derive(Default)]
struct Count {
    clean: u32,
    warned: u32,
    erroneous: u32,
    codes: BTreeMap<&'static str, u32>,
}

impl Count {
    fn add(&mut self, reading: &Reading) {
        match (reading.is_usable(), reading.diagnostics.is_empty()) {
            (true, true) => self.clean += 1,
            (true, false) => self.warned += 1,
            (false, _) => self.erroneous += 1,
        }
        let mut codes: Vec<_> = reading.diagnostics.iter().map(Diagnostic::code).collect();
        codes.sort_unstable();
        codes.dedup();
        for code in codes {
            *self.codes.entry(code).or_default() += 1;
        }
    }

    fn print(&self, what: &str) {
        println!(
            "{what}: {} clean, {} with warnings, {} with errors",
            self.clean, self.warned, self.erroneous
        );
        for (code, count) in &self.codes {
            println!("{count:5} documents with {code}");
        }
    }
}

#[test]
fn published_policies_are_read() {
    let Some(documents) = corpus("policies.jsonl") else { return };
    let mut count = Count::default();
    for document in &documents {
        let kind = match document["kind"].as_str().unwrap() {
            "trust" => PolicyKind::Trust,
            "bucket" => PolicyKind::Resource,
            "session" => PolicyKind::Session,
            "control" => PolicyKind::Control,
            _ => PolicyKind::Identity,
        };
        let text = document["policy"].to_string();
        let reading = read(&text, kind);
        assert_well_formed(&text, &reading);
        count.add(&reading);
        let codes: Vec<_> = reading.diagnostics.iter().map(Diagnostic::code).collect();
        if !codes.is_empty() {
            println!("{} ({kind:?}): {codes:?}", document["id"]);
        }
    }
    count.print("published policies");
}

#[test]
fn pasted_texts_are_clean_or_say_why_not() {
    let Some(texts) = corpus("pasted.jsonl") else { return };
    let mut count = Count::default();
    for text in &texts {
        let text = text["text"].as_str().unwrap();
        for kind in PolicyKind::ALL {
            let reading = read(text, kind);
            assert_well_formed(text, &reading);
            let json = serde_json::from_str::<Value>(text).is_ok();
            assert!(json || !reading.is_usable(), "no JSON, and no error: {text:?}");
        }
        count.add(&read(text, PolicyKind::Identity));
    }
    count.print("pasted texts");
}
