//! What stands in the way of a wish.

use ramplay_guide::{By, Lookup, Place, fulfilled};
use ramplay_playground::Hidden;
use ramplay_policy::Layer;

use super::*;

fn operate(method: LogonMethod) -> Wish {
    Wish::new(Who::Logon(method), What::Management(Extent::Operate))
}

/// The last step of the plan, which is blocked.
fn last(scenario: &Scenario, wish: &Wish) -> Step {
    let plan = plan_of(scenario, wish);
    assert!(plan.is_blocked(), "{:?}", steps(&plan));
    assert_ne!(fulfilled(&plan.applied(), wish), Some(true));
    plan.steps.last().unwrap().clone()
}

/// A `Deny` is nobody's to lift without a thought; who it belongs to depends on where it stands.
#[test]
fn a_deny_is_named_with_who_can_lift_it() {
    let user = LogonMethod::RdRamUser;
    let role = LogonMethod::RamRoleSameAccount;
    let deny = one("Deny", "*");
    let trust = r#"{"Version": "1", "Statement": [{"Effect": "Deny", "Action": "sts:AssumeRole",
        "Principal": {"RAM": ["acs:ram::1000000000000001:root"]}}]}"#;
    let cases = [
        (user, Attach::Identity, deny.as_str(), By::Administrator, Place::Ram),
        (user, Attach::Control("Production".into()), &deny, By::ManagementAccount, Place::ResourceDirectory),
        (role, Attach::Session, &deny, By::Person, Place::Session),
        (role, Attach::Caller, &deny, By::CallerAdministrator, Place::CallerRam),
        (role, Attach::Trust, trust, By::Administrator, Place::Ram),
        (LogonMethod::CloudSsoRamRole, Attach::Identity, &deny, By::ManagementAccount, Place::CloudSso),
    ];
    for (method, attach, text, by, place) in cases {
        let step = last(&with(method, [document(attach.clone(), text)]), &operate(method));
        let Task::Lift { statements } = &step.task else { panic!("{attach:?}: {}", short(&step)) };
        assert_eq!(statements.len(), 1, "{attach:?}");
        assert_eq!((statements[0].document.0, statements[0].statement), (0, 0), "{attach:?}");
        assert_eq!((step.by, step.place, step.state), (by, place, State::Missing), "{attach:?}");
    }
}

#[test]
fn the_projects_owner_lifts_its_deny() {
    let project = r#"{"Version": "1", "Statement": [{"Effect": "Deny", "Principal": ["*"], "Action": "log:*",
        "Resource": "*"}]}"#;
    let scenario = with(LogonMethod::RamUserSameAccount, [document(Attach::Project, project)]);
    // Without a condition it spares the owner, and the job's user is not the owner.
    let step = last(&scenario, &Wish::new(Who::Job, What::Logstore(Access::Pull)));
    assert_eq!((step.by, step.place), (By::ProjectOwner, Place::ProjectPolicy));
}

#[test]
fn control_policies_are_opened_level_by_level() {
    let method = LogonMethod::RdRamUser;
    let narrow = || one("Allow", "oss:*");
    let scenario =
        with(method, ["Root", "member"].map(|node| document(Attach::Control(node.to_owned()), &narrow())));
    let plan = plan_of(&scenario, &operate(method));
    assert!(!plan.is_blocked());
    let opened = steps(&plan)[1..].to_vec();
    assert_eq!(
        opened,
        [
            "Missing: allow at member [ManagementAccount, ResourceDirectory]",
            "Missing: allow at Root [ManagementAccount, ResourceDirectory]",
        ]
    );
    assert_eq!(fulfilled(&plan.applied(), &operate(method)), Some(true));
}

/// Policies that are there are added to, where there can be only one.
#[test]
fn session_and_trust_policies_are_extended() {
    let method = LogonMethod::RamRoleSameAccount;
    let trust = r#"{
  "Version": "1",
  "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": ["ecs.aliyuncs.com"]}}
  ]
}"#;
    let scenario =
        with(method, [document(Attach::Trust, trust), document(Attach::Session, &one("Allow", "oss:*"))]);
    let plan = plan_of(&scenario, &operate(method));
    let after = plan.applied();
    assert_eq!(fulfilled(&after, &operate(method)), Some(true), "{:?}", steps(&plan));
    let at = |attach: &Attach| {
        let mut found = after.policies.iter().filter(|entry| entry.attach == *attach);
        let Some(Body::Document(text)) = found.next().map(|entry| entry.body.clone()) else { panic!("gone") };
        assert_eq!(found.next(), None, "one is enough");
        text
    };
    assert!(at(&Attach::Session).contains("oss:*") && at(&Attach::Session).contains("stream:*"));
    insta::assert_snapshot!(at(&Attach::Trust), @r#"
    {
      "Version": "1",
      "Statement": [
        {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": ["ecs.aliyuncs.com"]}},
        {
          "Effect": "Allow",
          "Principal": {
            "RAM": ["acs:ram::1000000000000001:root"]
          },
          "Action": "sts:AssumeRole"
        }
      ]
    }
    "#);
}

#[test]
fn what_is_not_known_is_to_be_looked_up() {
    let method = LogonMethod::RdRamUser;
    let scenario = Scenario { unknown: vec![Hidden::Control], ..bare(method) };
    let step = last(&scenario, &operate(method));
    assert!(
        matches!(&step.task, Task::LookUp(list) if matches!(list.first(), Some(Lookup::Layer(Layer::Control(_))))),
        "{step:?}"
    );
    assert_eq!((step.by, step.state), (By::ManagementAccount, State::Unknown));
    let role = LogonMethod::RamRoleSameAccount;
    let scenario = Scenario { unknown: vec![Hidden::Trust], ..bare(role) };
    let step = last(&scenario, &operate(role));
    assert_eq!(step.task, Task::LookUp(vec![Lookup::Layer(Layer::Trust)]));
}

#[test]
fn errors_come_first() {
    let method = LogonMethod::RamUserSameAccount;
    let broken = with(method, [document(Attach::Identity, "{\"Version\": \"1\"")]);
    assert_eq!(last(&broken, &operate(method)).task, Task::Correct);
    let mut field = bare(method);
    field.identities.account = "me".to_owned();
    let step = last(&field, &operate(method));
    assert_eq!((step.task, step.by, step.place), (Task::Correct, By::Person, Place::Scenario));
    // A name that no JSON string can hold as it is breaks no trust policy.
    let role = LogonMethod::RamRoleOtherAccount;
    let mut quoted = bare(role);
    quoted.identities.other_account = "1\"2".to_owned();
    let plan = plan_of(&quoted, &operate(role));
    let texts: Vec<_> = plan
        .steps
        .iter()
        .filter_map(|step| match &step.task {
            Task::Trust { text, .. } => Some(ramplay_policy::read(text, ramplay_policy::PolicyKind::Trust)),
            _ => None,
        })
        .collect();
    assert!(texts.len() == 1 && texts[0].is_usable());
}
