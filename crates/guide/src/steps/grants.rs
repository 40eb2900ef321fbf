//! Policies that are granted.

use ramplay_flink::{Console, Grant, GrantId, LogonMethod, Status, SystemPolicy, catalogue};
use ramplay_playground::{Attach, Body, PolicyEntry, Reader, compact, from_template};

use super::Facts;
use crate::fulfil::{verdicts, yes};
use crate::plan::{By, Edit, Place, State, Step, Task};
use crate::wish::{Access, Extent};

/// The system policy for the Management Console.
pub(super) fn management_policy(extent: Extent) -> &'static str {
    match extent {
        Extent::View => "AliyunStreamReadOnlyAccess",
        Extent::Operate => "AliyunStreamFullAccess",
    }
}

/// The text of a system policy, if it is known.
pub(super) fn system_text(policy: &SystemPolicy) -> Option<String> {
    Some(compact(&policy.document.as_ref()?.to_text()))
}

/// The grant that opens the Management Console; none where nothing has to be granted.
pub(super) fn management(facts: &Facts<'_>, extent: Extent) -> Option<Step> {
    if facts.needs_no_policy() {
        return None;
    }
    let mut needed: Vec<_> = facts.bare.console(Console::Management).opening.iter().map(yes).collect();
    if extent == Extent::Operate {
        needed.extend(facts.bare.operations.iter().map(|row| yes(&row.verdict)));
    }
    let name = management_policy(extent).to_owned();
    let text = catalogue().system_policy(&name).and_then(system_text);
    let attach = attach(facts);
    let body = Body::System(name.clone());
    let entry = PolicyEntry { name: String::new(), attach: attach.clone(), body };
    let task = Task::Attach { name, text, create: false, attach };
    let grant = grant_row(facts.start.logon);
    Some(step(facts, task, entry, &needed, grant.status, &grant.sources))
}

/// The grant to use the Logstore; none where nothing has to be granted.
pub(super) fn logstore(facts: &Facts<'_>, access: Access) -> Option<Step> {
    let template = access.template().filter(|_| !facts.needs_no_policy())?;
    let needed: Vec<_> = verdicts(&facts.bare, access).map(yes).collect();
    let name = match access {
        Access::Pull => "flink-read-logstore",
        Access::Group => "flink-read-with-group",
        Access::Write => "flink-write-logstore",
    };
    let attach = match facts.start.reader {
        Reader::Principal => attach(facts),
        Reader::Job => Attach::Job,
    };
    let entry = PolicyEntry { attach: attach.clone(), ..from_template(facts.start, template, name) };
    let text = match &entry.body {
        Body::Document(text) => Some(text.clone()),
        Body::System(_) => None,
    };
    let task = Task::Attach { name: name.to_owned(), text, create: true, attach };
    Some(step(facts, task, entry, &needed, template.status, &template.sources))
}

/// Where policies of the identity are attached.
fn attach(facts: &Facts<'_>) -> Attach {
    let group = &facts.start.circumstances.resource_group;
    if facts.wish.in_group { Attach::Group(group.clone()) } else { Attach::Identity }
}

/// How policies reach the identity of a logon method.
fn grant_row(method: LogonMethod) -> &'static Grant {
    // The row of a member's role names no grant, because its default role needs none.
    let id = catalogue().logon_method(method).management.grant.unwrap_or(GrantId::RamPolicy);
    catalogue().grant(id)
}

fn step(
    facts: &Facts<'_>,
    task: Task,
    entry: PolicyEntry,
    needed: &[Option<bool>],
    status: Status,
    sources: &[String],
) -> Step {
    let is_there =
        facts.start.policies.iter().any(|other| other.attach == entry.attach && other.body == entry.body);
    let state = if is_there || needed.iter().all(|one| *one == Some(true)) {
        State::Done
    } else if needed.contains(&Some(false)) {
        State::Missing
    } else {
        State::Unknown
    };
    let of_job = entry.attach == Attach::Job;
    let (by, place) = match grant_row(facts.start.logon).id {
        GrantId::AccessConfiguration if !of_job => (By::ManagementAccount, Place::CloudSso),
        GrantId::AccessConfiguration | GrantId::RamPolicy | GrantId::MemberRole => {
            (By::Administrator, Place::Ram)
        }
    };
    let mut sources = sources.to_vec();
    // Which actions work with resource groups is not known.
    let status = if matches!(entry.attach, Attach::Group(_)) {
        sources.push("rg-2026".to_owned());
        Status::Unknown
    } else {
        status
    };
    let edit = (state != State::Done).then_some(Edit::Attach(entry));
    Step { task, by, place, status, sources, state, edit }
}
