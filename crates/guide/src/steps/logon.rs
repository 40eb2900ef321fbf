//! What must be so before somebody is the identity that the consoles see.

use ramplay_flink::{Caller, LogonMethod, PreconditionId, catalogue};
use ramplay_playground::{
    Answer, Attach, Body, PolicyEntry, PreconditionAnswer, PreconditionState, Scenario, add_statements,
};

use super::Facts;
use super::grants::system_text;
use crate::plan::{By, Edit, Place, State, Step, Task};

/// One step for each precondition of the logon method.
pub(super) fn steps(facts: &Facts<'_>, method: LogonMethod, steps: &mut Vec<Step>) {
    let [management, _] = &facts.answer.consoles;
    steps.extend(management.preconditions.iter().map(|row| step(facts, method, row)));
}

fn step(facts: &Facts<'_>, method: LogonMethod, answer: &PreconditionAnswer) -> Step {
    let row = answer.row;
    let state = match answer.state {
        PreconditionState::Met => State::Done,
        PreconditionState::NotMet => State::Missing,
        PreconditionState::NotGiven | PreconditionState::Presumed | PreconditionState::Withheld => {
            State::Unknown
        }
    };
    let caller_account = caller_account(facts.start, method);
    let (task, by, place, edit) = match row.id {
        PreconditionId::CallerMayAssume | PreconditionId::CallerResourceDirectoryAccess => {
            let name = row.any_of.first().cloned().unwrap_or_default();
            let entry =
                PolicyEntry { name: String::new(), attach: Attach::Caller, body: Body::System(name.clone()) };
            let text = catalogue().system_policy(&name).and_then(system_text);
            let task = Task::Attach { name, text, create: false, attach: Attach::Caller };
            (task, By::CallerAdministrator, Place::CallerRam, Some(Edit::Attach(entry)))
        }
        PreconditionId::TrustNamesAccount => {
            let task = Task::Trust { account: caller_account.to_owned(), text: trust_policy(caller_account) };
            let edit = trust(facts.start, &facts.answer, caller_account);
            (task, By::Administrator, Place::Ram, Some(edit))
        }
        PreconditionId::Activation => (Task::Check(row), By::Account, Place::Ram, None),
        PreconditionId::RootCannotAssume => (Task::Check(row), By::Person, Place::Session, None),
        PreconditionId::AccessConfiguration | PreconditionId::Provisioning => {
            (Task::Check(row), By::ManagementAccount, Place::CloudSso, None)
        }
        PreconditionId::MemberHasRoot => {
            (Task::Check(row), By::ManagementAccount, Place::ResourceDirectory, None)
        }
    };
    let edit = edit.filter(|_| state != State::Done);
    Step { task, by, place, status: row.status, sources: row.sources.clone(), state, edit }
}

/// The account from which the role is assumed.
pub(crate) fn caller_account(scenario: &Scenario, method: LogonMethod) -> &str {
    let ids = &scenario.identities;
    match method.caller() {
        Caller::OtherAccountRamUser => &ids.other_account,
        Caller::ManagementAccountRamUser => &ids.management_account,
        Caller::Root | Caller::RamUser | Caller::CloudSsoUser => &ids.account,
    }
}

/// The statement that lets the RAM users of an account assume a role.
fn trust_statement(account: &str) -> String {
    let principal = serde_json::Value::from(format!("acs:ram::{account}:root"));
    format!(
        "{{\n  \"Effect\": \"Allow\",\n  \"Principal\": {{\n    \"RAM\": [{principal}]\n  }},\n  \
         \"Action\": \"sts:AssumeRole\"\n}}"
    )
}

fn trust_policy(account: &str) -> String {
    let statement = trust_statement(account).replace('\n', "\n    ");
    format!("{{\n  \"Version\": \"1\",\n  \"Statement\": [\n    {statement}\n  ]\n}}")
}

/// A role has one trust policy: the statement is added to the one that is there.
fn trust(scenario: &Scenario, answer: &Answer, account: &str) -> Edit {
    let statement = [trust_statement(account)];
    let mut trusts = answer
        .documents
        .iter()
        .enumerate()
        .filter(|(at, document)| document.attach == Attach::Trust && *at < scenario.policies.len());
    let extended = trusts.find_map(|(policy, document)| {
        Some(Edit::Rewrite { policy, text: add_statements(document, &statement)? })
    });
    extended.unwrap_or_else(|| {
        let body = Body::Document(trust_policy(account));
        Edit::Attach(PolicyEntry { name: "trust".to_owned(), attach: Attach::Trust, body })
    })
}
