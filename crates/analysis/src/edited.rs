//! A set of policies with some documents changed.

use ramplay_policy::{Attached, DocumentId, Policy, PolicySet};

/// Every document of a set, each once.
pub(crate) fn documents<'p>(set: &PolicySet<'p>) -> Vec<Attached<'p>> {
    let control = set.control.iter().map(|(_, attached)| *attached);
    let group = set.group.iter().map(|(_, attached)| *attached);
    let resource = set.resource.iter().map(|given| given.attached);
    let plain = set.session.iter().chain(&set.identity).chain(&set.trust).copied();
    let mut documents: Vec<Attached<'p>> = Vec::new();
    for attached in control.chain(plain).chain(group).chain(resource) {
        if documents.iter().all(|known| known.document != attached.document) {
            documents.push(attached);
        }
    }
    documents
}

/// The set with other texts for some documents, wherever they are attached.
pub(crate) fn with<'e>(set: &PolicySet<'e>, edited: &'e [(DocumentId, Policy)]) -> PolicySet<'e> {
    let mut set = set.clone();
    replace(&mut set, |document| edited.iter().find(|(of, _)| *of == document).map(|(_, policy)| policy));
    set
}

/// Puts other policies in the place of documents, wherever they are attached.
pub(crate) fn replace<'e>(set: &mut PolicySet<'e>, other: impl Fn(DocumentId) -> Option<&'e Policy>) {
    let other = |attached: &mut Attached<'e>| {
        if let Some(policy) = other(attached.document) {
            attached.policy = policy;
        }
    };
    set.control.iter_mut().for_each(|(_, attached)| other(attached));
    set.group.iter_mut().for_each(|(_, attached)| other(attached));
    set.resource.iter_mut().for_each(|given| other(&mut given.attached));
    set.session.iter_mut().chain(&mut set.identity).chain(&mut set.trust).for_each(other);
}

/// Takes documents out, wherever they are attached.
pub(crate) fn detach(set: &mut PolicySet<'_>, is_out: impl Fn(DocumentId) -> bool) {
    set.control.retain(|(_, attached)| !is_out(attached.document));
    set.group.retain(|(_, attached)| !is_out(attached.document));
    set.resource.retain(|given| !is_out(given.attached.document));
    for list in [&mut set.session, &mut set.identity, &mut set.trust] {
        list.retain(|attached| !is_out(attached.document));
    }
}
