//! Any text is checked, in bounded time, and every finding points into it.

use proptest::prelude::*;
use proptest::sample::select;
use ramplay_policy::{PolicyKind, read};
use ramplay_text::{Lang, Span};

use super::found;
use crate::{Finding, Subject};

/// A few hundred cases, or what `PROPTEST_CASES` says.
fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(300);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn assert_well_formed(text: &str, kind: PolicyKind) {
    let inside = |span: Span| {
        let (start, end) = (span.start as usize, span.end as usize);
        start <= end && text.is_char_boundary(start) && text.is_char_boundary(end)
    };
    let subject = Subject { kind, account: Some("1234567890123456") };
    for finding in found(text, &subject) {
        assert!(inside(finding.span), "{finding:?} in {text:?}");
        assert!(finding.related.iter().all(|span| inside(*span)), "{finding:?} in {text:?}");
        for lang in Lang::ALL {
            assert!(!finding.message(lang).contains(['\n', '\r']), "{finding:?}");
            let _ = finding.help(lang);
        }
        if let Some(fix) = &finding.fix {
            assert!(fix.edits.iter().all(|edit| inside(edit.span)), "{finding:?} in {text:?}");
            let _ = fix.apply(text);
        }
    }
}

const WORDS: [&str; 64] = [
    "*",
    "**",
    "",
    " ",
    "log:*",
    "log:GetLogStore",
    "log:getlogstores",
    "sls:Get*",
    "oss:GetObject",
    "oss:ListObjects",
    "stream:*",
    "ram:PassRole",
    "sts:AssumeRole",
    "ram:*",
    "acs:log:*:*:project/p/logstore/l",
    "acs:log:*:*:project/*",
    "acs:oss:*:*:b",
    "acs:oss:*:*:b/*",
    "acs:ram::1:root",
    "acs:ram::*:role/é",
    "arn:aws:s3:::b",
    "acs:log",
    ":",
    "::::",
    "acs:::::",
    "acs:*:*",
    "{a}",
    "${b}",
    "<c>",
    "🦀",
    "é:é",
    "log:🦀*",
    "\\u0000",
    "a\\tb",
    "log.Get",
    "log：Get",
    "10.0.0.0/8",
    "0.0.0.0/0",
    "::/0",
    "300.1.1.1",
    "true",
    "false",
    "2024-01-01T00:00:00Z",
    "2024-01-01T00:00:00",
    "1",
    "1.5",
    "-1",
    "ecs.aliyuncs.com",
    "1@log.aliyuncs.com",
    "ecs",
    "acs:ram::1:saml-provider/p",
    "acs:ram::1:x",
    "acs:ram::1:oidc-provider/p",
    "LTAI5tAbCdEfGhIjKlMnOpQr",
    "vpc-*",
    "?",
    "a?",
    "ram:Create*",
    "1234567890123456",
    "12",
    "https://signin.aliyun.com/saml-role/sso",
    "?:?",
    "l*:Get*",
    "stream:GetJob",
];

const KEYS: [&str; 20] = [
    "acs:SourceIp",
    "acs:sourceip",
    "acs:CurrentTime",
    "acs:SecureTransport",
    "acs:MFAPresent",
    "acs:PrincipalARN",
    "acs:SourceVpc",
    "acs:Service",
    "aws:SourceIp",
    "oss:Prefix",
    "saml:recipient",
    "oidc:aud",
    "oidc:sub",
    "nokey",
    "acs:ResourceTag/a",
    "acs:SuorceIp",
    "",
    " acs:SourceIp",
    "log:TLSVersion",
    "sts:ExternalId",
];

const OPERATORS: [&str; 14] = [
    "StringEquals",
    "StringNotEquals",
    "StringLike",
    "StringNotLike",
    "IpAddress",
    "NotIpAddress",
    "Bool",
    "DateLessThan",
    "DateGreaterThan",
    "DateEquals",
    "NumericLessThan",
    "NumericGreaterThan",
    "ForAllValues:StringLike",
    "ForAnyValue:StringEquals",
];

fn list() -> impl Strategy<Value = String> {
    let word = select(&WORDS[..]).prop_map(|word| format!("\"{word}\""));
    prop_oneof![
        word.clone(),
        prop::collection::vec(word, 0..6).prop_map(|words| format!("[{}]", words.join(","))),
    ]
}

fn condition() -> impl Strategy<Value = String> {
    let key = (select(&KEYS[..]), list()).prop_map(|(key, values)| format!("\"{key}\": {values}"));
    let operator = (select(&OPERATORS[..]), prop::collection::vec(key, 0..3))
        .prop_map(|(operator, keys)| format!("\"{operator}\": {{{}}}", keys.join(",")));
    prop::collection::vec(operator, 0..4).prop_map(|operators| format!("{{{}}}", operators.join(",")))
}

fn statement() -> impl Strategy<Value = String> {
    let element = prop_oneof![
        select(&["Allow", "Deny", "allow"][..]).prop_map(|effect| format!("\"Effect\": \"{effect}\"")),
        (select(&["Action", "Action", "NotAction"][..]), list())
            .prop_map(|(name, list)| format!("\"{name}\": {list}")),
        (select(&["Resource", "Resource", "NotResource"][..]), list())
            .prop_map(|(name, list)| format!("\"{name}\": {list}")),
        condition().prop_map(|condition| format!("\"Condition\": {condition}")),
        list().prop_map(|list| format!("\"Principal\": {list}")),
        (select(&["RAM", "Service", "Federated", "AWS"][..]), list())
            .prop_map(|(name, list)| format!("\"Principal\": {{\"{name}\": {list}}}")),
    ];
    prop::collection::vec(element, 0..7).prop_map(|elements| format!("{{{}}}", elements.join(", ")))
}

