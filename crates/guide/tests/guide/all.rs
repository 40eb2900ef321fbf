//! Every logon method and every wish.

use proptest::prelude::*;
use ramplay_guide::{Reason, fulfilled, plan};
use ramplay_playground::Hidden;

use super::*;

fn whos() -> Vec<Who> {
    LogonMethod::ALL.into_iter().map(Who::Logon).chain([Who::Job]).collect()
}

/// Every wish of everybody, with permissions for all but one taken in part.
pub(super) fn wishes() -> impl Iterator<Item = Wish> {
    whos().into_iter().flat_map(|who| {
        // Who it is makes no difference to which permission: all of them for one, some for the others.
        let is_tried = move |at: usize, what: &What| {
            let is_user = who == Who::Logon(LogonMethod::RamUserSameAccount);
            is_user || !matches!(what, What::Permission(_)) || at.is_multiple_of(9)
        };
        let whats = What::all().into_iter().enumerate().filter(move |(at, what)| is_tried(*at, what));
        whats.flat_map(move |(_, what)| {
            // Permissions are not granted in resource groups.
            let scopes: &[bool] = if matches!(what, What::Permission(_)) { &[false] } else { &[false, true] };
            scopes.iter().map(move |&in_group| Wish { who, what, in_group })
        })
    })
}

/// From nothing granted to a yes of the engine, or a reason with a source.
#[test]
fn every_wish_is_fulfilled_or_refused() {
    let (mut planned, mut refused) = (0, 0);
    for wish in wishes() {
        let mut scenario = bare(LogonMethod::RamUserSameAccount);
        if wish.in_group {
            scenario.circumstances.resource_group = "rg-flink".to_owned();
        }
        match plan(&scenario, &wish) {
            Ok(plan) => {
                assert!(!plan.is_blocked(), "{wish:?}: {:?}", steps(&plan));
                let after = plan.applied();
                assert_eq!(fulfilled(&after, &wish), Some(true), "{wish:?}: {:?}", steps(&plan));
                // Nothing is left to do, and each step says why it is needed.
                let again = plan_of(&after, &wish);
                assert_eq!(again.missing().count(), 0, "{wish:?}: {:?}", steps(&again));
                assert_eq!(again.applied(), again.start, "{wish:?}: {:?}", steps(&again));
                for step in &plan.steps {
                    assert!(!step.sources.is_empty(), "{wish:?}: {}", short(step));
                    for key in &step.sources {
                        assert!(catalogue().source(key).is_some(), "{wish:?}: no source `{key}`");
                    }
                }
                planned += 1;
            }
            Err(refusal) => {
                assert!(!refusal.sources.is_empty(), "{wish:?}");
                for key in &refusal.sources {
                    assert!(catalogue().source(key).is_some(), "{wish:?}: no source `{key}`");
                }
                if let Some(instead) = refusal.instead {
                    let other = Wish { who: Who::Logon(instead), ..wish };
                    assert!(plan(&scenario, &other).is_ok(), "{wish:?}: {instead:?} cannot either");
                }
                refused += 1;
            }
        }
    }
    assert!(planned > 250 && refused > 50, "{planned} planned, {refused} refused");
}

#[test]
fn ids_are_stable_and_unique() {
    let ids: std::collections::BTreeSet<_> = What::all().into_iter().map(What::id).collect();
    assert_eq!(ids.len(), What::all().len());
    assert!(ids.contains("key-group") && ids.contains("permission-start-stop-jobs"));
    assert!(What::all().into_iter().all(|what| What::from_id(&what.id()) == Some(what)));
    assert_eq!(What::from_id("nothing"), None);
}

/// A step that is taken was needed: without it the wish is not fulfilled.
#[test]
fn no_step_is_idle() {
    for wish in wishes().filter(|wish| !wish.in_group) {
        let Ok(plan) = plan(&bare(LogonMethod::RamUserSameAccount), &wish) else { continue };
        for (skipped, step) in plan.steps.iter().enumerate().filter(|(_, step)| step.edit.is_some()) {
            let mut scenario = plan.start.clone();
            for (at, other) in plan.steps.iter().enumerate() {
                if let Some(edit) = other.edit.as_ref().filter(|_| at != skipped) {
                    edit.apply(&mut scenario);
                }
            }
            assert_ne!(fulfilled(&scenario, &wish), Some(true), "{wish:?} without {}", short(step));
        }
    }
}

/// What is granted is not more than what was wished: the least wishes do not fulfil the greater ones.
#[test]
fn a_lesser_wish_does_not_bring_a_greater_one() {
    let user = Who::Logon(LogonMethod::RamUserSameAccount);
    let roles = ramplay_flink::NamespaceRole::ALL;
    let pairs = [
        (What::Management(Extent::View), What::Management(Extent::Operate)),
        (What::Logstore(Access::Pull), What::Logstore(Access::Group)),
        (What::Logstore(Access::Pull), What::Logstore(Access::Write)),
        (What::Logstore(Access::Group), What::Logstore(Access::Write)),
        (What::Logstore(Access::Write), What::Logstore(Access::Pull)),
        (What::Management(Extent::Operate), What::Logstore(Access::Pull)),
        (What::Management(Extent::Operate), What::Development(roles[0])),
    ];
    for (less, more) in pairs {
        let plan = plan_of(&bare(LogonMethod::RamUserSameAccount), &Wish::new(user, less));
        assert_eq!(
            fulfilled(&plan.applied(), &Wish::new(user, more)),
            Some(false),
            "{less:?} brings {more:?}"
        );
    }
    // A permission brings no other beyond those of a viewer.
    for permission in &catalogue().console_permissions.permissions {
        let wish = Wish::new(user, What::Permission(permission));
        let after = plan_of(&bare(LogonMethod::RamUserSameAccount), &wish).applied();
        let held: Vec<_> = ramplay_playground::answer(&after)
            .permissions
            .into_iter()
            .filter(|row| row.held && !row.permission.viewer && row.permission.id != permission.id)
            .collect();
        assert_eq!(held, [], "{}", permission.id);
    }
}

