//! Mutation coverage: which statements the expectations protect.
//!
//! Each statement is taken out and turned round, one at a time, and the expectations are checked again. A statement
//! that no expectation notices could be lost, or say the opposite, and nobody would be told.

use std::rc::Rc;

use ramplay_playground::{Document, Origin, Scenario, read_all};
use ramplay_policy::Effect;

use crate::check::{Checked, check_with};
use crate::line::Expectation;

/// Most changes that are tried; what is left is said to be not tried.
pub const MOST_TRIED: usize = 400;

/// What protects a statement, or a system policy as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// The policy, by its place in the scenario.
    pub policy: usize,
    /// The statement, by its place in the policy; none for a system policy.
    pub statement: Option<usize>,
    /// The expectations, by their places among those checked, that tell when it is gone.
    pub lost: Vec<usize>,
    /// Those that tell when it says the opposite; none for a system policy.
    pub turned: Vec<usize>,
}

impl Covered {
    /// Whether any expectation tells.
    pub fn is_protected(&self) -> bool {
        !self.lost.is_empty() || !self.turned.is_empty()
    }

    /// The expectations that tell of either, in order.
    pub fn by(&self) -> Vec<usize> {
        let mut by: Vec<usize> = self.lost.iter().chain(&self.turned).copied().collect();
        by.sort_unstable();
        by.dedup();
        by
    }
}

/// Which statements expectations protect.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// The statements of the scenario's policies that count for it or that an expectation protects, in order.
    pub statements: Vec<Covered>,
    /// How many statements were not tried, because there are so many.
    pub untried: usize,
}

impl Coverage {
    /// How many are protected.
    pub fn protected(&self) -> usize {
        self.statements.iter().filter(|one| one.is_protected()).count()
    }
}

/// Tries what the expectations tell of. An expectation tells if it holds, fails or is open otherwise than before.
pub fn coverage(scenario: &Scenario, expectations: &[&Expectation]) -> Coverage {
    let documents = read_all(scenario, &[]);
    let before = check_with(scenario, &documents, expectations.iter().copied());
    let mut coverage = Coverage::default();
    let mut tried = 0;
    for (place, document) in documents.iter().enumerate() {
        if document.obstacle().is_some() || place >= scenario.policies.len() {
            continue;
        }
        let tells = |mutant: Document| {
            let mut changed = documents.clone();
            if let Some(slot) = changed.get_mut(place) {
                *slot = mutant;
            }
            told(&before, &check_with(scenario, &changed, expectations.iter().copied()))
        };
        let count = document.reading.policy.statements.len();
        let found: Vec<Covered> = if matches!(document.origin, Origin::Pasted) {
            let left = (MOST_TRIED.saturating_sub(tried)) / 2;
            coverage.untried += count.saturating_sub(left);
            tried += 2 * count.min(left);
            let statements = (0..count.min(left)).map(|statement| Covered {
                policy: place,
                statement: Some(statement),
                lost: tells(without(document, statement)),
                turned: tells(turned(document, statement)),
            });
            statements.collect()
        } else {
            tried += 1;
            let lost = tells(emptied(document));
            vec![Covered { policy: place, statement: None, lost, turned: Vec::new() }]
        };
        coverage.statements.extend(found.into_iter().filter(|one| document.used || one.is_protected()));
    }
    coverage
}

/// The expectations of which something else became.
fn told(before: &[Checked], after: &[Checked]) -> Vec<usize> {
    let pairs = before.iter().zip(after).enumerate();
    pairs.filter(|(_, (before, after))| before.state != after.state).map(|(place, _)| place).collect()
}

fn changed(document: &Document, change: impl FnOnce(&mut ramplay_policy::Policy)) -> Document {
    let mut reading = (*document.reading).clone();
    change(&mut reading.policy);
    Document { reading: Rc::new(reading), ..document.clone() }
}

fn without(document: &Document, statement: usize) -> Document {
    changed(document, |policy| {
        if statement < policy.statements.len() {
            policy.statements.remove(statement);
        }
    })
}

fn turned(document: &Document, statement: usize) -> Document {
    changed(document, |policy| {
        if let Some(statement) = policy.statements.get_mut(statement) {
            statement.effect = match statement.effect {
                Effect::Allow => Effect::Deny,
                Effect::Deny => Effect::Allow,
            };
        }
    })
}

fn emptied(document: &Document) -> Document {
    changed(document, |policy| policy.statements.clear())
}
