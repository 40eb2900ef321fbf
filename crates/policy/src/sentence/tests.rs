use std::fmt::Write as _;

use ramplay_text::Lang;

use super::*;
use crate::model::PolicyKind;

/// Every message and help text for a document full of mistakes, in both languages, as a table.
#[test]
fn messages_read_well() {
    let documents = [
        (PolicyKind::Identity, "\u{FEFF}{'Version': 2, // x\n \"Statment\": [], }"),
        (
            PolicyKind::Identity,
            r#"{"Version": "2012-10-17", "Version": "1", "Statement": {"Sid": "x", "Effect": "allow", "Action": 1,
                "NotAction": ["a"], "NotResource": "*", "Principal": "*", "Condition": {
                "StringEqual": {"a": "b"}, "BoolIfExists": {"c": "d"}, "Bool": {"e": "yes"}, "IpAddress": {"f": ["10.1.1.1/8", "x", {}]},
                "NumericEquals": {"g": 5}, "DateLessThan": {"h": "tomorrow"}, "StringLike": {"i": []}}}}"#,
        ),
        (
            PolicyKind::Trust,
            r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*",
            "Principal": {"RAM": ["1234567890123456"], "AWS": "x"}}, {"Effect": "Allow", "Action": []}]}"#,
        ),
        (PolicyKind::Identity, "[1"),
        (PolicyKind::Identity, ""),
    ];
    let mut table = String::new();
    for (kind, text) in documents {
        for diagnostic in crate::read(text, kind).diagnostics {
            let under = diagnostic.span.of(text).chars().take(30).collect::<String>().replace('\n', "⏎");
            for lang in Lang::ALL {
                let (message, help) = (problem(&diagnostic.problem, lang), help(&diagnostic.problem, lang));
                assert!(!message.ends_with('.') && !help.ends_with('.'), "no full stop: {message} / {help}");
                writeln!(table, "{} {under:?} {message} | {help}", diagnostic.code()).unwrap();
            }
        }
    }
    insta::assert_snapshot!(table);
}
