//! The RAM user of a job and its AccessKey pair, as the guide "Secure access best practices" has them.

use ramplay_flink::Status;

use crate::plan::{By, Place, State, Step, Task};

/// The user and its pair.
pub(super) fn user() -> [Step; 2] {
    [
        step(Task::CreateUser, By::Administrator, Place::Ram, &["guide-secure-access"]),
        step(Task::CreateKey, By::Administrator, Place::Ram, &["guide-secure-access"]),
    ]
}

/// The pair stands in variables, and drafts use them.
pub(super) fn variables() -> [Step; 2] {
    [
        step(Task::CreateVariables, By::Developer, Place::Variables, &["guide-secure-access", "dev-full"]),
        step(Task::UseVariables, By::Developer, Place::Drafts, &["guide-secure-access", "var-2026"]),
    ]
}

fn step(task: Task, by: By, place: Place, sources: &[&str]) -> Step {
    let sources = sources.iter().map(|&key| key.to_owned()).collect();
    Step { task, by, place, status: Status::Stated, sources, state: State::Unknown, edit: None }
}
