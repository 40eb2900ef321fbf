//! Mutation coverage against brute force: texts that are really edited.

use proptest::prelude::*;
use ramplay_expect::{Expectation, State, check, coverage, parse_line, sentence};
use ramplay_playground::{Attach, Body, PolicyEntry, Reader, Scenario, example};
use ramplay_text::Lang;
use serde_json::{Value, json};

const STATEMENTS: [&str; 7] = [
    r#"{"Effect": "Allow", "Action": "log:*", "Resource": "*"}"#,
    r#"{"Effect": "Allow", "Action": ["log:Get*", "log:List*"], "Resource": "acs:log:*:*:project/web-project/*"}"#,
    r#"{"Effect": "Deny", "Action": "log:Delete*", "Resource": "*"}"#,
    r#"{"Effect": "Deny", "Action": "log:PostLogStoreLogs", "Resource": "*"}"#,
    r#"{"Effect": "Allow", "Action": "stream:*", "Resource": "*"}"#,
    r#"{"Effect": "Deny", "Action": "stream:Delete*", "Resource": "*"}"#,
    r#"{"Effect": "Allow", "Action": "ecs:*", "Resource": "*"}"#,
];

const LINES: [&str; 10] = [
    "user alice may log:GetLogStore",
    "user alice may not log:DeleteLogStore",
    "job can write",
    "job may log:GetLogStore",
    "logs.pull is allowed",
    "logs.write is explicitly denied",
    "delete-instance is denied",
    "management opens",
    "view-job-drafts is held",
    "person may ecs:Stop on *",
];

fn document(statements: &[Value]) -> String {
    json!({"Version": "1", "Statement": statements}).to_string()
}

fn scenario(policies: &[(bool, Vec<usize>)], system: bool) -> Scenario {
    let mut scenario = Scenario { policies: Vec::new(), ..example() };
    for (job, statements) in policies {
        let statements: Vec<Value> =
            statements.iter().map(|at| serde_json::from_str(STATEMENTS[*at]).unwrap()).collect();
        let attach = if *job { Attach::Job } else { Attach::Identity };
        let body = Body::Document(document(&statements));
        scenario.policies.push(PolicyEntry { name: String::new(), attach, body });
    }
    if system {
        let body = Body::System("AliyunStreamReadOnlyAccess".to_owned());
        scenario.policies.push(PolicyEntry { name: String::new(), attach: Attach::Identity, body });
    }
    scenario
}

fn states(scenario: &Scenario, expectations: &[&Expectation]) -> Vec<State> {
    check(scenario, expectations.iter().copied()).into_iter().map(|checked| checked.state).collect()
}

fn edited(scenario: &Scenario, policy: usize, edit: impl Fn(&mut Vec<Value>)) -> Scenario {
    let mut scenario = scenario.clone();
    let Body::Document(text) = &mut scenario.policies[policy].body else { panic!("a system policy") };
    let mut value: Value = serde_json::from_str(text).unwrap();
    edit(value["Statement"].as_array_mut().unwrap());
    *text = value.to_string();
    scenario
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn it_agrees_with_brute_force(
        policies in prop::collection::vec((any::<bool>(), prop::collection::vec(0..STATEMENTS.len(), 2..4)), 0..3),
        system in any::<bool>(), job in any::<bool>(),
        lines in prop::collection::vec(0..LINES.len(), 0..5),
    ) {
        let reader = if job { Reader::Job } else { Reader::Principal };
        let scenario = Scenario { reader, ..scenario(&policies, system) };
        let expectations: Vec<Expectation> =
            lines.iter().map(|at| parse_line(LINES[*at]).unwrap().unwrap()).collect();
        let expectations: Vec<&Expectation> = expectations.iter().collect();
        let before = states(&scenario, &expectations);
        let differ = |after: &Scenario| -> Vec<usize> {
            let after = states(after, &expectations);
            (0..before.len()).filter(|at| before[*at] != after[*at]).collect()
        };
        let found = coverage(&scenario, &expectations);
        prop_assert_eq!(found.untried, 0);
        for one in &found.statements {
            let (lost, turned) = match one.statement {
                Some(at) => (
                    edited(&scenario, one.policy, |all| drop(all.remove(at))),
                    Some(edited(&scenario, one.policy, |all| {
                        let other = if all[at]["Effect"] == "Allow" { "Deny" } else { "Allow" };
                        all[at]["Effect"] = Value::from(other);
                    })),
                ),
                None => {
                    let mut without = scenario.clone();
                    without.policies.remove(one.policy);
                    (without, None)
                }
            };
            prop_assert_eq!(&one.lost, &differ(&lost));
            prop_assert_eq!(&one.turned, &turned.as_ref().map(differ).unwrap_or_default());
        }
        // Whatever is left out counts for nothing here, and nobody tells when it is gone.
        for (policy, (_, statements)) in policies.iter().enumerate() {
            for at in 0..statements.len() {
                if !found.statements.iter().any(|one| (one.policy, one.statement) == (policy, Some(at))) {
                    let gone = edited(&scenario, policy, |all| drop(all.remove(at)));
                    prop_assert_eq!(differ(&gone), Vec::<usize>::new());
                }
            }
        }
    }
}

#[test]
fn what_is_not_protected_is_named() {
    let scenario = scenario(&[(false, vec![1, 3])], true);
    let line = parse_line("logs.pull is allowed").unwrap().unwrap();
    let found = coverage(&scenario, &[&line]);
    assert_eq!(sentence::coverage(&found, Lang::En), "1 of 3 statements are protected by an assertion");
    let said: Vec<String> =
        found.statements.iter().map(|one| sentence::covered(one, "deploy", Lang::En)).collect();
    assert_eq!(
        said,
        [
            "statement 1 of `deploy` is protected",
            "no assertion protects statement 2 of `deploy`",
            "no assertion protects `deploy`",
        ]
    );
    assert_eq!(found.statements[0].by(), [0]);
    // Of nothing, nothing is protected.
    assert_eq!(coverage(&scenario, &[]).protected(), 0);
}

#[test]
fn so_many_statements_are_not_all_tried() {
    let scenario = scenario(&[(false, vec![6; 300])], false);
    let line = parse_line("user alice may ecs:Stop on *").unwrap().unwrap();
    let found = coverage(&scenario, &[&line]);
    assert_eq!((found.statements.len(), found.untried), (200, 100));
    assert!(sentence::coverage(&found, Lang::En).ends_with("100 more were not tried"));
}
