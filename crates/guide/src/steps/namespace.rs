//! Membership of the namespace.

use ramplay_flink::{Console, ConsolePermission, CustomRole, GrantId, NamespaceRole, catalogue};
use ramplay_playground::Member;

use super::Facts;
use crate::fulfil::permissions;
use crate::plan::{By, Edit, Place, State, Step, Task};

const ROLES: [NamespaceRole; 3] = [NamespaceRole::Viewer, NamespaceRole::Editor, NamespaceRole::Owner];

/// The identity joins the namespace with what the wish takes, and keeps what it has; none where it holds
/// everything anyway.
pub(super) fn join(facts: &Facts<'_>) -> Option<Step> {
    let cell = catalogue().logon_method(facts.start.logon).cell(Console::Development);
    if cell.authorization_needed == Some(false) {
        return None;
    }
    let current = facts.start.member.as_ref().filter(|member| is_accepted(member));
    let wanted: Vec<&ConsolePermission> = permissions(facts.wish.what).collect();
    let is_done = current.is_some_and(|member| wanted.iter().all(|permission| holds(member, permission)));
    let member = match current.filter(|_| is_done) {
        Some(member) => member.clone(),
        None => covering(&wanted, current),
    };
    let grant = catalogue().grant(GrantId::MemberRole);
    let mut sources = grant.sources.clone();
    sources.extend(cell.sources.iter().filter(|key| !grant.sources.contains(key)).cloned());
    Some(Step {
        edit: (!is_done).then(|| Edit::Join(member.clone())),
        task: Task::Join { member, picks: &cell.how_to_pick },
        by: By::NamespaceOwner,
        place: Place::Members,
        status: cell.status,
        sources,
        state: if is_done { State::Done } else { State::Missing },
    })
}

fn is_accepted(member: &Member) -> bool {
    match member {
        Member::System(_) => true,
        Member::Custom(role) => role.problems().is_empty(),
    }
}

fn holds(member: &Member, permission: &ConsolePermission) -> bool {
    match member {
        Member::System(role) => permission.held_by(*role),
        Member::Custom(role) => role.holds(&permission.id),
    }
}

/// The role that holds these permissions and what the identity has, and nothing else if that can be.
fn covering(wanted: &[&ConsolePermission], current: Option<&Member>) -> Member {
    let needed = |permission: &&ConsolePermission| {
        wanted.iter().any(|one| one.id == permission.id)
            || permission.held_by(NamespaceRole::Viewer)
            || current.is_some_and(|member| holds(member, permission))
    };
    let all = &catalogue().console_permissions.permissions;
    let is_exactly = |role: &NamespaceRole| all.iter().all(|row| row.held_by(*role) == needed(&row));
    if let Some(role) = ROLES.into_iter().find(is_exactly) {
        return Member::System(role);
    }
    let name = match current {
        Some(Member::Custom(role)) => role.name.clone(),
        Some(Member::System(_)) | None => "custom-role".to_owned(),
    };
    let permissions = all.iter().filter(needed).map(|row| row.id.clone()).collect();
    Member::Custom(CustomRole { name, permissions })
}
