//! Whether plans lead where they say.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod all;
mod blocked;
mod paths;

use ramplay_flink::{LogonMethod, catalogue};
use ramplay_guide::{Access, Extent, Plan, State, Step, Task, What, Who, Wish};
use ramplay_playground::{
    Assertions, Attach, Body, Circumstances, Identities, Jobs, Logstore, Member, PolicyEntry, Reader,
    Scenario, VERSION, Workspace,
};

/// Nothing is granted.
fn bare(logon: LogonMethod) -> Scenario {
    Scenario {
        version: VERSION,
        logon,
        identities: Identities::default(),
        workspace: Workspace::default(),
        member: None,
        policies: Vec::new(),
        base: None,
        unknown: Vec::new(),
        directory: ["Root", "Production", "member"].map(str::to_owned).to_vec(),
        logstore: Logstore::default(),
        reader: Reader::Principal,
        circumstances: Circumstances::default(),
        jobs: Jobs::default(),
        assertions: Assertions::default(),
        comments: Vec::new(),
    }
}

fn with(logon: LogonMethod, policies: impl IntoIterator<Item = PolicyEntry>) -> Scenario {
    Scenario { policies: policies.into_iter().collect(), ..bare(logon) }
}

fn document(attach: Attach, text: &str) -> PolicyEntry {
    PolicyEntry { name: "mine".to_owned(), attach, body: Body::Document(text.to_owned()) }
}

fn system(attach: Attach, name: &str) -> PolicyEntry {
    PolicyEntry { name: String::new(), attach, body: Body::System(name.to_owned()) }
}

/// A policy with one statement.
fn one(effect: &str, action: &str) -> String {
    format!(
        r#"{{"Version": "1", "Statement": [{{"Effect": "{effect}", "Action": "{action}", "Resource": "*"}}]}}"#
    )
}

/// A step in a few words.
fn short(step: &Step) -> String {
    let what = match &step.task {
        Task::Check(row) => format!("check {:?}", row.id),
        Task::Attach { name, attach, .. } => format!("attach {name} {attach:?}"),
        Task::Trust { account, .. } => format!("trust {account}"),
        Task::Join { member: Member::System(role), .. } => format!("join {role:?}"),
        Task::Join { member: Member::Custom(role), .. } => {
            format!("join {} ({} permissions)", role.name, role.permissions.len())
        }
        Task::AllowAt { node } => format!("allow at {node}"),
        Task::AllowInSession { .. } => "allow in session".to_owned(),
        Task::Lift { statements } => format!("lift {}", statements.len()),
        other => format!("{other:?}"),
    };
    format!("{:?}: {what} [{:?}, {:?}]", step.state, step.by, step.place)
}

fn steps(plan: &Plan) -> Vec<String> {
    plan.steps.iter().map(short).collect()
}

fn plan_of(scenario: &Scenario, wish: &Wish) -> Plan {
    ramplay_guide::plan(scenario, wish).unwrap_or_else(|refusal| panic!("{wish:?}: {refusal:?}"))
}
