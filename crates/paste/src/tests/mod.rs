//! What is recognised, by form; laws for arbitrary text.

mod alikes;
mod problems;
mod properties;
mod repairs;
mod wrappers;

use ramplay_text::json;
use serde_json::{Value, json};

use crate::{Document, Recognition, recognise};

/// A policy of one statement.
fn policy() -> Value {
    json!({"Version": "1", "Statement": [{"Effect": "Allow", "Action": ["log:Get*"], "Resource": "*"}]})
}

/// A trust policy.
fn trust() -> Value {
    json!({"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"Service": ["ecs.aliyuncs.com"]}}]})
}

/// What is recognised, after a look at what holds for every answer.
fn sound(text: &str) -> Recognition {
    let found = recognise(text);
    let inside = |span: ramplay_text::Span| {
        let range = span.start as usize..span.end as usize;
        assert!(text.get(range).is_some(), "{span:?} lies in {text:?}");
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
        let duplicate =
            |problem: &json::Problem| matches!(problem.kind, json::ProblemKind::DuplicateKey { .. });
        assert!(strict.problems.iter().all(duplicate), "{:?} in {}", strict.problems, document.text);
        assert!(serde_json::from_str::<serde::de::IgnoredAny>(&document.text).is_ok());
        let again = recognise(&document.text);
        let same = again.as_pasted().unwrap_or_else(|| panic!("not stable: {} {again:#?}", document.text));
        assert_eq!(same.text, document.text, "an offer is left alone");
    }
    assert!(
        !found.documents.is_empty()
            || !found.look_alikes.is_empty()
            || !found.listed.is_empty()
            || !found.problems.is_empty(),
        "there is always an answer"
    );
    found
}

/// The only document of a text.
fn only(text: &str) -> Document {
    let found = sound(text);
    assert!(found.problems.is_empty(), "{text}\n{found:#?}");
    match <[Document; 1]>::try_from(found.documents) {
        Ok([document]) => document,
        Err(documents) => panic!("{} documents in {text}\n{documents:#?}", documents.len()),
    }
}

fn value(document: &Document) -> Value {
    serde_json::from_str(&document.text).unwrap()
}

fn repairs(document: &Document) -> Vec<&'static str> {
    document.repairs.iter().map(|repair| repair.kind.code()).collect()
}

fn wrappers(document: &Document) -> Vec<&'static str> {
    document.wrappers.iter().map(|wrapper| wrapper.what.code()).collect()
}
