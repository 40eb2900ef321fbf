//! Whether a wish is fulfilled: the engine is asked.

use ramplay_flink::{Console, ConsolePermission, NamespaceRole, catalogue};
use ramplay_playground::{Answer, Mark, PreconditionState, Reach, Scenario, Verdict, answer};

use crate::wish::{Access, Extent, What, Who, Wish};

/// Whether the scenario fulfils the wish; `None` if unknown or faulty policies decide.
pub fn fulfilled(scenario: &Scenario, wish: &Wish) -> Option<bool> {
    holds(&answer(&wish.asked_in(scenario)), wish)
}

/// The same for an answer to [`Wish::asked_in`].
pub(crate) fn holds(answer: &Answer, wish: &Wish) -> Option<bool> {
    let mut all = Vec::new();
    // Who never gets to be the identity does nothing as it.
    if matches!(wish.who, Who::Logon(_)) {
        all.extend(preconditions(answer));
    }
    match wish.what {
        What::Management(extent) => {
            all.push(reached(answer, Console::Management));
            if extent == Extent::Operate {
                all.extend(answer.operations.iter().map(|row| yes(&row.verdict)));
            }
        }
        What::Development(_) | What::Permission(_) => all.push(works(answer, wish)),
        What::Logstore(access) => all.extend(verdicts(answer, access).map(yes)),
        What::Assume => {}
        What::Key(access) => {
            all.push(works(answer, wish));
            all.extend(verdicts(answer, access).map(yes));
        }
    }
    match all {
        all if all.contains(&Some(false)) => Some(false),
        all if all.contains(&None) => None,
        _ => Some(true),
    }
}

/// Each precondition of the logon.
fn preconditions(answer: &Answer) -> impl Iterator<Item = Option<bool>> {
    let [management, _] = &answer.consoles;
    management.preconditions.iter().map(|row| match row.state {
        PreconditionState::Met | PreconditionState::Presumed => Some(true),
        PreconditionState::NotMet => Some(false),
        PreconditionState::NotGiven | PreconditionState::Withheld => None,
    })
}

fn reached(answer: &Answer, console: Console) -> Option<bool> {
    match answer.console(console).reach {
        Reach::Open => Some(true),
        Reach::Closed | Reach::Impossible => Some(false),
        Reach::Provided | Reach::Withheld => None,
    }
}

/// Whether the namespace opens with all permissions that it takes.
fn works(answer: &Answer, wish: &Wish) -> Option<bool> {
    let reached = reached(answer, Console::Development);
    if reached != Some(true) {
        return reached;
    }
    let held = |wanted: &&ConsolePermission| {
        answer.permissions.iter().any(|row| row.permission.id == wanted.id && row.held)
    };
    Some(permissions(wish.what).all(|wanted| held(&wanted)))
}

/// The permissions of the Development Console that a wish takes.
pub(crate) fn permissions(what: What) -> impl Iterator<Item = &'static ConsolePermission> {
    catalogue().console_permissions.permissions.iter().filter(move |row| match what {
        What::Development(role) => row.held_by(role),
        What::Permission(permission) => row.id == permission.id || row.held_by(NamespaceRole::Viewer),
        // A job is drafted, deployed and started, with variables that have to be created.
        What::Key(_) => row.held_by(NamespaceRole::Editor),
        What::Management(_) | What::Logstore(_) | What::Assume => false,
    })
}

/// The verdicts on a use of the Logstore.
pub(crate) fn verdicts(answer: &Answer, access: Access) -> impl Iterator<Item = &Verdict> {
    let wanted = move |id: &str| access.capabilities().contains(&id);
    answer.logstore.rows.iter().filter(move |row| wanted(&row.capability.id)).map(|row| &row.verdict)
}

pub(crate) fn yes(verdict: &Verdict) -> Option<bool> {
    match verdict.mark() {
        Mark::Allow | Mark::NotChecked => Some(true),
        Mark::ExplicitDeny | Mark::ImplicitDeny | Mark::Denied => Some(false),
        Mark::Depends | Mark::Withheld => None,
    }
}
