//! What stands in front of a console: assuming a role, control policies, session policies, resource groups.

use ramplay_flink::{Console, LogonMethod, PreconditionId};
use ramplay_playground::{
    Attach, Mark, Origin, PolicyEntry, PreconditionState, Reach, Scenario, Step, answer,
};

use crate::support::{
    MANAGEMENT, OTHER, OWNER, allow, capability, control, deny, document, full_access, identity, may_assume,
    missing, next, owner_with, policy, reaches, statement, system, trust, with,
};

use LogonMethod::{RamRoleOtherAccount, RamRoleSameAccount, RdRamAdminAsRole, RdRamUser, RdRoot};
use PreconditionState::{Met, NotGiven, NotMet};
use Reach::{Closed, Open, Provided};

/// A role logon with everything granted, so that only the way to the role counts.
fn role(method: LogonMethod, way: &[PolicyEntry]) -> Scenario {
    owner_with(method, way.iter().cloned().chain([full_access()]))
}

fn state(scenario: &Scenario, id: PreconditionId) -> PreconditionState {
    let answer = answer(scenario);
    let rows = &answer.console(Console::Management).preconditions;
    rows.iter().find(|row| row.row.id == id).unwrap().state
}

#[test]
fn caller_and_trust_policies_open_a_role() {
    let no_sts = || system(Attach::Caller, "AliyunRAMReadOnlyAccess");
    let custom = |text: String| document(Attach::Caller, text);
    let flink_ops = format!("acs:ram::{OWNER}:role/flink-ops");
    for (method, account) in [(RamRoleSameAccount, OWNER), (RamRoleOtherAccount, OTHER)] {
        let right = || trust(&format!("acs:ram::{account}:root"));
        let wrong = || trust(&format!("acs:ram::{MANAGEMENT}:root"));
        let user = |name: &str| trust(&format!("acs:ram::{account}:user/{name}"));
        let rows: [(&str, Vec<PolicyEntry>, Reach, &[Step]); 14] = [
            ("nothing given", vec![], Provided, &[]),
            ("caller", vec![may_assume()], Provided, &[]),
            ("trust", vec![right()], Provided, &[]),
            ("both", vec![may_assume(), right()], Open, &[]),
            ("trust of another account", vec![may_assume(), wrong()], Closed, &[Step::TrustCaller]),
            ("wrong trust alone", vec![wrong()], Closed, &[Step::TrustCaller]),
            ("caller without sts:AssumeRole", vec![no_sts(), right()], Closed, &[Step::LetCallerAssume]),
            ("wrong caller alone", vec![no_sts()], Closed, &[Step::LetCallerAssume]),
            ("both wrong", vec![no_sts(), wrong()], Closed, &[Step::LetCallerAssume, Step::TrustCaller]),
            ("trust of the user", vec![may_assume(), user("alice")], Open, &[]),
            ("trust of another user", vec![may_assume(), user("bob")], Closed, &[Step::TrustCaller]),
            ("caller for this role", vec![custom(allow("sts:AssumeRole", &flink_ops)), right()], Open, &[]),
            (
                "caller for another role",
                vec![custom(allow("sts:AssumeRole", &format!("{flink_ops}-2"))), right()],
                Closed,
                &[Step::LetCallerAssume],
            ),
            (
                "a region in the role's ARN",
                vec![custom(allow("sts:*", "acs:ram:*:*:role/*")), right()],
                Open,
                &[],
            ),
        ];
        for (name, way, reach, steps) in rows {
            let scenario = role(method, &way);
            assert_eq!(reaches(&scenario), [reach; 2], "{name}, {}", method.id());
            for console in Console::ALL {
                assert_eq!(next(&scenario, console), steps, "{name}, {}", method.id());
            }
        }
    }
}

#[test]
fn preconditions_name_the_statements_that_settled_them() {
    let scenario = role(RamRoleSameAccount, &[may_assume(), trust(&format!("acs:ram::{OTHER}:root"))]);
    assert_eq!(state(&scenario, PreconditionId::CallerMayAssume), Met);
    assert_eq!(state(&scenario, PreconditionId::TrustNamesAccount), NotMet);
    assert_eq!(state(&scenario, PreconditionId::RootCannotAssume), PreconditionState::Presumed);
    let answer = answer(&scenario);
    let rows = &answer.console(Console::Management).preconditions;
    let deciding: Vec<_> =
        rows.iter().map(|row| row.deciding.iter().map(|at| at.document.0).collect::<Vec<_>>()).collect();
    assert_eq!(deciding, [vec![0], vec![], vec![]]);
}

