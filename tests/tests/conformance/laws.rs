//! Laws that hold whatever the policies say.

use proptest::prelude::*;
use proptest::sample::Index;
use ramplay_case::{Answer, prepare, run};
use ramplay_policy::{Decision, Effect, Outcome, Settled};
use ramplay_tests::naive;
use serde_json::{Value, json};

use crate::generate::{case, config, statement, typed};

/// The decision; none when there is an error.
fn decision(case: &Value) -> Option<Decision> {
    run(&typed(case)).ok().and_then(|evaluation| evaluation.decision())
}

/// A source of numbers that a test can repeat.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last + 1);
            items.swap(last, other);
        }
    }

    /// JSON text with lists and elements in any order.
    fn text(&mut self, value: &Value) -> String {
        match value {
            Value::Array(items) => {
                let mut items: Vec<String> = items.iter().map(|item| self.text(item)).collect();
                self.shuffle(&mut items);
                format!("[{}]", items.join(","))
            }
            Value::Object(map) => {
                let mut members: Vec<String> =
                    map.iter().map(|(key, value)| format!("{}:{}", json!(key), self.text(value))).collect();
                self.shuffle(&mut members);
                format!("{{{}}}", members.join(","))
            }
            plain => plain.to_string(),
        }
    }
}

/// The answer with everything in another order whose order does not count.
fn shuffled(case: &Value, seed: u64) -> Answer {
    let mut dice = Dice(seed);
    let mut case = case.clone();
    dice.shuffle(case["policies"].as_array_mut().unwrap());
    if let Some(checks) = case["request"].get_mut("checks") {
        dice.shuffle(checks.as_array_mut().unwrap());
    }
    case["request"]["context"] = dice.text(&case["request"]["context"]).parse().unwrap();
    for attachment in case["policies"].as_array_mut().unwrap() {
        // As a string it keeps its order.
        attachment["policy"] = dice.text(&attachment["policy"]).into();
    }
    run(&typed(&case))
}

/// The statements of a document, as a list.
fn statements(attachment: &mut Value) -> &mut Vec<Value> {
    let statements = &mut attachment["policy"]["Statement"];
    if !statements.is_array() {
        *statements = json!([statements.take()]);
    }
    statements.as_array_mut().unwrap()
}

/// One more statement in a document that is there.
fn with_statement(case: &Value, effect: &str, choice: Index, new: &Statements) -> Value {
    let mut case = case.clone();
    let attachment = choice.get_mut(case["policies"].as_array_mut().unwrap().as_mut_slice());
    let statement = new.fitting(attachment, effect);
    statements(attachment).push(statement);
    case
}

/// One more document with one statement.
fn with_document(case: &Value, effect: &str, place: &Value, new: &Statements) -> Value {
    let mut case = case.clone();
    let mut attachment = place.clone();
    attachment["policy"] = json!({"Version": "1", "Statement": [new.fitting(place, effect)]});
    case["policies"].as_array_mut().unwrap().push(attachment);
    case
}

/// One statement for each form that layers have.
#[derive(Debug, Clone)]
struct Statements {
    plain: Value,
    resource: Value,
    trust: Value,
}

impl Statements {
    fn fitting(&self, attachment: &Value, effect: &str) -> Value {
        let mut statement = match attachment["layer"].as_str().unwrap() {
            "trust" => self.trust.clone(),
            "resource" => self.resource.clone(),
            _ => self.plain.clone(),
        };
        statement["Effect"] = json!(effect);
        statement
    }
}

fn new_statements() -> impl Strategy<Value = Statements> {
    (statement("identity"), statement("resource"), statement("trust"))
        .prop_map(|(plain, resource, trust)| Statements { plain, resource, trust })
}

/// Places of documents that, being the first there, change nothing for the others.
fn additive_place() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!({"layer": "identity", "scope": "account"})),
        Just(json!({"layer": "identity", "scope": "resource_group", "resource_group": "rg-1"})),
        Just(json!({"layer": "resource"})),
        Just(json!({"layer": "trust"})),
    ]
}

