//! Changes of a text that keep its meaning keep the answer; changes of the question change it as they must.

use proptest::prelude::*;
use proptest::sample::Index;
use ramplay_analysis::{Options, Relation, diff};
use ramplay_policy::{Attached, DocumentId};
use serde_json::{Value, json};

use crate::generate::{config, pair, statement, statements};
use crate::sets::{any_text, compare, identity, policy};

fn relation(a: &[Value], b: &[Value]) -> Relation {
    compare(&json!(a), &json!(b), &any_text(), &Options::default()).relation
}

fn as_list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_else(|| vec![value.clone()])
}

/// A clause of a statement that one of its values is enough for: operator, key and values.
fn alternatives(statement: &Value) -> Option<(String, String, Vec<Value>)> {
    let operators = statement["Condition"].as_object()?;
    operators
        .iter()
        .filter(|(operator, _)| !operator.contains("Not") && !operator.contains("ForAll"))
        .flat_map(|(operator, keys)| {
            keys.as_object().into_iter().flatten().map(move |(key, values)| (operator, key, values))
        })
        .map(|(operator, key, values)| (operator.clone(), key.clone(), as_list(values)))
        .find(|(.., values)| values.len() > 1)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_policy_is_equivalent_to_itself(one in statements()) {
        prop_assert_eq!(relation(&one, &one), Relation::Equivalent);
    }

    #[test]
    fn order_and_repetition_do_not_count(one in statements(), at in any::<Index>()) {
        let mut other: Vec<Value> = one.iter().rev().cloned().collect();
        if !one.is_empty() {
            other.push(one[at.index(one.len())].clone());
        }
        prop_assert_eq!(relation(&one, &other), Relation::Equivalent);
    }

    /// A list can be cut into statements, of one entry each, and be written with other wildcards.
    #[test]
    fn statements_can_be_cut(one in statement(), rest in statements()) {
        let mut other = rest.clone();
        for element in ["Action", "Resource"] {
            let Some(list) = one.get(element) else { continue };
            for entry in as_list(list) {
                let mut cut = one.clone();
                cut[element] = json!(entry.as_str().unwrap().replace('*', "**"));
                other.push(cut);
            }
            let whole: Vec<Value> = rest.iter().cloned().chain([one.clone()]).collect();
            prop_assert_eq!(relation(&whole, &other), Relation::Equivalent);
            other.truncate(rest.len());
        }
    }

    /// A condition that any of its values meets can be cut into statements of one value each.
    #[test]
    fn conditions_can_be_cut(one in statement(), rest in statements()) {
        let Some((operator, key, values)) = alternatives(&one) else { return Ok(()) };
        let with = |more: Vec<Value>| rest.iter().cloned().chain(more).collect::<Vec<_>>();
        let cut = values.iter().map(|value| {
            let mut cut = one.clone();
            cut["Condition"][&operator][&key] = value.clone();
            cut
        });
        prop_assert_eq!(relation(&with(vec![one.clone()]), &with(cut.collect())), Relation::Equivalent);
    }

    /// One document or several, and in which order they are attached.
    #[test]
    fn documents_can_be_cut(one in statements(), other in statements()) {
        let (first, second) = (policy(&json!(one)), policy(&json!(other)));
        let whole: Vec<Value> = one.iter().chain(&other).cloned().collect();
        let whole = policy(&json!(whole));
        let mut apart = identity(&second);
        apart.identity.push(Attached { document: DocumentId(1), policy: &first.policy });
        let found = diff(&identity(&whole), &apart, &any_text(), &Options::default()).unwrap();
        prop_assert_eq!(found.relation, Relation::Equivalent);
    }

    /// Actions have no case.
    #[test]
    fn actions_can_be_shouted(one in statement(), rest in statements()) {
        let mut other = one.clone();
        for element in ["Action", "NotAction"] {
            let Some(list) = one.get(element) else { continue };
            other[element] = as_list(list).iter().map(|entry| json!(entry.as_str().unwrap().to_uppercase())).collect();
        }
        let with = |one: &Value| rest.iter().cloned().chain([one.clone()]).collect::<Vec<_>>();
        prop_assert_eq!(relation(&with(&one), &with(&other)), Relation::Equivalent);
    }

    /// `x*` is `x` and `x?*`.
    #[test]
    fn wildcards_can_be_taken_apart(one in statement(), rest in statements()) {
        let mut other = one.clone();
        for element in ["Action", "NotAction", "Resource", "NotResource"] {
            let Some(list) = one.get(element) else { continue };
            let entries = as_list(list).into_iter().flat_map(|entry| {
                let text = entry.as_str().unwrap().to_owned();
                match text.strip_suffix('*') {
                    Some(head) => vec![json!(head), json!(format!("{head}?*"))],
                    None => vec![json!(text)],
                }
            });
            other[element] = entries.collect();
        }
        let with = |one: &Value| rest.iter().cloned().chain([one.clone()]).collect::<Vec<_>>();
        prop_assert_eq!(relation(&with(&one), &with(&other)), Relation::Equivalent);
    }

    #[test]
    fn the_other_way_round((a, b) in pair()) {
        let (options, frame) = (Options::default(), any_text());
        let there = compare(&json!(a), &json!(b), &frame, &options);
        let back = compare(&json!(b), &json!(a), &frame, &options);
        let mirrored = match there.relation {
            Relation::Wider => Relation::Narrower,
            Relation::Narrower => Relation::Wider,
            other => other,
        };
        prop_assert_eq!(back.relation, mirrored);
        let kinds = |changes: &[ramplay_analysis::Change], swap: bool| {
            let mut kinds: Vec<_> = changes.iter().map(|change| {
                let (from, to) = (change.from.verdict().code(), change.to.verdict().code());
                if swap { (to, from) } else { (from, to) }
            }).collect();
            kinds.sort_unstable();
            kinds
        };
        prop_assert_eq!(kinds(&there.changes, false), kinds(&back.changes, true));
    }

    /// An allowing statement more never takes access away, a denying one never gives any.
    #[test]
    fn one_statement_more(rest in statements(), mut more in statement()) {
        for (effect, never) in [("Allow", Relation::Narrower), ("Deny", Relation::Wider)] {
            more["Effect"] = json!(effect);
            let with: Vec<Value> = rest.iter().cloned().chain([more.clone()]).collect();
            let found = relation(&rest, &with);
            prop_assert!(found != never && found != Relation::Incomparable, "{found:?}");
        }
    }
}
