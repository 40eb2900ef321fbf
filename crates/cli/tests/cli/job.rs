//! `ramplay job`.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::call::{ramplay, stderr, stdout};

const SQL: &str = "CREATE TEMPORARY TABLE sls_input (url STRING) WITH (
  'connector' = 'sls', 'endpoint' = 'cn-hangzhou-intranet.log.aliyuncs.com',
  'accessId' = '${secret_values.slsak}', 'accessKey' = '${secret_values.slsaks}',
  'project' = '<Project name>', 'logstore' = '<Logstore name>'
);
CREATE TEMPORARY TABLE print_sink (url STRING) WITH ('connector' = 'print');
INSERT INTO print_sink SELECT url FROM sls_input;
";

/// The read-only policy of the guide, as people paste it: with a comma too many.
const READ: &str = r#"{"Version": "1", "Statement": [
  {"Effect": "Allow", "Action": "log:ListProject", "Resource": "acs:log:*:*:project/*"},
  {"Effect": "Allow", "Action": "log:List*", "Resource": "acs:log:*:*:project/web/logstore/*"},
  {"Effect": "Allow", "Action": ["log:Get*", "log:List*"], "Resource": "acs:log:*:*:project/web/logstore/access"},
]}"#;

/// A folder of its own for a test.
fn folder(test: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("ramplay-job-{}-{test}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Writes a file, and says where it is.
fn file(folder: &std::path::Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

const BOUND: [&str; 4] = ["--bind", "Project name=web", "--bind", "Logstore name=access"];

fn call(more: &[&str], sql: &str) -> std::process::Output {
    let args = [&["job", "-", "--account", "1000000000000001"], &BOUND[..], more].concat();
    ramplay(&args, sql)
}

fn verdicts(answer: &Value) -> Vec<&str> {
    let steps = answer["drafts"][0]["tables"][0]["steps"].as_array().unwrap();
    steps.iter().map(|step| step["verdict"].as_str().unwrap()).collect()
}

#[test]
fn the_guide_is_green_but_for_its_variable() {
    let folder = folder("guide");
    let policy = file(&folder, "read.json", READ);
    let names = file(&folder, "names.txt", "# those of the namespace\nslslak\nslsaks = never-shown\n");
    let output = call(&["--policy", &policy, "--format", "json"], SQL);
    let answer: Value = serde_json::from_str(stdout(&output, 0)).unwrap();
    assert_eq!(verdicts(&answer), ["allow", "allow"]);
    assert_eq!(answer["drafts"][0]["tables"][1]["steps"], Value::Array(Vec::new()));
    assert!(
        stderr(&output).contains("read.json:4:114: a comma before a closing bracket was taken out"),
        "{}",
        stderr(&output)
    );
    assert_eq!(answer["drafts"][0]["tables"][0]["steps"][0]["checks"][0]["deciding"][0]["statement"], 2);

    let output = call(&["--policy", &policy, "--variables", &names], SQL);
    let text = stdout(&output, 1);
    assert!(text.contains("`${secret_values.slsak}` is not defined; did you mean `slslak`?"), "{text}");
    assert!(!text.contains("never-shown") && !text.contains('\u{1b}'));
}

#[test]
fn a_consumer_group_needs_more_and_the_written_policy_is_enough() {
    let folder = folder("group");
    let policy = file(&folder, "read.json", READ);
    let least = folder.join("least.json");
    let least = least.to_str().unwrap();
    let sql = SQL.replace("'project' =", "'consumerGroup' = 'g', 'project' =");
    let output = call(&["--policy", &policy, "--format", "json", "--write-policy", least], &sql);
    let answer: Value = serde_json::from_str(stdout(&output, 1)).unwrap();
    assert_eq!(verdicts(&answer), ["allow", "allow", "allow", "denied", "denied"]);
    let missing: Vec<_> =
        answer["drafts"][0]["missing"].as_array().unwrap().iter().map(|one| &one["action"]).collect();
    assert_eq!(missing, ["log:CreateConsumerGroup", "log:ConsumerGroupUpdateCheckPoint"]);

    let output = call(&["--policy", least, "--format", "json"], &sql);
    let answer: Value = serde_json::from_str(stdout(&output, 0)).unwrap();
    assert_eq!(verdicts(&answer), ["allow"; 5]);
    let output = call(&["--policy", &policy, "--assume", "nothing", "--format", "json"], &sql);
    let answer: Value = serde_json::from_str(stdout(&output, 1)).unwrap();
    assert_eq!(verdicts(&answer), ["allow", "allow", "allow", "not_taken", "denied"]);
}

#[test]
fn without_policies_needs_are_listed_and_nothing_is_denied() {
    let output = call(&["--format", "json"], SQL);
    let answer: Value = serde_json::from_str(stdout(&output, 0)).unwrap();
    assert_eq!(verdicts(&answer), ["depends", "depends"]);
    assert_eq!(answer["least_policy"][0]["why"][0].as_array().unwrap().len(), 2);
}

#[test]
fn secrets_are_masked_everywhere() {
    let secret = "LTAI5tFAKEFAKEFAKEFAKE01";
    let folder = folder("secrets");
    let policy = file(&folder, "read.json", READ);
    for place in [
        "'${secret_values.slsak}'",
        "'<Project name>'",
        "'<Logstore name>'",
        "'sls'",
        "'cn-hangzhou-intranet.log.aliyuncs.com'",
    ] {
        let sql = SQL.replacen(place, &format!("'{secret}'"), 1) + "-- LTAI5tFAKEFAKEFAKEFAKE01\n";
        for format in ["json", "table"] {
            let output = call(&["--policy", &policy, "--format", format], &sql);
            let text = stdout(&output, 1);
            assert!(text.contains("LTAI****"), "{place}\n{text}");
            assert!(!text.contains("FAKE") && !stderr(&output).contains("FAKE"), "{place}\n{text}");
        }
    }
}

#[test]
fn folders_and_many_files_are_read() {
    let folder = folder("folders");
    fs::create_dir_all(folder.join("deep")).unwrap();
    file(&folder, "b.sql", SQL);
    file(&folder, "deep/a.SQL", SQL);
    file(&folder, "no.txt", "no SQL");
    let output = ramplay(&["job", folder.to_str().unwrap(), "-", "--format", "json"], SQL);
    let answer: Value = serde_json::from_str(stdout(&output, 0)).unwrap();
    let files: Vec<_> =
        answer["drafts"].as_array().unwrap().iter().map(|draft| draft["file"].as_str().unwrap()).collect();
    assert_eq!(files.len(), 3);
    assert!(files[0].ends_with("b.sql") && files[1].ends_with("a.SQL") && files[2] == "standard input");
}

#[test]
fn a_policy_that_cannot_be_used_leaves_verdicts_open() {
    let folder = folder("broken");
    let policy = file(&folder, "bad.json", &READ.replace("\"Allow\"", "\"Alow\""));
    let output = call(&["--policy", &policy, "--format", "json"], SQL);
    let answer: Value = serde_json::from_str(stdout(&output, 1)).unwrap();
    assert_eq!(verdicts(&answer), ["depends", "depends"]);
    let none = file(&folder, "none.json", "no policy at all");
    let output = call(&["--policy", &none], SQL);
    assert_eq!(stdout(&output, 2), "");
    assert!(stderr(&output).contains("cannot read"), "{}", stderr(&output));
}

#[test]
fn tables_are_for_people() {
    let folder = folder("tables");
    let policy = file(&folder, "read.json", READ);
    let sql = SQL.replace("'project' =", "'consumerGroup' = 'g', 'project' =");
    for (lang, words) in [
        (
            "en",
            [
                "✓ allowed",
                "✗ denied",
                "this statement closes the gap",
                "least policy",
                "Nothing: rows go to the log",
            ],
        ),
        ("zh", ["✓ 允许", "✗ 拒绝", "以下语句可补齐缺少的权限", "最小权限策略", "无需授权"]),
    ] {
        let output = call(&["--policy", &policy, "--lang", lang], &sql);
        let text = stdout(&output, 1);
        for word in words {
            assert!(text.contains(word), "{word}\n{text}");
        }
    }
}
