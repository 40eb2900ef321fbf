//! `ramplay evaluate`.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::call::{ramplay, stderr, stdout};

const ACCOUNT: &str = "1000000000000001";

/// A case: this identity-based policy, and more policies.
fn case(id: &str, statements: &Value, more: &[Value], action: &str) -> String {
    let identity = json!({"layer": "identity", "policy": {"Version": "1", "Statement": statements}});
    let policies: Vec<Value> = std::iter::once(identity).chain(more.iter().cloned()).collect();
    let case = json!({"id": id, "policies": policies, "request": {
        "principal": format!("acs:ram::{ACCOUNT}:user/alice"), "principal_type": "ram_user",
        "principal_account": ACCOUNT, "principal_uid": "28877424437521", "action": action,
        "resource": format!("acs:log:cn-hangzhou:{ACCOUNT}:project/p/logstore/l"), "resource_account": ACCOUNT,
        "context": {"acs:SourceIp": "192.0.2.7"}, "rd_path": ["Root", "member"]}});
    case.to_string()
}

fn allow() -> Value {
    json!([{"Effect": "Allow", "Action": "log:Get*", "Resource": "*"}])
}

/// The answers to these lines.
fn answers(args: &[&str], lines: &[String], status: i32) -> Vec<Value> {
    let args = [&["evaluate"], args].concat();
    let output = ramplay(&args, &format!("{}\n", lines.join("\n")));
    stdout(&output, status).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn case_files() -> Vec<PathBuf> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/cases");
    let mut files: Vec<PathBuf> = tests.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/cases/ram-language.jsonl");
    if original.exists() {
        files.push(original);
    } else {
        println!("skipped: {} is not here", original.display());
    }
    files
}

#[test]
fn every_case_that_is_not_contested_turns_out_as_expected() {
    for file in case_files() {
        let output = ramplay(&["evaluate", "--test", file.to_str().unwrap()], "");
        assert_eq!(stdout(&output, 0), "", "{}", file.display());
        assert!(stderr(&output).contains(", 0 otherwise than expected"), "{}", stderr(&output));
    }
}

#[test]
fn a_case_that_turns_out_otherwise_is_shown() {
    let mut wrong: Value = serde_json::from_str(&case("wrong", &allow(), &[], "log:GetLogStore")).unwrap();
    wrong["expected"] = json!("implicit_deny");
    wrong["why"] = json!("says \"so\"");
    let found = answers(&["--test"], &[case("silent", &allow(), &[], "log:Get"), wrong.to_string()], 1);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["line"], 2);
    assert_eq!(found[0]["expected"], "implicit_deny");
    assert_eq!(found[0]["why"], "says \"so\"");
    assert_eq!(found[0]["answer"]["decision"], "allow");
}

#[test]
fn answers_come_in_order_whatever_the_number_of_threads() {
    let actions = ["log:GetLogStore", "log:DeleteLogStore"];
    let lines: Vec<String> =
        (0..3_000).map(|number| case(&number.to_string(), &allow(), &[], actions[number % 2])).collect();
    for threads in ["0", "1", "7"] {
        let found = answers(&["--threads", threads], &lines, 0);
        assert_eq!(found.len(), lines.len());
        for (number, answer) in found.iter().enumerate() {
            assert_eq!(answer["id"], number.to_string());
            assert_eq!(answer["decision"], ["allow", "implicit_deny"][number % 2]);
        }
    }
}