/// Places where the first document takes something away: `FullAliyunAccess`, or the lack of a session policy.
fn restricting_place() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!({"layer": "session"})),
        Just(json!({"layer": "control", "attached_to": "Root"})),
        Just(json!({"layer": "control", "attached_to": "M"})),
    ]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn order_does_not_count(case in case(), seed in any::<u64>()) {
        let shuffled = shuffled(&case, seed).ok();
        prop_assert_eq!(decision(&case), shuffled.as_ref().and_then(ramplay_policy::Evaluation::decision), "{:?}", shuffled);
    }

    #[test]
    fn a_deny_allows_nothing(
        case in case(),
        choice in any::<Index>(),
        new in new_statements(),
        place in prop_oneof![additive_place(), restricting_place()],
    ) {
        let before = decision(&case);
        for after in [with_statement(&case, "Deny", choice, &new), with_document(&case, "Deny", &place, &new)] {
            if decision(&after) == Some(Decision::Allow) {
                prop_assert_eq!(before, Some(Decision::Allow), "{:#}", after);
            }
        }
    }

    /// Not so for the first control policy of a level and the first session policy: they take
    /// the place of what allows everything.
    #[test]
    fn an_allow_denies_nothing(
        case in case(),
        choice in any::<Index>(),
        new in new_statements(),
        place in additive_place(),
    ) {
        if decision(&case) == Some(Decision::Allow) {
            for after in [with_statement(&case, "Allow", choice, &new), with_document(&case, "Allow", &place, &new)] {
                // The new statement may be the first to look at a value that does not fit.
                let decision = decision(&after);
                prop_assert!(decision.is_none_or(Decision::is_allow), "{:#}\n{:?}", after, decision);
            }
        }
    }

    #[test]
    fn statements_that_do_not_apply_do_not_count(case in case()) {
        let Ok(before) = run(&typed(&case)) else { return Ok(()) };
        let traces = || before.checks.iter().flat_map(|check| &check.layers).flat_map(|layer| &layer.statements);
        let mut after = case.clone();
        for (document, attachment) in after["policies"].as_array_mut().unwrap().iter_mut().enumerate() {
            let mut indices = 0..;
            statements(attachment).retain(|_| {
                let index = indices.next().unwrap();
                let mut of_statement = traces()
                    .filter(|trace| trace.at.document.0 as usize == document && trace.at.statement == index)
                    .peekable();
                of_statement.peek().is_none()
                    || of_statement.any(|trace| matches!(trace.outcome, Outcome::Applies(_)))
            });
        }
        prop_assert_eq!(decision(&after), before.decision(), "{:#}", after);
    }

    #[test]
    fn traces_tell_the_truth(case in case()) {
        let typed = typed(&case);
        let prepared = prepare(&typed.policies);
        let Ok(answer) = prepared.run(&typed.request.to_request()) else { return Ok(()) };
        for (index, check) in answer.checks.iter().enumerate() {
            for trace in check.layers.iter().flat_map(|layer| &layer.statements) {
                let (document, statement) = (trace.at.document.0 as usize, usize::from(trace.at.statement));
                let applies = naive::statement_applies(&case, document, statement, index);
                prop_assert_eq!(Ok(matches!(trace.outcome, Outcome::Applies(_))), applies, "{:?}", trace);
                let source = &prepared.readings[document].policy.statements[statement];
                prop_assert_eq!(trace.effect, source.effect);
            }

            let wanted = match check.decision() {
                Some(Decision::Allow) => Some(Effect::Allow),
                Some(Decision::ExplicitDeny) => Some(Effect::Deny),
                Some(Decision::ImplicitDeny) | None => None,
            };
            for trace in check.deciding() {
                prop_assert!(matches!(trace.outcome, Outcome::Applies(_)), "{:?}", trace);
                prop_assert_eq!(Some(trace.effect), wanted);
            }
            let someone = check.deciding().next().is_some();
            let nobody_needed = check.decision() == Some(Decision::ImplicitDeny) || check.settled == Some(Settled::OwnerRoot);
            prop_assert_eq!(someone, !nobody_needed, "{:?}", check);
            for trace in check.nearest() {
                prop_assert!(matches!(trace.outcome, Outcome::Skipped(_)) && trace.effect == Effect::Allow);
            }
        }
    }
}
