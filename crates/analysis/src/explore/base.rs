//! Choosing the action, then the resource.

use std::collections::HashMap;
use std::rc::Rc;

use ramplay_policy::{ContextMap, Pattern, Request};

use super::conditions::Draft;
use super::{Explorer, Found, Stop};
use crate::automaton::{Cell, Language, Machine, cells};
use crate::form::{Atom, LayerForm, Pair, Variable};
use crate::frame::Requests;
use crate::hash::Fast;
use crate::interest::{Interest, interest};
use crate::tables::{LAYERS, List};

/// What was found for one base.
#[derive(Debug)]
pub(crate) struct BaseResult {
    /// The base's place in the frame.
    pub(crate) base: usize,
    /// Tells of any action which cell it is in.
    pub(crate) actions: Machine,
    pub(crate) groups: Vec<ActionGroup>,
}

/// Actions of which the same is left on both sides.
#[derive(Debug)]
pub(crate) struct ActionGroup {
    /// The classes of actions, the shortest first.
    pub(crate) cells: Vec<Cell>,
    /// The languages that tell resources apart, with the one of all resources that are considered first.
    pub(crate) resource_sets: Vec<Vec<Language>>,
    pub(crate) regions: Vec<Region>,
}

/// A class of resources with changes.
#[derive(Debug)]
pub(crate) struct Region {
    pub(crate) resource: Cell,
    pub(crate) found: Rc<[Found]>,
}

/// The sets of an automaton before those of the lists.
const CONSIDERED: usize = 0;
const INTERESTING: usize = 1;
const ASKED: usize = 2;
/// The sets that a text must be in to be looked at.
pub(crate) const REQUIRED: [usize; 3] = [CONSIDERED, INTERESTING, ASKED];
/// Of actions: those with which a role is assumed.
const ASSUMES: usize = 3;
const BEFORE_ACTIONS: usize = 4;
/// Of resources: `acs:ram` with any region, and with none.
const RAM: usize = 3;
const RAM_WITHOUT_REGION: usize = 4;
/// Those that are singled out with the action.
const SINGLED_OUT: usize = 5;
const BEFORE_RESOURCES: usize = 6;

impl Explorer<'_, '_> {
    /// Explores all requests of one base. What was found before the budget was spent stays in `result`.
    pub(crate) fn base(
        &mut self,
        at: usize,
        base: &Request,
        pair: &Pair,
        results: &mut Vec<BaseResult>,
    ) -> Result<(), Stop> {
        if pair.is_same() {
            return Ok(());
        }
        let atoms = pair.atoms_of(Variable::Action);
        let wanted = interest(pair, Variable::Action, |list| texts(&self.tables.actions, list));
        let considered = match self.frame.requests {
            Requests::WellFormed => Language::shape("<N>:<N>"),
            Requests::AnyText => anything(),
        };
        let mut sets = vec![
            vec![considered],
            interesting(&wanted, &self.tables.actions),
            asked(self.frame.only.as_ref().map(|only| only.actions.as_slice())),
            vec![Language::literal("sts:assumerole").then(anything())],
        ];
        sets.extend(lists(&atoms, &self.tables.actions));
        // Behind all others: a set for each action that is singled out.
        let singled_out = self.frame.exactly.actions();
        let before_named = sets.len();
        sets.extend(singled_out.iter().map(|action| vec![Language::literal(action)]));
        let mut machine = Machine::new(&sets);
        let found = cells(&mut machine, &REQUIRED, |_| true, self.budget)?;

        // Actions of which the same is left are followed once.
        let weight = pair.weight() / 8 + 1;
        let mut order: Vec<(Pair, Option<&str>, Vec<Cell>)> = Vec::new();
        let mut places: HashMap<(Pair, bool, Option<&str>), usize, Fast> = HashMap::default();
        for cell in found {
            let negated =
                |list| self.tables.actions.get(list as usize).is_some_and(|list: &List| list.negated);
            let truth = |atom: Atom| {
                let set = BEFORE_ACTIONS + atoms.binary_search(&atom).ok()?;
                match atom {
                    Atom::Action(list) => Some(cell.accepts.contains(set) != negated(list)),
                    Atom::Resource(_) | Atom::Clause { .. } => None,
                }
            };
            let assumes = cell.accepts.contains(ASSUMES);
            let named = (before_named..).zip(&singled_out);
            let named =
                named.filter(|(set, _)| cell.accepts.contains(*set)).map(|(_, action)| *action).next();
            if named.is_none() && !self.frame.exactly.counts(false) {
                continue;
            }
            let left = only_read(pair.assign(truth), assumes);
            self.budget.take(weight)?;
            if left.is_same() {
                continue;
            }
            let place = *places.entry((left.clone(), assumes, named)).or_insert_with(|| {
                order.push((left, named, Vec::new()));
                order.len() - 1
            });
            if let Some((.., cells)) = order.get_mut(place) {
                cells.push(cell);
            }
        }
        results.push(BaseResult { base: at, actions: machine, groups: Vec::new() });
        for (left, named, cells) in order {
            let (resource_sets, outcome, regions) = self.resources((at, base), &left, &cells, named);
            if !regions.is_empty()
                && let Some(result) = results.last_mut()
            {
                result.groups.push(ActionGroup { cells, resource_sets, regions });
            }
            outcome?;
        }
        Ok(())
    }

