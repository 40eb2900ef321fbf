//! Changes as people make them.

use ramplay_analysis::{Catalogue, Diff, Frame, Obstacle, Options, Relation};
use ramplay_policy::Principal;
use serde_json::{Value, json};

use crate::sets::{any_text, compare};

fn plain(a: &Value, b: &Value) -> Diff {
    compare(a, b, &any_text(), &Options::default())
}

/// The changes as `from to action resource context`.
fn told(found: &Diff) -> Vec<String> {
    let line = |change: &ramplay_analysis::Change| {
        let (from, to) = (change.from.verdict().code(), change.to.verdict().code());
        let check = &change.witness().checks[0];
        format!("{from} {to}: {} on {:?} {:?}", check.action, check.resource, change.witness().context)
    };
    found.changes.iter().map(line).collect()
}

#[test]
fn one_word() {
    let template = |actions: &str| {
        json!([
            {"Effect": "Allow", "Action": "log:ListProject", "Resource": "acs:log:*:*:project/*"},
            {"Effect": "Allow", "Action": ["log:Get*", actions],
             "Resource": "acs:log:*:*:project/web/logstore/access"},
        ])
    };
    let catalogue = Catalogue::of_flink();
    let frame = Frame::of(Principal::ram_user("1000000000000001", "alice"));
    let options = Options { catalogue: Some(&catalogue), ..Options::default() };
    let found = compare(&template("log:List*"), &template("log:*"), &frame, &options);
    assert_eq!(found.relation, Relation::Wider);
    assert_eq!(found.changes.len(), 1);
    let change = &found.changes[0];
    assert_eq!(change.shortest.checks[0].action, "log:a");
    let real = change.real.as_ref().unwrap();
    assert_eq!(real.checks[0].resource, "acs:log:cn-hangzhou:1000000000000001:project/web/logstore/access");
    let [group] = found.groups.as_slice() else { panic!("{:?}", found.groups) };
    assert_eq!(group.resources.of, ["acs:log:*:*:project/web/logstore/access"]);
    assert_eq!(group.actions.of, ["log:*"]);
    assert_eq!(group.counts.len(), 1);
    assert_eq!(group.counts[0].of, 111);
    assert!(group.known.contains(&"log:PostLogStoreLogs".to_owned()), "{:?}", group.known);
    assert!(!group.known.contains(&"log:GetLogStore".to_owned()), "{:?}", group.known);
    assert!(!group.known.contains(&"log:CreateProject".to_owned()), "checked on other resources");
    assert_eq!(group.counts[0].changed, group.known.len());
}

#[test]
fn every_ordered_pair_of_answers() {
    let rule = |effect: &str, action: &str| json!({"Effect": effect, "Action": action, "Resource": "*"});
    let a = json!([rule("Allow", "a"), rule("Allow", "b"), rule("Deny", "c"), rule("Deny", "d")]);
    let b = json!([rule("Deny", "a"), rule("Allow", "c"), rule("Allow", "e"), rule("Deny", "f")]);
    let found = plain(&a, &b);
    assert_eq!(found.relation, Relation::Incomparable);
    assert_eq!(
        told(&found),
        [
            "allow explicit_deny: a on \"\" {}",
            "allow implicit_deny: b on \"\" {}",
            "explicit_deny allow: c on \"\" {}",
            "explicit_deny implicit_deny: d on \"\" {}",
            "implicit_deny allow: e on \"\" {}",
            "implicit_deny explicit_deny: f on \"\" {}",
        ]
    );
}

#[test]
fn denials_of_another_kind_are_no_access() {
    let a = json!([{"Effect": "Allow", "Action": "a", "Resource": "*"}]);
    let b = json!([{"Effect": "Allow", "Action": "a", "Resource": "*"},
                   {"Effect": "Deny", "Action": "b", "Resource": "*"}]);
    assert_eq!(plain(&a, &b).relation, Relation::SameAccess);
}

