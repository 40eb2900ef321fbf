//! The stored form of a scenario.

use proptest::prelude::*;
use ramplay_flink::{CustomRole, LogonMethod, NamespaceRole, StoreKind};
use ramplay_playground::{
    Assertions, Attach, Body, Circumstances, Draft, Field, Hidden, Identities, Jobs, KeyValue, Logstore,
    MAX_BYTES, MAX_DRAFTS, MAX_POLICIES, Member, PolicyEntry, Reader, Scenario, VERSION, Workspace, answer,
    example,
};
use ramplay_text::Lang;

use crate::say;
use crate::support::{bare, document, identity, system};

/// A scenario with every field set and every kind of attachment.
fn varied() -> Scenario {
    let text = "{\n  \"Version\": \"1\", // 中文 😀\n  \"Statement\": []\r\n}";
    Scenario {
        version: VERSION,
        logon: LogonMethod::RdRamAdminAsRole,
        identities: Identities { user: "张三".into(), ..Identities::default() },
        workspace: Workspace { region: "cn-beijing".into(), ..Workspace::default() },
        member: Some(Member::Custom(CustomRole {
            name: "job-runner".into(),
            permissions: vec!["view-files".into(), "start-stop-jobs".into()],
        })),
        unknown: Vec::new(),
        policies: vec![
            PolicyEntry { name: "mine".into(), ..identity(text) },
            system(Attach::Group("rg-1".into()), "AliyunStreamReadOnlyAccess"),
            document(Attach::Session, ""),
            document(Attach::Trust, "{}"),
            system(Attach::Caller, "NoSuchPolicy"),
            document(Attach::Control("Root".into()), "\u{feff}\t\"\\"),
            document(Attach::Project, "null"),
            system(Attach::Job, "AliyunLogFullAccess"),
        ],
        directory: vec!["Root".into(), "部门".into(), String::new(), "member".into()],
        logstore: Logstore {
            account: "2000000000000002".into(),
            kind: StoreKind::Metricstore,
            ..Logstore::default()
        },
        reader: Reader::Job,
        jobs: Jobs::default(),
        base: None,
        assertions: Assertions::default(),
        comments: Vec::new(),
        circumstances: Circumstances {
            source_ip: "203.0.113.7".into(),
            source_vpc: "vpc-1".into(),
            time: "2026-11-22T08:00:00Z".into(),
            mfa: Some(true),
            tls: Some(false),
            resource_group: "rg-1".into(),
            keys: vec![
                KeyValue { key: "acs:ResourceTag/team".into(), value: "data".into() },
                KeyValue::default(),
            ],
        },
    }
}

