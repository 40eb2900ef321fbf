//! What a person is told before they share.

use ramplay_link::sharing::{Advice, Inside, inside, sentence, spot};
use ramplay_link::{Options, content, pack, secrets};
use ramplay_playground::{Attach, Body, Draft, KeyValue, PolicyEntry, Scenario, example};
use ramplay_text::Lang;
use serde_json::json;

const ID: &str = "LTAI5tAbCdEfGhIjKlMnOpQr";

fn scenario() -> Scenario {
    let mut scenario = example();
    scenario.identities.user = "zhang.san".to_owned();
    scenario.circumstances.source_ip = "203.0.113.7".to_owned();
    scenario.circumstances.keys.push(KeyValue { key: "acs:tag".to_owned(), value: "x".to_owned() });
    scenario.directory.insert(1, "Finance".to_owned());
    let body = Body::Document(format!("{{\n  \"a\": \"{ID}\"\n}}"));
    scenario.policies.push(PolicyEntry { name: String::new(), attach: Attach::Job, body });
    let text = "CREATE TABLE t (a INT) WITH ('accessKey' = 'LT**')".to_owned();
    scenario.jobs.drafts.push(Draft { name: "orders".to_owned(), text });
    scenario
}

#[test]
fn what_is_in_the_example() {
    let parts = inside(&content(&example(), ""));
    assert!(matches!(parts.as_slice(), [Inside::CommonNames, Inside::Policies(names)] if names.len() == 2));
}

#[test]
fn what_is_in_a_review() {
    let mut content = content(&scenario(), "谁可以写入");
    content["base"] = json!([{"attach": "job", "system": "AliyunLogFullAccess"}]);
    content["assertions"] = json!({"made_with": "0.1.0", "lines": ["person may log:Get*", "job can write"]});
    content["comments"] = json!([{"text": "why?"}]);
    let text = |lang| {
        let parts = inside(&content).into_iter();
        parts.map(move |part| sentence::inside(&part, lang)).map(|(name, what)| format!("{name}: {what}\n"))
    };
    let (en, zh): (String, String) = (text(Lang::En).collect(), text(Lang::Zh).collect());
    assert_eq!(
        en,
        "Title: 谁可以写入
Accounts and names: zhang.san, Finance
Policies, with their texts: flink-read-logstore, AliyunStreamReadOnlyAccess, #3
Before the change: 1 policy
Flink SQL drafts: orders (1 credential is masked)
Circumstances: acs:tag, x, 203.0.113.7
Expectations: 2 expectations
Comments: 1 comment
"
    );
    assert_eq!(zh.lines().count(), en.lines().count());
}

#[test]
fn what_is_listed_is_what_is_packed() {
    let options = Options { mask: true, pseudonyms: true, ..Options::default() };
    let link = pack(content(&scenario(), ""), options).unwrap();
    let listed = format!("{:?}", inside(&link.content));
    assert!(!listed.contains("zhang") && !listed.contains("Finance"), "{listed}");
}

#[test]
fn account_ids_alone_can_be_replaced() {
    let mut scenario = scenario();
    scenario.identities.account = "1234567890123456".to_owned();
    let text = r#"{"Resource": ["acs:log:*:1234567890123456:project/a", "acs:oss:*:5555555555555555:b"]}"#;
    scenario.policies[0].body = Body::Document(text.to_owned());
    let options = Options { mask: true, accounts: true, ..Options::default() };
    let link = pack(content(&scenario, "of 1234567890123456"), options).unwrap();
    let text = link.content.to_string();
    assert!(!text.contains("1234567890123456") && !text.contains("5555555555555555"), "{text}");
    assert!(text.contains("zhang.san") && text.contains("Finance") && text.contains("project/a"), "{text}");
    assert_eq!(link.content["title"], "of 1000000000000001");
}

#[test]
fn where_secrets_stand() {
    let mut content = content(&scenario(), ID);
    content["base"] = json!([{"name": "old", "attach": "job", "document": ID}]);
    content["jobs"]["drafts"][0]["text"] = json!(format!("--\n--\nSELECT '{ID}'"));
    let spots = |lang| -> Vec<String> {
        secrets(&content).iter().map(|secret| sentence::spot(&spot(secret, &content), lang)).collect()
    };
    assert_eq!(
        spots(Lang::En),
        [
            "AccessKey ID `LTAI****` in the policy `old` before the change, line 1",
            "AccessKey ID `LTAI****` in the draft `orders`, line 3",
            "AccessKey ID `LTAI****` in the policy `#3`, line 2",
            "AccessKey ID `LTAI****` in the field `/title`",
        ]
    );
    assert_eq!(spots(Lang::Zh)[2], "权限策略 `#3` 第 2 行：AccessKey ID `LTAI****`");
}

#[test]
fn how_far_links_get() {
    assert_eq!(Advice::of(2_000), Advice::Anywhere);
    assert_eq!(Advice::of(2_001), Advice::NotEveryChat);
    assert_eq!(Advice::of(8_001), Advice::File);
}
