use ramplay_playground::{Answer, Scenario, answer};
use serde_json::{Value, json};

use super::*;

fn filled(content: &Value) -> Scenario {
    Scenario::from_json(&content.to_string()).unwrap()
}

fn marks(answer: &Answer) -> Vec<String> {
    let operations = answer.operations.iter().map(|row| format!("{:?}", row.verdict.mark()));
    let rows = answer.logstore.rows.iter().map(|row| format!("{:?}", row.verdict.mark()));
    operations.chain(rows).collect()
}

#[test]
fn names_go_and_verdicts_stay() {
    let identity = r#"{"Version": "1", "Statement": [
        {"Effect": "Allow", "Action": "log:*", "Resource": ["acs:log:*:1987654321098765:project/shop-*/logstore/clicks",
            "acs:log:*:*:project/other-secret/*"]},
        {"Effect": "Deny", "Action": "log:DeleteLogStore", "Resource": "acs:log:*:*:project/sh?p-eu/logstore/*"},
        {"Effect": "Allow", "Action": "stream:*", "Resource": "acs:stream:*:*:vvpinstance/abc123/vvpnamespace/risk"}]}"#;
    let content = json!({
        "version": 1, "logon": "ram_user.same_account",
        "identities": {"account": "1987654321098765", "user": "zhang.san"},
        "workspace": {"instance": "abc123", "namespace": "risk"},
        "logstore": {"project": "shop-eu", "name": "clicks"},
        "directory": ["Root", "Secret folder", "shop"],
        "policies": [
            {"name": "shop readers", "attach": "identity", "document": identity},
            {"attach": {"control": "Secret folder"}, "document": "{\"Version\": \"1\", \"Statement\": []}"},
            {"attach": {"group": "rg-acfmsecret"}, "system": "AliyunLogReadOnlyAccess"}],
        "notes": "zhang.san asks, 1987654321098765.cn-hangzhou.fc.aliyuncs.com answers zhang.san.",
        "jobs": {"drafts": [{"name": "shop draft", "text": "WITH ('project' = 'shop-eu', 'logStore'='clicks')"}]},
    });
    let (new, replaced) = pseudonymised(&content);
    let text = new.to_string();
    for secret in
        ["1987654321098765", "zhang", "abc123", "risk", "shop", "clicks", "Secret", "other-secret", "acfm"]
    {
        assert!(!text.contains(secret), "{secret} is still in {text}");
    }
    assert!(text.contains("'project' = 'web-project', 'logStore'='access-log'"), "{text}");
    assert!(
        replaced.iter().any(|one| one.kind == NameKind::User && one.from == "zhang.san" && one.to == "alice")
    );
    let known = |content: &Value| {
        let mut content = content.clone();
        content.as_object_mut().unwrap().remove("notes");
        filled(&content)
    };
    assert_eq!(marks(&answer(&known(&content))), marks(&answer(&known(&new))));
    assert_eq!(pseudonymised(&new).0, new, "a second time changes nothing");
}

#[test]
fn names_that_everybody_has_stay() {
    for text in [
        "acs:ram:*:*:role/aliyunserviceroleforflink",
        "acs:ram::*:role/*",
        "acs:ram:*:*:user/${ram:UserName}",
        r#"{"Action": "log:GetLogStore", "Resource": "acs:log:*:*:*"}"#,
    ] {
        assert_eq!(pseudonymised(&json!({ "text": text })).0["text"], text);
    }
}
