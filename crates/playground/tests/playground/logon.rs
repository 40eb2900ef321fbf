//! The eleven logon methods on both consoles.

use ramplay_flink::{Console, LogonMethod, NamespaceRole, Pick};
use ramplay_playground::{Mark, Member, Reach, Scenario, Step, answer, person};
use ramplay_policy::{PrincipalKind, Settled};

use crate::support::{
    MANAGEMENT, OTHER, OWNER, bare, capabilities_marked, full_access, next, operation, operations_marked,
    owner_with, reaches, read_only, template, with,
};

use LogonMethod::{
    AccountOther, AccountPurchaser, CloudSsoRamRole, CloudSsoRamUser, RamRoleOtherAccount,
    RamRoleSameAccount, RamUserCrossAccount, RamUserSameAccount, RdRamAdminAsRole, RdRamUser, RdRoot,
};
use Reach::{Closed, Impossible, Open, Provided};

/// Management and Development with: nothing granted; what both consoles ask for at least.
const REACH: [(LogonMethod, [Reach; 2], [Reach; 2]); 11] = [
    (AccountPurchaser, [Open, Open], [Open, Open]),
    (AccountOther, [Impossible, Closed], [Impossible, Open]),
    (RamUserSameAccount, [Closed, Closed], [Open, Open]),
    (RamUserCrossAccount, [Impossible, Closed], [Impossible, Open]),
    (RamRoleSameAccount, [Closed, Closed], [Provided, Provided]),
    (RamRoleOtherAccount, [Closed, Closed], [Provided, Provided]),
    (RdRoot, [Open, Open], [Open, Open]),
    (RdRamAdminAsRole, [Provided, Closed], [Provided, Provided]),
    (RdRamUser, [Closed, Closed], [Open, Open]),
    (CloudSsoRamRole, [Closed, Closed], [Open, Open]),
    (CloudSsoRamUser, [Closed, Closed], [Open, Open]),
];

#[test]
fn reach_of_every_method() {
    assert_eq!(REACH.map(|(method, ..)| method), LogonMethod::ALL);
    for (method, nothing, granted) in REACH {
        let full = owner_with(method, [full_access()]);
        let mut least = with(method, [read_only()]);
        least.member = Some(Member::System(NamespaceRole::Viewer));
        assert_eq!(reaches(&bare(method)), nothing, "{} with nothing", method.id());
        assert_eq!(reaches(&full), granted, "{} with everything", method.id());
        assert_eq!(reaches(&least), granted, "{} with the least", method.id());
    }
}

#[test]
fn the_matrix_is_what_each_method_would_answer() {
    for scenario in
        [bare(RdRamUser), owner_with(RamUserSameAccount, [full_access(), template("guide-sls-read")])]
    {
        let matrix = answer(&scenario).matrix;
        assert_eq!(matrix.iter().map(|row| row.method).collect::<Vec<_>>(), LogonMethod::ALL);
        for row in matrix {
            let other = Scenario { logon: row.method, ..scenario.clone() };
            let own = answer(&other);
            assert_eq!(own.matrix_row(row.method), Some(&row));
            assert_eq!(row.consoles, own.consoles, "{}", row.method.id());
        }
    }
}

#[test]
fn nothing_granted_says_what_to_grant() {
    use Pick::{EnterAccountId, EnterRoleId, EnterUid, SelectRamAccount};
    let role: &'static [Pick] = &[SelectRamAccount, EnterRoleId];
    let rows: [(LogonMethod, &[Step], &[Pick]); 11] = [
        (AccountPurchaser, &[], &[]),
        (AccountOther, &[Step::OtherLogon], &[EnterAccountId]),
        (RamUserSameAccount, &[Step::GrantPolicy], &[SelectRamAccount]),
        (RamUserCrossAccount, &[Step::OtherLogon], &[EnterUid]),
        (RamRoleSameAccount, &[Step::GrantPolicy], role),
        (RamRoleOtherAccount, &[Step::GrantPolicy], role),
        (RdRoot, &[], &[]),
        (RdRamAdminAsRole, &[], role),
        (RdRamUser, &[Step::GrantPolicy], &[SelectRamAccount, EnterUid]),
        (CloudSsoRamRole, &[Step::GrantPolicy], role),
        (CloudSsoRamUser, &[Step::GrantPolicy], &[SelectRamAccount, EnterUid]),
    ];
    for (method, management, picks) in rows {
        let scenario = bare(method);
        assert_eq!(next(&scenario, Console::Management), management, "{}", method.id());
        match &next(&scenario, Console::Development)[..] {
            [] => assert_eq!(picks, [], "{}", method.id()),
            [Step::AddMember(found)] => assert_eq!(*found, picks, "{}", method.id()),
            other => panic!("{}: {other:?}", method.id()),
        }
    }
    for method in LogonMethod::ALL.into_iter().filter(|m| ![AccountOther, RamUserCrossAccount].contains(m)) {
        let scenario = owner_with(method, [full_access()]);
        for console in Console::ALL {
            assert_eq!(next(&scenario, console), [], "{}", method.id());
        }
    }
}

