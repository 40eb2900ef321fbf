//! From what is in the way to changes that take it out of the way, one after the other.

use ramplay_policy::{
    Check, CheckTrace, Decision, DocumentId, Effect, Evaluation, Layer, LayerTrace, Must, Outcome,
    PolicyKind, PolicySet, PrincipalKind, Request, RequestProblem, Settled, StatementTrace, evaluate,
};

use super::alternatives::Matter;
use super::amendment::{Amendment, Named, NewStatement};
use super::state::{Document, State};
use super::{Goal, SystemPolicy};

/// Most ways that are followed at once.
const WIDTH: usize = 48;
/// Most things in the way that are taken out of it.
const DEPTH: usize = 24;

pub(super) struct Search<'x, 'p> {
    pub(super) set: &'x PolicySet<'p>,
    pub(super) request: &'x Request,
    pub(super) system: &'x [SystemPolicy<'x>],
    pub(super) goal: Goal,
}

/// What has to be so after a change, for it to be of use.
#[derive(Clone, Copy)]
enum Wanted {
    /// The layer has no answer but this one, or is not read any more.
    Answer(Layer, Decision),
    /// Fewer statements of this effect apply in the layer.
    Fewer(Layer, Effect),
}

/// What was found, and whether ways were left out.
pub(super) struct Found {
    pub(super) states: Vec<State>,
    pub(super) is_cut: bool,
}

impl Search<'_, '_> {
    /// The ways to the goal, the smallest changes first.
    pub(super) fn run(&self, start: &State) -> Result<Found, RequestProblem> {
        let mut found = Found { states: Vec::new(), is_cut: false };
        let mut frontier = vec![start.clone()];
        for _ in 0..DEPTH {
            let mut next: Vec<(usize, State)> = Vec::new();
            for state in frontier {
                let evaluation = evaluate(&state.set(self.set), self.request)?;
                match self.goal {
                    Goal::Allow => match self.first_denied(&evaluation) {
                        None => found.states.push(state),
                        Some((check, trace)) => {
                            let count = next.len();
                            let tried = self.unblock(&state, check, trace);
                            self.keep(tried, check, trace, start, &mut next)?;
                            // What is left is up to policies that nobody has shown.
                            if next.len() == count && evaluation.possible.contains(Decision::Allow) {
                                found.states.push(state);
                            }
                        }
                    },
                    Goal::Deny if !evaluation.possible.contains(Decision::Allow) => found.states.push(state),
                    Goal::Deny => {
                        for (check, trace) in self.request.checks.iter().zip(&evaluation.checks) {
                            let tried = self.block(&state, check, trace);
                            self.keep(tried, check, trace, start, &mut next)?;
                        }
                    }
                }
            }
            next.sort_by_key(|(size, _)| *size);
            let mut kept: Vec<State> = Vec::new();
            for (_, state) in next {
                if kept.len() == WIDTH {
                    found.is_cut = true;
                } else if !kept.iter().any(|known| is_same(known, &state)) {
                    kept.push(state);
                }
            }
            frontier = kept;
            if frontier.is_empty() {
                break;
            }
        }
        found.is_cut |= !frontier.is_empty();
        found.states.sort_by_key(|state| state.size(start));
        Ok(found)
    }

