//! Generated policies over small alphabets, so that they meet often.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::Config;
use serde_json::{Value, json};

/// Some cases, or what `PROPTEST_CASES` says.
pub(crate) fn config() -> Config {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(120);
    Config { cases, failure_persistence: None, ..Config::default() }
}

const ACTIONS: [&str; 12] =
    ["*", "a", "A", "b", "a*", "*b", "?", "ab", "a?", "*a*", "sts:AssumeRole", "sts:*"];
const RESOURCES: [&str; 13] = [
    "*",
    "x",
    "X",
    "x*",
    "*y",
    "?",
    "x?y",
    "*x*y*",
    "",
    "acs:ram:*:1:x",
    "acs:ram::1:*",
    "acs:ram:r:1:x",
    "acs:**",
];

fn list(of: &'static [&'static str]) -> BoxedStrategy<Value> {
    let several = subsequence(of.to_vec(), 1..=of.len().min(3)).prop_map(|texts| json!(texts));
    prop_oneof![select(of).prop_map(|text| json!(text)), several].boxed()
}

/// Operators, keys and values of one type.
pub(crate) struct Family {
    pub(crate) operators: &'static [&'static str],
    pub(crate) key: &'static str,
    pub(crate) written: &'static [&'static str],
    /// What a policy compares with.
    pub(crate) policy: &'static [&'static str],
    /// What a request can say: one of every class that the policy's values can make, and more.
    pub(crate) request: &'static [&'static str],
}

pub(crate) const FAMILIES: [Family; 6] = [
    Family {
        operators: &[
            "StringEquals",
            "StringNotEquals",
            "StringEqualsIgnoreCase",
            "StringNotEqualsIgnoreCase",
            "StringLike",
            "StringNotLike",
            "ForAnyValue:StringEquals",
            "ForAllValues:StringLike",
            "ForAnyValue:StringNotLike",
            "ForAllValues:StringNotEquals",
        ],
        key: "k:text",
        written: &["k:text", "K:Text"],
        policy: &["a", "A", "a*", "*b", "?", "", "*", "ab"],
        request: &["", "a", "A", "b", "ab", "Ab", "AB", "ac", "aab", "cb", "c", "cc", "ba"],
    },
    Family {
        operators: &[
            "NumericEquals",
            "NumericNotEquals",
            "NumericLessThan",
            "NumericLessThanEquals",
            "NumericGreaterThan",
            "ForAllValues:NumericGreaterThanEquals",
        ],
        key: "k:number",
        written: &["k:number"],
        policy: &["1", "1.0", "2", "-3", "0.5"],
        request: &["-4", "-3.0", "-1", "0", "0.5", "0.7", "1", "1.5", "2", "1e3"],
    },
    Family {
        operators: &["DateEquals", "DateNotEquals", "DateLessThan", "DateGreaterThanEquals"],
        key: "acs:CurrentTime",
        written: &["acs:CurrentTime", "acs:currenttime"],
        policy: &["2026-01-01T00:00:00Z", "2026-01-01T00:00:00+08:00", "2026-01-01T00:00:00.000001"],
        request: &[
            "2025-01-01T00:00:00Z",
            "2025-12-31T16:00:00Z",
            "2025-12-31T20:00:00Z",
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:00:00.000001Z",
            "2027-01-01T00:00:00Z",
        ],
    },
    Family {
        operators: &["Bool", "ForAllValues:Bool"],
        key: "k:bool",
        written: &["k:bool"],
        policy: &["true", "false"],
        request: &["true", "False"],
    },
    Family {
        operators: &["IpAddress", "NotIpAddress", "ForAnyValue:NotIpAddress"],
        key: "acs:SourceIp",
        written: &["acs:SourceIp"],
        policy: &["10.0.0.0/8", "10.0.0.1", "10.0.0.0/31", "0.0.0.0/0", "::/0", "2001:db8::/32"],
        request: &["10.0.0.0", "10.0.0.1", "10.0.0.2", "9.0.0.0", "11.0.0.0", "2001:db8::5", "::1"],
    },
    Family {
        operators: &["Bool", "StringEquals", "StringNotLike"],
        key: "k:mixed",
        written: &["k:mixed"],
        policy: &["true", "false"],
        request: &["true", "True", "false", "FALSE"],
    },
];

fn condition() -> impl Strategy<Value = Value> {
    let clause = (0..FAMILIES.len()).prop_flat_map(|at| {
        let family = &FAMILIES[at];
        (select(family.operators), select(family.written), list(family.policy))
    });
    proptest::collection::vec(clause, 0..3).prop_map(|clauses| {
        let mut condition = json!({});
        for (operator, key, values) in clauses {
            // Keys that differ in case only would be a duplicate.
            let object = condition.as_object_mut().unwrap();
            let keys = object.entry(operator).or_insert_with(|| json!({})).as_object_mut().unwrap();
            if !keys.keys().any(|known| known.eq_ignore_ascii_case(key)) {
                keys.insert(key.to_owned(), values);
            }
        }
        condition
    })
}

/// A statement of an identity policy.
pub(crate) fn statement() -> impl Strategy<Value = Value> {
    let effect = prop_oneof![3 => Just("Allow"), 1 => Just("Deny")];
    let not = || prop_oneof![6 => Just(""), 1 => Just("Not")];
    let condition = prop_oneof![2 => Just(json!({})), 2 => condition()];
    (effect, not(), list(&ACTIONS), not(), list(&RESOURCES), condition).prop_map(
        |(effect, not_action, actions, not_resource, resources, condition)| {
            json!({
                "Effect": effect,
                format!("{not_action}Action"): actions,
                format!("{not_resource}Resource"): resources,
                "Condition": condition,
            })
        },
    )
}

/// The statements of a policy.
pub(crate) fn statements() -> impl Strategy<Value = Vec<Value>> {
    proptest::collection::vec(statement(), 0..4)
}

/// Two policies that are often near each other: the second is the first with a statement more, less or other,
/// or another one altogether.
pub(crate) fn pair() -> impl Strategy<Value = (Vec<Value>, Vec<Value>)> {
    (statements(), statements(), statement(), 0..6_u8, any::<prop::sample::Index>()).prop_map(
        |(one, other, statement, how, at)| {
            let mut near = one.clone();
            match how {
                0 => near.push(statement),
                1 if !near.is_empty() => drop(near.remove(at.index(one.len()))),
                2 if !near.is_empty() => near[at.index(one.len())] = statement,
                3 if !near.is_empty() => {
                    let all = ["Action", "Resource"].map(|name| statement.get(name).cloned());
                    let target = &mut near[at.index(one.len())];
                    for (name, value) in ["Action", "Resource"].into_iter().zip(all) {
                        if let (Some(value), true) = (value, target.get(name).is_some()) {
                            target[name] = value;
                        }
                    }
                }
                _ => near = other,
            }
            (one, near)
        },
    )
}
