//! The tight policy allows what is needed and nothing else.

use proptest::prelude::*;
use proptest::sample::select;
use ramplay_analysis::{Options, Relation, needed, tighten};
use ramplay_policy::{
    Attached, DocumentId, Pattern, PolicyKind, PolicySet, Principal, Reading, Request, evaluate, read,
};
use serde_json::json;

use crate::generate::config;

const ACTIONS: [&str; 3] = ["log:A", "log:B", "oss:A"];
const RESOURCES: [&str; 7] = [
    "*",
    "acs:log:*:*:*",
    "acs:log:*:*:p/*",
    "acs:log:r:1:p/x",
    "acs:log:r:1:p/y",
    "acs:oss:*:1:b",
    "acs:oss:*:1:b/*",
];

fn alice() -> Request {
    Request::new(Principal::ram_user("1", "alice"), "", "")
}

proptest! {
    #![proptest_config(config())]

    /// Whatever today's policies are: needs are allowed, what no need covers is not.
    #[test]
    fn exactly_what_is_needed(
        needs in proptest::collection::vec((select(&ACTIONS[..]), select(&RESOURCES[..])), 0..8),
        today in proptest::collection::vec((select(&ACTIONS[..]), select(&RESOURCES[..])), 0..3),
    ) {
        let lines: Vec<String> = needs.iter().map(|(action, resource)| format!("{action} {resource}")).collect();
        let text = lines.join("\n");
        let calls = needed(&text).unwrap();
        let statements: Vec<_> = today
            .iter()
            .map(|(action, resource)| json!({"Effect": "Allow", "Action": action, "Resource": resource}))
            .collect();
        let today = read(&json!({"Version": "1", "Statement": statements}).to_string(), PolicyKind::Identity);
        let set = PolicySet {
            identity: vec![Attached { document: DocumentId(0), policy: &today.policy }],
            ..PolicySet::default()
        };
        let tight = tighten(&set, &calls, &alice(), &Options::default()).unwrap();
        prop_assert!(tight.still_denied.is_empty());
        let readings: Vec<Reading> =
            tight.documents.iter().map(|document| read(&document.to_text(), PolicyKind::Identity)).collect();
        prop_assert!(readings.iter().all(Reading::is_usable));
        let after = PolicySet {
            identity: readings.iter().map(|reading| Attached { document: DocumentId(0), policy: &reading.policy }).collect(),
            ..PolicySet::default()
        };
        for action in ACTIONS {
            for resource in RESOURCES {
                let request = Request::new(Principal::ram_user("1", "alice"), action, resource);
                let is_needed = needs.iter().any(|(of, on)| *of == action && Pattern::new(on).matches(resource));
                prop_assert_eq!(evaluate(&after, &request).unwrap().is_allowed(), is_needed, "{} {}", action, resource);
            }
        }
        // Once more changes nothing.
        let again = tighten(&after, &calls, &alice(), &Options::default()).unwrap();
        prop_assert_eq!(again.diff.relation, Relation::Equivalent);
    }
}