#[test]
fn a_denied_caller_stays_outside_whatever_the_trust_policy_says() {
    let denied = policy(&[statement("Allow", "sts:*", "*"), statement("Deny", "sts:AssumeRole", "*")]);
    let right = trust(&format!("acs:ram::{OWNER}:root"));
    let scenario = role(RamRoleSameAccount, &[document(Attach::Caller, denied), right]);
    assert_eq!(reaches(&scenario), [Closed; 2]);
    assert_eq!(state(&scenario, PreconditionId::TrustNamesAccount), Met);
}

#[test]
fn grants_go_to_the_role() {
    // The user's own policies are the caller's; what is granted there never reaches the console.
    let caller = system(Attach::Caller, "AliyunStreamFullAccess");
    let scenario =
        owner_with(RamRoleSameAccount, [may_assume(), caller, trust(&format!("acs:ram::{OWNER}:root"))]);
    assert_eq!(reaches(&scenario), [Closed, Open]);
    assert_eq!(next(&scenario, Console::Management), [Step::GrantPolicy]);
}

#[test]
fn the_management_accounts_user_needs_the_directory_too() {
    type Row = (&'static str, Vec<PolicyEntry>, [PreconditionState; 2], Reach, &'static [Step]);

    let directory = || system(Attach::Caller, "AliyunResourceDirectoryFullAccess");
    let admin = || system(Attach::Caller, "AdministratorAccess");
    let custom = || document(Attach::Caller, allow("sts:AssumeRole", "*"));
    let rows: [Row; 6] = [
        ("nothing given", vec![], [NotGiven, NotGiven], Provided, &[]),
        ("both policies", vec![may_assume(), directory()], [Met, Met], Open, &[]),
        ("either order", vec![directory(), may_assume()], [Met, Met], Open, &[]),
        ("administrator", vec![admin()], [Met, Met], Open, &[]),
        ("no directory access", vec![may_assume()], [Met, NotMet], Closed, &[Step::LetCallerOpenMembers]),
        ("a custom policy cannot be checked", vec![custom()], [Met, NotGiven], Provided, &[]),
    ];
    for (name, way, states, reach, steps) in rows {
        let scenario = owner_with(RdRamAdminAsRole, way);
        let found = [PreconditionId::CallerMayAssume, PreconditionId::CallerResourceDirectoryAccess]
            .map(|id| state(&scenario, id));
        assert_eq!(found, states, "{name}");
        assert_eq!(reaches(&scenario), [reach; 2], "{name}");
        assert_eq!(next(&scenario, Console::Management), steps, "{name}");
    }
}

#[test]
fn the_default_role_of_a_member_brings_administrator_access() {
    let mut scenario = owner_with(RdRamAdminAsRole, []);
    for name in ["ResourceDirectoryAccountAccessRole", "resourcedirectoryaccountaccessrole"] {
        name.clone_into(&mut scenario.identities.member_role);
        let answer = answer(&scenario);
        let implied = answer.documents.last().unwrap();
        assert!(matches!(&implied.origin, Origin::Implied(policy) if policy.name == "AdministratorAccess"));
        assert!(implied.used && implied.is_assumed());
        assert_eq!(answer.console(Console::Management).reach, Provided, "{name}");
        assert_eq!(answer.operation_count(), (22, 22));
        let opening = answer.console(Console::Management).opening.as_ref().unwrap();
        let ramplay_playground::Verdict::Ruled(ruling) = opening else { panic!("a ruling") };
        assert_eq!(ruling.assumed_documents, [0], "its text is our reading");
    }
    "flink-operator".clone_into(&mut scenario.identities.member_role);
    let custom = answer(&scenario);
    assert_eq!(custom.documents, []);
    assert_eq!(custom.console(Console::Management).reach, Closed);
    assert_eq!(custom.console(Console::Management).next, [Step::GrantPolicy]);
    assert_eq!(custom.console(Console::Development).reach, Provided);
    scenario.policies.push(full_access());
    assert_eq!(reaches(&scenario), [Provided; 2]);
}

#[test]
fn the_implied_policy_counts_for_its_method_alone() {
    for method in LogonMethod::ALL {
        let answer = answer(&with(method, []));
        let [implied] = &answer.documents[..] else { panic!("one document") };
        assert_eq!(implied.used, method == RdRamAdminAsRole, "{}", method.id());
    }
}

#[test]
fn control_policies_bind_members_but_not_their_root_user() {
    for node in ["Root", "Production", "member"] {
        for method in LogonMethod::ALL {
            let denied = control(node, deny("stream:*", "*"));
            let allowed = system(Attach::Control(node.to_owned()), "FullAliyunAccess");
            let without = reaches(&owner_with(method, [full_access()]));
            let scenario = owner_with(method, [full_access(), denied, allowed]);
            let bound = method.is_member() && method != RdRoot;
            let expected = if bound { Closed } else { without[0] };
            assert_eq!(reaches(&scenario), [expected, without[1]], "{} at {node}", method.id());
            if bound {
                assert_eq!(next(&scenario, Console::Management), [Step::ChangeControl], "{}", method.id());
            }
        }
    }
}

