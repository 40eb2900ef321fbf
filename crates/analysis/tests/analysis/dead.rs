//! Parts that change no answer.

use proptest::prelude::*;
use ramplay_analysis::{Options, Part, Relation, Text, What, dead, diff, prune};
use ramplay_policy::{DocumentId, PolicyKind, read};
use serde_json::{Value, json};

use crate::brute::{contexts, enumerate};
use crate::generate::{config, statements};
use crate::sets::{any_text, compare, identity, policy};

/// What is left where nothing is.
const EMPTY: &str = r#"{"Version": "1", "Statement": []}"#;

/// The statements without these parts, in JSON: independent of how the analysis takes them out.
fn without(statements: &[Value], parts: &[Part]) -> Option<Vec<Value>> {
    let mut all = statements.to_vec();
    let mut sorted = parts.to_vec();
    sorted.sort_by_key(|part| std::cmp::Reverse((part.at, part.what)));
    for part in sorted {
        let at = usize::from(part.at.statement);
        let list = |statement: &mut Value, name: &str, entry: usize| {
            for name in [name.to_owned(), format!("Not{name}")] {
                if let Some(list) = statement.get_mut(&name).and_then(Value::as_array_mut) {
                    list.remove(entry);
                }
            }
        };
        match part.what {
            What::Statement => drop(all.remove(at)),
            What::Action(entry) => list(&mut all[at], "Action", entry),
            What::Resource(entry) => list(&mut all[at], "Resource", entry),
            // Clauses are keys of an object; which one is not told apart here.
            What::Clause(_) | What::Value(..) => return None,
        }
    }
    Some(all)
}

fn found(all: &[Value]) -> ramplay_analysis::Dead {
    let policy = policy(&json!(all));
    dead(&identity(&policy), &any_text(), &Options::default()).unwrap()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn without_dead_parts_all_answers_stay(all in statements()) {
        let found = found(&all);
        prop_assert!(found.undecided.is_empty());
        let lists: Vec<Vec<Part>> = found.parts.iter().map(|part| vec![*part]).chain([found.together.clone()]).collect();
        for parts in lists {
            let Some(less) = without(&all, &parts) else { continue };
            let relation = compare(&json!(all), &json!(less), &any_text(), &Options::default()).relation;
            prop_assert_eq!(relation, Relation::Equivalent, "{:?} {}", parts, json!(all));
        }
    }

    /// The text without dead parts is a policy that answers alike.
    #[test]
    fn texts_are_pruned(all in statements()) {
        let policy = policy(&json!(all));
        let text = json!({"Version": "1", "Statement": all}).to_string();
        let set = identity(&policy);
        let found = dead(&set, &any_text(), &Options::default()).unwrap();
        let edited = prune(&set, &[Text { document: DocumentId(0), text: &text }], &found.together);
        prop_assert_eq!(edited.is_empty(), found.together.is_empty(), "{}", text);
        for edited in edited {
            let after = read(edited.text.as_deref().unwrap_or(EMPTY), PolicyKind::Identity);
            prop_assert!(after.is_usable());
            let relation = diff(&set, &identity(&after), &any_text(), &Options::default()).unwrap().relation;
            prop_assert_eq!(relation, Relation::Equivalent, "{} {:?}", text, edited.text);
        }
    }

    /// No sampled request is answered otherwise without a part of any kind that is said to be dead, or without all of
    /// them: what the analysis itself says of the difference is not asked.
    #[test]
    fn without_dead_parts_samples_stay(all in statements()) {
        let policy = policy(&json!(all));
        let text = json!({"Version": "1", "Statement": all}).to_string();
        let set = identity(&policy);
        let frame = any_text();
        let found = dead(&set, &frame, &Options::default()).unwrap();
        let contexts = contexts(&all, &[]);
        // One more, so that each goes with other actions and resources.
        let thin = contexts.len() + 1;
        let lists = found.parts.iter().map(|part| vec![*part]).chain([found.together.clone()]);
        for parts in lists {
            for edited in prune(&set, &[Text { document: DocumentId(0), text: &text }], &parts) {
                let after = read(edited.text.as_deref().unwrap_or(EMPTY), PolicyKind::Identity);
                prop_assert!(after.is_usable());
                let shown = enumerate(&set, &identity(&after), &frame.bases[0], &contexts, thin);
                prop_assert!(shown.is_empty(), "{shown:?} without {parts:?} of {text}");
            }
        }
    }

    /// What is not listed is needed.
    #[test]
    fn statements_that_stay_change_an_answer(all in statements()) {
        let found = found(&all);
        for at in 0..all.len() {
            let is_dead = found.parts.iter().any(|part| usize::from(part.at.statement) == at && part.what == What::Statement);
            let mut less = all.clone();
            less.remove(at);
            let relation = compare(&json!(all), &json!(less), &any_text(), &Options::default()).relation;
            prop_assert_eq!(relation == Relation::Equivalent, is_dead);
        }
    }
}

#[test]
fn the_kinds_of_dead_parts() {
    let all = [
        json!({"Effect": "Allow", "Action": ["a", "b"], "Resource": ["x*", "xy"],
               "Condition": {"IpAddress": {"acs:SourceIp": ["10.0.0.0/8", "10.1.0.0/16"]}}}),
        json!({"Effect": "Deny", "Action": "b", "Resource": "*"}),
        json!({"Effect": "Allow", "Action": "b", "Resource": "x"}),
        json!({"Effect": "Allow", "Action": "c", "Resource": "*"}),
        json!({"Effect": "Allow", "Action": "C", "Resource": "*"}),
        json!({"Effect": "Allow", "Action": "d", "Resource": "*",
               "Condition": {"NumericLessThan": {"k": "1"}, "NumericGreaterThan": {"k": "2"}}}),
        json!({"Effect": "Allow", "Action": "e", "Resource": "*",
               "Condition": {"StringLike": {"k": "a*"}, "StringNotEquals": {"k": "b"}}}),
    ];
    let whats = |parts: &[Part]| parts.iter().map(|part| (part.at.statement, part.what)).collect::<Vec<_>>();
    let found = found(&all);
    assert_eq!(
        whats(&found.parts),
        [
            (0, What::Action(1)),
            (0, What::Resource(1)),
            (0, What::Value(0, 1)),
            (2, What::Statement),
            (3, What::Statement),
            (4, What::Statement),
            (5, What::Statement),
            (6, What::Clause(1)),
        ]
    );
    let mut together = whats(&found.parts);
    together.retain(|part| *part != (4, What::Statement));
    assert_eq!(whats(&found.together), together);
}
