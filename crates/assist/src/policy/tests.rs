use proptest::prelude::*;
use ramplay_policy::PolicyKind::{self, Control, Identity, Resource, Session, Trust};
use ramplay_text::Lang;

use super::{complete, hover};
use crate::{Documentation, Facts, Item, ItemKind, Level, PolicyPlace, PolicyPlaceKind};

fn facts() -> Facts {
    Facts {
        account: "1000000000000001".into(),
        other_accounts: vec!["2000000000000002".into()],
        region: "cn-hangzhou".into(),
        instance: "sc-1".into(),
        namespace: "ns".into(),
        project_account: "1000000000000001".into(),
        project_region: "cn-beijing".into(),
        project: "web-project".into(),
        logstore: "access-log".into(),
        consumer_group: "readers".into(),
        users: vec!["alice".into()],
        roles: vec!["flink-ops".into()],
        source_vpc: "vpc-1".into(),
        ..Facts::default()
    }
}

fn strings(list: &[&str]) -> Vec<String> {
    list.iter().map(ToString::to_string).collect()
}

fn offered(place: &PolicyPlace, kind: PolicyKind) -> Vec<Item> {
    complete(place, kind, &facts(), Lang::En)
}

/// The labels, what is listed first in front.
fn labels(place: &PolicyPlace, kind: PolicyKind) -> Vec<String> {
    let mut items = offered(place, kind);
    items.sort_by_key(|item| -i32::from(item.boost));
    items.into_iter().map(|item| item.label).collect()
}

fn at(kind: PolicyPlaceKind) -> PolicyPlace {
    PolicyPlace { kind, ..PolicyPlace::default() }
}

fn statement(present: &[&str]) -> PolicyPlace {
    let (level, present) = (Some(Level::Statement), strings(present));
    PolicyPlace { level, present, is_key: true, ..at(PolicyPlaceKind::Element) }
}

#[test]
fn elements_are_those_of_the_kind_and_each_once() {
    let rows: [(PolicyKind, &[&str], &[&str]); 6] = [
        (Identity, &[], &["Effect", "Action", "Resource", "Condition", "NotAction", "NotResource"]),
        (Control, &["Effect", "Action"], &["Resource", "Condition", "NotResource"]),
        (Session, &["Effect", "NotAction", "NotResource"], &["Condition"]),
        (Trust, &[], &["Effect", "Action", "Principal", "Condition", "NotAction"]),
        (Trust, &["Effect", "Action", "Principal", "Condition"], &[]),
        (Resource, &["Effect", "Action", "Resource"], &["Principal", "Condition"]),
    ];
    for (kind, present, expected) in rows {
        assert_eq!(labels(&statement(present), kind), expected, "{kind:?} {present:?}");
    }
    let policy = PolicyPlace { level: Some(Level::Policy), ..at(PolicyPlaceKind::Element) };
    assert_eq!(labels(&policy, Identity), ["Version", "Statement"]);
}

#[test]
fn a_principal_is_written_as_its_kind_of_policy_has_it() {
    let value = |kind| {
        let items = offered(&statement(&[]), kind);
        items.into_iter().find(|item| item.label == "Principal").and_then(|item| item.value)
    };
    assert_eq!((value(Trust), value(Resource), value(Identity)), (Some("{|}"), Some("[\"|\"]"), None));
}

#[test]
fn values_of_elements() {
    let of = |element: &str, kind| {
        labels(&PolicyPlace { element: element.into(), ..PolicyPlace::default() }, kind)
    };
    assert_eq!(of("Effect", Identity), ["Allow", "Deny"]);
    assert_eq!(of("Effect", Control), ["Deny", "Allow"]);
    assert_eq!(of("Version", Identity), ["1"]);
    assert!(of("Sid", Identity).is_empty());
}

#[test]
fn operators_come_with_their_set_prefixes() {
    let all = labels(&at(PolicyPlaceKind::Operator), Identity);
    assert_eq!(all.len(), 69);
    assert_eq!(all.first().map(String::as_str), Some("StringEquals"));
    for name in &all {
        assert!(ramplay_policy::condition::operator(name).is_some(), "{name}");
    }
}

