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

/// The guide from end to end: its SQL with a consumer group and a key in plain text, its policy, what to do.
#[test]
fn the_steps_of_the_guide_have_the_names_of_the_job() {
    let folder = folder("steps");
    let least = folder.join("job-policy.json");
    let least = least.to_str().unwrap();
    let sql = SQL.replace("'${secret_values.slsak}'", "'LTAI5tFAKEFAKEFAKEFAKE01'");
    let names = file(&folder, "names.txt", "slsaks\n");
    let more = ["--user", "flink-job", "--write-policy", least, "--variables", &names];
    let output = call(&[&more[..], &["--format", "json"]].concat(), &sql);
    let answer: Value = serde_json::from_str(stdout(&output, 1)).unwrap();
    let steps = answer["steps"].as_array().unwrap();
    let codes: Vec<_> = steps.iter().map(|step| step["step"].as_str().unwrap()).collect();
    let expected = [
        "create-user",
        "create-policy",
        "attach-policy",
        "create-access-key",
        "create-variables",
        "replace-credentials",
        "rotate-keys",
    ];
    assert_eq!(codes, expected);
    let commands: Vec<_> = steps.iter().filter_map(|step| step["command"].as_str()).collect();
    let create =
        format!("aliyun ram CreatePolicy --PolicyName job-policy --PolicyDocument \"$(cat {least})\"");
    let expected = [
        "aliyun ram CreateUser --UserName flink-job",
        &create,
        "aliyun ram AttachPolicyToUser --PolicyType Custom --PolicyName job-policy --UserName flink-job",
        "aliyun ram CreateAccessKey --UserName flink-job",
    ];
    assert_eq!(commands, expected);
    assert!(steps[4]["title"].as_str().unwrap().contains("`sls_input_accessid`"));

    // The table has them on request, numbered.
    let output = call(&[&more[..], &["--steps"]].concat(), &sql);
    let text = stdout(&output, 1);
    assert!(text.contains("\n  1. create the RAM user `flink-job`"), "{text}");
    assert!(text.contains("\n  7. rotate the keys"), "{text}");
    assert!(!stdout(&call(&more, &sql), 1).contains("create the RAM user"));
    let output = call(&[&more[..], &["--steps", "--lang", "zh"]].concat(), &sql);
    assert!(stdout(&output, 1).contains("\n  1. 创建 RAM 用户 `flink-job`"));
}

#[test]
fn terraform_is_written_to_a_file_or_in_the_place_of_the_answer() {
    let folder = folder("terraform");
    let path = folder.join("main.tf");
    let output = call(&["--user", "flink-job", "--terraform", path.to_str().unwrap()], SQL);
    assert!(stdout(&output, 0).contains("least policy") && stderr(&output).contains("main.tf"));
    let written = fs::read_to_string(&path).unwrap();
    assert!(
        written.starts_with("resource \"alicloud_ram_user\" \"job\" {\n  name = \"flink-job\""),
        "{written}"
    );
    assert!(written.contains("\"log:GetCursorOrData\"") && !written.contains("access_key"), "{written}");
    for format in ["json", "table"] {
        let output = call(&["--user", "flink-job", "--terraform", "-", "--format", format], SQL);
        assert_eq!(stdout(&output, 0), written);
    }
    let nowhere = folder.join("missing").join("main.tf");
    let output = call(&["--terraform", nowhere.to_str().unwrap()], SQL);
    assert_eq!(output.status.code(), Some(2));
}

/// Several drafts share a RAM user and its policy; the variables are those of all.
#[test]
fn drafts_share_their_steps() {
    let folder = folder("shared");
    let plain = |id: &str| SQL.replace("'${secret_values.slsak}'", &format!("'{id}'"));
    let a = file(&folder, "a.sql", &plain("LTAI5tFAKEFAKEFAKEFAKE01"));
    let b = file(&folder, "b.sql", &plain("LTAI5tFAKEFAKEFAKEFAKE02"));
    let output = ramplay(&[&["job", &a, &b, "--format", "json"], &BOUND[..]].concat(), "");
    let answer: Value = serde_json::from_str(stdout(&output, 1)).unwrap();
    let steps = answer["steps"].as_array().unwrap();
    assert_eq!(steps.iter().filter(|step| step["step"] == "create-policy").count(), 1);
    let variables = steps.iter().find(|step| step["step"] == "create-variables").unwrap();
    let title = variables["title"].as_str().unwrap();
    // Two keys, so two names.
    assert!(title.contains("`sls_input_accessid`, `sls_input_accessid_2`, `slsaks`"), "{title}");
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
        for more in [
            &["--format", "json"][..],
            &["--format", "table", "--steps"],
            &["--lang", "zh", "--steps"],
            &["--terraform", "-"],
        ] {
            let output = call(&[&["--policy", &policy][..], more].concat(), &sql);
            let text = stdout(&output, 1);
            assert!(text.contains("LTAI****") || more.contains(&"--terraform"), "{place}\n{text}");
            assert!(!text.contains("FAKE") && !stderr(&output).contains("FAKE"), "{place}\n{text}");
        }
    }
}

/// Secrets in what is not understood: notes, names, broken statements, files that are not what they should be.
#[test]
fn secrets_are_masked_in_everything_that_is_wrong() {
    let secret = "LTAI5tFAKEFAKEFAKEFAKE01";
    let key = "a1B2c3D4e5F6g7H8i9J0FAKEl2M3n4";
    let drafts = [
        format!("{secret};"),
        format!("CREATE TABLE {secret} (a INT)"),
        format!(
            "CREATE TEMPORARY TABLE `{secret}` (a INT) WITH ('connector' = '{secret}', '{secret}' = '1', '{secret}' = '2');\nINSERT INTO `{secret}` SELECT * FROM `{key}`;"
        ),
        format!(
            "CREATE TEMPORARY TABLE t (a INT) WITH ('connector' = 'sls', 'accessKey' = '{key}', 'accessId' '{secret}"
        ),
        format!("SELECT '{secret}' FROM a.b.{secret}; \"{key}\" ${{{secret}}} $ {{{key}}}"),
        format!("source:\n  type: {secret}\n  {secret}: {key}\n\t{secret}\nsink: {secret}\n"),
        format!("source:\n  type: sls\n  accessKeySecret: {key}\nsink:\n  type: print"),
    ];
    for draft in drafts {
        for more in [&["--format", "json"][..], &["--steps"], &["--lang", "zh", "--steps"]] {
            let output = call(more, &draft);
            let text = String::from_utf8_lossy(&output.stdout).into_owned() + stderr(&output);
            assert!(!text.contains("FAKE"), "{draft}\n{text}");
        }
    }
    // A list of variables with values, and a policy that is none.
    let folder = folder("wrong");
    let names = file(&folder, "names.txt", &format!("id={secret}\nkey: {key}\n{secret}\n"));
    let no_policy = file(
        &folder,
        "none.json",
        &format!("{{\"AccessKeyId\": \"{secret}\", \"AccessKeySecret\": \"{key}\"}}"),
    );
    for more in [["--variables", &names], ["--policy", &no_policy]] {
        let output = call(&[&more[..], &["--format", "json"]].concat(), SQL);
        let text = String::from_utf8_lossy(&output.stdout).into_owned() + stderr(&output);
        assert!(!text.contains("FAKE"), "{more:?}\n{text}");
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
