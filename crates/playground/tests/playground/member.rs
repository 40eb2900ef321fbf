//! Roles in the namespace and the permissions of the Development Console.

use ramplay_flink::{Console, CustomRole, LogonMethod, NamespaceRole, catalogue};
use ramplay_playground::{Answer, Attach, Member, Reach, Scenario, Step, answer};

use crate::support::{bare, full_access, next, reaches, system, with};

const USER: LogonMethod = LogonMethod::RamUserSameAccount;

const VIEWER: [&str; 12] = [
    "view-job-drafts",
    "view-query-scripts",
    "view-deployments",
    "view-materialized-tables",
    "view-metadata",
    "view-tables",
    "view-files",
    "view-session-clusters",
    "view-members",
    "view-roles",
    "view-variables",
    "view-job-templates",
];
const OWNER_ALONE: [&str; 6] =
    ["edit-members", "delete-members", "create-roles", "edit-roles", "delete-roles", "attach-git-repository"];

fn held(answer: &Answer, held: bool) -> Vec<&str> {
    let rows = answer.permissions.iter().filter(|row| row.held == held);
    rows.map(|row| &*row.permission.id).collect()
}

fn member(member: Member) -> Scenario {
    Scenario { member: Some(member), ..bare(USER) }
}

fn custom(name: &str, permissions: &[&str]) -> Member {
    let permissions = permissions.iter().map(|id| (*id).to_owned()).collect();
    Member::Custom(CustomRole { name: name.to_owned(), permissions })
}

#[test]
fn each_role_holds_its_permissions() {
    for (role, count) in
        [(NamespaceRole::Owner, 50), (NamespaceRole::Editor, 44), (NamespaceRole::Viewer, 12)]
    {
        let answer = answer(&member(Member::System(role)));
        assert_eq!(answer.permission_count(), (count, 50), "{}", role.id());
        match role {
            NamespaceRole::Owner => assert_eq!(held(&answer, false), [""; 0]),
            NamespaceRole::Editor => assert_eq!(held(&answer, false), OWNER_ALONE),
            NamespaceRole::Viewer => assert_eq!(held(&answer, true), VIEWER),
        }
    }
    assert_eq!(answer(&bare(USER)).permission_count(), (0, 50));
}

#[test]
fn permissions_come_in_nine_functions() {
    let answer = answer(&bare(USER));
    let mut functions: Vec<&str> = answer.permissions.iter().map(|row| &*row.permission.function).collect();
    functions.dedup();
    let known: Vec<&str> = catalogue().console_permissions.functions.iter().map(|row| &*row.id).collect();
    assert_eq!(functions, known);
    assert_eq!(functions.len(), 9);
}

#[test]
fn membership_and_policies_are_separate() {
    for method in LogonMethod::ALL {
        let row = catalogue().logon_method(method);
        if row.development.authorization_needed == Some(false) {
            continue;
        }
        let everything = [full_access(), system(Attach::Identity, "AdministratorAccess")];
        let scenario = with(method, everything);
        let answer = answer(&scenario);
        assert_eq!(answer.console(Console::Development).reach, Reach::Closed, "{}", method.id());
        assert_eq!(answer.permission_count(), (0, 50), "{}", method.id());
        let next = next(&scenario, Console::Development);
        assert_eq!(next, [Step::AddMember(&row.development.how_to_pick)]);
    }
    let scenario = member(Member::System(NamespaceRole::Owner));
    assert_eq!(reaches(&scenario), [Reach::Closed, Reach::Open], "an owner has no RAM policy by that");
}

#[test]
fn the_buyer_is_an_owner_whatever_role_is_chosen() {
    for method in [LogonMethod::AccountPurchaser, LogonMethod::RdRoot] {
        for role in NamespaceRole::ALL {
            let scenario = Scenario { member: Some(Member::System(role)), ..bare(method) };
            assert_eq!(answer(&scenario).permission_count(), (50, 50), "{} {}", method.id(), role.id());
        }
    }
}

#[test]
fn custom_roles_go_beyond_viewer() {
    let mut permissions = VIEWER.to_vec();
    permissions.push("start-stop-jobs");
    let good = member(custom("job-runner-2", &permissions));
    assert_eq!(reaches(&good)[1], Reach::Open);
    assert_eq!(held(&answer(&good), true).len(), 13);

    let viewer = &permissions[..12];
    let rows: [(&str, Member); 6] = [
        ("no name", custom("", &permissions)),
        ("a name with a blank", custom("job runner", &permissions)),
        ("viewer alone", custom("a", viewer)),
        ("less than viewer", custom("a", &permissions[1..])),
        ("an unknown permission", custom("a", &[&permissions[..], &["manage-udfs"]].concat())),
        ("nothing", custom("a", &[])),
    ];
    for (name, role) in rows {
        let scenario = member(role);
        assert_eq!(reaches(&scenario), [Reach::Closed, Reach::Withheld], "{name}");
        assert_eq!(next(&scenario, Console::Development), [Step::Correct], "{name}");
        assert_eq!(answer(&scenario).permission_count(), (0, 50), "{name}: nothing is guessed");
    }
}

#[test]
fn a_bad_custom_role_does_not_keep_the_buyer_out() {
    let scenario = Scenario { member: Some(custom("", &[])), ..bare(LogonMethod::AccountPurchaser) };
    assert_eq!(reaches(&scenario), [Reach::Open; 2]);
}
