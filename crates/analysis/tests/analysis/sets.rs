//! Putting policies together and comparing them.

use ramplay_analysis::{Answer, Diff, Frame, Options, Relation, Requests, diff};
use ramplay_policy::{
    Attached, Check, ContextMap, DocumentId, PolicyKind, PolicySet, Principal, Reading, Request, evaluate,
    read,
};
use serde_json::{Value, json};

/// A policy of these statements.
pub(crate) fn policy(statements: &Value) -> Reading {
    let text = json!({"Version": "1", "Statement": statements}).to_string();
    let reading = read(&text, PolicyKind::Identity);
    assert!(reading.is_usable(), "{text}: {:?}", reading.diagnostics);
    reading
}

/// Attached to the identity.
pub(crate) fn identity(reading: &Reading) -> PolicySet<'_> {
    PolicySet {
        identity: vec![Attached { document: DocumentId(0), policy: &reading.policy }],
        ..PolicySet::default()
    }
}

pub(crate) fn alice() -> Principal {
    Principal::ram_user("1", "alice")
}

/// Any request of one RAM user.
pub(crate) fn any_text() -> Frame {
    Frame { requests: Requests::AnyText, ..Frame::of(alice()) }
}

/// Compares identity policies, and replays what is found.
pub(crate) fn compare(a: &Value, b: &Value, frame: &Frame, options: &Options<'_>) -> Diff {
    let (a, b) = (policy(a), policy(b));
    let (a, b) = (identity(&a), identity(&b));
    let found = diff(&a, &b, frame, options).unwrap();
    assert_true(&a, &b, &found);
    found
}

/// Every witness and example is answered as it is said to be, and the relation fits the changes.
pub(crate) fn assert_true(a: &PolicySet<'_>, b: &PolicySet<'_>, found: &Diff) {
    let verdict = |set, request: &Request| evaluate(set, request).unwrap().verdict();
    let answer = |set, request: &Request| {
        let evaluation = evaluate(set, request).unwrap();
        let ways = evaluation.checks.iter().flat_map(|check| check.allowed_if.clone()).collect();
        Answer { possible: evaluation.possible, allowed_if: ways }
    };
    for change in &found.changes {
        assert_eq!(answer(a, &change.shortest), change.from, "{change:?}");
        assert_eq!(answer(b, &change.shortest), change.to, "{change:?}");
        assert_ne!(change.from, change.to);
        assert_eq!(verdict(a, change.witness()), change.from.verdict(), "{change:?}");
        assert_eq!(verdict(b, change.witness()), change.to.verdict(), "{change:?}");
    }
    for group in &found.groups {
        assert_eq!(verdict(a, &group.example), group.from, "{group:?}");
        assert_eq!(verdict(b, &group.example), group.to, "{group:?}");
    }
    let gained = found.changes.iter().any(|change| change.to.allows_more_than(&change.from));
    let lost = found.changes.iter().any(|change| change.from.allows_more_than(&change.to));
    match found.relation {
        Relation::Equivalent => assert!(found.changes.is_empty()),
        Relation::SameAccess => assert!(!gained && !lost && !found.changes.is_empty()),
        Relation::Wider => assert!(gained && !lost),
        Relation::Narrower => assert!(lost && !gained),
        Relation::Incomparable => assert!(gained && lost),
        Relation::Undecided => assert!(!found.obstacles.is_empty()),
    }
    assert_eq!(found.groups.is_empty(), found.changes.is_empty());
}

/// A request of a base with one check.
pub(crate) fn request(base: &Request, action: &str, resource: &str, context: ContextMap) -> Request {
    let check =
        Check { action: action.to_owned(), resource: resource.to_owned(), context: ContextMap::new() };
    let mut context = context;
    context.extend(base.context.clone());
    Request { checks: vec![check], context, ..base.clone() }
}
