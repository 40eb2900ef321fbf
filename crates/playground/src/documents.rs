//! The documents of a scenario, read for where they are attached.

use std::rc::Rc;

use ramplay_flink::{Body as Known, LogonMethod, SystemPolicy, catalogue};
use ramplay_policy::{PolicyKind, Reading, Severity, read};

use crate::scenario::{Attach, Body, PolicyEntry, Scenario};

/// Where a document's text comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// The person pasted it.
    Pasted,
    /// A system policy, attached by name.
    System(&'static SystemPolicy),
    /// A name that is no known system policy.
    UnknownSystem(String),
    /// A policy that the logon method brings along.
    Implied(&'static SystemPolicy),
}

/// A document, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What to call it: its name, or its number when it has none.
    pub name: Option<String>,
    /// Where it is attached.
    pub attach: Attach,
    /// What it was read as.
    pub kind: PolicyKind,
    /// Where the text comes from.
    pub origin: Origin,
    /// The text; empty when a system policy's body is not known.
    pub text: Rc<str>,
    /// What was read.
    pub reading: Rc<Reading>,
    /// Whether the scenario's logon method and reader make use of it.
    pub used: bool,
}

impl Document {
    /// Why no verdict can rest on it.
    pub fn obstacle(&self) -> Option<Obstacle> {
        match &self.origin {
            Origin::UnknownSystem(_) => Some(Obstacle::UnknownName),
            Origin::System(policy) if policy.document.is_none() => Some(Obstacle::UnknownBody),
            _ if !self.reading.is_usable() => Some(Obstacle::Errors),
            _ => None,
        }
    }

    /// Whether the text is our own reading of a description.
    pub fn is_assumed(&self) -> bool {
        matches!(&self.origin, Origin::System(policy) | Origin::Implied(policy) if policy.body == Known::Assumed)
    }
}

/// Why a document cannot be evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// Its text has errors.
    Errors,
    /// The documentation does not print the system policy's body.
    UnknownBody,
    /// There is no system policy of that name in the catalogue.
    UnknownName,
}

/// What a document is read as.
pub fn kind_of(attach: &Attach) -> PolicyKind {
    match attach {
        Attach::Identity | Attach::Group(_) | Attach::Caller | Attach::Job => PolicyKind::Identity,
        Attach::Session => PolicyKind::Session,
        Attach::Trust => PolicyKind::Trust,
        Attach::Control(_) => PolicyKind::Control,
        Attach::Project => PolicyKind::Resource,
    }
}

/// Whether documents attached there count for a logon method.
pub fn counts(attach: &Attach, method: LogonMethod, scenario: &Scenario) -> bool {
    match attach {
        Attach::Identity => !method.is_root(),
        Attach::Group(group) => !method.is_root() && *group == scenario.circumstances.resource_group,
        Attach::Session | Attach::Trust | Attach::Caller => method.assumes_role(),
        Attach::Control(node) => method.is_member() && scenario.directory.contains(node),
        Attach::Project => true,
        Attach::Job => scenario.asks_for_job_user(),
    }
}

/// The policy that the default role of a member has: the guide says nothing needs to be granted to it.
pub(crate) fn implied(method: LogonMethod, scenario: &Scenario) -> Option<&'static SystemPolicy> {
    let default_role =
        scenario.identities.member_role.eq_ignore_ascii_case("ResourceDirectoryAccountAccessRole");
    (method == LogonMethod::RdRamAdminAsRole && default_role)
        .then(|| catalogue().system_policy("AdministratorAccess"))
        .flatten()
}

impl Document {
    /// How many errors and warnings it has.
    pub fn counts(&self) -> (usize, usize) {
        let errors = self.reading.diagnostics.iter().filter(|d| d.severity() == Severity::Error).count();
        (errors, self.reading.diagnostics.len() - errors)
    }
}

/// Reads a text, unless it was just read.
fn read_again(text: &str, kind: PolicyKind, before: &[Document]) -> Rc<Reading> {
    let same = before.iter().find(|document| document.kind == kind && *document.text == *text);
    match same {
        Some(document) => Rc::clone(&document.reading),
        None => Rc::new(read(text, kind)),
    }
}

/// Reads every document of the scenario. What is also in `before` is taken from there. The implied one comes
/// last, so that the others keep their place as number.
pub fn read_all(scenario: &Scenario, before: &[Document]) -> Vec<Document> {
    let mut documents: Vec<Document> =
        scenario.policies.iter().map(|entry| read_entry(entry, scenario, before)).collect();
    // The matrix asks for every method, so the implied policy is always there and marked as used or not.
    if let Some(policy) = implied(LogonMethod::RdRamAdminAsRole, scenario) {
        let text = system_text(policy);
        documents.push(Document {
            name: Some(policy.name.clone()),
            attach: Attach::Identity,
            kind: PolicyKind::Identity,
            origin: Origin::Implied(policy),
            reading: read_again(&text, PolicyKind::Identity, before),
            text,
            used: scenario.logon == LogonMethod::RdRamAdminAsRole,
        });
    }
    documents
}

fn read_entry(entry: &PolicyEntry, scenario: &Scenario, before: &[Document]) -> Document {
    let kind = kind_of(&entry.attach);
    let given = Some(entry.name.trim().to_owned()).filter(|name| !name.is_empty());
    let (name, origin, text): (_, _, Rc<str>) = match &entry.body {
        Body::Document(text) => (given, Origin::Pasted, text.as_str().into()),
        Body::System(name) => match catalogue().system_policy(name) {
            Some(policy) => (Some(policy.name.clone()), Origin::System(policy), system_text(policy)),
            None => (Some(name.clone()), Origin::UnknownSystem(name.clone()), "".into()),
        },
    };
    let has_text = !matches!(&origin, Origin::UnknownSystem(_))
        && !matches!(&origin, Origin::System(policy) if policy.document.is_none());
    let reading = if has_text { read_again(&text, kind, before) } else { Rc::new(Reading::empty(kind)) };
    let used = counts(&entry.attach, scenario.logon, scenario);
    Document { name, attach: entry.attach.clone(), kind, origin, text, reading, used }
}

fn system_text(policy: &SystemPolicy) -> Rc<str> {
    policy.document.as_ref().map(ramplay_flink::PolicyDocument::to_text).unwrap_or_default().into()
}
