//! Texts as people paste them, and policies that are pasted as they are. They are not part of the
//! project: where they are not at hand, these tests say so and pass.

use std::fmt::Write as _;
use std::path::Path;

use ramplay_paste::{Recognition, recognise, sentence};
use ramplay_text::{Lang, Lines, json};
use serde_json::Value;

/// The lines of a file of the corpus.
fn corpus(name: &str) -> Option<Vec<Value>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus").join(name);
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!("skipped: {} is not here", file.display());
        return None;
    };
    Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

/// What has to hold for every answer.
fn assert_sound(text: &str, found: &Recognition) {
    let inside = |span: ramplay_text::Span| {
        assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?} lies in {text:?}");
    };
    found.problems.iter().for_each(|problem| inside(problem.span));
    found.look_alikes.iter().for_each(|language| inside(language.span));
    found.listed.iter().for_each(|listed| inside(listed.span));
    for document in &found.documents {
        inside(document.span);
        document.repairs.iter().for_each(|repair| inside(repair.span));
        document.wrappers.iter().for_each(|wrapper| inside(wrapper.span));
        document.placeholders.iter().for_each(|placeholder| inside(placeholder.span));
        let strict = json::read(&document.text, &json::Limits::default());
        let problems: Vec<_> =
            strict.problems.iter().filter(|problem| problem.kind.code() != "json-duplicate-key").collect();
        assert!(problems.is_empty(), "{problems:?} in what is offered for {text:?}: {}", document.text);
        serde_json::from_str::<Value>(&document.text).unwrap();
        let again = recognise(&document.text);
        let same = again.as_pasted().expect("what is offered needs no repair");
        assert_eq!(same.text, document.text);
    }
}

/// What was found, in a line for each thing.
fn summary(text: &str, found: &Recognition) -> String {
    let lines = Lines::new(text);
    let at = |span: ramplay_text::Span| {
        let (start, end) = (lines.position(span.start), lines.position(span.end));
        format!("{}:{}-{}:{}", start.line, start.column, end.line, end.column)
    };
    let mut out = String::new();
    for document in &found.documents {
        let codes = |codes: Vec<&str>| {
            let mut counted: Vec<(&str, usize)> = Vec::new();
            for code in codes {
                match counted.iter_mut().find(|(seen, _)| *seen == code) {
                    Some((_, count)) => *count += 1,
                    None => counted.push((code, 1)),
                }
            }
            counted.iter().map(|(code, count)| format!("{code}×{count}")).collect::<Vec<_>>().join(" ")
        };
        let usable = ramplay_policy::read(&document.text, document.kind).is_usable();
        writeln!(
            out,
            "  document {:?} {:?} at {}{} | from {} | repairs {} | placeholders {}{}",
            document.kind,
            document.name.as_ref().map(ramplay_paste::Name::as_str).unwrap_or_default(),
            at(document.span),
            if usable { "" } else { " (not usable)" },
            codes(document.wrappers.iter().map(|wrapper| wrapper.what.code()).collect()),
            codes(document.repairs.iter().map(|repair| repair.kind.code()).collect()),
            document.placeholders.len(),
            document
                .look_alike
                .as_ref()
                .map(|found| format!(" | remark {}", found.what.code()))
                .unwrap_or_default(),
        )
        .unwrap();
    }
    for problem in &found.problems {
        writeln!(
            out,
            "  problem {} at {} {:?}: {}",
            problem.what.code(),
            at(problem.span),
            problem.span.of(text).chars().take(40).collect::<String>(),
            sentence::problem(&problem.what, Lang::En)
        )
        .unwrap();
    }
    for language in &found.look_alikes {
        writeln!(
            out,
            "  look-alike {} at {} {:?}",
            language.what.code(),
            at(language.span),
            language.span.of(text)
        )
        .unwrap();
    }
    for listed in &found.listed {
        writeln!(out, "  listed {}", listed.what.name).unwrap();
    }
    out
}

#[test]
fn pasted_texts_are_repaired_or_say_why_not() {
    let Some(texts) = corpus("pasted.jsonl") else { return };
    let mut equal = 0;
    let mut wrong = Vec::new();
    for entry in &texts {
        let text = entry["text"].as_str().unwrap();
        let file = entry["file"].as_str().unwrap();
        let found = recognise(text);
        let wanted = entry.get("repaired").filter(|repaired| !repaired.is_null());
        let verdict = match wanted {
            Some(wanted) => {
                let offered: Vec<Value> = found
                    .documents
                    .iter()
                    .map(|document| serde_json::from_str(&document.text).unwrap())
                    .collect();
                if offered.len() == 1 && offered[0] == *wanted {
                    equal += 1;
                    "equal"
                } else {
                    wrong.push(file.to_owned());
                    "DIFFERENT"
                }
            }
            None => {
                let nothing =
                    found.documents.is_empty() && found.look_alikes.is_empty() && found.problems.is_empty();
                if nothing {
                    wrong.push(file.to_owned());
                }
                "read"
            }
        };
        print!("{file}: {verdict}\n{}", summary(text, &found));
        assert_sound(text, &found);
    }
    println!("{equal} equal, {} wrong of {}", wrong.len(), texts.len());
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn published_policies_are_left_alone() {
    let Some(documents) = corpus("policies.jsonl") else { return };
    let mut changed = Vec::new();
    for document in &documents {
        let text = serde_json::to_string_pretty(&document["policy"]).unwrap();
        let found = recognise(&text);
        assert_sound(&text, &found);
        if !found.look_alikes.is_empty()
            || found.documents.iter().any(|document| document.look_alike.is_some())
        {
            println!("{}:\n{}", document["id"], summary(&text, &found));
        } else if found.as_pasted().is_none_or(|document| document.text != text) {
            println!("{}: CHANGED\n{}", document["id"], summary(&text, &found));
            changed.push(document["id"].to_string());
        }
    }
    println!("{} policies", documents.len());
    assert_eq!(changed, Vec::<String>::new());
}
