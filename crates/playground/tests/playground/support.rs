//! Short forms for scenarios and answers.

use ramplay_flink::{Console, LogonMethod, NamespaceRole, catalogue};
use ramplay_playground::{
    Answer, Attach, Body, Mark, Member, PolicyEntry, Reach, Scenario, Step, Verdict, answer, example,
    from_template,
};

/// The account that owns the workspace, and the others, as the example names them.
pub(crate) const OWNER: &str = "1000000000000001";
pub(crate) const OTHER: &str = "2000000000000002";
pub(crate) const MANAGEMENT: &str = "3000000000000003";

/// The example's names with no policy and no membership.
pub(crate) fn bare(logon: LogonMethod) -> Scenario {
    Scenario { logon, policies: Vec::new(), member: None, ..example() }
}

/// The same with these policies.
pub(crate) fn with(logon: LogonMethod, policies: impl IntoIterator<Item = PolicyEntry>) -> Scenario {
    Scenario { policies: policies.into_iter().collect(), ..bare(logon) }
}

/// The same with these policies and the role of an owner in the namespace.
pub(crate) fn owner_with(logon: LogonMethod, policies: impl IntoIterator<Item = PolicyEntry>) -> Scenario {
    Scenario { member: Some(Member::System(NamespaceRole::Owner)), ..with(logon, policies) }
}

pub(crate) fn document(attach: Attach, text: impl Into<String>) -> PolicyEntry {
    PolicyEntry { name: String::new(), attach, body: Body::Document(text.into()) }
}

pub(crate) fn system(attach: Attach, name: &str) -> PolicyEntry {
    PolicyEntry { name: String::new(), attach, body: Body::System(name.to_owned()) }
}

pub(crate) fn identity(text: impl Into<String>) -> PolicyEntry {
    document(Attach::Identity, text)
}

pub(crate) fn full_access() -> PolicyEntry {
    system(Attach::Identity, "AliyunStreamFullAccess")
}

pub(crate) fn read_only() -> PolicyEntry {
    system(Attach::Identity, "AliyunStreamReadOnlyAccess")
}

pub(crate) fn may_assume() -> PolicyEntry {
    system(Attach::Caller, "AliyunSTSAssumeRoleAccess")
}

pub(crate) fn control(node: &str, text: impl Into<String>) -> PolicyEntry {
    document(Attach::Control(node.to_owned()), text)
}

pub(crate) fn template(id: &str) -> PolicyEntry {
    from_template(&example(), catalogue().template(id).unwrap(), id)
}

pub(crate) fn policy(statements: &[String]) -> String {
    format!(r#"{{"Version": "1", "Statement": [{}]}}"#, statements.join(", "))
}

pub(crate) fn statement(effect: &str, action: &str, resource: &str) -> String {
    format!(r#"{{"Effect": "{effect}", "Action": "{action}", "Resource": "{resource}"}}"#)
}

pub(crate) fn allow(action: &str, resource: &str) -> String {
    policy(&[statement("Allow", action, resource)])
}

pub(crate) fn deny(action: &str, resource: &str) -> String {
    policy(&[statement("Deny", action, resource)])
}

/// A trust policy that names a RAM principal.
pub(crate) fn trust(principal: &str) -> PolicyEntry {
    let text = format!(
        r#"{{"Version": "1", "Statement": [{{"Effect": "Allow", "Action": "sts:AssumeRole",
            "Principal": {{"RAM": ["{principal}"]}}}}]}}"#
    );
    document(Attach::Trust, text)
}

pub(crate) fn reaches(scenario: &Scenario) -> [Reach; 2] {
    answer(scenario).consoles.map(|console| console.reach)
}

pub(crate) fn next(scenario: &Scenario, console: Console) -> Vec<Step> {
    answer(scenario).console(console).next.clone()
}

pub(crate) fn operation<'a>(answer: &'a Answer, id: &str) -> &'a Verdict {
    &answer.operations.iter().find(|row| row.operation.id == id).unwrap().verdict
}

pub(crate) fn capability<'a>(answer: &'a Answer, id: &str) -> &'a Verdict {
    &answer.logstore.rows.iter().find(|row| row.capability.id == id).unwrap().verdict
}

/// What an answer lacks, as `action on resource`; empty when it is allowed.
pub(crate) fn missing(verdict: &Verdict) -> Vec<String> {
    match verdict {
        Verdict::Ruled(ruling) => {
            ruling.missing().map(|(_, check)| format!("{} on {}", check.action, check.resource)).collect()
        }
        other => panic!("no ruling: {other:?}"),
    }
}

/// The ids of the operations with this mark, in the order of the page.
pub(crate) fn operations_marked(answer: &Answer, mark: Mark) -> Vec<&str> {
    let rows = answer.operations.iter().filter(|row| row.verdict.mark() == mark);
    rows.map(|row| &*row.operation.id).collect()
}

/// The ids of the capabilities with this mark, in the order of the page.
pub(crate) fn capabilities_marked(answer: &Answer, mark: Mark) -> Vec<&str> {
    let rows = answer.logstore.rows.iter().filter(|row| row.verdict.mark() == mark);
    rows.map(|row| &*row.capability.id).collect()
}
