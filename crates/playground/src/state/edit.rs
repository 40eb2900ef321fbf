//! Edits of the scenario.

use ramplay_flink::{CustomRole, LogonMethod, NamespaceRole, StoreKind, catalogue};

use crate::bounds::MAX_POLICIES;
use crate::comment::Pin;
use crate::example::from_template;
use crate::field::Field;
use crate::scenario::{Attach, Body, Hidden, KeyValue, Member, PolicyEntry, Reader, Scenario};
use crate::state::State;
use crate::state::skeleton::skeleton;

/// A circumstance that is sent as true, as false, or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Flag {
    /// `acs:MFAPresent`
    Mfa,
    /// `acs:SecureTransport`
    Tls,
}

/// An edit of the scenario.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Another logon method was chosen.
    SetLogon(LogonMethod),
    /// A single-line input changed.
    SetField(Field, String),
    /// The text of a policy changed.
    SetText(usize, String),
    /// A policy was renamed.
    SetName(usize, String),
    /// A policy was attached elsewhere.
    SetAttach(usize, Attach),
    /// A pasted policy is added, empty.
    AddDocument(Attach),
    /// A system policy is added by name.
    AddSystem(Attach, String),
    /// A template is added, filled in.
    AddTemplate(String),
    /// A template replaces the text of a policy.
    FillTemplate(usize, String),
    /// A policy is removed.
    Remove(usize),
    /// The policy removed last comes back.
    UndoRemove,
    /// The safe change for a problem of a document is made: document and problem by their places.
    ApplyFix(usize, usize),
    /// The role in the namespace changed.
    SetMember(Option<NamespaceRole>),
    /// A custom role is chosen, starting with what a viewer holds.
    SetCustomRole,
    /// The custom role was renamed.
    SetCustomName(String),
    /// A permission of the custom role is switched.
    TogglePermission(String),
    /// Whether all policies of a place are known is switched.
    ToggleHidden(Hidden),
    /// Who reads the Logstore changed.
    SetReader(Reader),
    /// Logstore or Metricstore.
    SetStoreKind(StoreKind),
    /// A circumstance changed.
    SetFlag(Flag, Option<bool>),
    /// A further condition key is added.
    AddKey,
    /// A further condition key changed.
    SetKey(usize, KeyValue),
    /// A further condition key is removed.
    RemoveKey(usize),
    /// A node of the directory was renamed.
    SetNode(usize, String),
    /// A folder is added above the member.
    AddNode,
    /// A folder is removed.
    RemoveNode(usize),
    /// What is so now is expected to stay: a line of assertions.
    Expect(String),
    /// A part of the page that knows more than the state has edited the scenario.
    Whole(Box<Scenario>),
}

