//! Where a comment stands.

use ramplay_flink::{Console, catalogue};
use ramplay_playground::{Comment, Document, Origin, Pin};
use serde_json::Value;

use crate::changes::Subject;

/// What a comment is about, looked up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Place {
    /// The scenario as a whole.
    Scenario,
    /// A policy, by its place.
    Policy(usize),
    /// A statement, by the places of policy and statement.
    Statement(usize, usize),
    /// A row of the answer.
    Row(Subject),
    /// Nothing that is there any more.
    Gone,
}

/// What a comment is about in the scenario with these documents.
pub fn place(comment: &Comment, documents: &[Document]) -> Place {
    // A policy that the logon method brings along is none of the scenario's.
    let document =
        |policy: usize| documents.get(policy).filter(|one| !matches!(one.origin, Origin::Implied(_)));
    let statements = |policy: usize| document(policy).map(|one| &one.reading.policy.statements);
    match &comment.pin {
        Pin::Scenario => Place::Scenario,
        Pin::Policy(policy) if document(*policy).is_some() => Place::Policy(*policy),
        Pin::Statement(policy, statement) => match statements(*policy).and_then(|all| all.get(*statement)) {
            Some(_) => Place::Statement(*policy, *statement),
            None => Place::Gone,
        },
        Pin::Sid(policy, sid) => {
            let text = document(*policy).map_or("", |one| &one.text);
            let found = statements(*policy)
                .and_then(|all| all.iter().position(|one| sid_of(one.span.of(text)).as_ref() == Some(sid)));
            found.map_or(Place::Gone, |statement| Place::Statement(*policy, statement))
        }
        Pin::Row(id) => subject(id).map_or(Place::Gone, Place::Row),
        Pin::Policy(_) => Place::Gone,
    }
}

/// The `Sid` of a statement, which RAM passes over: it is not in what was read.
fn sid_of(statement: &str) -> Option<String> {
    let value: Value = serde_json::from_str(statement).ok()?;
    value.get("Sid")?.as_str().map(str::to_owned)
}

/// The row with this id.
fn subject(id: &str) -> Option<Subject> {
    let catalogue = catalogue();
    match id {
        "management" => return Some(Subject::Console(Console::Management)),
        "development" => return Some(Subject::Console(Console::Development)),
        _ => {}
    }
    let capability = || catalogue.capability(id).map(Subject::Capability);
    let operation = || catalogue.operation(id).map(Subject::Operation);
    let permission = || catalogue.console_permission(id).map(Subject::Permission);
    capability().or_else(operation).or_else(permission)
}
