//! The exact difference beside the rows.

use proptest::prelude::*;
use ramplay_analysis::Relation;
use ramplay_playground::{Attach, Scenario};
use ramplay_review::{Exact, Finding, Of, Way, exact, review};

use crate::support::{READ, STREAM, WRITE, between, policy, scenario};

const STEPS: u64 = 2_000_000;

fn relation(found: &Exact) -> Option<Relation> {
    match &found.found {
        Finding::Diff(diff) => Some(diff.relation),
        Finding::Withheld => None,
    }
}

#[test]
fn what_no_row_shows_is_found() {
    let other = r#"{"Effect": "Allow", "Action": "ecs:StopInstance", "Resource": "*"}"#;
    let scenario = between(
        vec![policy("a", Attach::Identity, &[READ])],
        vec![policy("a", Attach::Identity, &[READ, other])],
    );
    assert!(review(&scenario).unwrap().changes_nothing());
    let found = exact(&scenario, STEPS, None);
    assert_eq!(found.len(), 1);
    assert_eq!(relation(&found[0]), Some(Relation::Wider));
}

#[test]
fn project_policies_are_a_question_of_their_own() {
    let principal =
        r#"{"Effect": "Allow", "Principal": ["*"], "Action": "log:GetLogStore", "Resource": "*"}"#;
    let scenario = between(
        vec![policy("a", Attach::Identity, &[STREAM])],
        vec![policy("a", Attach::Identity, &[STREAM]), policy("p", Attach::Project, &[principal])],
    );
    let found = exact(&scenario, STEPS, None);
    let relations: Vec<_> = found.iter().map(|one| (one.of, relation(one))).collect();
    assert_eq!(relations, [(Of::Consoles, Some(Relation::Equivalent)), (Of::Project, Some(Relation::Wider))]);
}

#[test]
fn errors_and_small_budgets_are_said() {
    let scenario = between(Vec::new(), vec![policy("a", Attach::Identity, &["{"])]);
    assert_eq!(exact(&scenario, STEPS, None)[0].found, Finding::Withheld);
    let scenario = between(Vec::new(), vec![policy("a", Attach::Identity, &[READ, WRITE, STREAM])]);
    assert_eq!(relation(&exact(&scenario, 10, None)[0]), Some(Relation::Undecided));
    assert_eq!(exact(&Scenario { base: None, ..scenario }, STEPS, None), []);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Where a row changes for the scenario's own logon method, the exact difference is not empty.
    #[test]
    fn it_finds_whatever_a_row_shows(scenario in scenario()) {
        let found = review(&scenario).unwrap();
        let shown = |way| found.methods[0].changes.iter().any(|change| {
            // The opening of a console and the permissions behind it rest on more than one request.
            change.way == way && change.subject.id().contains(['.', '-'])
                && !matches!(change.subject, ramplay_review::Subject::Permission(_))
        });
        let all = exact(&scenario, STEPS, None);
        let wider = all.iter().any(|one| matches!(&one.found, Finding::Diff(diff) if diff.gives_access()));
        let narrower = all.iter().any(|one| matches!(&one.found, Finding::Diff(diff) if diff.takes_access()));
        prop_assert!(!shown(Way::NewlyAllowed) || wider);
        prop_assert!(!(shown(Way::NewlyDenied) || shown(Way::NoLongerAllowed)) || narrower);
    }
}