impl State {
    pub(super) fn edit(&mut self, edit: Edit) {
        let scenario = &mut self.scenario;
        let adds = matches!(edit, Edit::AddDocument(_) | Edit::AddSystem(..) | Edit::AddTemplate(_));
        if adds && scenario.policies.len() >= MAX_POLICIES {
            return;
        }
        match edit {
            Edit::SetLogon(method) => scenario.logon = method,
            Edit::SetField(field, value) => field.set(scenario, value),
            Edit::SetText(index, text) => {
                if let Some(entry) = scenario.policies.get_mut(index) {
                    entry.body = Body::Document(text);
                }
            }
            Edit::SetName(index, name) => {
                if let Some(entry) = scenario.policies.get_mut(index) {
                    entry.name = name;
                }
            }
            Edit::SetAttach(index, attach) => {
                if let Some(entry) = scenario.policies.get_mut(index) {
                    entry.attach = attach;
                }
            }
            Edit::AddDocument(attach) => {
                let body = Body::Document(skeleton(&attach, scenario));
                scenario.policies.push(PolicyEntry { name: String::new(), attach, body });
            }
            Edit::AddSystem(attach, name) => {
                scenario.policies.push(PolicyEntry { name: String::new(), attach, body: Body::System(name) });
            }
            Edit::AddTemplate(id) => {
                if let Some(template) = catalogue().template(&id) {
                    let entry = from_template(scenario, template, &template.id);
                    scenario.policies.push(entry);
                }
            }
            Edit::FillTemplate(index, id) => {
                if let Some(template) = catalogue().template(&id) {
                    let filled = from_template(scenario, template, &template.id);
                    if let Some(entry) = scenario.policies.get_mut(index) {
                        entry.body = filled.body;
                    }
                }
            }
            Edit::Remove(index) => {
                let pins = scenario.comments.iter().map(|comment| comment.pin.clone()).collect();
                if let Some(entry) = scenario.remove_policy(index) {
                    self.caret = None;
                    self.removed = Some((index, entry));
                    self.unpinned = pins;
                    self.cards.remove(index);
                }
            }
            Edit::UndoRemove => {
                if let Some((index, entry)) = self.removed.take() {
                    scenario.insert_policy(index, entry);
                    self.cards.insert(index);
                    let pins = std::mem::take(&mut self.unpinned);
                    // What else happened to comments meanwhile stays.
                    if pins.len() == scenario.comments.len() {
                        for (comment, pin) in scenario.comments.iter_mut().zip(pins) {
                            if comment.pin == Pin::Scenario && pin.policy() == Some(index) {
                                comment.pin = pin;
                            }
                        }
                    }
                }
            }
            Edit::ApplyFix(index, problem) => self.apply_fix(index, problem),
            Edit::SetMember(role) => scenario.member = role.map(Member::System),
            Edit::SetCustomRole => {
                let viewer = catalogue().console_permissions.permissions.iter().filter(|row| row.viewer);
                let permissions = viewer.map(|row| row.id.clone()).collect();
                scenario.member =
                    Some(Member::Custom(CustomRole { name: "custom-role".to_owned(), permissions }));
            }
            Edit::SetCustomName(name) => {
                if let Some(Member::Custom(role)) = &mut scenario.member {
                    role.name = name;
                }
            }
            Edit::TogglePermission(id) => {
                if let Some(Member::Custom(role)) = &mut scenario.member {
                    match role.permissions.iter().position(|held| *held == id) {
                        Some(at) => {
                            role.permissions.remove(at);
                        }
                        None => role.permissions.push(id),
                    }
                }
            }
            Edit::ToggleHidden(hidden) => {
                let unknown = &mut scenario.unknown;
                match unknown.iter().position(|known| *known == hidden) {
                    Some(index) => drop(unknown.remove(index)),
                    None => unknown.push(hidden),
                }
            }
            Edit::SetReader(reader) => scenario.reader = reader,
            Edit::SetStoreKind(kind) => scenario.logstore.kind = kind,
            Edit::SetFlag(Flag::Mfa, value) => scenario.circumstances.mfa = value,
            Edit::SetFlag(Flag::Tls, value) => scenario.circumstances.tls = value,
            Edit::AddKey => scenario.circumstances.keys.push(KeyValue::default()),
            Edit::SetKey(index, pair) => {
                if let Some(slot) = scenario.circumstances.keys.get_mut(index) {
                    *slot = pair;
                }
            }
            Edit::RemoveKey(index) => {
                if index < scenario.circumstances.keys.len() {
                    scenario.circumstances.keys.remove(index);
                }
            }
            Edit::SetNode(index, name) => rename_node(scenario, index, &name),
            Edit::AddNode => {
                let at = scenario.directory.len().saturating_sub(1);
                let mut names = (1..=scenario.directory.len() + 1).map(|n| format!("Folder {n}"));
                // One of so many names is free.
                let name = names.find(|name| !scenario.directory.contains(name));
                scenario.directory.insert(at, name.unwrap_or_default());
            }
            Edit::RemoveNode(index) => {
                // Root and the member stay.
                if index > 0 && index + 1 < scenario.directory.len() {
                    scenario.directory.remove(index);
                }
            }
            Edit::Expect(line) => scenario.assertions.expect(line),
            Edit::Whole(edited) => *scenario = *edited,
        }
    }

    fn apply_fix(&mut self, index: usize, problem: usize) {
        let fix = self
            .answer
            .documents
            .get(index)
            .and_then(|document| document.reading.diagnostics.get(problem))
            .and_then(|diagnostic| diagnostic.fix.clone());
        let (Some(fix), Some(entry)) = (fix, self.scenario.policies.get_mut(index)) else { return };
        if let Body::Document(text) = &mut entry.body {
            let range = fix.span.start as usize..fix.span.end as usize;
            if text.get(range.clone()).is_some() {
                text.replace_range(range, &fix.text);
            }
        }
    }
}

fn rename_node(scenario: &mut Scenario, index: usize, name: &str) {
    // Two nodes of one name could not be told apart by the policies attached to them.
    if scenario.directory.iter().any(|other| other == name) {
        return;
    }
    let Some(node) = scenario.directory.get_mut(index) else { return };
    let old = std::mem::replace(node, name.to_owned());
    for entry in scenario.policies.iter_mut().chain(scenario.base.iter_mut().flatten()) {
        if let Attach::Control(of) = &mut entry.attach
            && *of == old
        {
            name.clone_into(of);
        }
    }
}