    /// The first check for which something that is known is in the way.
    fn first_denied<'t>(&'t self, evaluation: &'t Evaluation) -> Option<(&'t Check, &'t CheckTrace)> {
        let pairs = self.request.checks.iter().zip(&evaluation.checks);
        let is_done = |trace: &CheckTrace| {
            // What unknown policies must not do, no known policy can do for them.
            trace.decision() == Some(Decision::Allow)
                || trace.allowed_if.iter().any(|way| way.iter().all(|need| need.must == Must::NotDeny))
        };
        pairs.into_iter().find(|(_, trace)| !is_done(trace))
    }

    /// Ways to take the first thing out of the way of an Allow.
    fn unblock(&self, state: &State, check: &Check, trace: &CheckTrace) -> Vec<(State, Wanted)> {
        use Decision::{Allow, ExplicitDeny};
        let mut tried: Vec<(State, Wanted)> = Vec::new();
        let layer = |wanted: fn(Layer) -> bool| trace.layers.iter().find(|found| wanted(found.layer));
        let denying = trace.layers.iter().find(|found| found.decision == ExplicitDeny);
        let closed = |found: &&LayerTrace| {
            matches!(found.layer, Layer::Control(_) | Layer::Session)
                && found.decision != Allow
                && !found.unseen
        };
        let matter = Matter::new(self.request, check);
        if let Some(denying) = denying {
            if let Some(first) = applying(denying, Effect::Deny).next() {
                let wanted = Wanted::Fewer(denying.layer, Effect::Deny);
                tried.extend(Self::exclude(state, &matter, first).into_iter().map(|next| (next, wanted)));
                let is_control = matches!(denying.layer, Layer::Control(_));
                if let Some(statement) = is_control.then(|| state.statement(first)).flatten()
                    && let Some(change) = matter.spare(first.at.statement, statement)
                {
                    tried.extend(state.with(first.at.document, vec![change]).map(|next| (next, wanted)));
                }
            }
            if denying.layer == Layer::IdentityGroup {
                // An Allow with account scope goes before all that is said with the scope of the group.
                self.include(state, &matter, Layer::IdentityAccount, trace, &mut tried);
            }
        } else if let Some(closed) = trace.layers.iter().find(closed) {
            self.include(state, &matter, closed.layer, trace, &mut tried);
        } else if layer(|layer| layer == Layer::Trust)
            .is_some_and(|found| found.decision != Allow && !found.unseen)
        {
            self.include(state, &matter, Layer::Trust, trace, &mut tried);
        } else if trace.settled != Some(Settled::RootCannotAssume) {
            let assumes = layer(|layer| layer == Layer::Trust).is_some();
            let is_own = self.request.principal.account == self.request.resource_account;
            if layer(|layer| layer == Layer::IdentityAccount).is_some() && (is_own || assumes) {
                self.include(state, &matter, Layer::IdentityAccount, trace, &mut tried);
                self.include(state, &matter, Layer::IdentityGroup, trace, &mut tried);
            }
            if layer(|layer| layer == Layer::Resource).is_some() {
                self.include(state, &matter, Layer::Resource, trace, &mut tried);
            }
        }
        tried
    }

    /// Ways to take the first Allow away, or to deny.
    fn block(&self, state: &State, check: &Check, trace: &CheckTrace) -> Vec<(State, Wanted)> {
        let matter = Matter::new(self.request, check);
        let mut tried: Vec<(State, Wanted)> = Vec::new();
        let layers: Vec<Layer> = match trace.settled {
            Some(Settled::Layer(layer)) => vec![layer],
            Some(Settled::Both(one, other)) => vec![one, other],
            _ => Vec::new(),
        };
        for found in trace.layers.iter().filter(|found| layers.contains(&found.layer)) {
            if let Some(first) = applying(found, Effect::Allow).next() {
                let wanted = Wanted::Fewer(found.layer, Effect::Allow);
                tried.extend(Self::exclude(state, &matter, first).into_iter().map(|next| (next, wanted)));
            }
        }
        // Of what was begun by narrowing, no Deny is left behind.
        if state.steps.is_empty() {
            for found in &trace.layers {
                let statement = self.statement(&matter, found.layer, Effect::Deny);
                let wanted = Wanted::Answer(found.layer, Decision::ExplicitDeny);
                let mut add = |next: Option<State>| tried.extend(next.map(|next| (next, wanted)));
                match (state.editable(found.layer), found.layer) {
                    (Some(document), _) => {
                        add(state.with(document.id, vec![Amendment::AddStatement(statement)]));
                    }
                    (None, Layer::IdentityAccount) => {
                        add(state.and(found.layer, Amendment::NewPolicy(statement), None));
                    }
                    (None, _) => {}
                }
            }
        }
        tried
    }

    /// Ways to make a statement not apply that does.
    fn exclude(state: &State, matter: &Matter<'_>, trace: &StatementTrace) -> Vec<State> {
        let (id, at) = (trace.at.document, trace.at.statement);
        let Some(document) = state.documents.iter().find(|known| known.id == id) else { return Vec::new() };
        let Some(statement) = document.policy.statements.get(usize::from(at)) else { return Vec::new() };
        let mut found = Vec::new();
        if document.text.is_some() {
            let narrowed = matter.exclude(at, statement);
            found.extend(narrowed.into_iter().filter_map(|changes| state.with(id, changes)));
            found.extend(state.with(id, vec![Amendment::RemoveStatement { statement: at }]));
        }
        if document.text.is_none() || document.policy.statements.len() == 1 {
            found.extend(state.without(id));
        }
        found
    }

    /// Ways to make a layer allow.
    fn include(
        &self,
        state: &State,
        matter: &Matter<'_>,
        layer: Layer,
        trace: &CheckTrace,
        tried: &mut Vec<(State, Wanted)>,
    ) {
        let wanted = Wanted::Answer(layer, Decision::Allow);
        let Some(found) = trace.layers.iter().find(|found| found.layer == layer) else { return };
        let skipped = found
            .statements
            .iter()
            .filter(|trace| trace.effect == Effect::Allow && matches!(trace.outcome, Outcome::Skipped(_)));
        for one in skipped {
            let id = one.at.document;
            let Some(statement) = state.statement(one) else { continue };
            let spares_owner =
                self.set.resource.iter().any(|given| given.attached.document == id && given.spares_owner);
            let names_object = layer == Layer::Trust;
            let ways = matter.include(one.at.statement, statement, (spares_owner, names_object));
            let next = ways.into_iter().filter_map(|changes| state.with(id, changes));
            tried.extend(next.map(|next| (next, wanted)));
        }
        let new = self.statement(matter, layer, Effect::Allow);
        let is_own = self.request.principal.account == self.request.resource_account;
        match (state.editable(layer), layer) {
            (Some(document), _) => {
                let next = state.with(document.id, vec![Amendment::AddStatement(new)]);
                tried.extend(next.map(|next| (next, wanted)));
            }
            (None, Layer::IdentityAccount | Layer::Trust) => {
                let next = state.and(layer, Amendment::NewPolicy(new), None);
                tried.extend(next.map(|next| (next, wanted)));
            }
            (None, Layer::Resource) if !is_own => {
                let next = state.and(layer, Amendment::NewPolicy(new), None);
                tried.extend(next.map(|next| (next, wanted)));
            }
            (None, _) => {}
        }
        if layer == Layer::IdentityAccount {
            for system in self.system.iter().filter(|system| system.policy.kind == PolicyKind::Identity) {
                let change = Amendment::AttachSystem { name: system.name.to_owned() };
                let next = state.and(layer, change, Some(system.policy));
                tried.extend(next.map(|next| (next, wanted)));
            }
        }
    }

    /// A statement about the check alone.
    fn statement(&self, matter: &Matter<'_>, layer: Layer, effect: Effect) -> NewStatement {
        let named = || Named::of(&self.request.principal, &self.request.resource_account);
        let listed = || {
            let named = named()?;
            let entry = self.request.principal.uid.clone().unwrap_or(named.entry);
            Some(Named { entry, ..named })
        };
        let everybody = || Named { of: "RAM", entry: "*".to_owned() };
        NewStatement {
            effect,
            principal: match layer {
                Layer::Trust => named(),
                Layer::Resource if self.request.principal.kind == PrincipalKind::Anonymous => {
                    Some(everybody())
                }
                Layer::Resource => listed(),
                _ => None,
            },
            is_trust: layer == Layer::Trust,
            action: matter.check.action.clone(),
            resource: (layer != Layer::Trust).then(|| matter.resource().to_owned()),
        }
    }

    /// Keeps those that do what they are for.
    fn keep(
        &self,
        tried: Vec<(State, Wanted)>,
        check: &Check,
        before: &CheckTrace,
        start: &State,
        next: &mut Vec<(usize, State)>,
    ) -> Result<(), RequestProblem> {
        let place = self.request.checks.iter().position(|known| std::ptr::eq(known, check)).unwrap_or(0);
        for (state, wanted) in tried {
            let after = evaluate(&state.set(self.set), self.request)?;
            let Some(after) = after.checks.get(place) else { continue };
            let of = |trace: &CheckTrace, layer| {
                trace.layers.iter().find(|found: &&LayerTrace| found.layer == layer).cloned()
            };
            let is_useful = match wanted {
                Wanted::Answer(layer, decision) => {
                    let is_so = |trace| of(trace, layer).is_none_or(|found| found.decision == decision);
                    is_so(after) && !is_so(before)
                }
                Wanted::Fewer(layer, effect) => {
                    let count = |found: &LayerTrace| applying(found, effect).count();
                    match (of(before, layer), of(after, layer)) {
                        (Some(before), Some(after)) => count(&after) < count(&before),
                        _ => true,
                    }
                }
            };
            if is_useful {
                next.push((state.size(start), state));
            }
        }
        Ok(())
    }
}

impl State {
    /// The first document of a layer that can be changed.
    fn editable(&self, layer: Layer) -> Option<&Document> {
        let mut own = self.documents.iter().filter(|known| known.layer == layer && !known.is_detached);
        own.find(|known| known.text.is_some())
    }

    fn statement(&self, trace: &StatementTrace) -> Option<&ramplay_policy::Statement> {
        let document: DocumentId = trace.at.document;
        let known = self.documents.iter().find(|known| known.id == document)?;
        known.policy.statements.get(usize::from(trace.at.statement))
    }
}

/// The statements of this effect that apply.
fn applying(layer: &LayerTrace, effect: Effect) -> impl Iterator<Item = &StatementTrace> {
    let applies =
        move |trace: &&StatementTrace| trace.effect == effect && matches!(trace.outcome, Outcome::Applies(_));
    layer.statements.iter().filter(applies)
}

fn is_same(one: &State, other: &State) -> bool {
    let mut pairs = one.documents.iter().zip(&other.documents);
    one.documents.len() == other.documents.len()
        && pairs.all(|(one, other)| {
            one.id == other.id
                && one.is_detached == other.is_detached
                && one.text == other.text
                && (one.text.is_some() || one.policy == other.policy)
        })
}
