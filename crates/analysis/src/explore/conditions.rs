//! Choosing condition keys, one after the other.

use std::collections::BTreeMap;
use std::rc::Rc;

use ramplay_policy::{ContextMap, Request};

use super::{Explorer, Stop, request};
use crate::answer::Answer;
use crate::form::{Atom, Pair, Variable};
use crate::obstacle::Obstacle;

/// Two answers that differ, and the values of keys that make them so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) a: Answer,
    pub(crate) b: Answer,
    pub(crate) context: ContextMap,
}

/// Most keys that one decision is followed through.
pub(super) const MOST_KEYS: usize = 64;

/// Most ways that are kept of one change of answer within one action and resource; the shortest ones. All of
/// them mean the same change, so that which changes there are does not depend on it.
const MOST_WAYS: usize = 12;

/// A request that is being put together.
pub(super) struct Draft<'r> {
    pub(super) base: &'r Request,
    pub(super) action: &'r str,
    pub(super) resource: &'r str,
    /// The keys that were chosen on the way here.
    pub(super) context: ContextMap,
    /// How many were chosen, absent ones included.
    pub(super) depth: usize,
}

impl Explorer<'_, '_> {
    /// Every change of answer that is left, when only keys are to be chosen.
    pub(super) fn conditions(&mut self, pair: &Pair, draft: &mut Draft<'_>) -> Result<Rc<[Found]>, Stop> {
        if pair.is_same() {
            return Ok(Rc::default());
        }
        if let Some(known) = self.known.get(pair) {
            return Ok(Rc::clone(known));
        }
        let found = match pair.atoms().next().map(Atom::variable) {
            Some(Variable::Key(key)) => self.choose(pair, key, draft)?,
            // Actions and resources were chosen before.
            Some(Variable::Action | Variable::Resource) | None => self.leaf(draft)?,
        };
        let found: Rc<[Found]> = found.into();
        self.known.insert(pair.clone(), Rc::clone(&found));
        Ok(found)
    }

    /// Nothing is left to choose: the engine answers.
    fn leaf(&mut self, draft: &Draft<'_>) -> Result<Vec<Found>, Stop> {
        let (a, b) = self.ask(&request(draft.base, draft.action, draft.resource, &draft.context))?;
        Ok(if a == b { Vec::new() } else { vec![Found { a, b, context: ContextMap::new() }] })
    }

    fn choose(&mut self, pair: &Pair, key: u32, draft: &mut Draft<'_>) -> Result<Vec<Found>, Stop> {
        if draft.depth >= MOST_KEYS {
            return Err(Stop::Obstacle(Obstacle::ManyKeys { limit: MOST_KEYS }));
        }
        let atoms = pair.atoms_of(Variable::Key(key));
        let clauses: Vec<u32> = atoms
            .iter()
            .filter_map(|atom| match atom {
                Atom::Clause { clause, .. } => Some(*clause),
                Atom::Action(_) | Atom::Resource(_) => None,
            })
            .collect();
        let classes = self.classes_of(key, clauses)?;
        let written =
            self.tables.keys.get(key as usize).map(|key| key.written.to_string()).unwrap_or_default();
        let mut found: Vec<Found> = Vec::new();
        let weight = pair.weight();
        for class in classes.iter() {
            self.budget.take(weight)?;
            let truth = |atom: Atom| atoms.binary_search(&atom).ok().map(|at| class.met.contains(at));
            let left = pair.assign(truth);
            if let Some(values) = &class.values {
                draft.context.insert(written.clone(), values.clone());
            }
            draft.depth += 1;
            let below = self.conditions(&left, draft);
            draft.depth -= 1;
            draft.context.remove(&written);
            for way in below?.iter() {
                // A way is kept with its values, which is what memory goes into.
                self.budget.take(1 + way.context.len() as u64)?;
                let mut way = way.clone();
                if let Some(values) = &class.values {
                    way.context.insert(written.clone(), values.clone());
                }
                found.push(way);
            }
        }
        Ok(shortest(found))
    }
}

/// The shortest ways of each change.
fn shortest(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|way| size(&way.context));
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    found.retain(|way| {
        let count = counts.entry(format!("{:?}{:?}", way.a, way.b)).or_default();
        *count += 1;
        *count <= MOST_WAYS
    });
    found
}

/// How much there is to read in a context.
pub(crate) fn size(context: &ContextMap) -> usize {
    context
        .iter()
        .map(|(key, values)| key.len() + values.iter().map(|value| value.len() + 1).sum::<usize>())
        .sum()
}
