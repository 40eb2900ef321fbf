//! `ramplay repair`.

use serde_json::Value;

use crate::call::{ramplay, stderr, stdout};

const POLICY: &str = r#"{
  "Version": "1",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "log:Get*",
      "Resource": "acs:log:*:*:project/web/*"
    }
  ]
}
"#;

const SHARDS: [&str; 4] = [
    "--action",
    "log:ListShards",
    "--resource",
    "acs:log:cn-hangzhou:1000000000000001:project/web/logstore/access",
];

fn call(more: &[&str], input: &str) -> std::process::Output {
    ramplay(&[&["repair", "-"][..], &SHARDS, more].concat(), input)
}

#[test]
fn repairs_come_with_what_else_they_allow() {
    let answer: Value = serde_json::from_str(stdout(&call(&["--format", "json"], POLICY), 1)).unwrap();
    assert_eq!(answer["before"], "implicit_deny");
    let first = &answer["repairs"][0];
    assert_eq!(first["steps"][0]["code"], "add-statement");
    assert_eq!(first["exact"], true);
    assert_eq!(first["beyond"]["groups"].as_array().unwrap().len(), 0);
    let second = &answer["repairs"][1];
    assert_eq!(second["steps"][0]["code"], "add-entry");
    assert_eq!(second["exact"], false);
    assert_eq!(second["beyond"]["groups"][0]["known"], serde_json::json!(["log:ListShards"]));
    let edit = &second["documents"][0]["edit"];
    assert_eq!(edit["text"], r#"["log:Get*", "log:ListShards"]"#);
}

#[test]
fn a_repair_can_be_applied() {
    let repaired = stdout(&call(&["--apply", "2"], POLICY), 0).to_owned();
    assert_eq!(repaired, POLICY.replace("\"log:Get*\"", r#"["log:Get*", "log:ListShards"]"#));
    assert!(stdout(&call(&[], &repaired), 0).contains("nothing has to be changed"));
    assert!(stderr(&call(&["--apply", "99"], POLICY)).contains("repairs"));
}

#[test]
fn text_is_for_people_in_both_languages() {
    for (lang, words) in [
        (
            "en",
            ["nothing else is newly allowed: proven", "2. add `log:ListShards` to `Action` of statement 1"],
        ),
        ("zh", ["已证明没有新增允许其他请求", "2. 在第 1 条语句的 `Action` 中添加 `log:ListShards`"]),
    ] {
        let output = call(&["--lang", lang, "--no-system"], POLICY);
        let text = stdout(&output, 1);
        for word in words {
            assert!(text.contains(word), "{text}");
        }
    }
}

#[test]
fn what_is_not_decided_is_said() {
    let output = call(&["--budget", "5", "--format", "json"], POLICY);
    let answer: Value = serde_json::from_str(stdout(&output, 1)).unwrap();
    assert_eq!(answer["repairs"][0]["decided"], false);
    assert_eq!(answer["repairs"][0]["exact"], false);
}

#[test]
fn an_allowed_request_is_denied_by_the_least() {
    let output = ramplay(
        &[
            "repair",
            "-",
            "--to",
            "deny",
            "--format",
            "json",
            "--action",
            "log:GetLogStore",
            "--resource",
            "acs:log:cn-hangzhou:1000000000000001:project/web/logstore/access",
        ],
        POLICY,
    );
    let answer: Value = serde_json::from_str(stdout(&output, 1)).unwrap();
    assert_eq!(answer["repairs"][0]["steps"][0]["code"], "add-statement");
    assert_eq!(answer["repairs"][0]["exact"], true);
}

#[test]
fn a_request_has_to_be_said() {
    assert!(stderr(&ramplay(&["repair", "-"], POLICY)).contains("`--action` and `--resource`"));
}
