//! `ramplay dead`.

use serde_json::Value;

use crate::call::{ramplay, stdout};

const POLICY: &str = r#"{"Version": "1", "Statement": [
    {"Effect": "Allow", "Action": ["log:Get*", "log:GetLogStore"], "Resource": "*"},
    {"Effect": "Allow", "Action": "log:GetIndex", "Resource": "acs:log:*:*:project/web/*"}]}"#;

#[test]
fn parts_are_listed_at_their_places() {
    let text = stdout(&ramplay(&["dead", "-"], POLICY), 1).to_owned();
    assert_eq!(
        text,
        "standard input:2:48: \"log:GetLogStore\" changes no answer\nstandard input:3:5: statement 2 changes no answer\n"
    );
    let zh = ramplay(&["dead", "-", "--lang", "zh"], POLICY);
    assert!(stdout(&zh, 1).contains("第 2 条语句不影响任何结果"));
}

#[test]
fn the_fixed_text_has_nothing_dead() {
    let fixed = stdout(&ramplay(&["dead", "-", "--fix"], POLICY), 0).to_owned();
    assert_eq!(
        fixed,
        "{\"Version\": \"1\", \"Statement\": [\n    {\"Effect\": \"Allow\", \"Action\": [\"log:Get*\"], \"Resource\": \"*\"}]}"
    );
    let output = ramplay(&["dead", "-", "--format", "json"], &fixed);
    let answer: Value = serde_json::from_str(stdout(&output, 0)).unwrap();
    assert_eq!(answer["parts"], serde_json::json!([]));
}

#[test]
fn what_is_not_decided_is_a_status_of_its_own() {
    stdout(&ramplay(&["dead", "-", "--budget", "3"], POLICY), 2);
}

#[test]
fn circumstances_of_a_case_are_one_example_and_those_of_the_call_are_meant() {
    let case = r#"{"policies": [{"layer": "identity", "scope": "account", "policy": {"Version": "1", "Statement": [
        {"Effect": "Allow", "Action": "log:Get*", "Resource": "*", "Condition": {"Bool": {"acs:SecureTransport": "true"}}}]}}],
        "request": {"principal": "acs:ram::1000000000000001:user/alice", "principal_type": "ram_user",
        "principal_account": "1000000000000001", "action": "log:GetIndex", "resource": "acs:log:*:1000000000000001:project/web",
        "resource_account": "1000000000000001", "context": {"acs:SecureTransport": "true"}, "time": "2026-01-01T00:00:00Z"}}"#;
    stdout(&ramplay(&["dead", "-"], case), 0);
    stdout(&ramplay(&["dead", "-", "--context", "acs:SecureTransport=true"], case), 1);
}