    /// Explores the resources of one group of actions.
    fn resources(
        &mut self,
        (at, base): (usize, &Request),
        pair: &Pair,
        actions: &[Cell],
        named: Option<&str>,
    ) -> (Vec<Vec<Language>>, Result<(), Stop>, Vec<Region>) {
        let atoms = pair.atoms_of(Variable::Resource);
        let wanted = interest(pair, Variable::Resource, |list| texts(&self.tables.resources, list));
        let considered = match self.frame.requests {
            Requests::WellFormed => {
                vec![Language::literal("*"), Language::shape("acs:<N>:<S>:<S>:<R>")]
            }
            Requests::AnyText => vec![anything()],
        };
        let ram = Language::literal("acs:ram:");
        let mut sets = vec![
            considered,
            interesting(&wanted, &self.tables.resources),
            asked(self.frame.only.as_ref().map(|only| only.resources.as_slice())),
            vec![ram.clone().then(anything()).then(Language::literal(":")).then(anything())],
            vec![ram.then(Language::literal(":")).then(anything())],
            self.singled_out(named),
        ];
        sets.extend(lists(&atoms, &self.tables.resources));
        let mut regions = Vec::new();
        let outcome = self.regions((at, base), pair, actions, &sets, &atoms, &mut regions);
        (sets, outcome, regions)
    }

    /// The resources that are singled out with an action.
    fn singled_out(&self, action: Option<&str>) -> Vec<Language> {
        let asked = self.frame.exactly.asked().iter();
        let with_action = asked.filter(|asked| Some(asked.action.as_str()) == action);
        with_action.map(|asked| Language::literal(&asked.resource)).collect()
    }

    fn regions(
        &mut self,
        (at, base): (usize, &Request),
        pair: &Pair,
        actions: &[Cell],
        sets: &[Vec<Language>],
        atoms: &[Atom],
        regions: &mut Vec<Region>,
    ) -> Result<(), Stop> {
        let Some(action) = actions.first() else { return Ok(()) };
        let assumes = action.accepts.contains(ASSUMES);
        // What was found before holds for one base and for actions of one kind.
        if self.scope != Some((at, assumes)) {
            self.scope = Some((at, assumes));
            self.known.clear();
        }
        let mut machine = Machine::new(sets);
        let found = cells(&mut machine, &REQUIRED, is_normal, self.budget)?;
        let mut known: HashMap<Pair, Rc<[Found]>, Fast> = HashMap::default();
        let weight = pair.weight() / 8 + 1;
        for cell in found {
            if !self.frame.exactly.counts(cell.accepts.contains(SINGLED_OUT)) {
                continue;
            }
            let negated =
                |list| self.tables.resources.get(list as usize).is_some_and(|list: &List| list.negated);
            let truth = |atom: Atom| {
                let set = BEFORE_RESOURCES + atoms.binary_search(&atom).ok()?;
                match atom {
                    Atom::Resource(list) => Some(cell.accepts.contains(set) != negated(list)),
                    Atom::Action(_) | Atom::Clause { .. } => None,
                }
            };
            let left = pair.assign(truth);
            self.budget.take(weight)?;
            if left.is_same() {
                continue;
            }
            let found = match known.get(&left) {
                Some(found) => Rc::clone(found),
                None => {
                    let mut draft = Draft {
                        base,
                        action: &action.text,
                        resource: &cell.text,
                        context: ContextMap::new(),
                        depth: 0,
                    };
                    let found = match self.conditions(&left, &mut draft) {
                        Ok(found) => found,
                        Err(Stop::Spent) => return Err(Stop::Spent),
                        Err(Stop::Obstacle(obstacle)) => {
                            self.obstacles.insert(obstacle);
                            Rc::default()
                        }
                    };
                    known.insert(left, Rc::clone(&found));
                    found
                }
            };
            if !found.is_empty() {
                regions.push(Region { resource: cell, found });
            }
        }
        Ok(())
    }
}

/// Whether the engine can see such a resource: it reads every `acs:ram` resource as one without a region.
pub(crate) fn is_normal(accepts: &crate::bits::Bits) -> bool {
    !accepts.contains(RAM) || accepts.contains(RAM_WITHOUT_REGION)
}

/// Without the layer that the engine does not come to: trust policies are read when a role is assumed, policies
/// of the resource when none is.
fn only_read(mut pair: Pair, assumes: bool) -> Pair {
    let from_behind = LAYERS.len();
    let unread = if assumes { 3 } else { 4 };
    for side in [&mut pair.a, &mut pair.b] {
        let place = side.len().saturating_sub(from_behind) + unread;
        if let Some(layer) = side.get_mut(place) {
            *layer = LayerForm::default();
        }
    }
    pair
}

fn anything() -> Language {
    Language(vec![crate::automaton::Item::Run(crate::automaton::Class::Any)])
}

/// The patterns of a list that is not negated.
fn texts(lists: &[List], list: u32) -> Option<&[Box<str>]> {
    lists.get(list as usize).filter(|list| !list.negated).map(|list| list.texts.as_slice())
}

fn interesting(wanted: &Interest, lists: &[List]) -> Vec<Language> {
    match wanted {
        Interest::Anything => vec![anything()],
        Interest::Patterns(places) => {
            places.iter().filter_map(|(list, at)| lists.get(*list as usize)?.language(*at)).collect()
        }
    }
}

fn asked(patterns: Option<&[Pattern]>) -> Vec<Language> {
    patterns.map_or_else(|| vec![anything()], |patterns| patterns.iter().map(Language::of).collect())
}

/// The languages of the lists of these atoms, in their order.
fn lists(atoms: &[Atom], lists: &[List]) -> Vec<Vec<Language>> {
    let list = |atom: &Atom| match atom {
        Atom::Action(list) | Atom::Resource(list) => lists.get(*list as usize).map(List::languages),
        Atom::Clause { .. } => None,
    };
    atoms.iter().map(|atom| list(atom).unwrap_or_default()).collect()
}
