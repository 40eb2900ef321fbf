//! The way in, and single questions.

use ramplay_flink::LogonMethod;
use ramplay_playground::{
    Attach, Hidden, KeyValue, Mark, Node, Question, Reader, Scenario, answer, ask, read_all, resources_of,
    way,
};
use ramplay_policy::Layer;

use crate::support::{
    OTHER, allow, bare, control, deny, document, full_access, identity, may_assume, owner_with, with,
};

fn marks(scenario: &Scenario) -> Vec<(Layer, Mark)> {
    way(scenario, &answer(scenario)).layers.iter().map(|stage| (stage.layer, stage.mark)).collect()
}

#[test]
fn a_user_of_the_account_goes_straight_in() {
    let scenario = owner_with(LogonMethod::RamUserSameAccount, [full_access()]);
    let way = way(&scenario, &answer(&scenario));
    assert_eq!(way.start.as_deref(), Some("acs:ram::1000000000000001:user/alice"));
    assert!(way.role.is_none() && way.directory.is_empty());
    assert_eq!(marks(&scenario), [(Layer::IdentityAccount, Mark::Allow)]);
}

#[test]
fn a_role_is_assumed_through_its_gates() {
    let trust = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"RAM": ["acs:ram::9000000000000009:root"]}}]}"#;
    let scenario =
        with(LogonMethod::RamRoleOtherAccount, [may_assume(), document(Attach::Trust, trust), full_access()]);
    let way = way(&scenario, &answer(&scenario));
    assert_eq!(way.start, Some(format!("acs:ram::{OTHER}:user/alice")));
    assert_eq!(way.role.as_deref(), Some("acs:ram::1000000000000001:role/flink-ops"));
    let gates: Vec<Mark> = way.gates.iter().map(|gate| gate.state.mark()).collect();
    assert!(gates.contains(&Mark::ImplicitDeny) && gates.contains(&Mark::Allow), "{:?}", way.gates);
}

#[test]
fn the_way_down_the_directory_ends_where_a_control_policy_denies() {
    let mut scenario =
        owner_with(LogonMethod::RdRamUser, [full_access(), control("Production", deny("stream:*", "*"))]);
    let found = way(&scenario, &answer(&scenario));
    let kinds: Vec<Node> = found.directory.iter().map(|level| level.kind).collect();
    assert_eq!(kinds, [Node::Root, Node::Folder, Node::Member]);
    let denied = &found.directory[1];
    assert_eq!(
        (denied.name.as_str(), denied.mark, denied.documents.as_slice()),
        ("Production", Some(Mark::ExplicitDeny), &[1][..])
    );
    scenario.unknown.push(Hidden::Control);
    assert!(way(&scenario, &answer(&scenario)).directory.iter().all(|level| level.unknown));
}

#[test]
fn every_logon_method_has_a_way() {
    for method in LogonMethod::ALL {
        let scenario = bare(method);
        let found = way(&scenario, &answer(&scenario));
        let has_role = method.assumes_role() || method == LogonMethod::CloudSsoRamRole;
        assert_eq!(found.role.is_some(), has_role, "{method:?}");
        assert_eq!(found.directory.is_empty(), !method.is_member(), "{method:?}");
        assert_eq!(found.start.is_none(), method.id().starts_with("cloudsso."), "{}", method.id());
    }
}

fn mark(scenario: &Scenario, who: Reader, action: &str, resource: &str, keys: &[(&str, &str)]) -> Mark {
    let keys =
        keys.iter().map(|(key, value)| KeyValue { key: (*key).to_owned(), value: (*value).to_owned() });
    let question =
        Question { who, action: action.to_owned(), resource: resource.to_owned(), keys: keys.collect() };
    ask(scenario, &read_all(scenario, &[]), &question).mark()
}

#[test]
fn anything_can_be_asked() {
    let scenario = with(LogonMethod::RamUserSameAccount, [identity(allow("ecs:Describe*", "*"))]);
    let of = |who, action| mark(&scenario, who, action, "*", &[]);
    assert_eq!(of(Reader::Principal, "ecs:DescribeInstances"), Mark::Allow);
    assert_eq!(of(Reader::Principal, " ecs:DescribeInstances "), Mark::Allow);
    assert_eq!(of(Reader::Job, "ecs:DescribeInstances"), Mark::ImplicitDeny);
    assert_eq!(of(Reader::Principal, "ecs:StopInstance"), Mark::ImplicitDeny);
}

#[test]
fn keys_of_the_question_come_before_those_of_the_scenario() {
    let policy = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*",
        "Condition": {"StringEquals": {"acs:RequestTag/env": "dev"}}}]}"#;
    let mut scenario = with(LogonMethod::RamUserSameAccount, [identity(policy)]);
    scenario
        .circumstances
        .keys
        .push(KeyValue { key: "acs:requesttag/env".to_owned(), value: "prod".to_owned() });
    let of = |keys: &[(&str, &str)]| mark(&scenario, Reader::Principal, "ecs:StopInstance", "*", keys);
    assert_eq!(of(&[]), Mark::ImplicitDeny);
    assert_eq!(of(&[("acs:RequestTag/env", "dev")]), Mark::Allow);
}

#[test]
fn the_catalogue_knows_what_an_action_is_checked_on() {
    let scenario = bare(LogonMethod::RamUserSameAccount);
    let first = |action| resources_of(action, &scenario).into_iter().next();
    assert_eq!(first("log:ListProject").as_deref(), Some("acs:log:cn-hangzhou:1000000000000001:project/*"));
    assert!(first("log:postlogstorelogs").unwrap().ends_with("project/web-project/logstore/access-log"));
    assert!(first("log:SomethingNew").unwrap().ends_with("/logstore/access-log"));
    assert_eq!(first("ecs:DescribeInstances").as_deref(), Some("*"));
    assert!(
        first("stream:DescribeVvpInstances").unwrap().starts_with("acs:stream:cn-hangzhou:1000000000000001:")
    );
}