#[test]
fn keys_that_the_operator_compares_come_first() {
    let keys = |operator: &str, actions: &[&str], kind| {
        let operator = Some(operator.to_owned());
        labels(
            &PolicyPlace { operator, actions: strings(actions), ..at(PolicyPlaceKind::ConditionKey) },
            kind,
        )
    };
    let address = keys("IpAddress", &["log:GetProject"], Identity);
    assert_eq!(address[..2], ["acs:SourceIp", "acs:VpcSourceIp"]);
    assert_eq!(keys("Bool", &["log:CreateLogStore"], Identity)[0], "log:Encrypted");
    assert!(keys("Bool", &["log:*"], Identity).contains(&"log:Encrypted".to_owned()));
    assert!(!keys("Bool", &["oss:GetObject"], Identity).contains(&"log:Encrypted".to_owned()));
    assert!(keys("StringLike", &["oss:List*"], Identity).contains(&"oss:Prefix".to_owned()));
    assert!(keys("StringEquals", &["sts:AssumeRole"], Trust).contains(&"saml:recipient".to_owned()));
    assert!(!keys("StringEquals", &["sts:AssumeRole"], Identity).contains(&"saml:recipient".to_owned()));
}

#[test]
fn values_of_condition_keys() {
    let of = |operator: &str, key: &str| {
        let (operator, condition_key) = (Some(operator.to_owned()), Some(key.to_owned()));
        let element = "Condition".into();
        labels(&PolicyPlace { element, operator, condition_key, ..PolicyPlace::default() }, Identity)
    };
    assert_eq!(of("Bool", "acs:MFAPresent"), ["true", "false"]);
    assert_eq!(of("StringEquals", "ACS:sourcevpc"), ["vpc-1"]);
    // The scenario has no address.
    assert!(of("IpAddress", "acs:SourceIp").is_empty());
    assert!(
        of("StringLike", "acs:PrincipalARN").contains(&"acs:ram::1000000000000001:user/alice".to_owned())
    );
    assert!(of("StringEquals", "my:Key").is_empty());
}

#[test]
fn actions_have_level_meaning_and_source() {
    let items = offered(&at(PolicyPlaceKind::Action), Identity);
    let of = |label: &str| items.iter().find(|item| item.label == label).unwrap_or_else(|| panic!("{label}"));
    let post = of("log:PostLogStoreLogs");
    assert_eq!((post.kind, post.detail.as_deref()), (ItemKind::Action, Some("write")));
    assert!(post.source.as_ref().unwrap().starts_with("https://"));
    assert_eq!(of("stream:CreateVvpInstance").detail.as_deref(), Some("create"));
    assert!(of("oss:GetObject").info.is_some());
    assert_eq!(of("log:Get*").kind, ItemKind::Wildcard);
    assert!(items.iter().any(|item| item.label == "stream:*"));
    let mut labels: Vec<_> = items.iter().map(|item| item.label.to_ascii_lowercase()).collect();
    labels.sort();
    let all = labels.len();
    labels.dedup();
    assert_eq!(labels.len(), all, "an action is offered twice");
}

#[test]
fn actions_that_are_there_are_left_out() {
    let place = PolicyPlace {
        prefix: "log:getproj".into(),
        present: strings(&["log:GetProject"]),
        ..at(PolicyPlaceKind::Action)
    };
    assert_eq!(labels(&place, Identity), ["log:GetProjectLogs", "log:GetProjectPolicy"]);
    assert_eq!(labels(&at(PolicyPlaceKind::Action), Trust), ["sts:AssumeRole"]);
}

