//! `ramplay test`.

use serde_json::json;

use crate::call::{ramplay, stderr, stdout};

fn scenario(lines: &[&str]) -> String {
    json!({
        "version": 1, "logon": "ram_user.same_account",
        "policies": [{"attach": "identity", "system": "AliyunLogReadOnlyAccess"}],
        "assertions": lines,
    })
    .to_string()
}

#[test]
fn all_hold() {
    let output = ramplay(
        &["test", "-"],
        &scenario(&["user alice may log:GetLogStore", "# why", "logs.write is denied"]),
    );
    let text = stdout(&output, 0);
    assert!(text.contains("✓ user alice may log:GetLogStore"), "{text}");
    assert!(stderr(&output).contains("2 held, 0 failed, 0 without a verdict, 0 not understood"));
}

const MIXED: [&str; 4] =
    ["user alice may log:GetLogStore", "job can write", "user bob may read", "user alice might read <&>"];

#[test]
fn what_does_not_hold_makes_the_status_1() {
    let output = ramplay(&["test", "-"], &scenario(&MIXED));
    let text = stdout(&output, 1);
    for line in
        ["✗ job can write\n      it is implicitly denied", "? user bob may read", "! user alice might"]
    {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(text.contains("4:12: `may` or `may not` was expected here"), "{text}");
    let output = ramplay(&["test", "--lang", "zh", "-"], &scenario(&MIXED));
    assert!(stdout(&output, 1).contains("隐式拒绝"));
}

#[test]
fn build_servers_read_it() {
    let output = ramplay(&["test", "--format", "junit", "-"], &scenario(&MIXED));
    let xml = stdout(&output, 1);
    assert!(xml.contains(r#"tests="4" failures="2" errors="1""#), "{xml}");
    assert!(xml.contains("user alice might read &lt;&amp;&gt;"), "{xml}");
    assert!(xml.contains(r#"<failure type="failed" message="it is implicitly denied"/>"#), "{xml}");
}

#[test]
fn annotations_name_the_file_and_the_line() {
    let folder = std::env::temp_dir().join(format!("ramplay-test-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let lines = folder.join("rules.txt");
    std::fs::write(&lines, "# rules\n\njob can write\n").unwrap();
    let arguments = ["test", "--format", "github", "--expect", lines.to_str().unwrap(), "-"];
    let output = ramplay(&arguments, &scenario(&[]));
    let text = stdout(&output, 1).to_owned();
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(text.starts_with("::error file="), "{text}");
    assert!(text.contains("rules.txt,line=3,col=1,title=standard input::job can write: it is"), "{text}");
}

#[test]
fn coverage_names_what_nothing_protects() {
    let policy = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:Get*", "Resource": "*"},
        {"Effect": "Deny", "Action": "log:Delete*", "Resource": "*"}]}"#;
    let scenario = json!({
        "version": 1, "logon": "ram_user.same_account",
        "policies": [{"attach": "identity", "name": "deploy", "document": policy}],
        "assertions": {"lines": ["user alice may log:GetLogStore"],
            "made": {"engine": "0.0.1", "catalogue": "2020-01-01", "held": 0, "missed": [1]}},
    })
    .to_string();
    let output = ramplay(&["test", "--coverage", "-"], &scenario);
    let text = stdout(&output, 0);
    assert!(
        text.contains("✓ statement 1 of `deploy` is protected\n      user alice may log:GetLogStore"),
        "{text}"
    );
    assert!(text.contains("○ no assertion protects statement 2 of `deploy`"), "{text}");
    assert!(text.contains("0 of 1 held when they were made, with engine 0.0.1"), "{text}");
    assert!(
        text.contains("1 differs today") && text.contains("these changed, or the scenario was edited"),
        "{text}"
    );
    let output = ramplay(&["test", "--coverage", "--format", "github", "-"], &scenario);
    let text = stdout(&output, 0);
    assert!(text.contains("::notice title=standard input::no assertion protects statement 2"), "{text}");
    let output = ramplay(&["test", "--coverage", "--format", "junit", "-"], &scenario);
    assert!(stdout(&output, 0).contains("<system-out>0 of 1 held"));
}

#[test]
fn links_are_tested_too() {
    let made = ramplay(&["link", "encode", "-"], &scenario(&[]).replace(r#""assertions":[],"#, ""));
    let link = stdout(&made, 0).trim_end().to_owned();
    let output = ramplay(&["test", &link], "");
    assert!(stdout(&output, 0).starts_with(link.get(..12).unwrap()));
    let output = ramplay(&["test", link.get(..link.len() - 1).unwrap()], "");
    assert!(stdout(&output, 1).contains("its last character is missing"));
}
