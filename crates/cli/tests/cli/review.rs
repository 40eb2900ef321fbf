//! `ramplay review`.

use serde_json::{Value, json};

use crate::call::{ramplay, stderr, stdout};

fn policy(action: &str) -> String {
    format!(
        r#"{{"Version": "1", "Statement": [{{"Effect": "Allow", "Action": "{action}", "Resource": "*"}}]}}"#
    )
}

fn scenario() -> String {
    json!({
        "version": 1, "logon": "ram_user.same_account",
        "policies": [{"attach": "identity", "name": "deploy", "document": policy("log:*")}],
        "base": [{"attach": "identity", "name": "deploy", "document": policy("log:Get*")}],
        "assertions": ["logs.write is allowed"],
        "comments": [{"policy": 0, "statement": 0, "text": "so much?"}],
    })
    .to_string()
}

#[test]
fn for_people_and_for_a_pull_request() {
    let output = ramplay(&["review", "-"], &scenario());
    let text = stdout(&output, 0);
    assert!(text.starts_with("`deploy` changed\n"), "{text}");
    assert!(text.contains("+ Newly allowed\n"), "{text}");
    assert!(text.contains("Write logs: implicitly denied → allowed"), "{text}");
    assert!(text.contains("wider: requests are newly allowed, and none is newly denied"), "{text}");
    let output = ramplay(&["review", "--format", "markdown", "-"], &scenario());
    let text = stdout(&output, 0);
    assert!(text.starts_with("### Policy review\n"), "{text}");
    assert!(text.contains("on statement 1 of `deploy`: so much?"), "{text}");
    let output = ramplay(&["review", "--lang", "zh", "-"], &scenario());
    assert!(stdout(&output, 0).contains("新增允许"));
}

#[test]
fn for_programs() {
    let output = ramplay(&["review", "--format", "json", "-"], &scenario());
    let found: Value = serde_json::from_str(stdout(&output, 0)).unwrap();
    assert_eq!(found["exact"][0]["relation"], "wider");
    assert_eq!(found["methods"].as_array().unwrap().len(), 11);
    let own = &found["methods"][0];
    assert_eq!((&own["logon"], &own["counts"]), (&json!("ram_user.same_account"), &json!(true)));
    assert!(own["changes"].as_array().unwrap().iter().any(|row| row["row"] == "logs.write"));
    assert_eq!(found["assertions"][0]["state"], "held");
}

#[test]
fn the_status_says_what_was_asked_for() {
    let fails = |on: &str, text: &str| ramplay(&["review", "--fail-on", on, "-"], text).status.code();
    assert_eq!(fails("new-access", &scenario()), Some(1));
    let narrower = scenario().replace("log:*", "log:GetLogStore");
    assert_eq!(fails("new-access", &narrower), Some(0));
    assert_eq!(fails("any", &narrower), Some(1));
    assert_eq!(fails("never", &narrower), Some(0));
}

#[test]
fn links_and_bases() {
    let made = ramplay(&["link", "encode", "-"], &scenario());
    let link = stdout(&made, 0).trim_end().to_owned();
    assert!(stdout(&ramplay(&["review", &link], ""), 0).contains("`deploy` changed"));
    let mut bare: Value = serde_json::from_str(&scenario()).unwrap();
    bare.as_object_mut().unwrap().remove("base");
    let output = ramplay(&["review", "-"], &bare.to_string());
    stdout(&output, 1);
    assert!(stderr(&output).contains("no base to compare with"));
    let output = ramplay(&["review", "--base", &link, "-"], &bare.to_string());
    assert!(stdout(&output, 0).starts_with("No policy changed."));
}
