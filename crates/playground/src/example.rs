//! The scenario that a first visit shows.

use ramplay_flink::{LogonMethod, NamespaceRole, PolicyTemplate, catalogue};

use crate::answer::placeholders;
use crate::assertions::Assertions;
use crate::scenario::{
    Attach, Body, Circumstances, Identities, Jobs, Logstore, Member, PolicyEntry, Reader, Scenario, VERSION,
    Workspace,
};

/// A RAM user of the owning account with the least system policy for the Management Console and the
/// read-only template of the guide "Secure access best practices", filled in.
pub fn example() -> Scenario {
    let mut scenario = Scenario {
        version: VERSION,
        logon: LogonMethod::RamUserSameAccount,
        identities: Identities::default(),
        workspace: Workspace::default(),
        member: Some(Member::System(NamespaceRole::Viewer)),
        unknown: Vec::new(),
        policies: Vec::new(),
        base: None,
        directory: ["Root", "Production", "member"].map(str::to_owned).to_vec(),
        logstore: Logstore::default(),
        reader: Reader::Principal,
        circumstances: Circumstances::default(),
        jobs: Jobs::default(),
        assertions: Assertions::default(),
        comments: Vec::new(),
    };
    if let Some(template) = catalogue().template("guide-sls-read") {
        scenario.policies.push(from_template(&scenario, template, "flink-read-logstore"));
    }
    scenario.policies.push(PolicyEntry {
        name: String::new(),
        attach: Attach::Identity,
        body: Body::System("AliyunStreamReadOnlyAccess".to_owned()),
    });
    scenario
}

/// A template of the documentation with the scenario's names filled in.
pub fn from_template(scenario: &Scenario, template: &PolicyTemplate, name: &str) -> PolicyEntry {
    let attach = match template.attach {
        ramplay_flink::Attach::Identity => Attach::Identity,
        ramplay_flink::Attach::Resource => Attach::Project,
    };
    let text = template.document.filled(&placeholders(scenario)).to_text();
    PolicyEntry { name: name.to_owned(), attach, body: Body::Document(compact(&text)) }
}

/// Indented JSON with lists of strings that fit on a line put on one: how people write policies.
pub fn compact(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        out.push_str(line);
        if line.ends_with('[') {
            let mut ahead = lines.clone();
            let mut items = Vec::new();
            let closed = loop {
                match ahead.next().map(str::trim) {
                    Some(item) if item.starts_with('"') && !item.contains(": ") => items.push(item),
                    Some(close) if close.starts_with(']') => break Some(close),
                    _ => break None,
                }
            };
            let width = line.len() + items.iter().map(|item| item.len() + 1).sum::<usize>();
            if let Some(close) = closed.filter(|_| !items.is_empty() && width <= 88) {
                out.push_str(&items.join(" "));
                out.push_str(close);
                lines = ahead;
            }
        }
        if lines.peek().is_some() {
            out.push('\n');
        }
    }
    out
}
