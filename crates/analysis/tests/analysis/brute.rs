//! Against all requests over a small alphabet.

use std::collections::BTreeSet;

use proptest::prelude::*;
use ramplay_analysis::{Options, Relation, diff};
use ramplay_policy::{ContextMap, PolicySet, Request, evaluate};
use serde_json::{Value, json};

use crate::generate::{FAMILIES, config, pair};
use crate::sets::{any_text, assert_true, identity, policy, request};

/// Texts that can be in every combination of the generated patterns: the patterns are that short.
fn texts(letters: &[char], longest: usize, more: &[&str]) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut last = all.clone();
    for _ in 0..longest {
        last = last.iter().flat_map(|text| letters.iter().map(move |char| format!("{text}{char}"))).collect();
        all.extend(last.clone());
    }
    all.extend(more.iter().map(|&text| text.to_owned()));
    all
}

/// The keys that statements use, each with what a request can say: nothing, one value, or two.
pub(crate) fn contexts(a: &[Value], b: &[Value]) -> Vec<ContextMap> {
    let written = json!([a, b]).to_string().to_lowercase();
    let mut contexts = vec![ContextMap::new()];
    for family in &FAMILIES {
        if !written.contains(&family.key.to_lowercase()) {
            continue;
        }
        let set = written.contains("forany") || written.contains("forall");
        let mut values: Vec<Vec<String>> =
            family.request.iter().map(|&value| vec![value.to_owned()]).collect();
        if set {
            let singles = values.clone();
            for one in &singles {
                values.extend(singles.iter().map(|other| [one.clone(), other.clone()].concat()));
            }
        }
        let absent = if family.key == "acs:CurrentTime" { None } else { Some(None) };
        let said: Vec<Option<Vec<String>>> = absent.into_iter().chain(values.into_iter().map(Some)).collect();
        contexts = contexts
            .iter()
            .flat_map(|context| {
                said.iter().map(|values| {
                    let mut context = context.clone();
                    context.extend(values.clone().map(|values| (family.key.to_owned(), values)));
                    context
                })
            })
            .collect();
        if contexts.len() > 3_000 {
            contexts.truncate(3_000);
        }
    }
    contexts
}

/// The ordered pairs of answers that differ, over all these requests, or every so manieth of them.
pub(crate) fn enumerate(
    a: &PolicySet<'_>,
    b: &PolicySet<'_>,
    base: &Request,
    contexts: &[ContextMap],
    thin: usize,
) -> BTreeSet<(&'static str, &'static str)> {
    let actions = texts(&['a', 'b', 'c'], 3, &["sts:assumerole", "sts:assumerolewithsaml", "sts:a", "sts:"]);
    let resources = texts(
        &['x', 'y', 'z'],
        3,
        &[
            "X",
            "acs:ram::1:x",
            "acs:ram::1:y",
            "acs:ram::1:",
            "acs:ram:q:1:x",
            "acs:ram:::1:x",
            "acs:ram::1:1:x",
            "acs:ram:",
            "acs:ram::1:zx",
            "acs:log:q",
            "acs:",
            "xzxy",
            "zxzy",
        ],
    );
    let mut found = BTreeSet::new();
    let mut at = 0_usize;
    for action in &actions {
        for resource in &resources {
            let mut asked = request(base, action, resource, ContextMap::new());
            for context in contexts {
                at += 1;
                if !at.is_multiple_of(thin) {
                    continue;
                }
                asked.context.clone_from(context);
                let (Ok(one), Ok(other)) = (evaluate(a, &asked), evaluate(b, &asked)) else { continue };
                if one.possible != other.possible {
                    found.insert((one.verdict().code(), other.verdict().code()));
                }
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(config())]

    /// No short request shows a change that is not found; that what is found is true, its witnesses show.
    #[test]
    fn finds_what_all_short_requests_show((a, b) in pair()) {
        let (one, other) = (policy(&json!(a)), policy(&json!(b)));
        let (one, other) = (identity(&one), identity(&other));
        let frame = any_text();
        let found = diff(&one, &other, &frame, &Options::default()).unwrap();
        assert_true(&one, &other, &found);
        prop_assert!(found.obstacles.is_empty(), "{:?}\n{a:?}\n{b:?}", found.obstacles);
        let contexts = contexts(&a, &b);
        // All of them where there are few contexts, else every so manieth: whatever differs must be found.
        let thin = if contexts.len() <= 3 { 1 } else { contexts.len() / 3 + 1 };
        let shown = enumerate(&one, &other, &frame.bases[0], &contexts, thin);
        let said: BTreeSet<_> =
            found.changes.iter().map(|change| (change.from.verdict().code(), change.to.verdict().code())).collect();
        prop_assert!(shown.is_subset(&said), "{shown:?} {said:?}\n{}\n{}", json!(a), json!(b));
        if found.relation == Relation::Equivalent {
            prop_assert!(shown.is_empty());
        }
        // Without conditions and ARNs all classes are among these requests: they show exactly what is said.
        let written = json!([a, b]).to_string();
        let is_small = contexts.len() == 1 && ["acs:", "sts:"].iter().all(|part| !written.contains(part));
        prop_assert!(!is_small || shown == said, "{shown:?} {said:?}\n{}\n{}", json!(a), json!(b));
    }
}

/// Agreement on pairs that are all alike would show nothing.
#[test]
fn generated_pairs_reach_every_relation() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;

    let mut runner = TestRunner::deterministic();
    let mut seen = std::collections::BTreeMap::<String, u32>::new();
    for _ in 0..1_000 {
        let (a, b) = pair().new_tree(&mut runner).unwrap().current();
        let (one, other) = (policy(&json!(a)), policy(&json!(b)));
        let found = diff(&identity(&one), &identity(&other), &any_text(), &Options::default()).unwrap();
        *seen.entry(found.relation.code().to_owned()).or_default() += 1;
        for change in &found.changes {
            let kind = format!("{} {}", change.from.verdict().code(), change.to.verdict().code());
            *seen.entry(kind).or_default() += 1;
        }
    }
    println!("{seen:?}");
    for relation in ["equivalent", "same-access", "wider", "narrower", "incomparable"] {
        assert!(seen.get(relation).is_some_and(|count| *count > 20), "{relation}: {seen:?}");
    }
    assert_eq!(seen.len(), 5 + 6, "{seen:?}");
}
