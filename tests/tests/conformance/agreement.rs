//! The engine and the naive evaluator agree on generated cases.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use ramplay_case::{Expected, RunError, prepare, run};
use ramplay_policy::{Decision, Layer, Settled};
use ramplay_tests::{naive, trail};

use crate::cases::{cases_of, files};
use crate::generate::{case, config, typed};

proptest! {
    #![proptest_config(config())]

    #[test]
    fn engine_and_naive_evaluator_agree(case in case()) {
        let typed = typed(&case);
        let answer = run(&typed);
        let naive = naive::decide(&case);
        let engine = answer.as_ref().map(|evaluation| evaluation.verdict().code());
        let detail = || {
            let trail = trail(&prepare(&typed.policies), &typed.request.to_request(), &answer);
            format!("{case:#}\nnaive: {naive:?}\n{trail}")
        };
        prop_assert_eq!(engine.ok(), naive.as_ref().ok().copied(), "{}", detail());
        let expected = |error: &RunError| matches!(error.code(), "bad-value" | "bad-request-value");
        prop_assert!(engine.err().is_none_or(|errors| errors.iter().all(expected)), "{}", detail());
    }
}

#[test]
fn naive_evaluator_passes_the_cases() {
    for file in files() {
        let values = std::fs::read_to_string(&file).unwrap();
        for (typed, value) in cases_of(&file).iter().zip(values.lines()) {
            let value = serde_json::from_str(value).unwrap();
            // Of errors it knows only values that do not fit.
            let known = |code: &str| matches!(code, "bad-value" | "bad-request-value");
            let unknown = typed.error.as_deref().is_some_and(|code| !known(code));
            let guesses = typed.policies.iter().any(|attachment| attachment.unknown);
            if !typed.contested && !unknown && !guesses {
                let answer = naive::decide(&value).unwrap_or("error");
                assert_eq!(
                    answer,
                    typed.expected.map_or("nothing", Expected::code),
                    "case `{}`: {}",
                    typed.id,
                    typed.why
                );
            }
        }
    }
}

/// Agreement on a thousand cases that all end the same way would show nothing.
#[test]
fn generated_cases_reach_everything() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let mut count = |what: String| *seen.entry(what).or_default() += 1;
    for _ in 0..2_000 {
        let case = case().new_tree(&mut runner).unwrap().current();
        match run(&typed(&case)) {
            Err(errors) => count(format!("error {}", errors[0].code())),
            Ok(evaluation) => {
                for check in &evaluation.checks {
                    let settled = match check.settled {
                        Some(Settled::Layer(Layer::Control(_))) => "control".to_owned(),
                        settled => format!("{settled:?}"),
                    };
                    count(format!("{} by {settled}", check.verdict().code()));
                }
                for assumption in evaluation.assumptions().iter() {
                    count(format!("assumption {}", assumption.code()));
                }
            }
        }
    }
    for (what, count) in &seen {
        println!("{count:5} {what}");
    }
    for decision in [Decision::Allow, Decision::ExplicitDeny, Decision::ImplicitDeny] {
        let of_decision: u32 =
            seen.iter().filter(|(what, _)| what.starts_with(decision.code())).map(|(_, count)| count).sum();
        assert!(of_decision > 150, "{}: {of_decision}", decision.code());
    }
    for layer in ["control", "Session", "IdentityAccount", "IdentityGroup", "Resource", "Trust", "OwnerRoot"]
    {
        assert!(seen.keys().any(|what| what.contains(layer)), "{layer} never settles anything");
    }
    for assumption in ramplay_policy::Assumption::ALL {
        let code = assumption.code();
        assert!(seen.contains_key(&format!("assumption {code}")), "{code} is never used");
    }
}