#[test]
fn conditions_of_every_type() {
    let with = |condition: Value| json!([{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": condition}]);
    for (a, b, relation, context) in [
        (
            json!({"IpAddress": {"acs:SourceIp": "10.0.0.0/8"}}),
            json!({"IpAddress": {"acs:SourceIp": ["10.0.0.0/9", "10.128.0.0/9"]}}),
            Relation::Equivalent,
            "",
        ),
        (
            json!({"IpAddress": {"acs:SourceIp": "10.0.0.0/8"}}),
            json!({"IpAddress": {"acs:SourceIp": ["10.0.0.0/9", "10.128.0.0/10"]}}),
            Relation::Narrower,
            r#"{"acs:SourceIp": ["10.192.0.0"]}"#,
        ),
        (
            json!({"NumericLessThan": {"k": "10"}}),
            json!({"NumericLessThanEquals": {"k": 10}}),
            Relation::Wider,
            r#"{"k": ["10"]}"#,
        ),
        (
            json!({"DateLessThan": {"acs:CurrentTime": "2026-01-01T00:00:00Z"}}),
            json!({"DateLessThan": {"acs:CurrentTime": "2026-01-01T00:00:00+08:00"}}),
            Relation::Narrower,
            r#"{"acs:CurrentTime": ["2025-12-31T16:00:00Z"]}"#,
        ),
        (
            json!({"StringEquals": {"k": ["a", "b"]}}),
            json!({"StringLike": {"K": ["b", "a"]}}),
            Relation::Equivalent,
            "",
        ),
        (
            json!({"StringEquals": {"k": "a"}}),
            json!({"StringEqualsIgnoreCase": {"k": "A"}}),
            Relation::Wider,
            r#"{"k": ["A"]}"#,
        ),
        (
            json!({"Bool": {"acs:SecureTransport": "true"}}),
            json!({"StringEquals": {"acs:SecureTransport": "true"}}),
            Relation::Narrower,
            r#"{"acs:SecureTransport": ["True"]}"#,
        ),
        (
            json!({"StringNotEquals": {"k": "a"}}),
            json!({"ForAnyValue:StringNotEquals": {"k": "a"}}),
            Relation::Incomparable,
            "{}",
        ),
        (
            json!({"ForAllValues:StringEquals": {"k": ["a", "b"]}}),
            json!({"ForAnyValue:StringEquals": {"k": ["a", "b"]}}),
            Relation::Incomparable,
            "{}",
        ),
    ] {
        let found = plain(&with(a.clone()), &with(b.clone()));
        assert_eq!(found.relation, relation, "{a} {b} {:?}", told(&found));
        if relation != Relation::Equivalent {
            assert_eq!(format!("{:?}", found.changes[0].witness().context), context, "{a} {b}");
        }
    }
}

#[test]
fn time_passes_in_every_request() {
    let until = |operator: &str| {
        json!({"Effect": "Allow", "Action": "*", "Resource": "*",
               "Condition": {operator: {"acs:CurrentTime": "2026-01-01T00:00:00Z"}}})
    };
    let always = json!([{"Effect": "Allow", "Action": "*", "Resource": "*"}]);
    let split = json!([until("DateLessThan"), until("DateGreaterThanEquals")]);
    assert_eq!(plain(&split, &always).relation, Relation::Equivalent);
    let mut frame = any_text();
    frame.always.clear();
    assert_eq!(compare(&split, &always, &frame, &Options::default()).relation, Relation::Wider);
}

#[test]
fn resources_of_ram_have_no_region() {
    let on = |resource: &str| json!([{"Effect": "Allow", "Action": "*", "Resource": resource}]);
    let found = plain(&on("acs:ram:*:1:x"), &on("acs:ram::1:x"));
    assert_eq!(told(&found), ["allow implicit_deny:  on \"acs:ram:::1:x\" {}"], "`*` crosses `:`");
    assert_eq!(plain(&on("acs:ram:r:1:role/x"), &json!([])).relation, Relation::Equivalent);
    assert_eq!(plain(&on("acs:ram:*"), &on("acs:ram::*")).relation, Relation::Narrower, "`acs:ram:` alone");
    assert_eq!(plain(&on("acs:log:*:1:x"), &on("acs:log::1:x")).relation, Relation::Narrower);
}

#[test]
fn well_formed_requests_are_all_that_counts_by_default() {
    let on =
        |action: &str, resource: &str| json!([{"Effect": "Allow", "Action": action, "Resource": resource}]);
    let frame = Frame::of(Principal::ram_user("1", "alice"));
    let relation = |a: &Value, b: &Value| compare(a, b, &frame, &Options::default()).relation;
    assert_eq!(relation(&on("*", "*"), &on("*:*", "*")), Relation::Equivalent);
    assert_eq!(relation(&on("log", "*"), &on("ecs", "*")), Relation::Equivalent);
    assert_eq!(relation(&on("*", "*"), &on("*", "acs:*")), Relation::Narrower, "the resource `*`");
    assert_eq!(plain(&on("*", "*"), &on("*:*", "*")).relation, Relation::Narrower);
}

#[test]
fn what_is_not_decided_is_said() {
    let rule = |key: &str, operator: &str, value: &str| json!([{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {operator: {key: value}}}]);
    let found = plain(&rule("k", "NumericEquals", "1"), &rule("k", "StringEquals", "1"));
    assert_eq!(found.relation, Relation::Undecided);
    assert_eq!(found.obstacles, [Obstacle::MixedTypes { key: "k".to_owned() }]);
    let found = plain(&rule("k", "StringEqualsIgnoreCase", "σ"), &rule("k", "StringEquals", "σ"));
    assert_eq!(found.obstacles, [Obstacle::Folding { key: "k".to_owned() }]);

    let many = |count: usize| {
        let patterns: Vec<String> = (0..count).map(|at| format!("*{at}x*{}y*", at + 7)).collect();
        json!([{"Effect": "Allow", "NotAction": patterns, "Resource": "*"}])
    };
    let options = Options { steps: 100_000, ..Options::default() };
    let found = compare(&many(30), &many(31), &any_text(), &options);
    assert_eq!((found.relation, found.obstacles), (Relation::Undecided, vec![Obstacle::Budget]));
    assert!(found.steps < 101_000, "{}", found.steps);
}
