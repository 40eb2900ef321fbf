//! Documents on the way to a repair.

use std::rc::Rc;

use ramplay_policy::{
    Attached, DocumentId, Layer, Policy, PolicyKind, PolicySet, Reading, Request, ResourceAttached, read,
};

use super::amendment::Amendment;
use super::{Step, Text};
use crate::edited::{detach, documents, replace};

/// The documents, some of them changed.
#[derive(Clone)]
pub(super) struct State {
    pub(super) documents: Vec<Document>,
    pub(super) steps: Vec<Step>,
    /// A number that no document has.
    free: u32,
}

#[derive(Clone)]
pub(super) struct Document {
    pub(super) id: DocumentId,
    pub(super) layer: Layer,
    /// The text, if it can be changed.
    pub(super) text: Option<Rc<str>>,
    pub(super) policy: Rc<Policy>,
    /// Whether it was not there before.
    pub(super) is_new: bool,
    pub(super) is_changed: bool,
    pub(super) is_detached: bool,
}

impl State {
    pub(super) fn new(set: &PolicySet<'_>, request: &Request, texts: &[Text<'_>]) -> Self {
        let document = |attached: Attached<'_>| {
            let text = texts.iter().find(|text| text.document == attached.document);
            // What is not read from this text as it is cannot be changed in it.
            let text = text.filter(|text| {
                let reading = read(text.text, attached.policy.kind);
                reading.is_usable() && reading.policy == *attached.policy
            });
            Document {
                id: attached.document,
                layer: layer_of(set, request, attached.document),
                text: text.map(|text| text.text.into()),
                policy: Rc::new(attached.policy.clone()),
                is_new: false,
                is_changed: false,
                is_detached: false,
            }
        };
        let documents: Vec<Document> = documents(set).into_iter().map(document).collect();
        let numbers =
            documents.iter().map(|known| known.id.0).chain(texts.iter().map(|text| text.document.0));
        let free = numbers.max().map_or(0, |last| last.saturating_add(1));
        State { documents, steps: Vec::new(), free }
    }

    /// The set with these documents.
    pub(super) fn set<'s>(&'s self, before: &PolicySet<'s>) -> PolicySet<'s> {
        let mut set = before.clone();
        let of = |id: DocumentId| self.documents.iter().find(|known| known.id == id);
        replace(&mut set, |id| of(id).filter(|known| known.is_changed).map(|known| &*known.policy));
        detach(&mut set, |id| of(id).is_some_and(|known| known.is_detached));
        for new in self.documents.iter().filter(|known| known.is_new && !known.is_detached) {
            let attached = Attached { document: new.id, policy: &new.policy };
            match new.layer {
                Layer::Resource => set.resource.push(ResourceAttached { attached, spares_owner: true }),
                Layer::Trust => set.trust.push(attached),
                _ => set.identity.push(attached),
            }
        }
        set
    }

    /// With changes of one document; `None` if its text cannot be changed so.
    pub(super) fn with(&self, id: DocumentId, changes: Vec<Amendment>) -> Option<State> {
        let mut next = self.clone();
        let document = next.documents.iter_mut().find(|known| known.id == id)?;
        let mut text: String = document.text.as_deref()?.to_owned();
        for change in &changes {
            text = change.apply(&text)?;
        }
        let reading = read(&text, document.policy.kind);
        if !reading.is_usable() {
            return None;
        }
        document.policy = Rc::new(reading.policy);
        document.text = Some(text.into());
        document.is_changed = true;
        let layer = document.layer;
        next.steps.extend(changes.into_iter().map(|amendment| Step { document: id, layer, amendment }));
        Some(next)
    }

    /// Without a document.
    pub(super) fn without(&self, id: DocumentId) -> Option<State> {
        let mut next = self.clone();
        let document = next.documents.iter_mut().find(|known| known.id == id)?;
        document.is_detached = true;
        let layer = document.layer;
        next.steps.push(Step { document: id, layer, amendment: Amendment::Detach });
        Some(next)
    }

    /// With one document more.
    pub(super) fn and(&self, layer: Layer, change: Amendment, policy: Option<&Policy>) -> Option<State> {
        let id = DocumentId(self.free);
        let text = match &change {
            Amendment::NewPolicy(new) => Some(new.document()),
            _ => None,
        };
        let kind = match layer {
            Layer::Resource => PolicyKind::Resource,
            Layer::Trust => PolicyKind::Trust,
            _ => PolicyKind::Identity,
        };
        let policy = match (policy, &text) {
            (Some(policy), _) => policy.clone(),
            (None, Some(text)) => Some(read(text, kind)).filter(Reading::is_usable)?.policy,
            (None, None) => return None,
        };
        let mut next = self.clone();
        next.free = self.free.checked_add(1)?;
        next.documents.push(Document {
            id,
            layer,
            text: text.map(Into::into),
            policy: Rc::new(policy),
            is_new: true,
            is_changed: false,
            is_detached: false,
        });
        next.steps.push(Step { document: id, layer, amendment: change });
        Some(next)
    }

    /// How much is changed, in bytes that are put in or taken out.
    pub(super) fn size(&self, before: &State) -> usize {
        let one = |document: &Document| {
            let old = before.documents.iter().find(|known| known.id == document.id);
            let new = document.text.as_deref().unwrap_or_default();
            match old {
                _ if document.is_detached => old.and_then(|old| old.text.as_deref()).map_or(1_000, str::len),
                Some(old) => {
                    let old = old.text.as_deref().unwrap_or_default();
                    super::difference(old, new).map_or(0, |edit| edit.span.len() + edit.text.len())
                }
                None => new.len().max(100),
            }
        };
        self.documents.iter().map(one).sum()
    }
}

/// The layer that a document is attached in, of no request: control policies count as those of the first level.
pub(super) fn layer_in(set: &PolicySet<'_>, id: DocumentId) -> Layer {
    layer_of_path(set, &[], id)
}

/// The layer that a document is attached in; of several, the first.
fn layer_of(set: &PolicySet<'_>, request: &Request, id: DocumentId) -> Layer {
    layer_of_path(set, &request.directory_path, id)
}

fn layer_of_path(set: &PolicySet<'_>, path: &[String], id: DocumentId) -> Layer {
    let is = |attached: &Attached<'_>| attached.document == id;
    if let Some((node, _)) = set.control.iter().find(|(_, attached)| is(attached)) {
        let level = path.iter().position(|known| known == node).unwrap_or(0);
        return Layer::Control(u16::try_from(level).unwrap_or(u16::MAX));
    }
    if set.session.iter().any(is) {
        Layer::Session
    } else if set.identity.iter().any(is) {
        Layer::IdentityAccount
    } else if set.group.iter().any(|(_, attached)| is(attached)) {
        Layer::IdentityGroup
    } else if set.trust.iter().any(is) {
        Layer::Trust
    } else {
        Layer::Resource
    }
}
