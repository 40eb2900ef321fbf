//! Every way in which two sides can answer differently.
//!
//! Actions, resources and keys are chosen one after the other, each as one of its classes. After each choice
//! both sides are reduced to what is left of them; where the same is left of both, nothing can differ. Where
//! nothing is left to choose, the engine answers a request of those classes, for either side.

mod base;
mod conditions;

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use ramplay_policy::{Check, ContextMap, Policy, PolicySet, Request, RequestProblem, evaluate};

use crate::answer::Answer;
use crate::budget::{Budget, Spent};
use crate::classes::{KeyClass, KeyRules, Unclassed, classes};
use crate::form::Pair;
use crate::frame::Frame;
use crate::hash::Fast;
use crate::obstacle::Obstacle;
use crate::tables::Tables;

pub(crate) use base::{ActionGroup, BaseResult, REQUIRED, Region, is_normal};
pub(crate) use conditions::{Found, size};

/// Why exploring stops, or why a part of it is left out.
#[derive(Debug)]
pub(crate) enum Stop {
    Spent,
    Obstacle(Obstacle),
}

impl From<Spent> for Stop {
    fn from(_: Spent) -> Self {
        Stop::Spent
    }
}

impl From<Unclassed> for Stop {
    fn from(why: Unclassed) -> Self {
        match why {
            Unclassed::Spent => Stop::Spent,
            Unclassed::Obstacle(obstacle) => Stop::Obstacle(obstacle),
        }
    }
}

/// Two sides under exploration.
pub(crate) struct Explorer<'x, 'p> {
    pub(crate) a: &'x PolicySet<'p>,
    pub(crate) b: &'x PolicySet<'p>,
    pub(crate) frame: &'x Frame,
    pub(crate) budget: &'x Budget,
    pub(crate) tables: Tables<'p>,
    /// What kept a part from being decided.
    pub(crate) obstacles: BTreeSet<Obstacle>,
    /// Classes of keys under some of their clauses.
    classes: HashMap<(u32, Vec<u32>), Rc<[KeyClass]>, Fast>,
    /// What is found where the same is left of both sides as before.
    known: HashMap<Pair, Rc<[Found]>, Fast>,
    /// The base that this holds for, and whether a role is assumed.
    scope: Option<(usize, bool)>,
    /// What an answer of the engine for both sides costs, in steps.
    pub(crate) weight: u64,
}

impl<'x, 'p> Explorer<'x, 'p> {
    pub(crate) fn new(
        a: &'x PolicySet<'p>,
        b: &'x PolicySet<'p>,
        frame: &'x Frame,
        budget: &'x Budget,
    ) -> Self {
        Explorer {
            a,
            b,
            frame,
            budget,
            tables: Tables::default(),
            obstacles: BTreeSet::new(),
            classes: HashMap::default(),
            known: HashMap::default(),
            scope: None,
            weight: 8 + weight(a) + weight(b),
        }
    }

    /// What the engine answers for both sides.
    fn ask(&self, request: &Request) -> Result<(Answer, Answer), Stop> {
        self.budget.take(self.weight)?;
        // Values are chosen to fit the operators that count; one that does not count can ask for another type.
        let mixed = |problem: RequestProblem| Stop::Obstacle(Obstacle::MixedTypes { key: problem.key });
        self.replay(request).map_err(mixed)
    }

    /// What the engine answers for both sides, outside any budget.
    pub(crate) fn replay(&self, request: &Request) -> Result<(Answer, Answer), RequestProblem> {
        Ok((Answer::of(&evaluate(self.a, request)?), Answer::of(&evaluate(self.b, request)?)))
    }

    /// The classes of a key under these of its clauses.
    fn classes_of(&mut self, key: u32, clauses: Vec<u32>) -> Result<Rc<[KeyClass]>, Stop> {
        let place = (key, clauses);
        if let Some(known) = self.classes.get(&place) {
            return Ok(Rc::clone(known));
        }
        let Some(row) = self.tables.keys.get(key as usize) else { return Ok(Rc::default()) };
        let chosen: Vec<_> =
            place.1.iter().filter_map(|&clause| row.clauses.get(clause as usize).copied()).collect();
        let rules = KeyRules { always: self.frame.always.contains(&*row.folded), several: row.several };
        let found: Rc<[KeyClass]> = classes(&chosen, rules, self.budget)?.into();
        self.classes.insert(place, Rc::clone(&found));
        Ok(found)
    }
}

/// What the engine looks at for one request at most, in steps.
fn weight(set: &PolicySet<'_>) -> u64 {
    let statements = policies(set).into_iter().flat_map(|policy| &policy.statements);
    let tests = statements.map(|one| {
        let resources = one.resource.as_ref().map_or(0, |list| list.patterns.len());
        4 + one.action.patterns.len() + resources + one.conditions.len()
    });
    tests.sum::<usize>() as u64 / 8
}

/// The documents of a set, in all its layers.
pub(crate) fn policies<'p>(set: &PolicySet<'p>) -> Vec<&'p Policy> {
    let control = set.control.iter().map(|(_, attached)| attached.policy);
    let group = set.group.iter().map(|(_, attached)| attached.policy);
    let resource = set.resource.iter().map(|given| given.attached.policy);
    let plain = set.session.iter().chain(&set.identity).chain(&set.trust).map(|attached| attached.policy);
    control.chain(group).chain(resource).chain(plain).collect()
}

/// The request of these classes.
pub(crate) fn request(base: &Request, action: &str, resource: &str, context: &ContextMap) -> Request {
    let mut request = base.clone();
    request.checks =
        vec![Check { action: action.to_owned(), resource: resource.to_owned(), context: ContextMap::new() }];
    request.context.extend(context.iter().map(|(key, values)| (key.clone(), values.clone())));
    request
}