#[test]
fn control_policies_elsewhere_in_the_directory_do_not_count() {
    let scenario = owner_with(RdRamUser, [full_access(), control("Staging", deny("*", "*"))]);
    assert_eq!(reaches(&scenario), [Open; 2]);
    assert!(!answer(&scenario).documents[1].used);
}

#[test]
fn every_level_must_allow() {
    let only_logs = || control("Production", allow("log:*", "*"));
    let full = |node: &str| system(Attach::Control(node.to_owned()), "FullAliyunAccess");
    let logs = system(Attach::Identity, "AliyunLogFullAccess");
    let scenario =
        owner_with(RdRamUser, [full_access(), logs.clone(), only_logs(), full("Root"), full("member")]);
    assert_eq!(reaches(&scenario), [Closed, Open], "allowed above and below is not enough");
    assert_eq!(next(&scenario, Console::Management), [Step::ChangeControl]);
    assert_eq!(capability(&answer(&scenario), "logs.pull").mark(), Mark::Allow);
    let widened = owner_with(RdRamUser, [full_access(), logs, only_logs(), full("Production")]);
    assert_eq!(reaches(&widened), [Open; 2], "policies of one level add up");
}

#[test]
fn a_project_outside_the_directory_is_not_under_its_control_policies() {
    let no_logs = control("Root", deny("log:*", "*"));
    let allowed = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Principal": ["acs:ram::1000000000000001:user/alice"],
        "Action": "log:*", "Resource": "*"}]}"#;
    let project = document(Attach::Project, allowed);
    let mut scenario = with(RdRamUser, [no_logs, project]);
    assert_eq!(capability(&answer(&scenario), "logs.pull").mark(), Mark::ExplicitDeny);
    OTHER.clone_into(&mut scenario.logstore.account);
    assert_eq!(capability(&answer(&scenario), "logs.pull").mark(), Mark::Allow);
}

#[test]
fn session_policies_narrow_a_role() {
    let session = |text: String| document(Attach::Session, text);
    for method in [RamRoleSameAccount, RamRoleOtherAccount, RdRamAdminAsRole] {
        let logs = role(method, &[session(allow("log:*", "*"))]);
        assert_eq!(reaches(&logs), [Closed, Provided], "{}", method.id());
        assert_eq!(next(&logs, Console::Management), [Step::ChangeSession]);
        let wide = role(method, &[session(allow("*", "*"))]);
        assert_eq!(reaches(&wide), [Provided; 2]);
        let alone = owner_with(RamRoleSameAccount, [session(allow("*", "*"))]);
        assert_eq!(reaches(&alone), [Closed, Provided], "a session policy grants nothing by itself");
    }
    for method in [LogonMethod::RamUserSameAccount, LogonMethod::CloudSsoRamRole] {
        let scenario = owner_with(method, [session(deny("*", "*")), full_access()]);
        assert_eq!(reaches(&scenario), [Open; 2], "{}: no role is assumed", method.id());
        assert!(!answer(&scenario).documents[0].used);
    }
}

#[test]
fn a_deny_statement_is_to_be_removed() {
    let denied = identity(deny("stream:DescribeVvpInstances", "*"));
    let scenario = owner_with(LogonMethod::RamUserSameAccount, [full_access(), denied]);
    assert_eq!(reaches(&scenario), [Closed, Open]);
    assert_eq!(next(&scenario, Console::Management), [Step::RemoveDeny]);
    let answer = answer(&scenario);
    let opening = answer.console(Console::Management).opening.as_ref().unwrap();
    assert_eq!(opening.deciding().iter().map(|at| at.document.0).collect::<Vec<_>>(), [1]);
    assert_eq!(missing(opening).len(), 1);
}

#[test]
fn resource_group_policies_count_in_their_group_alone() {
    let granted = system(Attach::Group("rg-prod".to_owned()), "AliyunStreamFullAccess");
    let mut scenario = owner_with(LogonMethod::RamUserSameAccount, [granted]);
    for (group, reach) in [("rg-prod", Open), ("rg-test", Closed), ("", Closed)] {
        group.clone_into(&mut scenario.circumstances.resource_group);
        assert_eq!(reaches(&scenario), [reach, Open], "{group}");
    }
    // Documented and surprising: an Allow with account scope ends the search.
    "rg-prod".clone_into(&mut scenario.circumstances.resource_group);
    scenario.policies = vec![full_access(), document(Attach::Group("rg-prod".into()), deny("*", "*"))];
    assert_eq!(reaches(&scenario), [Open; 2]);
}
