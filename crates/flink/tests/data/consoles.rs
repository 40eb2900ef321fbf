//! The Flink consoles: logon methods, operations, roles.

use std::collections::BTreeSet;

use ramplay_flink::{
    AccessLevel, Console, Family, GrantId, GrantKind, Identity, LogonMethod, NamespaceRole, OperationCheck,
    Pick, Status, catalogue, reference,
};
use serde_json::Value;

#[test]
fn every_enum_value_has_its_row() {
    let known = catalogue();
    for (method, row) in LogonMethod::ALL.into_iter().zip(&known.logon_methods.methods) {
        assert_eq!(row.id, method);
        assert_eq!(row.family, method.family());
        assert_eq!(known.logon_method(method), row);
        assert_eq!(LogonMethod::from_id(method.id()), Some(method));
        assert_eq!(serde_json::to_value(method).unwrap(), Value::from(method.id()));
    }
    assert_eq!(LogonMethod::from_id("root"), None);
    let families: Vec<Family> = known.logon_methods.families.iter().map(|row| row.id).collect();
    assert_eq!(families, Family::ALL);
    for family in Family::ALL {
        assert_eq!(known.family(family).id, family);
    }
    for grant in [GrantId::RamPolicy, GrantId::AccessConfiguration, GrantId::MemberRole] {
        assert_eq!(known.grant(grant).id, grant);
    }
    for pick in [Pick::SelectRamAccount, Pick::EnterAccountId, Pick::EnterUid, Pick::EnterRoleId] {
        assert_eq!(known.pick(pick).id, pick);
    }
    let roles: Vec<NamespaceRole> = known.console_roles.roles.iter().map(|row| row.id).collect();
    assert_eq!(roles, NamespaceRole::ALL);
    for role in NamespaceRole::ALL {
        assert_eq!(NamespaceRole::from_id(role.id()), Some(role));
    }
    for console in Console::ALL {
        assert_eq!(serde_json::to_value(console).unwrap(), Value::from(console.id()));
    }
    for status in [Status::Stated, Status::Derived, Status::Assumed, Status::Unknown] {
        assert_eq!(serde_json::to_value(status).unwrap(), Value::from(status.code()));
    }
}

#[test]
fn logon_cells_are_consistent() {
    let mut cells = 0;
    let mut derived = 0;
    for method in LogonMethod::ALL {
        for console in Console::ALL {
            let cell = catalogue().logon_method(method).cell(console);
            let place = format!("{} {}", method.id(), console.id());
            cells += 1;
            derived += usize::from(cell.status == Status::Derived);
            assert_eq!(cell.authorization_needed.is_some(), cell.possible, "{place}");
            let needed = cell.authorization_needed == Some(true);
            assert_eq!(cell.principal.is_some(), needed, "{place}");
            assert_eq!(cell.grant.is_some(), needed, "{place}");
            assert_eq!(!cell.how_to_pick.is_empty(), needed && console == Console::Development, "{place}");
            let kind = match console {
                Console::Management => GrantKind::RamPolicy,
                Console::Development => GrantKind::MemberRole,
            };
            assert!(cell.grant.is_none_or(|grant| grant.kind() == kind), "{place}");
            assert!(matches!(cell.status, Status::Stated | Status::Derived), "{place}");
            let impossible = console == Console::Management && !method.in_owning_account();
            assert_eq!(cell.possible, !impossible, "{place}");
            if needed && method.acts_as() != Identity::RamRole {
                assert!(!cell.how_to_pick.contains(&Pick::EnterRoleId), "{place}");
            }
        }
    }
    assert_eq!((cells, derived), (22, 10));
}

#[test]
fn operations_say_what_they_need() {
    let mut unnamed = Vec::new();
    let mut nothing = Vec::new();
    for operation in &catalogue().operations {
        match operation.check() {
            OperationCheck::Action(action) => assert!(action.starts_with("stream:"), "{action}"),
            OperationCheck::Unnamed { covered_by, by_analogy } => {
                let prefix = covered_by.strip_suffix('*').unwrap();
                assert!(by_analogy.starts_with(prefix), "{by_analogy}");
                unnamed.push(&*operation.id);
            }
            OperationCheck::Nothing => {
                assert_eq!(operation.access_level, AccessLevel::None);
                nothing.push(&*operation.id);
            }
        }
    }
    assert_eq!(unnamed, ["query-modify-instance-price", "query-convert-instance-price"]);
    assert_eq!(nothing, ["describe-supported-regions"]);
}

#[test]
fn system_roles_are_nested() {
    let list = &catalogue().console_permissions;
    let functions: BTreeSet<&str> = list.functions.iter().map(|row| &*row.id).collect();
    let used: BTreeSet<&str> = list.permissions.iter().map(|row| &*row.function).collect();
    assert_eq!(functions, used);
    for row in &list.permissions {
        assert!(row.owner, "{}: owners hold everything", row.id);
        assert!(!row.viewer || row.editor, "{}: viewer is within editor", row.id);
        assert_eq!(row.doubtful, row.note.is_some(), "{}", row.id);
    }
    let held = |role| list.permissions.iter().filter(|row| row.held_by(role)).count();
    assert_eq!(NamespaceRole::ALL.map(held), [50, 44, 12]);
    let doubtful: Vec<&str> =
        list.permissions.iter().filter(|row| row.doubtful).map(|row| &*row.id).collect();
    assert_eq!(doubtful, ["create-members", "detach-git-repository"]);
}

#[test]
fn development_actions_know_their_group_and_the_read_only_policy() {
    let list = &reference().development_api_actions;
    let groups: BTreeSet<&str> = list.groups.iter().map(|row| &*row.id).collect();
    let used: BTreeSet<&str> = list.actions.iter().map(|row| &*row.group).collect();
    assert_eq!(groups, used);
    let policy = catalogue().system_policy("AliyunStreamReadOnlyAccess").unwrap();
    let patterns = policy.document.as_ref().unwrap().statement[0].action.as_slice();
    let matches = |action: &str| {
        patterns.iter().any(|pattern| match pattern.strip_suffix('*') {
            Some(prefix) => action.starts_with(prefix),
            None => action == pattern,
        })
    };
    for row in &list.actions {
        assert_eq!(row.read_only_policy, matches(&row.action), "{}", row.action);
    }
    assert_eq!(list.actions.iter().filter(|row| row.read_only_policy).count(), 32);
}