#[test]
fn resources_are_those_of_the_actions() {
    let of = |actions: &[&str]| {
        let place = PolicyPlace { actions: strings(actions), ..at(PolicyPlaceKind::Resource) };
        let all = labels(&place, Identity);
        all.into_iter().take(3).collect::<Vec<_>>()
    };
    let wide = "acs:log:*:*:project/web-project/logstore/access-log";
    let exact = "acs:log:cn-beijing:1000000000000001:project/web-project/logstore/access-log";
    assert_eq!(of(&["log:GetLogStore", "log:GetCursorOrData"]), [wide, exact, "*"]);
    assert_eq!(of(&["log:listProject"])[0], "acs:log:*:*:project/*");
    assert_eq!(of(&["stream:CreateVvpInstance"]), ["*"]);
    assert_eq!(
        of(&["stream:ModifyVvpNamespaceSpec"])[1],
        "acs:stream:cn-hangzhou:1000000000000001:vvpinstance/sc-1/vvpnamespace/ns"
    );
    assert_eq!(of(&["sts:AssumeRole"])[0], "acs:ram::*:role/flink-ops");
    assert!(of(&[]).iter().any(|arn| arn.starts_with("acs:log:")));
    assert_eq!(of(&["my:Thing"]).len(), 3);
}

#[test]
fn every_template_is_filled() {
    let all: Vec<&str> = super::actions::known().iter().map(|known| known.name).collect();
    let place = PolicyPlace { actions: strings(&all), ..at(PolicyPlaceKind::Resource) };
    for facts in [facts(), Facts::default()] {
        for item in complete(&place, Identity, &facts, Lang::Zh) {
            assert!(!item.label.contains(['{', '}']), "{}", item.label);
        }
    }
}

#[test]
fn principals() {
    let place = |is_key, of: Option<&str>| PolicyPlace {
        is_key,
        principal_type: of.map(ToOwned::to_owned),
        ..at(PolicyPlaceKind::Principal)
    };
    assert_eq!(labels(&place(true, None), Trust), ["RAM", "Service", "Federated"]);
    let ram = labels(&place(false, Some("RAM")), Trust);
    assert_eq!(ram[..2], ["acs:ram::1000000000000001:root", "acs:ram::2000000000000002:root"]);
    assert!(ram.contains(&"acs:ram::2000000000000002:role/flink-ops".to_owned()));
    assert!(labels(&place(false, Some("Service")), Trust).contains(&"log.aliyuncs.com".to_owned()));
    assert_eq!(labels(&place(false, None), Resource)[..2], ["*", "1000000000000001"]);
    assert!(labels(&place(true, None), Identity).is_empty());
}

/// What is told of `word`, which starts at 10, with the pointer `into` it.
fn told(place: &PolicyPlace, word: &str, into: u32, kind: PolicyKind) -> Option<Documentation> {
    let to = 10 + u32::try_from(word.encode_utf16().count()).unwrap();
    let place = PolicyPlace { from: 10, to, ..place.clone() };
    hover(&place, word, 10 + into, kind, &facts(), Lang::En)
}

#[test]
fn words_are_told_with_status_and_source() {
    use PolicyPlaceKind::{Action, ConditionKey, Element, Operator, Principal, Value};
    let of = |kind, element: &str| PolicyPlace { element: element.into(), ..at(kind) };
    let rows = [
        (of(Element, ""), "Effect", Identity, Some("Whether the statement allows")),
        (of(Element, ""), "NotResource", Identity, Some("our reading")),
        (of(Element, ""), "Sid", Identity, None),
        (of(Element, ""), "Principal", Identity, None),
        (of(Value, "Effect"), "Deny", Identity, Some("explicitly denied")),
        (of(Operator, "Condition"), "StringLike", Identity, Some("`*` stands for any text")),
        (of(Operator, "Condition"), "ForAllValues:Bool", Identity, Some("all have to meet it")),
        (of(Operator, "Condition"), "IpAddressIncludeBorder", Identity, Some("our reading")),
        (of(Operator, "Condition"), "ArnLike", Identity, None),
        (
            of(ConditionKey, "Condition"),
            "acs:requesttag/team",
            Identity,
            Some("A tag that the request sends"),
        ),
        (of(ConditionKey, "Condition"), "ecs:tag/x", Identity, Some("in none of our lists")),
        (of(Action, "Action"), "LOG:getproject", Identity, Some("Access level: get.")),
        (of(Action, "Action"), "log:Getx", Identity, Some("do not list this action")),
        (of(Action, "Action"), "log:*Shard*", Identity, Some("`log:SplitShard`")),
        (of(Action, "Action"), "x:*", Identity, Some("No action of the catalogues")),
        (of(Principal, "Principal"), "acs:ram::1:root", Trust, Some("Every RAM user and RAM role")),
        (of(Value, ""), "", Identity, None),
    ];
    for (place, word, kind, expected) in rows {
        let found = told(&place, word, 1, kind);
        let text = found.as_ref().map(|found| found.text.clone());
        match expected {
            Some(part) => assert!(text.as_ref().is_some_and(|text| text.contains(part)), "{word}: {text:?}"),
            None => assert_eq!(text, None, "{word}"),
        }
    }
    let action = told(&of(Action, ""), "log:GetProject", 3, Identity).unwrap();
    assert_eq!((action.from, action.to), (10, 24));
    assert!(action.source.unwrap().starts_with("https://") && action.text.ends_with("A source says so."));
}

