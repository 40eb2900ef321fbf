//! A bound on the work of one question.

use std::cell::Cell;

/// How much work a question may take, and how much it took.
///
/// Work is counted in steps: one step of an automaton, one class that is looked at, one answer of the engine.
/// A step takes well below a microsecond on average; there is no clock, so that the same question always ends
/// the same way.
#[derive(Debug)]
pub struct Budget {
    steps: u64,
    spent: Cell<u64>,
}

/// The budget is spent: what was not decided by then is not decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spent;

impl Budget {
    /// Steps for a question that a person waits for: well below a second, and some tens of megabytes at worst.
    /// Of published policies, none took a twentieth of it.
    pub const DEFAULT_STEPS: u64 = 1_000_000;

    /// A budget of so many steps.
    pub fn new(steps: u64) -> Self {
        Budget { steps, spent: Cell::new(0) }
    }

    /// The steps that were taken.
    pub fn spent(&self) -> u64 {
        self.spent.get()
    }

    /// Takes steps.
    ///
    /// # Errors
    /// When there are none left.
    pub fn take(&self, steps: u64) -> Result<(), Spent> {
        let spent = self.spent.get().saturating_add(steps);
        self.spent.set(spent);
        if spent > self.steps { Err(Spent) } else { Ok(()) }
    }
}

impl Default for Budget {
    fn default() -> Self {
        Budget::new(Self::DEFAULT_STEPS)
    }
}
