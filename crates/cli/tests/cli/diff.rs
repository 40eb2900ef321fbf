//! `ramplay diff`.

use std::path::PathBuf;

use serde_json::Value;

use crate::call::{ramplay, stderr, stdout};

const READ: &str = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": ["log:Get*", "log:List*"],
    "Resource": "acs:log:*:*:project/web/logstore/access"}]}"#;

/// A file with this text, for one test.
struct Temporary(PathBuf);

impl Temporary {
    fn new(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("ramplay-diff-{}-{name}", std::process::id()));
        std::fs::write(&path, text).unwrap();
        Temporary(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        drop(std::fs::remove_file(&self.0));
    }
}

/// The answer as JSON, the second side from standard input.
fn json(name: &str, before: &str, after: &str, more: &[&str], status: i32) -> Value {
    let file = Temporary::new(name, before);
    let args = [&["diff", "--format", "json", file.path(), "-"], more].concat();
    serde_json::from_str(stdout(&ramplay(&args, after), status)).unwrap()
}

#[test]
fn a_policy_that_is_cut_otherwise_is_equivalent() {
    let cut = r#"{"Version": "1", "Statement": [
        {"Effect": "Allow", "Action": "log:list**", "Resource": ["acs:log:*:*:project/web/logstore/access"]},
        {"Effect": "Allow", "Action": "LOG:get*", "Resource": "acs:log:*:*:project/web/logstore/access"}]}"#;
    let answer = json("cut", READ, cut, &[], 0);
    assert_eq!(answer["relation"], "equivalent");
    assert_eq!(answer["changes"].as_array().unwrap().len(), 0);
}

#[test]
fn new_access_is_shown_by_a_request() {
    let answer = json("wider", READ, &READ.replace("log:List*", "log:*"), &[], 1);
    assert_eq!(answer["relation"], "wider");
    assert_eq!(answer["changes"][0]["from"], "implicit_deny");
    assert_eq!(answer["changes"][0]["real"], true);
    assert_eq!(answer["changes"][0]["shortest"]["action"], "log:a");
    let group = &answer["groups"][0];
    assert_eq!(group["after"][0]["statement"], 0);
    assert_eq!(group["resources"], "`acs:log:*:*:project/web/logstore/access`");
    assert!(group["counts"][0].as_str().unwrap().ends_with(" of 111 known `log` actions"), "{group}");
}

#[test]
fn what_fails_can_be_chosen() {
    let narrower = READ.replace("log:List*", "log:ListShards");
    assert_eq!(json("any", READ, &narrower, &[], 1)["relation"], "narrower");
    json("new", READ, &narrower, &["--fail-on", "new-access"], 0);
    json("lost", READ, &narrower, &["--fail-on", "lost-access"], 1);
    json("turned", &narrower, READ, &["--fail-on", "new-access"], 1);
}

#[test]
fn what_is_not_decided_is_a_status_of_its_own() {
    let with = |operator: &str| {
        format!(
            r#"{{"Version": "1", "Statement": [{{"Effect": "Allow", "Action": "*", "Resource": "*",
                "Condition": {{"{operator}": {{"k": "1"}}}}}}]}}"#
        )
    };
    let file = Temporary::new("mixed", &with("NumericEquals"));
    let output = ramplay(&["diff", file.path(), "-"], &with("StringEquals"));
    assert!(stdout(&output, 2).contains("not decided: there can be more changes"));
    assert!(stderr(&output).contains("operators of different types compare `k`"));
    let output = ramplay(&["diff", "--budget", "10", file.path(), "-"], READ);
    assert!(stdout(&output, 2).contains("the budget of steps is spent"));
}

#[test]
fn cases_have_all_layers() {
    let case = |control: &str| {
        format!(
            r#"{{"policies": [
                {{"layer": "identity", "policy": {READ}}},
                {{"layer": "control", "attached_to": "Root", "name": "guardrail", "policy": {control}}}],
              "request": {{"principal": "acs:ram::1:user/alice", "principal_type": "ram_user",
                "principal_account": "1", "action": "x:Y", "resource": "*", "resource_account": "1",
                "rd_path": ["Root"]}}}}"#
        )
    };
    let full = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}"#;
    let less = full.replace("]}", r#", {"Effect": "Deny", "Action": "log:GetLogStore", "Resource": "*"}]}"#);
    let answer = json("case", &case(full), &case(&less), &[], 1);
    assert_eq!(answer["relation"], "narrower");
    let lost = answer["groups"].as_array().unwrap().iter().find(|group| group["from"] == "allow").unwrap();
    assert_eq!(lost["after"][0]["document"], "guardrail");
    assert_eq!(lost["known"], serde_json::json!(["log:GetLogStore"]));
}

#[test]
fn text_and_markdown_are_for_people() {
    let file = Temporary::new("people", READ);
    let after = READ.replace("log:List*", "log:*");
    for (format, lang, words) in [
        ("text", "en", ["wider: requests are newly allowed", "+ newly allowed"]),
        ("text", "zh", ["更宽", "+ 新被允许"]),
        ("markdown", "en", ["### `", "- `+` **newly allowed**"]),
        ("markdown", "zh", ["### `", "- `+` **新被允许**"]),
    ] {
        let output = ramplay(&["diff", "--format", format, "--lang", lang, file.path(), "-"], &after);
        let text = stdout(&output, 1);
        for word in words {
            assert!(text.contains(word), "{word}\n{text}");
        }
        assert!(!text.contains('\u{1b}'), "no colours where there is no terminal");
    }
}

#[test]
fn trust_policies_are_compared_for_every_principal() {
    let trust = |account: &str| {
        format!(
            r#"{{"Version": "1", "Statement": [{{"Effect": "Allow", "Action": "sts:AssumeRole",
                "Principal": {{"Service": ["{account}@log.aliyuncs.com"]}}}}]}}"#
        )
    };
    let answer = json("trust", &trust("1"), &trust("2"), &["--kind", "trust"], 1);
    assert_eq!(answer["relation"], "incomparable");
    assert_eq!(answer["changes"][0]["witness"]["principal"], "log.aliyuncs.com");
}

#[test]
fn what_is_no_policy_is_refused() {
    let file = Temporary::new("bad", "{}");
    let output = ramplay(&["diff", file.path(), "-"], READ);
    assert_eq!(stdout(&output, 2), "");
    assert!(stderr(&output).contains("cannot read"), "{}", stderr(&output));
}
