//! The tests of all statements of two sides, each once: lists of patterns, and clauses by key.

use std::collections::BTreeMap;

use ramplay_policy::condition::Clause;
use ramplay_policy::model::PatternList;
use ramplay_policy::{
    Attached, Effect, Layer, Pattern, Place, PolicySet, PrincipalKind, Request, RequestProblem, Statement,
};

use crate::automaton::Language;
use crate::form::{Atom, LayerForm, Pair, Term};
use crate::frame::Frame;

/// `Action` or `Resource` of a statement in a form that lists with the same entries share.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct List {
    /// `NotAction` or `NotResource`.
    pub(crate) negated: bool,
    /// The patterns as the engine compares them; sorted, each once.
    pub(crate) texts: Vec<Box<str>>,
}

impl List {
    /// A list as it was read; `Err(true)` if it matches everything, `Err(false)` if nothing.
    fn of(list: &PatternList) -> Result<Self, bool> {
        let mut texts: Vec<Box<str>> =
            list.patterns.iter().map(|entry| plain(entry.pattern.as_str())).collect();
        texts.sort_unstable();
        texts.dedup();
        if texts.iter().any(|text| **text == *"*") {
            return Err(!list.negated);
        }
        if texts.is_empty() {
            return Err(list.negated);
        }
        Ok(List { negated: list.negated, texts })
    }

    /// The languages of the patterns.
    pub(crate) fn languages(&self) -> Vec<Language> {
        self.texts.iter().map(|text| Language::of(&Pattern::new(text))).collect()
    }

    /// The language of one pattern.
    pub(crate) fn language(&self, at: usize) -> Option<Language> {
        self.texts.get(at).map(|text| Language::of(&Pattern::new(text)))
    }
}

/// A pattern with one `*` in place of several.
fn plain(text: &str) -> Box<str> {
    let mut plain = String::with_capacity(text.len());
    for char in text.chars() {
        if char != '*' || !plain.ends_with('*') {
            plain.push(char);
        }
    }
    plain.into()
}

/// A condition key that requests can choose.
#[derive(Debug)]
pub(crate) struct Key<'p> {
    /// As policies write it.
    pub(crate) written: Box<str>,
    pub(crate) folded: Box<str>,
    /// The different clauses on it.
    pub(crate) clauses: Vec<&'p Clause>,
    /// Whether an operator takes several values of it.
    pub(crate) several: bool,
}

/// The tests of all statements, each once.
#[derive(Debug, Default)]
pub(crate) struct Tables<'p> {
    pub(crate) actions: Vec<List>,
    pub(crate) resources: Vec<List>,
    pub(crate) keys: Vec<Key<'p>>,
}

/// A statement before its lists are numbered: `None` matches anything.
struct Draft {
    action: Option<List>,
    resource: Option<List>,
    clauses: Vec<Atom>,
}

impl<'p> Tables<'p> {
    /// Both sides as they are before anything of a request is chosen but the base.
    pub(crate) fn pair(
        &mut self,
        a: &PolicySet<'p>,
        b: &PolicySet<'p>,
        base: &Request,
    ) -> Result<Pair, RequestProblem> {
        let nowhere =
            |set: &PolicySet<'_>| set.unseen.iter().any(|unseen| unseen.place == Place::Control(None));
        let levels = base.directory_path.len().max(usize::from(nowhere(a) || nowhere(b)));
        let mut pair = Pair { a: Vec::new(), b: Vec::new() };
        for (set, side) in [(a, &mut pair.a), (b, &mut pair.b)] {
            for level in 0..u16::try_from(levels).unwrap_or(u16::MAX) {
                side.push(self.layer(set, Layer::Control(level), base)?);
            }
            for layer in LAYERS {
                side.push(self.layer(set, layer, base)?);
            }
        }
        Ok(pair)
    }

