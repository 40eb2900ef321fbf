use ramplay_policy::{PolicyKind, read};

use super::*;

fn values(condition: &str, rules: KeyRules) -> Vec<Option<Vec<String>>> {
    let text = format!(
        r#"{{"Version": "1", "Statement": [{{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {condition}}}]}}"#
    );
    let reading = read(&text, PolicyKind::Identity);
    assert!(reading.is_usable(), "{:?}", reading.diagnostics);
    let clauses: Vec<&Clause> = reading.policy.statements[0].conditions.iter().collect();
    let found = classes(&clauses, rules, &Budget::default());
    found.map_err(|_| ()).unwrap().into_iter().map(|class| class.values).collect()
}

const ONE: KeyRules = KeyRules { always: true, several: false };

fn one(condition: &str) -> Vec<String> {
    values(condition, ONE).into_iter().map(|values| values.unwrap().concat()).collect()
}

#[test]
fn each_type_has_its_classes() {
    assert_eq!(one(r#"{"Bool": {"k": "true"}}"#), ["true", "false"]);
    assert_eq!(one(r#"{"NumericLessThan": {"k": "10"}, "NumericEquals": {"k": "3"}}"#), ["0", "3", "10"]);
    assert_eq!(
        one(r#"{"DateLessThan": {"k": "2026-01-01T00:00:00+08:00"}}"#),
        ["2025-12-31T15:59:59Z", "2025-12-31T16:00:00Z"]
    );
    assert_eq!(one(r#"{"StringLike": {"k": "a*"}, "StringNotEquals": {"k": "ab"}}"#), ["", "a", "ab"]);
    assert_eq!(
        one(r#"{"IpAddress": {"k": "10.0.0.0/8"}, "NotIpAddress": {"k": ["10.1.0.0/16", "::/0"]}}"#),
        ["203.0.113.7", "10.0.0.1", "2001:db8::1", "10.1.0.0"]
    );
    assert_eq!(one(r#"{"IpAddress": {"k": ["0.0.0.0/0", "::/0"]}}"#).len(), 1, "every address is in it");
}

#[test]
fn letters_beside_their_case() {
    let classes = one(r#"{"StringEqualsIgnoreCase": {"k": "k"}, "StringNotEquals": {"k": ["k", "K"]}}"#);
    assert_eq!(classes, ["", "K", "\u{212A}"]);
    assert_eq!(one(r#"{"Bool": {"k": "true"}, "StringEquals": {"k": "True"}}"#), ["true", "True", "false"]);
}

#[test]
fn absent_and_several() {
    let rules = KeyRules { always: false, several: true };
    let found =
        values(r#"{"ForAnyValue:StringEquals": {"k": "a"}, "ForAllValues:StringEquals": {"k": "a"}}"#, rules);
    let list = |values: &[&str]| Some(values.iter().map(|&value| value.to_owned()).collect::<Vec<_>>());
    assert_eq!(found, [None, list(&[""]), list(&["a"]), list(&["", "a"])]);
}

#[test]
fn what_cannot_be_classed_is_said() {
    let text = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*",
        "Condition": {"NumericEquals": {"k": "1"}, "StringLike": {"k": "1*"}}}]}"#;
    let policy = read(text, PolicyKind::Identity).policy;
    let clauses: Vec<&Clause> = policy.statements[0].conditions.iter().collect();
    let found = classes(&clauses, ONE, &Budget::default());
    assert!(matches!(found, Err(Unclassed::Obstacle(Obstacle::MixedTypes { .. }))));
}
