//! `ramplay check`.

use std::path::PathBuf;

use serde_json::Value;

use crate::call::{ramplay, stderr, stdout};

const GOOD: &str = r#"{
  "Version": "1",
  "Statement": [
    {"Effect": "Allow", "Action": "log:GetLogStore", "Resource": "acs:log:*:1000000000000001:project/web/logstore/access"}
  ]
}
"#;

/// A misspelt element, in line 4.
const BAD: &str = r#"{
  "Version": "1",
  "Statement": [
    {"Effect": "Allow", "Acton": "log:*", "Action": "log:GetLogStore", "Resource": "*"}
  ]
}
"#;

/// A folder of files that goes away at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let folder = std::env::temp_dir().join(format!("ramplay-check-{name}-{}", std::process::id()));
        for (file, text) in files {
            let path = folder.join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        Folder(folder)
    }

    fn path(&self, file: &str) -> String {
        self.0.join(file).to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn json(args: &[&str], input: &str, status: i32) -> Value {
    let args = [&["check", "--format", "json"], args].concat();
    serde_json::from_str(stdout(&ramplay(&args, input), status)).unwrap()
}

/// The codes of the findings of every policy of every file.
fn codes(report: &Value) -> Vec<String> {
    let files = report["files"].as_array().unwrap().iter();
    let policies = files.flat_map(|file| file["policies"].as_array().unwrap());
    let findings = policies.flat_map(|policy| policy["findings"].as_array().unwrap());
    findings.map(|finding| finding["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_good_policy_says_nothing_and_the_status_is_0() {
    let output = ramplay(&["check", "-"], GOOD);
    assert_eq!(stdout(&output, 0), "");
    assert!(stderr(&output).contains("policies: 1, errors: 0"), "{}", stderr(&output));
}

#[test]
fn an_error_is_shown_with_its_source_underlined() {
    let folder = Folder::new("underline", &[("bad.json", BAD)]);
    let path = folder.path("bad.json");
    let output = ramplay(&["check", &path], "");
    let text = stdout(&output, 1);
    assert!(text.contains("Error[unknown-element]: unknown element `Acton`"), "{text}");
    assert!(text.contains(&format!("{path}:4:25")), "{text}");
    assert!(text.contains("^^^^^^^"), "{text}");
    assert!(text.contains("did you mean `Action`?"), "{text}");
    assert!(!text.contains('\u{1b}'));
    let chinese = ramplay(&["check", "--lang", "zh", &path], "");
    assert!(stdout(&chinese, 1).contains("错误[unknown-element]"), "{}", stdout(&chinese, 1));
}

#[test]
fn what_makes_the_status_1_can_be_chosen() {
    let everything =
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}"#;
    let status = |on: &str| ramplay(&["check", "--fail-on", on, "-"], everything).status.code();
    assert_eq!(status("error"), Some(0));
    assert_eq!(status("security-warning"), Some(1));
    assert_eq!(status("suggestion"), Some(1));
    assert_eq!(status("never"), Some(0));
    assert_eq!(ramplay(&["check", "--fail-on", "never", "-"], BAD).status.code(), Some(0));
}

#[test]
fn places_and_fixes_are_in_the_json() {
    let report = json(&["-"], BAD, 1);
    let finding = report["files"][0]["policies"][0]["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|finding| finding["code"] == "unknown-element")
        .unwrap();
    assert_eq!(finding["class"], "error");
    assert_eq!(finding["validator"], "Invalid policy element");
    assert_eq!(finding["statement"], 0);
    assert_eq!((&finding["place"]["line"], &finding["place"]["column"]), (&4.into(), &25.into()));
    let misspelt = GOOD.replace("log:GetLogStore", "log:GetLogStoer");
    let report = json(&["-"], &misspelt, 0);
    let fix = &report["files"][0]["policies"][0]["findings"][0]["fix"];
    assert_eq!(fix["keeps_meaning"], false);
    assert!(fix["edits"][0]["text"].as_str().unwrap().contains("GetLogStore"), "{report:#}");
}

#[test]
fn the_kind_is_what_it_looks_like_unless_it_is_said() {
    let trust = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"RAM": ["acs:ram::1000000000000001:user/alice"]}}]}"#;
    assert_eq!(json(&["-"], trust, 0)["files"][0]["policies"][0]["kind"], "trust");
    let said = json(&["--kind", "identity", "-"], trust, 1);
    assert!(codes(&said).contains(&"principal-not-allowed".to_owned()), "{said:#}");
    let nothing = json(&["--kind", "identity", "-"], "{}", 1);
    assert!(codes(&nothing).contains(&"missing-element".to_owned()), "{nothing:#}");
}