#[test]
fn the_part_of_an_arn_under_the_pointer() {
    let place = PolicyPlace {
        actions: strings(&["log:GetLogStore", "log:GetProject"]),
        ..at(PolicyPlaceKind::Resource)
    };
    let arn = "acs:log:*:*:project/web-project/logstore/*";
    let rows = [
        (1, "acs", "starts with `acs`"),
        (5, "log", "`log` is Simple Log Service."),
        (9, "*", "Every region"),
        (11, "*", "Every account."),
        (20, "project/web-project/logstore/*", "matches what these are checked on: `log:GetLogStore`."),
        (20, "project/web-project/logstore/*", "does not match what these are checked on: `log:GetProject`."),
    ];
    for (into, title, text) in rows {
        let found = told(&place, arn, into, Identity).unwrap();
        assert_eq!(found.title, title);
        assert!(found.text.contains(text), "{into}: {}", found.text);
    }
    assert!(told(&place, "*", 1, Identity).unwrap().text.contains("Every resource."));
    let other = told(&place, "acs:log:*:*:project/other", 20, Identity).unwrap();
    assert!(other.text.contains("no action of the statement"), "{}", other.text);
}

#[test]
fn both_languages_say_everything() {
    use PolicyPlaceKind::{Action, ConditionKey, Element, Operator, Principal, Resource as Arn, Value};
    for kind in PolicyKind::ALL {
        for place in [Element, Operator, ConditionKey, Action, Arn, Principal, Value].map(at) {
            let of = |lang| complete(&place, kind, &facts(), lang);
            let (en, zh) = (of(Lang::En), of(Lang::Zh));
            assert_eq!(en.len(), zh.len());
            for (en, zh) in en.iter().zip(&zh) {
                assert_eq!((&en.label, en.info.is_some()), (&zh.label, zh.info.is_some()));
                assert_eq!((en.detail.is_some(), en.boost), (zh.detail.is_some(), zh.boost), "{}", en.label);
                assert!((-99..=99).contains(&en.boost));
            }
        }
    }
}

proptest! {
    /// Whatever stands there, nothing breaks, and what is told lies within it.
    #[test]
    fn any_word_is_survived(word in "\\PC{0,40}", into in 0u32..50, actions in proptest::collection::vec("[a-z]{1,4}:[A-Z*?]{0,5}", 0..3)) {
        use PolicyPlaceKind::{Action, ConditionKey, Element, Operator, Principal, Resource as Arn, Value};
        for kind in [Element, Operator, ConditionKey, Action, Arn, Principal, Value] {
            let place = PolicyPlace { actions: actions.clone(), prefix: word.clone(), ..at(kind) };
            for policy in PolicyKind::ALL {
                complete(&place, policy, &facts(), Lang::Zh);
                if let Some(found) = told(&place, &word, into, policy) {
                    let end = 10 + u32::try_from(word.encode_utf16().count()).unwrap();
                    prop_assert!(10 <= found.from && found.from <= found.to && found.to <= end);
                    prop_assert!(!found.text.is_empty());
                }
            }
        }
    }
}
