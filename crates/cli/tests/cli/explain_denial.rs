//! `ramplay explain-denial`.

use serde_json::Value;

use crate::call::{ramplay, stderr, stdout};

const POLICY: &str = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:Get*",
    "Resource": "acs:log:*:*:project/web/*"}]}"#;
const DENIED: &str = "2026-03-16 [warn]: LogException: denied by sts or ram, action: log:ListShards, \
    resource: acs:log:cn-hangzhou:1000000000000001:project/web/logstore/access\n";

fn call(policy: &str, more: &[&str], denial: &str) -> std::process::Output {
    let name = format!("ramplay-denial-{}-{:?}.json", std::process::id(), std::thread::current().id());
    let path = std::env::temp_dir().join(name);
    std::fs::write(&path, policy).unwrap();
    let output =
        ramplay(&[&["explain-denial", "--policy", path.to_str().unwrap()][..], more].concat(), denial);
    std::fs::remove_file(path).unwrap();
    output
}

#[test]
fn a_line_of_a_log_is_explained_and_repaired() {
    let output = call(POLICY, &["--format", "json"], DENIED);
    let answer: Value = serde_json::from_str(stdout(&output, 0)).unwrap();
    let denial = &answer["denials"][0];
    assert_eq!(denial["explained"], "explained");
    assert_eq!(denial["request"]["action"], "log:ListShards");
    assert_eq!(denial["repairs"]["repairs"][0]["exact"], true);
    for (lang, word) in
        [("en", "these policies explain the denial: implicit deny"), ("zh", "这些策略可以解释该拒绝")]
    {
        let output = call(POLICY, &["--lang", lang], DENIED);
        assert!(stdout(&output, 0).contains(word));
    }
}

#[test]
fn what_policies_allow_is_not_explained() {
    let all = POLICY.replace("log:Get*", "log:*");
    let output = call(&all, &["--format", "json"], DENIED);
    let answer: Value = serde_json::from_str(stdout(&output, 1)).unwrap();
    assert_eq!(answer["denials"][0]["explained"], "not-explained");
    assert!(answer["denials"][0]["repairs"].is_null());
}

#[test]
fn the_kind_of_a_report_is_compared() {
    let report = r#"{"AccessDeniedDetail": {"AuthAction": "log:ListShards", "AuthPrincipalType": "SubUser",
        "AuthPrincipalOwnerId": "1000000000000001", "AuthPrincipalDisplayName": "2000", "NoPermissionType": "ExplicitDeny",
        "PolicyType": "ControlPolicy"}}"#;
    let output = call(POLICY, &["--format", "json", "--resource", "*"], report);
    let answer: Value = serde_json::from_str(stdout(&output, 1)).unwrap();
    assert_eq!(answer["denials"][0]["explained"], "other-reason");
    let output = call(POLICY, &[], report);
    assert!(stderr(&output).contains("the denied resource is not named"));
    assert_eq!(stdout(&output, 2), "");
}

#[test]
fn what_is_no_denial_is_refused() {
    let output = call(POLICY, &[], "all is well");
    assert!(stderr(&output).contains("standard input:1:1: no denied action is named"), "{}", stderr(&output));
    assert_eq!(stdout(&output, 2), "");
}