#[test]
fn who_is_refused_what() {
    let mut refusals: Vec<String> = Vec::new();
    for who in whos() {
        for what in What::all().into_iter().filter(|what| !matches!(what, What::Permission(_))) {
            if let Err(refusal) = plan(&bare(LogonMethod::RamUserSameAccount), &Wish::new(who, what)) {
                let instead = refusal.instead.map_or("-".to_owned(), |method| format!("{method:?}"));
                refusals.push(format!("{who:?} {what:?}: {} → {instead}", refusal.reason.code()));
            }
        }
    }
    insta::assert_snapshot!(refusals.join("\n"));
}

#[test]
fn a_resource_group_has_to_be_known() {
    let wish = Wish {
        in_group: true,
        ..Wish::new(Who::Logon(LogonMethod::RamUserSameAccount), What::Management(Extent::View))
    };
    let refusal = plan(&bare(LogonMethod::RamUserSameAccount), &wish).unwrap_err();
    assert_eq!(refusal.reason, Reason::NoGroup);
}

fn attach() -> impl Strategy<Value = Attach> {
    prop_oneof![
        4 => Just(Attach::Identity),
        1 => Just(Attach::Group("rg".to_owned())),
        2 => Just(Attach::Session),
        2 => Just(Attach::Caller),
        2 => proptest::sample::select(&["Root", "Production", "member"][..])
            .prop_map(|node| Attach::Control(node.to_owned())),
        2 => Just(Attach::Job),
    ]
}

fn policy() -> impl Strategy<Value = PolicyEntry> {
    let action = proptest::sample::select(
        &[
            "*",
            "stream:*",
            "stream:Describe*",
            "stream:DeleteVvpInstance",
            "log:*",
            "log:Get*",
            "sts:*",
            "oss:Get*",
        ][..],
    );
    let effect = proptest::sample::select(&["Allow", "Allow", "Deny"][..]);
    let text = (effect, action).prop_map(|(effect, action)| one(effect, action));
    let broken = Just("{\"Version\": \"1\", \"Statement\": [".to_owned());
    let pasted =
        (attach(), prop_oneof![9 => text, 1 => broken]).prop_map(|(attach, text)| document(attach, &text));
    let trusted =
        proptest::sample::select(&["1000000000000001", "2000000000000002"][..]).prop_map(|account| {
            document(
                Attach::Trust,
                &format!(
                    r#"{{"Version": "1", "Statement": [{{"Effect": "Allow", "Action": "sts:AssumeRole",
                "Principal": {{"RAM": ["acs:ram::{account}:root"]}}}}]}}"#
                ),
            )
        });
    let named = proptest::sample::select(
        &[
            "AliyunStreamFullAccess",
            "AliyunLogReadOnlyAccess",
            "AliyunSTSAssumeRoleAccess",
            "PowerUserAccess",
        ][..],
    );
    prop_oneof![
        6 => pasted,
        1 => trusted,
        2 => (prop_oneof![Just(Attach::Identity), Just(Attach::Caller)], named)
            .prop_map(|(attach, name)| system(attach, name)),
    ]
}

fn scenario() -> impl Strategy<Value = Scenario> {
    let member = prop_oneof![
        Just(None),
        proptest::sample::select(&ramplay_flink::NamespaceRole::ALL[..])
            .prop_map(|role| Some(Member::System(role))),
        Just(Some(Member::Custom(ramplay_flink::CustomRole {
            name: "small".to_owned(),
            permissions: vec!["start-stop-jobs".to_owned()],
        }))),
    ];
    let unknown = proptest::collection::vec(proptest::sample::select(&Hidden::ALL[..]), 0..2);
    let policies = proptest::collection::vec(policy(), 0..5);
    let account = proptest::sample::select(&["", "", "2000000000000002"][..]);
    (member, unknown, policies, account).prop_map(|(member, unknown, policies, account)| {
        let mut scenario = with(LogonMethod::RamUserSameAccount, policies);
        scenario.member = member;
        scenario.unknown = unknown;
        account.clone_into(&mut scenario.logstore.account);
        "rg".clone_into(&mut scenario.circumstances.resource_group);
        scenario
    })
}

proptest! {
    /// Whatever is there already: the plan leads to a yes, or says what only a person can decide on.
    #[test]
    fn from_anywhere(scenario in scenario(), who in proptest::sample::select(whos()),
        what in proptest::sample::select(What::all()), in_group in any::<bool>()) {
        let wish = Wish { who, what, in_group };
        if let Ok(plan) = plan(&scenario, &wish) {
            let after = fulfilled(&plan.applied(), &wish);
            prop_assert_eq!(after == Some(true), !plan.is_blocked(), "{:?}: {:?} {:?}", wish, steps(&plan), after);
            // What is fulfilled already needs no step.
            if fulfilled(&scenario, &wish) == Some(true) {
                prop_assert_eq!(plan.missing().count(), 0, "{:?}: {:?}", wish, steps(&plan));
            }
            // Each single step takes nothing away: other policies stay as they were.
            let applied = plan.applied();
            for (before, after) in plan.start.policies.iter().zip(&applied.policies) {
                prop_assert_eq!(&before.attach, &after.attach);
            }
            for step in &plan.steps {
                prop_assert!(step.state != State::Done || step.edit.is_none());
            }
        }
    }
}
