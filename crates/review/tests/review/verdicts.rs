//! Rows whose verdicts change.

use proptest::prelude::*;
use ramplay_flink::LogonMethod;
use ramplay_playground::{Attach, Mark, Scenario, answer, example};
use ramplay_review::{Way, changes, review, sentence};
use ramplay_text::Lang;

use crate::support::{KEEP, READ, STREAM, WRITE, between, policy, scenario, swapped};

#[test]
fn without_a_base_there_is_no_review() {
    assert_eq!(review(&example()), None);
}

#[test]
fn what_each_way_is() {
    use Mark::{Allow, Denied, Depends, ExplicitDeny, ImplicitDeny, NotChecked, Withheld};
    for (from, to, way) in [
        (ImplicitDeny, Allow, Some(Way::NewlyAllowed)),
        (ExplicitDeny, Allow, Some(Way::NewlyAllowed)),
        (Denied, Allow, Some(Way::NewlyAllowed)),
        (Allow, ExplicitDeny, Some(Way::NewlyDenied)),
        (Allow, ImplicitDeny, Some(Way::NoLongerAllowed)),
        (Allow, Denied, Some(Way::NoLongerAllowed)),
        (ImplicitDeny, ExplicitDeny, Some(Way::OtherDenial)),
        (ExplicitDeny, Denied, Some(Way::OtherDenial)),
        (Allow, Depends, Some(Way::Unclear)),
        (Withheld, Allow, Some(Way::Unclear)),
        (Withheld, Withheld, None),
        (Allow, NotChecked, None),
    ] {
        assert_eq!(Way::of(from, to), way, "{from:?} {to:?}");
    }
}

#[test]
fn four_ways() {
    let before = vec![policy("logs", Attach::Identity, &[READ]), policy("old", Attach::Identity, &[STREAM])];
    let after = vec![policy("logs", Attach::Identity, &[READ, WRITE, KEEP])];
    let scenario = between(before, after);
    let found = review(&scenario).unwrap();
    let ids = |way| found.rows(way).iter().map(|row| row.change.subject.id()).collect::<Vec<_>>();
    assert!(ids(Way::NewlyAllowed).contains(&"logs.write"));
    assert!(ids(Way::NoLongerAllowed).contains(&"management"));
    assert!(ids(Way::OtherDenial).contains(&"logstore.delete"));
    let back = review(&swapped(&scenario)).unwrap();
    assert!(back.rows(Way::NewlyAllowed).iter().any(|row| row.change.subject.id() == "management"));
    let said: Vec<String> =
        found.policies.iter().map(|change| sentence::policy_change(change, &scenario, Lang::En)).collect();
    assert_eq!(said, ["`logs` changed", "`old` was removed"]);
    // The purchaser's own account needs no policy.
    assert!(found.untouched().contains(&LogonMethod::AccountPurchaser));
    assert_eq!(found.methods[0].method, scenario.logon);
}

#[test]
fn a_change_for_the_job_is_not_lost() {
    let scenario = between(Vec::new(), vec![policy("job", Attach::Job, &[WRITE])]);
    let found = review(&scenario).unwrap();
    assert!(found.job.iter().any(|change| change.subject.id() == "logs.write"));
    assert!(!found.changes_nothing());
}

#[test]
fn an_error_leaves_it_unclear() {
    let mut scenario = between(vec![policy("a", Attach::Identity, &[READ])], Vec::new());
    scenario.policies.push(policy("a", Attach::Identity, &["{"]));
    let found = review(&scenario).unwrap();
    assert!(found.rows(Way::Unclear).len() > 20);
    assert!(found.rows(Way::NewlyAllowed).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn equal_versions_have_an_empty_review(scenario in scenario()) {
        let same = Scenario { base: Some(scenario.policies.clone()), ..scenario };
        let found = review(&same).unwrap();
        prop_assert!(found.is_empty() && found.changes_nothing());
        let mut turned = same.clone();
        turned.policies.reverse();
        let found = review(&turned).unwrap();
        prop_assert!(found.changes_nothing(), "the order of policies means nothing");
    }

    #[test]
    fn swapping_mirrors(scenario in scenario()) {
        let (there, back) = (review(&scenario).unwrap(), review(&swapped(&scenario)).unwrap());
        for (one, other) in there.methods.iter().zip(&back.methods) {
            prop_assert_eq!((one.method, one.counts), (other.method, other.counts));
            prop_assert_eq!(one.changes.len(), other.changes.len());
            for (a, b) in one.changes.iter().zip(&other.changes) {
                prop_assert_eq!((a.subject, a.from, a.to), (b.subject, b.to, b.from));
                let mirrored = match a.way {
                    Way::NewlyDenied | Way::NoLongerAllowed => b.way == Way::NewlyAllowed,
                    Way::NewlyAllowed => matches!(b.way, Way::NewlyDenied | Way::NoLongerAllowed),
                    Way::OtherDenial | Way::Unclear => a.way == b.way,
                };
                prop_assert!(mirrored, "{:?} {:?}", a, b);
            }
        }
    }

    /// What is left out because no changed policy counts would have said nothing; what is said is what two answers say.
    #[test]
    fn it_is_the_difference_of_two_answers(scenario in scenario()) {
        let found = review(&scenario).unwrap();
        for method in &found.methods {
            let after = Scenario { logon: method.method, base: None, ..scenario.clone() };
            let before = Scenario { policies: scenario.base.clone().unwrap(), ..after.clone() };
            let expected = changes(&answer(&before), &answer(&after));
            prop_assert_eq!(&method.changes, &expected);
        }
    }
}