#[test]
fn a_bad_line_is_told_and_the_run_goes_on() {
    let bad_policy =
        case("bad-policy", &json!([{"Effect": "allow", "Action": "*", "Resource": "*"}]), &[], "a:b");
    let bad_value = json!([{"Effect": "Allow", "Action": "*", "Resource": "*",
        "Condition": {"DateLessThan": {"acs:SourceIp": "2026-01-01T00:00:00Z"}}}]);
    let lines = [
        "{".to_owned(),
        case("good", &allow(), &[], "log:GetLogStore"),
        String::new(),
        "[]".to_owned(),
        r#"{"id": "x", "colour": "red"}"#.to_owned(),
        bad_policy,
        case("bad-value", &bad_value, &[], "a:b"),
        case("no-policy", &allow(), &[json!({"layer": "session"})], "a:b"),
        "\u{FEFF}{\"id\"".to_owned(),
        format!("{{\"id\": \"{}", "[".repeat(1_000)),
        case("last", &allow(), &[], "log:GetLogStore"),
    ];
    let found = answers(&[], &lines, 1);
    let seen: Vec<(Option<u64>, Option<&str>, Option<&str>)> = found
        .iter()
        .map(|answer| (answer["line"].as_u64(), answer["id"].as_str(), answer["error"]["code"].as_str()))
        .collect();
    assert_eq!(
        seen,
        [
            (Some(1), None, Some("bad-case")),
            (None, Some("good"), None),
            (Some(4), None, Some("bad-case")),
            (Some(5), None, Some("bad-case")),
            (None, Some("bad-policy"), Some("bad-effect")),
            (None, Some("bad-value"), Some("bad-request-value")),
            (None, Some("no-policy"), Some("bad-case")),
            (Some(9), None, Some("bad-case")),
            (Some(10), None, Some("bad-case")),
            (None, Some("last"), None),
        ]
    );
    assert_eq!(found[4]["error"]["policy"], 0);
    assert_eq!(found[4]["error"]["line"], 1);
}

#[test]
fn documents_nested_too_deep_do_not_end_the_run() {
    for depth in [33, 100, 5_000, 100_000] {
        let deep = format!(
            r#"{{"id": "deep", "policies": [{{"layer": "identity", "policy": {}1{}}}], "request": {{}}}}"#,
            "[".repeat(depth),
            "]".repeat(depth)
        );
        let found = answers(&[], &[deep, case("last", &allow(), &[], "log:GetLogStore")], 1);
        assert!(found[0]["error"].is_object(), "{depth}: {}", found[0]);
        assert_eq!(found[1]["decision"], "allow");
    }
}

#[test]
fn a_policy_may_be_given_as_text() {
    let text = "{\"Version\": \"1\",\n \"Statement\": [\n  {\"Effect\": \"Allow\", \"Action\": \"oss:*\", \"Resouce\": \"*\"}]}";
    let mut asked: Value = serde_json::from_str(&case("text", &allow(), &[], "log:GetLogStore")).unwrap();
    asked["policies"].as_array_mut().unwrap().push(json!({"layer": "identity", "policy": text}));
    let found = answers(&[], &[asked.to_string()], 1);
    assert_eq!(found[0]["error"]["policy"], 1);
    assert_eq!(found[0]["error"]["line"], 3);
    assert_eq!(found[0]["error"]["column"], 3, "the statement, which lacks `Resource`");
    assert_eq!(found[0]["more"], 1);
}

#[test]
fn unknown_layers_say_what_it_depends_on() {
    let unknown = |layer: &str| json!({"layer": layer, "unknown": true});
    let lines = [
        case("open", &allow(), &[unknown("control")], "log:GetLogStore"),
        case("closed", &allow(), &[unknown("control")], "log:DeleteLogStore"),
        case("session", &allow(), &[unknown("session")], "log:GetLogStore"),
    ];
    let found = answers(&[], &lines, 0);
    assert_eq!(found[0]["decision"], "depends");
    let way = found[0]["checks"][0]["depends_on"][0].as_array().unwrap();
    assert_eq!(way.len(), 2, "both levels");
    assert_eq!(way[0]["layer"], "control");
    assert_eq!(way[0]["attached_to"], "member");
    assert_eq!(way[0]["must"], "allow");
    assert_eq!(way[0]["action"], "log:GetLogStore");
    assert_eq!(found[1]["decision"], "denied");
    assert_eq!(found[2]["decision"], "allow", "a RAM user has no session policy");
}

#[test]
fn a_denial_reads_like_rams_own_report() {
    let deny = json!([{"Effect": "Deny", "Action": "log:*", "Resource": "*"}]);
    let control =
        json!({"layer": "control", "attached_to": "Root", "policy": {"Version": "1", "Statement": deny}});
    let found = answers(
        &[],
        &[
            case("identity", &json!([]), &[], "log:GetLogStore"),
            case("control", &allow(), &[control], "log:GetLogStore"),
        ],
        0,
    );
    assert_eq!(
        found[0]["checks"][0]["denial"],
        json!({
            "NoPermissionType": "ImplicitDeny",
            "PolicyType": "AccountLevelIdentityBasedPolicy",
            "AuthAction": "log:GetLogStore",
            "AuthResource": format!("acs:log:cn-hangzhou:{ACCOUNT}:project/p/logstore/l"),
            "AuthPrincipalType": "SubUser",
            "AuthPrincipalOwnerId": ACCOUNT,
            "AuthPrincipalDisplayName": "28877424437521",
        })
    );
    assert_eq!(found[1]["checks"][0]["denial"]["PolicyType"], "ControlPolicy");
    assert_eq!(found[1]["checks"][0]["denial"]["NoPermissionType"], "ExplicitDeny");
}

