//! Can anything here do this?

use proptest::prelude::*;
use ramplay_analysis::{ESCALATIONS, Frame, Only, Options, can};
use ramplay_policy::{ContextMap, Decision, PolicySet, Principal, PrincipalKind, evaluate};
use serde_json::{Value, json};

use crate::generate::{config, statements};
use crate::sets::{any_text, identity, policy, request};

fn asked(statements: &Value, actions: &[&str], resources: &[&str]) -> ramplay_analysis::Can {
    let policy = policy(statements);
    let frame = Frame { only: Some(Only::of(actions, resources)), ..any_text() };
    can(&identity(&policy), &frame, &Options::default()).unwrap()
}

proptest! {
    #![proptest_config(config())]

    /// What is shown is allowed and is what was asked about; where nothing is shown, no sample is allowed.
    #[test]
    fn shown_or_proven((all, at) in (statements(), 0..4_usize)) {
        let action = ["a", "*b", "a?", "sts:*"][at];
        let resource = ["x", "*y", "*", "x?*"][at];
        let set = policy(&json!(all));
        let set = identity(&set);
        let only = Only::of(&[action], &[resource]);
        let frame = Frame { only: Some(only.clone()), ..any_text() };
        let found = can(&set, &frame, &Options::default()).unwrap();
        prop_assert!(found.obstacles.is_empty());
        prop_assert!(found.perhaps.is_none());
        if let Some(shown) = &found.surely {
            prop_assert!(evaluate(&set, shown).unwrap().is_allowed());
            prop_assert!(only.actions[0].matches(&shown.checks[0].action));
            prop_assert!(only.resources[0].matches(&shown.checks[0].resource));
        } else {
            prop_assert!(found.is_never());
            for action in ["a", "b", "ab", "ac", "cb", "sts:assumerole", "sts:x"] {
                for resource in ["x", "y", "xy", "xz", "zy", "xzy", "acs:ram::1:x"] {
                    if !only.actions[0].matches(action) || !only.resources[0].matches(resource) {
                        continue;
                    }
                    for (key, value) in [("k:text", "a"), ("k:text", "ab"), ("k:bool", "true"), ("k:number", "1")] {
                        let context = ContextMap::from([
                            (key.to_owned(), vec![value.to_owned()]),
                            ("acs:CurrentTime".to_owned(), vec!["2026-06-01T00:00:00Z".to_owned()]),
                        ]);
                        let asked = request(&frame.bases[0], action, resource, context);
                        prop_assert!(!evaluate(&set, &asked).unwrap().is_allowed(), "{asked:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn escalations_are_found_or_ruled_out() {
    let all = json!([
        {"Effect": "Allow", "Action": "ram:*", "Resource": "*"},
        {"Effect": "Deny", "Action": ["ram:Attach*", "ram:*PolicyVersion"], "Resource": "*"},
        {"Effect": "Allow", "Action": "log:*", "Resource": "*"},
    ]);
    let open: Vec<&str> = ESCALATIONS
        .iter()
        .filter(|question| asked(&all, question.actions, question.resources).surely.is_some())
        .map(|question| question.code)
        .collect();
    assert_eq!(
        open,
        ["join-group", "create-access-key", "set-password", "rewrite-trust", "pass-role", "remove-guard"]
    );
    for question in ESCALATIONS {
        let none = asked(
            &json!([{"Effect": "Allow", "Action": "log:*", "Resource": "*"}]),
            question.actions,
            question.resources,
        );
        assert!(none.is_never(), "{}", question.code);
    }
}

#[test]
fn root_users_can_without_any_policy() {
    let root = Principal {
        kind: PrincipalKind::Root,
        arn: "acs:ram::1:root".to_owned(),
        account: "1".to_owned(),
        uid: None,
    };
    let frame = Frame { only: Some(Only::of(&["log:DeleteLogStore"], &["*"])), ..Frame::of(root) };
    let found = can(&PolicySet::default(), &frame, &Options::default()).unwrap();
    let shown = found.surely.unwrap();
    assert_eq!(evaluate(&PolicySet::default(), &shown).unwrap().decision(), Some(Decision::Allow));
}
