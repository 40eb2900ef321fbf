//! `ramplay who-can`.

use serde_json::Value;

use crate::call::{ramplay, stdout};

const POLICY: &str = r#"{"Version": "1", "Statement": [
    {"Effect": "Allow", "Action": "log:*", "Resource": "acs:log:*:*:project/web/*",
     "Condition": {"IpAddress": {"acs:SourceIp": "10.0.0.0/8"}}},
    {"Effect": "Deny", "Action": "log:Delete*", "Resource": "*"},
    {"Effect": "Deny", "Action": "oss:*", "Resource": "*"}]}"#;

fn json(more: &[&str], input: &str, status: i32) -> Value {
    let output = ramplay(&[&["who-can", "-", "--format", "json"], more].concat(), input);
    serde_json::from_str(stdout(&output, status)).unwrap()
}

#[test]
fn what_is_allowed_is_listed_with_what_holds_it_back() {
    let answer = json(&[], POLICY, 0);
    let grant = &answer["lists"][0]["grants"][0];
    assert_eq!(grant["statements"][0]["resources"], "`acs:log:*:*:project/web/*`");
    assert_eq!(grant["statements"][0]["conditions"][0], "IpAddress acs:SourceIp: 10.0.0.0/8");
    let held = grant["held_back"].as_array().unwrap();
    assert!(held.iter().all(|held| held["deny"]["statement"] == 1), "{held:?}");
    let known: Vec<&str> =
        grant["known"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    assert!(known.contains(&"log:GetLogStore") && !known.contains(&"log:DeleteLogStore"));
}

#[test]
fn questions_have_a_witness_or_a_proof() {
    let no = json(&["--action", "log:DeleteLogStore"], POLICY, 0);
    assert_eq!(no["questions"][0]["answer"], "no");
    let yes = json(&["--action", "log:*Index", "--resource", "acs:log:*:*:project/web/*"], POLICY, 1);
    assert_eq!(yes["questions"][0]["answer"], "yes");
    assert!(yes["questions"][0]["examples"][0]["request"]["context"]["acs:SourceIp"].is_array());
    let undecided = ramplay(&["who-can", "-", "--action", "log:*", "--budget", "3"], POLICY);
    assert!(stdout(&undecided, 2).contains("not decided"));
}

#[test]
fn escalations_have_names() {
    let all =
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "ram:Attach*", "Resource": "*"}]}"#;
    let answer = json(&["--escalations"], all, 1);
    let of = |code: &str| {
        let questions = answer["questions"].as_array().unwrap();
        questions.iter().find(|one| one["code"] == code).unwrap()["answer"].clone()
    };
    assert_eq!(of("attach-policy"), "yes");
    assert_eq!(of("create-access-key"), "no");
}

#[test]
fn trust_policies_say_who() {
    let trust = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"Service": ["log.aliyuncs.com"]}}]}"#;
    let answer = json(&["--kind", "trust", "--action", "sts:AssumeRole"], trust, 1);
    let examples = answer["questions"][0]["examples"].as_array().unwrap();
    assert!(examples.iter().all(|one| one["request"]["principal"] == "log.aliyuncs.com"), "{examples:?}");
}

#[test]
fn a_scenario_has_consoles_and_a_project() {
    let scenario = r#"{"version": 1, "logon": "ram_user.same_account",
        "identities": {"account": "1000000000000001", "user": "alice"},
        "policies": [{"attach": "identity", "system": "AliyunStreamReadOnlyAccess"}]}"#;
    let path = std::env::temp_dir().join(format!("ramplay-who-can-{}.json", std::process::id()));
    std::fs::write(&path, scenario).unwrap();
    let output = ramplay(&["who-can", path.to_str().unwrap()], "");
    let text = stdout(&output, 0).to_owned();
    drop(std::fs::remove_file(&path));
    assert!(text.contains("user/alice") && text.contains("known `stream` actions"), "{text}");
}
