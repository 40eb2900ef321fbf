//! Regular languages: which combinations of patterns texts can match, with a shortest text for each.

mod item;
mod machine;

pub(crate) use item::{Class, Item, Language};
pub(crate) use machine::Machine;

use crate::bits::Bits;
use crate::budget::{Budget, Spent};

/// A combination of sets that some text is in, and of no others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    /// The sets, by their number.
    pub(crate) accepts: Bits,
    /// A shortest text.
    pub(crate) text: String,
}

/// Every combination that texts in all of the `required` sets can have, in order of length, as far as a
/// combination is `possible`.
///
/// This is exact: the automaton tells apart whatever the languages tell apart, and every state that can be
/// reached is reached.
pub(crate) fn cells(
    machine: &mut Machine,
    required: &[usize],
    possible: impl Fn(&Bits) -> bool,
    budget: &Budget,
) -> Result<Vec<Cell>, Spent> {
    let mut cells: Vec<Cell> = Vec::new();
    let mut seen = std::collections::HashSet::<Bits, crate::hash::Fast>::default();
    walk(machine, required, budget, |accepts, text| {
        if possible(&accepts) && seen.insert(accepts.clone()) {
            cells.push(Cell { accepts, text: text() });
        }
    })?;
    Ok(cells)
}

/// Visits states in order of their distance. A state is visited with the sets that its texts are in, if these
/// are in all `required` ones.
fn walk(
    machine: &mut Machine,
    required: &[usize],
    budget: &Budget,
    mut visit: impl FnMut(Bits, &dyn Fn() -> String),
) -> Result<(), Spent> {
    /// How a state was first reached.
    struct Visit {
        state: u32,
        from: usize,
        char: char,
    }
    let start = machine.start();
    let mut visits = vec![Visit { state: start, from: 0, char: '\0' }];
    let mut reached = vec![false; start as usize + 1];
    if let Some(reached) = reached.get_mut(start as usize) {
        *reached = true;
    }
    let mut choices = Vec::new();
    let mut at = 0;
    while let Some(state) = visits.get(at).map(|visit| visit.state) {
        let accepts = machine.accepts(state);
        if required.iter().all(|&set| accepts.contains(set)) {
            let text = || {
                let mut chars = Vec::new();
                let mut at = at;
                while let Some(visit) = visits.get(at).filter(|_| at != 0) {
                    chars.push(visit.char);
                    at = visit.from;
                }
                chars.iter().rev().collect()
            };
            visit(accepts, &text);
        }
        machine.choices(state, &mut choices);
        // What leads out of a required set leads nowhere.
        choices.retain(|&char| required.iter().all(|&set| machine.goes_on(state, set, char)));
        for &char in &choices {
            let next = machine.step(state, char, budget)?;
            let number = next as usize;
            if reached.len() <= number {
                reached.resize(number + 1, false);
            }
            if let Some(reached) = reached.get_mut(number).filter(|reached| !**reached) {
                *reached = true;
                visits.push(Visit { state: next, from: at, char });
            }
        }
        at += 1;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
