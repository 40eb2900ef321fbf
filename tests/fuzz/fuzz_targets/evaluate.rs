//! The engine decides every case, as the naive evaluator does, and its trace says why.
#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::{Corpus, fuzz_target};
use ramplay_case::{Answer, Case, run};
use ramplay_fuzz::case::{case, hide};
use ramplay_policy::{Effect, Evaluation, Outcome};
use ramplay_tests::naive;
use serde_json::Value;

fuzz_target!(|data: &[u8]| -> Corpus {
    let mut bytes = Unstructured::new(data);
    let Ok(whole) = case(&mut bytes) else { return Corpus::Reject };
    let answer = decide(&whole);
    let code = answer.as_ref().map(|evaluation| evaluation.verdict().code());
    assert_eq!(code.ok(), naive::decide(&whole).ok(), "engine and naive evaluator on {whole}");
    let Ok(evaluation) = answer else { return Corpus::Keep };
    assert!(decide(&whole).as_ref() == Ok(&evaluation), "{whole} was decided in two ways");
    assert_traced(&whole, &evaluation);

    // What was decided is among what is possible when some of the policies are not known.
    let mut hidden = whole.clone();
    if hide(&mut hidden, &mut bytes).is_err() {
        return Corpus::Keep;
    }
    if let Ok(possible) = decide(&hidden).map(|evaluation| evaluation.possible) {
        for decision in evaluation.possible.iter() {
            assert!(possible.contains(decision), "{decision:?} of {whole} is not possible for {hidden}");
        }
    }
    Corpus::Keep
});

fn decide(case: &Value) -> Answer {
    let typed: Case = match serde_json::from_str(&case.to_string()) {
        Ok(typed) => typed,
        Err(error) => panic!("{case} is no case: {error}"),
    };
    run(&typed)
}

/// Every statement of the trace applies or not as the naive evaluator says, and what decides applies.
fn assert_traced(case: &Value, evaluation: &Evaluation) {
    for (index, check) in evaluation.checks.iter().enumerate() {
        for layer in &check.layers {
            for trace in &layer.statements {
                let (document, statement) = (trace.at.document.0 as usize, usize::from(trace.at.statement));
                let applies = naive::statement_applies(case, document, statement, index);
                let traced = matches!(trace.outcome, Outcome::Applies(_));
                assert_eq!(applies, Ok(traced), "statement {statement} of document {document} of {case}");
            }
        }
        for decisive in check.deciding() {
            assert!(matches!(decisive.outcome, Outcome::Applies(_)), "{decisive:?} decides {case}");
            let allows = check.decision().is_some_and(ramplay_policy::Decision::is_allow);
            assert_eq!(decisive.effect == Effect::Allow, allows, "{decisive:?} decides {case}");
        }
    }
}
