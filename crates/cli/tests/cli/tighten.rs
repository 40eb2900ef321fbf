//! `ramplay tighten`.

use serde_json::Value;

use crate::call::{ramplay, stderr, stdout};

const CALLS: &str = "# what the reader does
log:GetCursorOrData acs:log:*:*:project/web/logstore/access
log:ListShards      acs:log:*:*:project/web/logstore/access
log:ListShards      acs:log:*:*:project/web/logstore/access   # twice
";

fn file(name: &str, text: &str) -> String {
    let path = std::env::temp_dir().join(format!("ramplay-tighten-{}-{name}", std::process::id()));
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn what_is_needed_and_nothing_else() {
    let today = file(
        "today.json",
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:*", "Resource": "acs:log:*:*:project/web/*",
            "Condition": {"IpAddress": {"acs:SourceIp": ["10.0.0.0/8"]}}}]}"#,
    );
    let output = ramplay(
        &["tighten", &today, "--needs", "-", "--format", "json", "--context", "acs:SourceIp=10.1.2.3"],
        CALLS,
    );
    let answer: Value = serde_json::from_str(stdout(&output, 0)).unwrap();
    assert_eq!(answer["relation"], "narrower");
    assert_eq!(answer["denied_today"].as_array().unwrap().len(), 0);
    let policy: Value = serde_json::from_str(answer["policies"][0].as_str().unwrap()).unwrap();
    let statement = &policy["Statement"][0];
    assert_eq!(statement["Action"], serde_json::json!(["log:GetCursorOrData", "log:ListShards"]));
    assert_eq!(statement["Condition"]["IpAddress"]["acs:SourceIp"], "10.0.0.0/8");
    for (format, word) in [("text", "narrower"), ("markdown", "**narrower")] {
        let output = ramplay(&["tighten", &today, "--needs", "-", "--format", format], CALLS);
        assert!(stdout(&output, 1).contains(word), "no address: still denied");
    }
    std::fs::remove_file(today).unwrap();
}

#[test]
fn without_a_policy_it_is_a_generator() {
    let output = ramplay(&["tighten", "--needs", "-", "--policy-only"], CALLS);
    let policy: Value = serde_json::from_str(stdout(&output, 0)).unwrap();
    assert_eq!(policy["Statement"].as_array().unwrap().len(), 1);
}

#[test]
fn lines_that_are_no_calls_are_named() {
    let output = ramplay(&["tighten", "--needs", "-"], "log:A *\nlog:B web\n");
    assert_eq!(stdout(&output, 2), "");
    assert!(stderr(&output).contains("standard input:2:7: behind the action"), "{}", stderr(&output));
}