#[test]
fn the_answer_of_the_command_line_client_is_read() {
    let document = serde_json::to_string(GOOD).unwrap();
    let answer = format!(
        r#"{{"RequestId": "x", "PolicyVersion": {{"IsDefaultVersion": true, "VersionId": "v1", "PolicyDocument": {document}}}}}"#
    );
    let report = json(&["-"], &answer, 0);
    let file = &report["files"][0];
    assert_eq!(file["remarks"][0]["class"], "note", "{file:#}");
    let repaired: Value = serde_json::from_str(file["policies"][0]["repaired"].as_str().unwrap()).unwrap();
    assert_eq!(repaired, serde_json::from_str::<Value>(GOOD).unwrap());
}

#[test]
fn a_repair_is_an_error_for_ram_takes_strict_json_only() {
    let report = json(&["-"], &GOOD.replace("access\"}", "access\"},"), 1);
    let remark = &report["files"][0]["remarks"][0];
    assert_eq!((&remark["class"], &remark["code"]), (&"error".into(), &"trailing-comma".into()));
}

#[test]
fn what_is_no_policy_of_ram_is_named() {
    let foreign = r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject",
        "Resource": "arn:aws:s3:::bucket/*"}]}"#;
    let report = json(&["-"], foreign, 1);
    assert_eq!(report["files"][0]["remarks"][0]["code"], "aws-iam", "{report:#}");
    let nothing = json(&["-"], "hello", 1);
    assert_eq!(nothing["files"][0]["remarks"][0]["class"], "error");
}

#[test]
fn folders_stand_for_their_json_files() {
    let files = [("a.json", GOOD), ("b/c.JSON", BAD), ("b/readme.md", "no policy"), ("d.json", GOOD)];
    let folder = Folder::new("folder", &files);
    let report = json(&[folder.0.to_str().unwrap()], "", 1);
    let names: Vec<&str> =
        report["files"].as_array().unwrap().iter().map(|file| file["path"].as_str().unwrap()).collect();
    assert_eq!(names, [folder.path("a.json"), folder.path("b/c.JSON"), folder.path("d.json")]);
}

#[test]
fn sarif_names_every_rule_that_it_uses() {
    let folder = Folder::new("sarif", &[("a b.json", BAD), ("c.json", &BAD.replace("]\n}", "],\n}"))]);
    let output = ramplay(&["check", "--format", "sarif", folder.0.to_str().unwrap()], "");
    let log: Value = serde_json::from_str(stdout(&output, 1)).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let rules: Vec<&str> = run["tool"]["driver"]["rules"]
        .as_array()
        .unwrap()
        .iter()
        .map(|rule| rule["id"].as_str().unwrap())
        .collect();
    let mut unique = rules.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), rules.len());
    let results = run["results"].as_array().unwrap();
    assert!(results.len() >= 3, "{results:#?}");
    for result in results {
        assert!(rules.contains(&result["ruleId"].as_str().unwrap()), "{result}");
        let place = &result["locations"][0]["physicalLocation"];
        assert!(!place["artifactLocation"]["uri"].as_str().unwrap().contains(' '));
        assert!(place["region"]["startLine"].as_u64().unwrap() >= 1);
    }
}

#[test]
fn hostile_files_get_an_answer() {
    let escape = GOOD.replace("web", "\u{1b}[31mweb\u{202e}");
    for text in [
        String::new(),
        "\0\0\0".to_owned(),
        "[".repeat(200_000),
        "\"".repeat(100_000),
        escape,
        "x".repeat(1024 * 1024 + 1),
        format!("{GOOD}{}", " ".repeat(70_000)),
    ] {
        for format in ["text", "json", "sarif"] {
            let output = ramplay(&["check", "--format", format, "-"], &text);
            assert!(matches!(output.status.code(), Some(0 | 1)), "{:?} {}", output.status, stderr(&output));
            assert!(
                format != "text" || !output.stdout.contains(&0x1b),
                "no control characters reach the terminal"
            );
        }
    }
}