fn read_back(scenario: &Scenario) -> Scenario {
    let text = scenario.to_json();
    Scenario::from_json(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

#[test]
fn what_was_stored_is_read_back() {
    let mut scenarios = vec![varied(), example()];
    scenarios.extend(LogonMethod::ALL.map(bare));
    scenarios.extend(
        NamespaceRole::ALL
            .map(|role| Scenario { member: Some(Member::System(role)), ..bare(LogonMethod::AccountOther) }),
    );
    scenarios.push(Scenario { directory: Vec::new(), ..example() });
    for scenario in scenarios {
        assert_eq!(read_back(&scenario), scenario);
    }
}

#[test]
fn a_flag_that_is_not_sent_stays_so() {
    for flag in [None, Some(true), Some(false)] {
        let mut scenario = example();
        scenario.circumstances.mfa = flag;
        assert_eq!(read_back(&scenario).circumstances.mfa, flag);
        scenario.circumstances.tls = flag;
        assert_eq!(read_back(&scenario).circumstances.tls, flag, "acs:SecureTransport");
    }
}

#[test]
fn the_first_stored_form_keeps_opening() {
    let golden = include_str!("../golden/scenario-v1.json");
    assert_eq!(Scenario::from_json(golden), Ok(varied()));
    assert_eq!(format!("{}\n", varied().to_json()), golden, "and is still what is written");
}

#[test]
fn drafts_are_kept() {
    let jobs = Jobs {
        drafts: vec![Draft { name: "草稿".into(), text: "SELECT '\u{1}';".into() }],
        variables: "slslak\n".into(),
        bindings: vec![KeyValue { key: "Project name".into(), value: "web".into() }],
        assume: Vec::new(),
    };
    let scenario = Scenario { jobs, ..varied() };
    assert_eq!(read_back(&scenario), scenario);
    let many = vec![Draft::default(); MAX_DRAFTS + 1];
    let scenario = Scenario { jobs: Jobs { drafts: many, ..Jobs::default() }, ..varied() };
    let refused = Scenario::from_json(&scenario.to_json()).unwrap_err();
    assert_eq!(refused.code, "scenario-too-many-drafts");
}

#[test]
fn unknown_layers_are_kept() {
    let scenario = Scenario { unknown: Hidden::ALL.to_vec(), ..varied() };
    assert_eq!(read_back(&scenario), scenario);
}

#[test]
fn what_is_left_out_has_the_examples_values() {
    let least = Scenario::from_json(r#"{"version": 1, "logon": "account.purchaser"}"#).unwrap();
    assert_eq!(least, bare(LogonMethod::AccountPurchaser));
}

#[test]
fn every_logon_method_is_stored_by_its_id() {
    for method in LogonMethod::ALL {
        let text = format!(r#"{{"version": 1, "logon": "{}"}}"#, method.id());
        assert_eq!(Scenario::from_json(&text).map(|scenario| scenario.logon), Ok(method));
    }
}

#[test]
fn what_is_not_understood_is_refused_with_its_place() {
    let rows = [
        ("{", "1:1", "EOF"),
        ("null", "1:4", "invalid type: null"),
        ("{\"version\": 1}", "1:14", "missing field `logon`"),
        ("{\"version\": 1,\n \"logon\": \"account.buyer\"}", "2:25", "unknown variant `account.buyer`"),
        ("{\"version\": 1,\n \"logon\": \"rd.root\",\n \"user\": \"x\"}", "3:7", "unknown field `user`"),
        ("{\"version\": \"1\",\n \"logon\": \"rd.root\"}", "1:15", "invalid type: string \"1\""),
        ("{\"version\": 1, \"version\": 1,\n \"logon\": \"rd.root\"}", "1:24", "duplicate field `version`"),
        (
            "{\"version\": 1, \"logon\": \"rd.root\",\n \"identities\": {\"account\": 7}}",
            "2:28",
            "invalid type: integer `7`",
        ),
        (
            "{\"version\": 1, \"logon\": \"rd.root\",\n \"circumstances\": {\"source_ip\": \"\", \"ip\": 1}}",
            "2:40",
            "unknown field `ip`",
        ),
        (
            "{\"version\": 1, \"logon\": \"rd.root\",\n \"policies\": [{\"attach\": \"identity\"}]}",
            "2:37",
            "a policy has either `document` or `system`",
        ),
        (
            "{\"version\": 1, \"logon\": \"rd.root\",\n \"policies\": [{\"attach\": \"everyone\", \"document\": \"\"}]}",
            "2:35",
            "unknown variant `everyone`",
        ),
        ("{\"version\": 1, \"logon\": \"rd.root\"}\nx", "2:1", "trailing characters"),
    ];
    for (text, place, message) in rows {
        let error = Scenario::from_json(text).unwrap_err();
        assert_eq!(error.code, "scenario-malformed", "{text}");
        assert!(error.message.starts_with(message), "{text}: {error}");
        assert_eq!(format!("{}:{}", error.line, error.column), place, "{text}: {error}");
        assert!(!error.message.contains(" line "), "the place stands once: {error}");
    }
}

#[test]
fn a_message_keeps_what_the_person_wrote() {
    let text = "{\"version\": 1,\n \"look at line 7\": 2}";
    let error = Scenario::from_json(text).unwrap_err();
    assert!(error.message.starts_with("unknown field `look at line 7`"), "{error}");
}

#[test]
fn other_versions_are_refused() {
    for (version, rest) in [(0, ""), (2, ""), (u32::MAX, ""), (2, r#", "teleport": true"#)] {
        let text = format!(r#"{{"version": {version}, "logon": "rd.root"{rest}}}"#);
        let error = Scenario::from_json(&text).unwrap_err();
        assert_eq!(error.code, "scenario-version", "{error}");
        let newer = error.message.contains("newer");
        assert_eq!(newer, version > VERSION, "{error}");
    }
}

#[test]
fn sizes_are_bounded() {
    let padded = |bytes: usize| {
        let text = example().to_json();
        format!("{text}{}", " ".repeat(bytes - text.len()))
    };
    assert!(Scenario::from_json(&padded(MAX_BYTES)).is_ok());
    assert_eq!(Scenario::from_json(&padded(MAX_BYTES + 1)).unwrap_err().code, "scenario-too-long");
    let many = |count| Scenario { policies: vec![identity(""); count], ..example() }.to_json();
    assert!(Scenario::from_json(&many(MAX_POLICIES)).is_ok());
    assert_eq!(Scenario::from_json(&many(MAX_POLICIES + 1)).unwrap_err().code, "scenario-too-many-policies");
    let deep = format!(r#"{{"version": 1, "logon": {}"#, "[".repeat(100_000));
    assert_eq!(Scenario::from_json(&deep).unwrap_err().code, "scenario-malformed");
}

/// Names and values: ordinary, hostile, and anything.
fn word() -> impl Strategy<Value = String> {
    const KNOWN: [&str; 15] = [
        "",
        "*",
        "1000000000000001",
        "acs:ram::1000000000000001:root",
        "Root",
        "member",
        "a/b",
        "{project}",
        "203.0.113.7",
        "2026-11-22T08:00:00Z",
        "acs:SourceIp",
        "AliyunLogFullAccess",
        "ReadOnlyAccess",
        "\u{feff}\r\n",
        "中😀",
    ];
    prop_oneof![3 => proptest::sample::select(&KNOWN[..]).prop_map(str::to_owned), 1 => any::<String>()]
}

/// Policy texts: good ones, good ones with a piece missing, and anything.
fn text() -> impl Strategy<Value = String> {
    let good = r#"{"Version": "1", "Statement": [{"Effect": "Deny", "Action": ["log:*", "stream:De?c*"], "Resource": "acs:*:project/*",
        "Condition": {"ForAllValues:StringNotLike": {"acs:SourceVpc": ["v*"]}, "IpAddress": {"acs:SourceIp": "10.0.0.0/8"},
        "DateLessThan": {"acs:CurrentTime": "2027-01-01T00:00:00Z"}, "Bool": {"acs:MFAPresent": true}}}]}"#;
    let trust = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "NotResource": [],
        "Principal": {"RAM": ["acs:ram::*:root"], "Service": "ecs.aliyuncs.com", "Federated": "x"}}]}"#;
    let cut = |text: &'static str| {
        (0..text.len(), 0..40_usize).prop_map(move |(from, length)| {
            let to = (from + length).min(text.len());
            [text.get(..from), text.get(to..)].map(Option::unwrap_or_default).concat()
        })
    };
    prop_oneof![
        2 => Just(good.to_owned()),
        2 => Just(trust.to_owned()),
        3 => cut(good),
        3 => cut(trust),
        1 => any::<String>(),
        1 => word(),
    ]
}