fn policy() -> impl Strategy<Value = String> {
    prop::collection::vec(statement(), 0..5)
        .prop_map(|statements| format!("{{\"Version\": \"1\", \"Statement\": [{}]}}", statements.join(",\n")))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text(text in any::<String>(), kind in select(&PolicyKind::ALL[..])) {
        assert_well_formed(&text, kind);
    }

    #[test]
    fn any_policy(text in policy(), kind in select(&PolicyKind::ALL[..])) {
        assert_well_formed(&text, kind);
    }

    /// A fix cures something and breaks nothing.
    #[test]
    fn fixes_keep_documents_usable(text in usable()) {
        let subject = Subject::new(PolicyKind::Identity);
        let before = found(&text, &subject);
        for finding in &before {
            let Some(fix) = &finding.fix else { continue };
            let fixed = fix.apply(&text);
            let usable = read(&fixed, PolicyKind::Identity).is_usable();
            prop_assert!(usable, "{}: {}\nbecame\n{}", finding.code(), text, fixed);
            let alike = |findings: &[Finding]| findings.iter().filter(|other| other.code() == finding.code()).count();
            let after = found(&fixed, &subject);
            prop_assert!(alike(&after) < alike(&before), "{}: {}\nbecame\n{}", finding.code(), text, fixed);
        }
    }

    #[test]
    fn any_broken_policy(text in policy(), at in any::<prop::sample::Index>(), kind in select(&PolicyKind::ALL[..])) {
        let at = at.index(text.len() + 1);
        let cut = text.floor_char_boundary(at);
        assert_well_formed(text.get(..cut).unwrap(), kind);
    }
}

/// Clauses that can be read, each under an operator of its own.
const CLAUSES: [&str; 14] = [
    r#""StringEquals": {"acs:SourceIp": ["10.0.0.0/8", "10.0.0.1"], "acs:SourceIP": "10.0.0.0/8"}"#,
    r#""StringEquals": {"acs:SourceIp": ["10.0.0.0/8", "10.0.0.1"]}"#,
    r#""StringLike": {"acs:PrincipalARN": ["a", "a", " b"], "acs:PrincipalArn": "acs:ram::1:role/R"}"#,
    r#""StringNotLike": {"acs:ReqestTag/a": "*", "acs:RequestTag/a": "**"}"#,
    r#""ForAnyValue:StringLike": {"acs:SourceVpc": "vpc-*"}"#,
    r#""ForAllValues:IpAddress": {"acs:SourceIp": "10.0.0.1"}"#,
    r#""IpAddress": {"acs:SourceIp": ["0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16"], "aws:SourceIp": "::1"}"#,
    r#""NotIpAddress": {"acs:SourceIp": ["::/0", "2001:db8::1"]}"#,
    r#""Bool": {"acs:SecureTransport": "false", "acs:MFAPresent ": "true", "acs:MFAPresent": ["true", "false"]}"#,
    r#""DateLessThan": {"acs:CurrentTime": ["2024-01-01T00:00:00"]}"#,
    r#""DateGreaterThan": {"acs:CurrentTime": "2025-01-01T00:00:00Z"}"#,
    r#""NumericLessThan": {"a:b": "1"}"#,
    r#""NumericGreaterThan": {"a:b": "1.0", "oss:Prefix": "2"}"#,
    r#""DateEquals": {"acs:CurrentTime": "2025-01-01T00:00:00+08:00"}"#,
];

/// Documents without an error.
fn usable() -> impl Strategy<Value = String> {
    let clauses = prop::sample::subsequence(CLAUSES.to_vec(), 0..5);
    let statement = (any::<bool>(), list(), list(), clauses).prop_map(|(allows, action, resource, clauses)| {
        let effect = if allows { "Allow" } else { "Deny" };
        let condition = clauses.join(", ");
        format!(
            r#"{{"Effect": "{effect}", "Action": {action}, "Resource": {resource}, "Condition": {{{condition}}}}}"#
        )
    });
    prop::collection::vec(statement, 1..4)
        .prop_map(|statements| format!(r#"{{"Version": "1", "Statement": [{}]}}"#, statements.join(", ")))
        .prop_filter("two operators of one name", |text| read(text, PolicyKind::Identity).is_usable())
}

/// No rule compares everything with everything: the largest documents take well below a second.
#[test]
fn large_documents_stay_cheap() {
    let members = r#""Effect":"Allow","Action":["log:A","log:B*"],"Resource":"*""#;
    let many =
        format!(r#"{{"Version":"1","Statement":[{}]}}"#, vec![format!("{{{members}}}"); 900].join(","));
    let entries = |entry: &dyn Fn(usize) -> String| (0..1_900).map(entry).collect::<Vec<_>>().join(",");
    let wild = entries(&|index| format!("\"log:*{index}*Get*\""));
    let unknown = entries(&|index| format!("\"log:GetLogStor{index}\""));
    let resources = entries(&|index| format!("\"acs:log:*:*:project/p{index}*\""));
    let list = |action: &str, resource: &str| {
        format!(
            r#"{{"Version":"1","Statement":[{{"Effect":"Allow","Action":[{action}],"Resource":[{resource}]}}]}}"#
        )
    };
    let stars = format!("\"acs:log:{}\"", "*a".repeat(20_000));
    for text in [
        many,
        list(&wild, "\"*\""),
        list(&unknown, "\"*\""),
        list("\"log:GetLogStore\",\"log:ListProject\"", &resources),
        list("\"log:GetLogStore\"", &stars),
        list(&format!("\"log:{}\"", "*a".repeat(20_000)), "\"*\""),
    ] {
        assert!(text.len() <= 64 * 1024, "{}", text.len());
        assert_well_formed(&text, PolicyKind::Identity);
    }
}
