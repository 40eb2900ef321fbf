use super::*;

fn problems(text: &str, kind: PolicyKind) -> Vec<(&'static str, String)> {
    read(text, kind).diagnostics.iter().map(|d| (d.code(), d.span.of(text).to_owned())).collect()
}

fn check(text: &str, kind: PolicyKind, expected: &[(&str, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(code, under)| (*code, (*under).to_owned())).collect();
    assert_eq!(problems(text, kind), expected, "{text}");
}

#[test]
fn a_good_document_has_no_problems() {
    let text = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": ["log:Get*", "log:List*"],
        "Resource": "acs:log:*:*:project/p", "Condition": {}}, {"Effect": "Deny", "NotAction": "ram:*",
        "Resource": ["*"], "Condition": {"ForAnyValue:StringLike": {"acs:SourceVpc": ["vpc-*"]}}}]}"#;
    let reading = read(text, PolicyKind::Identity);
    assert_eq!(reading.diagnostics, []);
    assert!(reading.is_usable());
    let [first, second] = &reading.policy.statements[..] else { panic!("two statements") };
    assert_eq!(first.action.patterns[1].span.of(text), "\"log:List*\"");
    assert_eq!(first.conditions, []);
    assert!(second.action.negated);
    assert_eq!(second.conditions[0].key_span.of(text), "\"acs:SourceVpc\"");
}

#[test]
fn every_rule_of_a_document_is_checked() {
    use PolicyKind::{Control, Identity, Resource, Session, Trust};
    check("[]", Identity, &[("wrong-type", "[]")]);
    check("{}", Identity, &[("missing-element", "{"), ("missing-element", "{")]);
    check(r#"{"Version":1,"Statement":[]}"#, Identity, &[("wrong-type", "1"), ("empty-list", "[]")]);
    check(r#"{"Version":"1","Statement":"x"}"#, Identity, &[("wrong-type", "\"x\"")]);
    check(
        r#"{"Version":"1","Statement":[{"Effect":"Allow","Action":"a:b","Resource":"*","sid":""}],"Id":"x"}"#,
        Identity,
        &[("unknown-element", "\"sid\""), ("unknown-element", "\"Id\"")],
    );
    let statement = |body: &str| format!(r#"{{"Version":"1","Statement":[{{{body}}}]}}"#);
    let allow = |body: &str| statement(&format!(r#""Effect":"Allow","Action":"a:b",{body}"#));
    check(&statement(r#""Effect":"Allow","Resource":"*""#), Identity, &[("missing-element", "{")]);
    check(&statement(r#""Effect":"Allow","Action":"a:b""#), Control, &[("missing-element", "{")]);
    check(&statement(r#""Effect":"Allow","Action":"a:b""#), Session, &[("missing-element", "{")]);
    check(&statement(r#""Effect":"Allow","Action":"a:b""#), Trust, &[("missing-element", "{")]);
    check(&allow(r#""Principal":["1"]"#), Resource, &[]);
    check(&allow(r#""Principal":{"RAM":"acs:ram::1:root"}"#), Trust, &[]);
    check(&allow(r#""Principal":["1"]"#), Trust, &[("wrong-type", "[\"1\"]")]);
    check(
        &allow(r#""Resource":"*","Principal":"*""#),
        Identity,
        &[("principal-not-allowed", "\"Principal\"")],
    );
    check(&allow(r#""Resource":["*",7]"#), Identity, &[("wrong-type", "7")]);
    check(
        &allow(r#""Resource":"*","Condition":{"Null":{"k":"true"}}"#),
        Identity,
        &[("refused-operator", "\"Null\"")],
    );
    check(
        &allow(
            r#""Resource":"*","Condition":{"NumericEquals":{"k":[5,null]},"IpAddress":{"k":"10.1.1.1/8"}}"#,
        ),
        Identity,
        &[("bare-value", "5"), ("wrong-type", "null"), ("host-bits", "\"10.1.1.1/8\"")],
    );
}

#[test]
fn errors_make_a_document_unusable_and_warnings_do_not() {
    let warned = r#"{"Version":"1","Statement":{"Effect":"Allow","Action":"a:b","NotResource":[]}}"#;
    assert!(read(warned, PolicyKind::Identity).is_usable());
    assert_eq!(read(warned, PolicyKind::Identity).diagnostics.len(), 3);
    assert!(!read("{", PolicyKind::Identity).is_usable());
}

#[test]
fn limits_hold_at_the_bound_and_one_past_it() {
    let document = |count: usize| {
        let statements = vec![r#"{"Effect":"Deny","Action":"a:b","Resource":"*"}"#; count].join(",");
        format!(r#"{{"Version":"1","Statement":[{statements}]}}"#)
    };
    let codes =
        |text: &str| problems(text, PolicyKind::Trust).into_iter().map(|(code, _)| code).collect::<Vec<_>>();
    assert!(!codes(&document(1_000)).contains(&"too-many-statements"));
    assert_eq!(codes(&document(1_001)), ["too-many-statements"]);
    let padded = |length: usize| {
        let body = document(1);
        format!("{body}{}", " ".repeat(length - body.len()))
    };
    check(&padded(6_144), PolicyKind::Identity, &[]);
    check(&padded(6_145), PolicyKind::Identity, &[("over-length", "")]);
    check(&padded(4_097), PolicyKind::Control, &[("over-length", "")]);
    check(&padded(65_537), PolicyKind::Identity, &[("json-too-long", "")]);
}

#[test]
fn near_misses_are_named() {
    let near = |name| near(name, crate::condition::OPERATORS.iter().map(|row| row.name));
    assert_eq!(near("StringEqual"), Some("StringEquals"));
    assert_eq!(near("stringlike"), Some("StringLike"));
    assert_eq!(near("ArnEquals"), None);
}