fn attach() -> impl Strategy<Value = Attach> {
    prop_oneof![
        3 => Just(Attach::Identity),
        1 => word().prop_map(Attach::Group),
        1 => Just(Attach::Session),
        1 => Just(Attach::Trust),
        1 => Just(Attach::Caller),
        2 => word().prop_map(Attach::Control),
        1 => Just(Attach::Project),
        1 => Just(Attach::Job),
    ]
}

fn entry() -> impl Strategy<Value = PolicyEntry> {
    let body = prop_oneof![4 => text().prop_map(Body::Document), 1 => word().prop_map(Body::System)];
    (word(), attach(), body).prop_map(|(name, attach, body)| PolicyEntry { name, attach, body })
}

fn member() -> impl Strategy<Value = Option<Member>> {
    let custom = (word(), prop::collection::vec(word(), 0..3))
        .prop_map(|(name, permissions)| Some(Member::Custom(CustomRole { name, permissions })));
    let system =
        proptest::sample::select(&NamespaceRole::ALL[..]).prop_map(|role| Some(Member::System(role)));
    prop_oneof![Just(None), system, custom]
}

fn scenario() -> impl Strategy<Value = Scenario> {
    let fields = prop::collection::vec(proptest::option::weighted(0.3, word()), Field::ALL.len());
    let keys = prop::collection::vec((word(), word()).prop_map(|(key, value)| KeyValue { key, value }), 0..3);
    let lists = (prop::collection::vec(entry(), 0..5), prop::collection::vec(word(), 0..4), keys);
    let choices = (
        proptest::sample::select(&LogonMethod::ALL[..]),
        member(),
        any::<[bool; 2]>(),
        any::<[Option<bool>; 2]>(),
    );
    (fields, lists, choices).prop_map(
        |(fields, (policies, directory, keys), (logon, member, kinds, flags))| {
            let mut scenario = Scenario { logon, member, policies, directory, ..example() };
            for (field, value) in Field::ALL.into_iter().zip(fields) {
                if let Some(value) = value {
                    field.set(&mut scenario, value);
                }
            }
            scenario.reader = if kinds[0] { Reader::Job } else { Reader::Principal };
            scenario.logstore.kind = if kinds[1] { StoreKind::Metricstore } else { StoreKind::Logstore };
            scenario.circumstances.keys = keys;
            [scenario.circumstances.mfa, scenario.circumstances.tls] = flags;
            scenario
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_typed_is_answered_and_said(scenario in scenario()) {
        let found = answer(&scenario);
        prop_assert_eq!(&found, &answer(&scenario), "the same answer each time");
        prop_assert_eq!(found.operations.len(), 22);
        prop_assert_eq!(found.permissions.len(), 50);
        prop_assert_eq!(found.logstore.rows.len(), 24);
        for lang in Lang::ALL {
            prop_assert!(!say::everything(&scenario, &found, lang).is_empty());
        }
    }

    #[test]
    fn anything_typed_is_stored_and_read_back(scenario in scenario()) {
        prop_assert_eq!(Scenario::from_json(&scenario.to_json()), Ok(scenario));
    }
}