/// Where a piece stands in the first policy of a case, in bytes.
fn span_of(line: &str, piece: &str) -> [usize; 2] {
    let case: Value = serde_json::from_str(line).unwrap();
    let start = case["policies"][0]["policy"].to_string().find(piece).unwrap();
    [start, start + piece.len()]
}

#[test]
fn an_explanation_names_the_entries_that_matched() {
    let statements =
        json!([{"Effect": "Allow", "Action": ["oss:*", "log:Get*"], "Resource": ["a", "b", "*"]}]);
    let line = case("matched", &statements, &[], "log:GetLogStore");
    let found = answers(&["--explain"], std::slice::from_ref(&line), 0);
    let trail = found[0]["checks"][0]["trail"].as_array().unwrap();
    let matched =
        &trail.iter().find(|layer| layer["layer"] == "identity").unwrap()["statements"][0]["matched"];
    assert_eq!((&matched[0]["element"], &matched[0]["entry"]), (&json!("Action"), &json!(1)));
    assert_eq!(matched[0]["text"], "log:Get*");
    assert_eq!(matched[0]["place"]["span"], json!(span_of(&line, "\"log:Get*\"")));
    assert_eq!((&matched[1]["element"], &matched[1]["entry"]), (&json!("Resource"), &json!(2)));
}

#[test]
fn an_explanation_points_into_the_text() {
    let statements = json!([
        {"Effect": "Allow", "NotAction": ["ram:*", "log:Get*"], "Resource": "*"},
        {"Effect": "Allow", "Action": "log:*", "Resource": "*", "Condition": {
            "StringEquals": {"acs:MFAPresent": "true"}}},
        {"Effect": "Allow", "Action": "log:*", "Resource": "*", "Condition": {
            "IpAddress": {"acs:SourceIp": ["10.0.0.0/8", "198.51.100.0/24"]}}},
        {"Effect": "Allow", "Action": "oss:*", "Resource": "*"}
    ]);
    let line = case("why", &statements, &[], "log:GetLogStore");
    for (lang, said) in [("en", "no entry of `Action` matches"), ("zh", "`Action` 中没有匹配")] {
        let found = answers(&["--explain", "--lang", lang], std::slice::from_ref(&line), 0);
        let check = &found[0]["checks"][0];
        let identity =
            check["trail"].as_array().unwrap().iter().find(|layer| layer["layer"] == "identity").unwrap();
        let failed: Vec<&Value> =
            identity["statements"].as_array().unwrap().iter().map(|row| &row["failed"]).collect();
        let plain = |failed: &Value| (failed["element"].clone(), failed["reason"].clone());
        assert_eq!(plain(failed[0]), (json!("NotAction"), json!("listed")));
        assert_eq!(failed[0]["entry"], 1);
        assert_eq!(plain(failed[1]), (json!("Condition"), json!("absent")));
        assert_eq!(failed[1]["key"], "acs:MFAPresent");
        assert_eq!(plain(failed[2]), (json!("Condition"), json!("none_matches")));
        assert_eq!(failed[2]["operator"], "IpAddress");
        assert_eq!(failed[2]["seen"], json!(["192.0.2.7"]));
        assert_eq!(plain(failed[3]), (json!("Action"), json!("no_entry")));
        assert!(failed[3]["sentence"].as_str().unwrap().contains(said), "{}", failed[3]);

        assert_eq!(failed[1]["place"]["span"], json!(span_of(&line, "\"acs:MFAPresent\"")));

        // The place is that of the statement in the policy as it stands in the line.
        let case: Value = serde_json::from_str(&line).unwrap();
        let text = case["policies"][0]["policy"].to_string();
        let span = &identity["statements"][3]["place"]["span"];
        let at = |index: usize| usize::try_from(span[index].as_u64().unwrap()).unwrap();
        assert!(text.get(at(0)..at(1)).unwrap().contains("oss:*"));
    }
}
