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

#[test]
fn a_review_loses_its_names_too() {
    let document = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:*", "Resource": "acs:log:*:1987654321098765:project/shop/*"}]}"#;
    let content = json!({
        "version": 1, "logon": "rd.ram_user",
        "identities": {"account": "1987654321098765", "user": "yu"},
        "logstore": {"project": "shop-eu", "name": "clicks"},
        "directory": ["Root", "Hidden folder", "member"],
        "policies": [{"name": "new secret", "attach": "identity", "document": document},
            {"name": "old secret", "attach": {"control": "Hidden folder"}, "document": document}],
        "base": [{"name": "old secret", "attach": {"control": "Hidden folder"}, "document": document},
            {"name": "gone secret", "attach": "identity", "document": document}],
        "assertions": {"lines": [
            "user yu may not log:DeleteLogStore on project/shop-eu/logstore/clicks # says wu",
            "user wu may log:GetLogStore", "  role  boss cannot log:DeleteProject", "user may read", "job can write"]},
        "comments": [
            {"author": "Zhang San", "policy": 0, "text": "shop-eu belongs to 1987654321098765"},
            {"author": "Li Si", "row": "logs.pull", "text": "clicks"},
            {"author": "Zhang San", "text": "ok"}],
    });
    let (new, _) = pseudonymised(&content);
    let text = new.to_string();
    for secret in [
        "1987654321098765",
        "shop",
        "clicks",
        "secret",
        "Hidden",
        "Zhang",
        "Li Si",
        "boss",
        "user yu",
        "user wu",
    ] {
        assert!(!text.contains(secret), "{secret} is still in {text}");
    }
    assert_eq!(
        new["assertions"]["lines"][0],
        "user alice may not log:DeleteLogStore on project/web-project/logstore/access-log # says wu"
    );
    assert_eq!(new["assertions"]["lines"][1], "user user-1 may log:GetLogStore");
    assert_eq!(new["assertions"]["lines"][3], "user may read");
    assert_eq!(new["comments"][0]["author"], new["comments"][2]["author"]);
    assert_eq!(new["base"][0], new["policies"][1], "a policy is still that of the base");
    assert_ne!(new["base"][1]["name"], new["policies"][0]["name"]);
    assert_eq!(marks(&answer(&filled(&content))), marks(&answer(&filled(&new))));
    assert_eq!(pseudonymised(&new).0, new, "a second time changes nothing");
}
