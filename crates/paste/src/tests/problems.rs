use super::*;
use crate::limits;

/// The only problem of a text, with what it underlines.
fn problem(text: &str) -> (&'static str, &str) {
    let found = sound(text);
    assert!(found.documents.is_empty(), "{text}\n{found:#?}");
    let [problem] = found.problems.as_slice() else { panic!("{text}\n{found:#?}") };
    (problem.what.code(), problem.span.of(text))
}

#[test]
fn defects_are_named_at_their_place() {
    for (text, code, under) in [
        ("", "empty", ""),
        (" \u{FEFF}\n", "empty", " \u{FEFF}\n"),
        ("hello", "no-policy", "hello"),
        ("{\"a\": 1}", "no-policy", "{\"a\": 1}"),
        (
            "{\"Statement\": [{\"Effect\": \"Allow\", \"Action\": [\"a:b\" // why ], \"Resource\": \"*\"}]}",
            "comment-swallows",
            "// why ], \"Resource\": \"*\"}]}",
        ),
        ("{\"Version\": \"1\", \"Statement\": [{\"Principal\": {\"RAM\"}}]}", "missing-value", "\"RAM\""),
        (
            "{\"Version\": \"1\", \"Statement\": [{\"Effect\": , \"Action\": 1}]}",
            "missing-value",
            "\"Effect\":",
        ),
        ("{\"Version\": \"1\", \"Statement\": [...]}", "ellipsis", "..."),
        ("{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", …}]}", "ellipsis", "…"),
        (
            "{\"Version\": \"1\", \"Statement\": [%{ if x }{\"Effect\": \"Allow\"}%{ endif }]}",
            "template-structure",
            "%{ if x }{\"Effect\": \"Allow\"}%{ endif }",
        ),
        ("{\"Version\": \"1\", %{ if x } \"Statement\": []}", "template-structure", "%{ if x }"),
        (
            "{\"Version\": \"1\", \"Statement\": [{${var.effect}, \"Action\": 1}]}",
            "template-structure",
            "${var.effect}",
        ),
        (
            "{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow, \"Action\": 1}]}",
            "missing-value",
            "Action",
        ),
        (
            "{\"Version\": \"1\",\n\"Statement\": [{\"Effect\": \"Allow,\n\"Action\": 1}]}",
            "unterminated-string",
            "\"Allow,",
        ),
        ("{\"Version\": \"1\", \"Statement\": [{\"Resource\": \"a\\d\"}]}", "bad-escape", "\\d"),
        ("{\"Version\": \"1\", \"Statement\": [{\"Resource\": \"a\\ud800\"}]}", "bad-escape", "\\ud800"),
        ("{\"Version\": \"1\", \"Statement\": [{ ]}", "unclosed", "{"),
        ("{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\",", "truncated", ","),
        ("{\"Version\": \"1\", \"Statement\":", "truncated", ":"),
        ("{\"Version\": \"1\", /* \"Statement\": []}", "unterminated-comment", "/* \"Statement\": []}"),
        (
            "{\"Version\": \"1\", \"Statement\": [{\"Resource\": ${var.x, \"a\": 1]",
            "unclosed-expression",
            "${var.x, \"a\": 1]",
        ),
        ("{\"Version\": \"1\", \"Statement\": ${var.x}}", "template-structure", "${var.x}"),
        (
            "{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Deny\", \"Condition\": {\"Bool\": ${x}}}]}",
            "template-structure",
            "${x}",
        ),
        ("{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", {\"a\": \"b\"}}]}", "not-a-key", "{"),
    ] {
        assert_eq!(problem(text), (code, under), "{text}");
    }
}

#[test]
fn a_broken_statement_takes_the_others_with_it() {
    let good = "{\"Effect\": \"Allow\", \"Action\": \"a:*\", \"Resource\": \"*\"}";
    for bad in ["{\"Effect\": \"Deny\", \"Action\": [...]}", "{\"Effect\": \"Deny\", \"Action\"}"] {
        for text in [
            format!("{good}, {bad}"),
            format!("{bad}\n{good}"),
            format!("[{good}, {bad}]"),
            format!("{{\"Version\": \"1\", \"Statement\": [{good}, {bad}]}}"),
            format!("see:\n{{\"Version\": \"1\", \"Statement\": [{good}, {bad}, {good}]}}"),
        ] {
            let found = sound(&text);
            assert!(found.documents.is_empty(), "{text}\n{found:#?}");
            assert!(!found.problems.is_empty());
        }
    }
}

#[test]
fn limits_are_named() {
    let long = " ".repeat(limits::PASTE_BYTES + 1);
    assert_eq!(problem(&long).0, "paste-too-long");
    let statement = "{\"Effect\": \"Allow\", \"Action\": \"a:b\", \"Resource\": \"*\"},".repeat(2_000);
    let document = format!("{{\"Version\": \"1\", \"Statement\": [{statement}]}}");
    assert_eq!(problem(&document).0, "document-too-long");
    let deep = format!("{{\"Version\": \"1\", \"Statement\": {}{}}}", "[".repeat(40), "]".repeat(40));
    assert_eq!(problem(&deep).0, "too-deep");
    let many = format!("[{}]", vec![policy().to_string(); limits::DOCUMENTS + 1].join(","));
    let found = sound(&many);
    assert_eq!(found.documents.len(), limits::DOCUMENTS);
    assert_eq!(found.problems[0].what.code(), "too-many-documents");
}