    fn layer(
        &mut self,
        set: &PolicySet<'p>,
        layer: Layer,
        base: &Request,
    ) -> Result<LayerForm, RequestProblem> {
        let node = match layer {
            Layer::Control(level) => base.directory_path.get(usize::from(level)).map(String::as_str),
            _ => None,
        };
        let attached: Vec<(Attached<'p>, bool)> = match layer {
            Layer::Control(_) => {
                let given = set.control.iter().filter(|(of, _)| *of == node.unwrap_or_default());
                given.map(|(_, attached)| (*attached, false)).collect()
            }
            Layer::Session => set.session.iter().map(|attached| (*attached, false)).collect(),
            Layer::IdentityAccount => set.identity.iter().map(|attached| (*attached, false)).collect(),
            Layer::IdentityGroup => {
                let group = base.resource_group.as_deref();
                let given = set.group.iter().filter(|(of, _)| Some(*of) == group);
                given.map(|(_, attached)| (*attached, false)).collect()
            }
            Layer::Resource => {
                set.resource.iter().map(|given| (given.attached, given.spares_owner)).collect()
            }
            Layer::Trust => set.trust.iter().map(|attached| (*attached, false)).collect(),
        };
        let is_unseen = |place: Place<'_>| match (layer, place) {
            (Layer::Control(_), Place::Control(of)) => of.is_none() || of == node,
            (Layer::Session, Place::Session)
            | (Layer::IdentityAccount, Place::Identity)
            | (Layer::IdentityGroup, Place::Group)
            | (Layer::Resource, Place::Resource)
            | (Layer::Trust, Place::Trust) => true,
            _ => false,
        };
        let mut unseen = None;
        for place in set.unseen.iter().filter(|unseen| is_unseen(unseen.place)) {
            unseen = Some(unseen.unwrap_or(false) || place.may_deny);
        }
        // Of a directory level and of a session it counts whether there is a policy at all.
        let present = matches!(layer, Layer::Control(_) | Layer::Session) && !attached.is_empty();
        let mut form = LayerForm { present, unseen, ..LayerForm::default() };
        if !is_read(layer, base) {
            return Ok(LayerForm::default());
        }
        for effect in [Effect::Deny, Effect::Allow] {
            let mut drafts = Vec::new();
            for (attached, spares_owner) in &attached {
                for statement in attached.policy.statements.iter().filter(|one| one.effect == effect) {
                    drafts.extend(self.draft(statement, *spares_owner, base)?);
                }
            }
            let terms = self.terms(drafts);
            match effect {
                Effect::Deny => form.deny = terms,
                Effect::Allow => form.allow = terms,
            }
        }
        form.normalise();
        Ok(form)
    }

    /// A statement without what the base settles; `None` if it cannot apply.
    fn draft(
        &mut self,
        statement: &'p Statement,
        spares_owner: bool,
        base: &Request,
    ) -> Result<Option<Draft>, RequestProblem> {
        let list = |list: &PatternList| match List::of(list) {
            Ok(list) => Some(Some(list)),
            Err(true) => Some(None),
            Err(false) => None,
        };
        let resource = statement.resource.as_ref().map_or(Some(None), list);
        let (Some(action), Some(resource)) = (list(&statement.action), resource) else { return Ok(None) };
        if !statement.names_principal(base, spares_owner) {
            return Ok(None);
        }
        let mut clauses = Vec::new();
        for clause in &statement.conditions {
            match Frame::fixed(base, &clause.folded_key) {
                Some(values) => {
                    if !clause.is_met_by(Some(&values))? {
                        return Ok(None);
                    }
                }
                None => clauses.push(self.clause(clause)),
            }
        }
        clauses.sort_unstable();
        clauses.dedup();
        Ok(Some(Draft { action, resource, clauses }))
    }

    /// Statements as terms. Those that differ in their actions only are taken as one, then those that differ in
    /// their resources only: how people cut a grant into statements does not count.
    fn terms(&mut self, drafts: Vec<Draft>) -> Vec<Term> {
        let by_action =
            merge(drafts.into_iter().map(|draft| ((draft.resource, draft.clauses), draft.action)));
        let by_resource =
            merge(by_action.into_iter().map(|((resource, clauses), action)| ((action, clauses), resource)));
        let terms = by_resource.into_iter().map(|((action, clauses), resource)| {
            let action = action.map(|list| Atom::Action(number(&mut self.actions, list)));
            let resource = resource.map(|list| Atom::Resource(number(&mut self.resources, list)));
            action.into_iter().chain(resource).chain(clauses).collect()
        });
        terms.collect()
    }

    fn clause(&mut self, clause: &'p Clause) -> Atom {
        let key = self.keys.iter().position(|key| key.folded == clause.folded_key).unwrap_or_else(|| {
            let (written, folded) = (clause.key.clone(), clause.folded_key.clone());
            self.keys.push(Key { written, folded, clauses: Vec::new(), several: false });
            self.keys.len() - 1
        });
        let mut place = 0;
        if let Some(key) = self.keys.get_mut(key) {
            key.several |= clause.prefix.is_some();
            place = key.clauses.iter().position(|known| is_same(known, clause)).unwrap_or_else(|| {
                key.clauses.push(clause);
                key.clauses.len() - 1
            });
        }
        Atom::Clause { key: number_of(key), clause: number_of(place) }
    }
}

/// The layers behind the control levels.
pub(crate) const LAYERS: [Layer; 5] =
    [Layer::Session, Layer::IdentityAccount, Layer::IdentityGroup, Layer::Resource, Layer::Trust];

/// Whether the engine can come to a layer for such a principal; where it cannot, what is there does not count.
fn is_read(layer: Layer, base: &Request) -> bool {
    use PrincipalKind::{RamRole, RamUser, ServiceLinkedRole};
    let kind = base.principal.kind;
    match layer {
        Layer::Session => matches!(kind, RamRole | ServiceLinkedRole),
        Layer::IdentityAccount | Layer::IdentityGroup => {
            matches!(kind, RamUser | RamRole | ServiceLinkedRole)
        }
        Layer::Control(_) | Layer::Resource | Layer::Trust => true,
    }
}

/// Whether two clauses on one key are the same test.
fn is_same(one: &Clause, other: &Clause) -> bool {
    let within = |part: &Clause, whole: &Clause| part.values.iter().all(|value| whole.values.contains(value));
    one.prefix == other.prefix
        && one.operator == other.operator
        && (one.values == other.values || (within(one, other) && within(other, one)))
}

/// Takes plain lists under one key together. What matches anything says all that there is to say.
fn merge<K: Ord + Clone>(lists: impl Iterator<Item = (K, Option<List>)>) -> Vec<(K, Option<List>)> {
    let mut plain: BTreeMap<K, Vec<Box<str>>> = BTreeMap::new();
    let mut others: Vec<(K, Option<List>)> = Vec::new();
    for (key, list) in lists {
        match list {
            Some(List { negated: false, texts }) => plain.entry(key).or_default().extend(texts),
            other => others.push((key, other)),
        }
    }
    let merged = plain.into_iter().map(|(key, mut texts)| {
        texts.sort_unstable();
        texts.dedup();
        (key, Some(List { negated: false, texts }))
    });
    merged.chain(others).collect()
}

/// The number of a list, a new one if it was not there.
fn number(lists: &mut Vec<List>, list: List) -> u32 {
    let place = lists.iter().position(|known| *known == list).unwrap_or_else(|| {
        lists.push(list);
        lists.len() - 1
    });
    number_of(place)
}

fn number_of(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