#[test]
fn the_consoles_see_the_role_and_never_the_user_behind_it() {
    use PrincipalKind::{RamRole, RamUser, Root};
    let rows: [(LogonMethod, PrincipalKind, &str, String); 11] = [
        (AccountPurchaser, Root, OWNER, format!("acs:ram::{OWNER}:root")),
        (AccountOther, Root, OTHER, format!("acs:ram::{OTHER}:root")),
        (RamUserSameAccount, RamUser, OWNER, format!("acs:ram::{OWNER}:user/alice")),
        (RamUserCrossAccount, RamUser, OTHER, format!("acs:ram::{OTHER}:user/alice")),
        (RamRoleSameAccount, RamRole, OWNER, format!("acs:ram::{OWNER}:role/flink-ops/alice")),
        (RamRoleOtherAccount, RamRole, OWNER, format!("acs:ram::{OWNER}:role/flink-ops/alice")),
        (RdRoot, Root, OWNER, format!("acs:ram::{OWNER}:root")),
        (
            RdRamAdminAsRole,
            RamRole,
            OWNER,
            format!("acs:ram::{OWNER}:role/resourcedirectoryaccountaccessrole/alice"),
        ),
        (RdRamUser, RamUser, OWNER, format!("acs:ram::{OWNER}:user/alice")),
        (CloudSsoRamRole, RamRole, OWNER, format!("acs:ram::{OWNER}:role/aliyunreservedsso-flinkops/alice")),
        (CloudSsoRamUser, RamUser, OWNER, format!("acs:ram::{OWNER}:user/alice")),
    ];
    assert_eq!(rows.clone().map(|(method, ..)| method), LogonMethod::ALL);
    for (method, kind, account, arn) in rows {
        let seen = person(&bare(method), method);
        assert_eq!((seen.kind, &*seen.account, &seen.arn), (kind, account, &arn), "{}", method.id());
        assert_eq!(answer(&bare(method)).person, seen);
        assert!(!arn.contains(MANAGEMENT), "no grant goes to the management account");
    }
}

#[test]
fn another_account_manages_nothing_whatever_it_is_granted() {
    for method in [AccountOther, RamUserCrossAccount] {
        let answer = answer(&owner_with(method, [full_access()]));
        let management = answer.console(Console::Management);
        assert_eq!((management.reach, &management.opening), (Impossible, &None), "{}", method.id());
        assert_eq!(operations_marked(&answer, Mark::Allow), [""; 0], "{}", method.id());
        assert_eq!(operations_marked(&answer, Mark::NotChecked), ["describe-supported-regions"]);
        assert_eq!(answer.permission_count(), (50, 50), "an owner in the namespace all the same");
    }
}

#[test]
fn the_root_user_of_the_owner_may_everything() {
    for method in [AccountPurchaser, RdRoot] {
        let answer = answer(&bare(method));
        assert_eq!(answer.operation_count(), (22, 22));
        assert_eq!(answer.permission_count(), (50, 50));
        assert_eq!(capabilities_marked(&answer, Mark::Allow).len(), 24);
        let ramplay_playground::Verdict::Ruled(ruling) = operation(&answer, "delete-instance") else {
            panic!("a ruling")
        };
        assert_eq!(ruling.evaluation.checks[0].settled, Some(Settled::OwnerRoot));
        assert_eq!(operation(&answer, "delete-instance").deciding(), []);
    }
}

#[test]
fn a_project_policy_with_a_condition_binds_the_root_user_too() {
    for method in [AccountPurchaser, RdRoot] {
        let answer = answer(&with(method, [template("sls-policy-vpc")]));
        let kept = ["project.list", "project.read", "projectpolicy.manage", "project.delete"];
        assert_eq!(capabilities_marked(&answer, Mark::Allow), kept, "{}", method.id());
        assert_eq!(answer.console(Console::Management).reach, Open);
    }
}

#[test]
fn policies_of_the_person_count_for_no_root_user() {
    let deny = crate::support::identity(crate::support::deny("*", "*"));
    for method in [AccountPurchaser, RdRoot] {
        let answer = answer(&with(method, [deny.clone()]));
        assert!(!answer.documents[0].used);
        assert_eq!(answer.operation_count(), (22, 22));
    }
}
