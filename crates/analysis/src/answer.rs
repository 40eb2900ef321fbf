//! What the engine answers to a request.

use ramplay_policy::{Decision, Decisions, Evaluation, Must, Need, Verdict};

/// What the engine answers to a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The answers that are possible: one, unless a layer is unknown.
    pub possible: Decisions,
    /// Where unknown layers decide: the ways in which they can allow.
    pub allowed_if: Vec<Vec<Need>>,
}

impl Answer {
    pub(crate) fn of(evaluation: &Evaluation) -> Self {
        let ways = evaluation.checks.iter().flat_map(|check| check.allowed_if.iter().cloned());
        Answer { possible: evaluation.possible, allowed_if: ways.collect() }
    }

    /// What is known of it, as one word.
    pub fn verdict(&self) -> Verdict {
        self.possible.verdict()
    }

    /// Whether the request is allowed, whatever unknown layers say.
    pub fn surely_allows(&self) -> bool {
        self.possible.only() == Some(Decision::Allow)
    }

    /// Whether there are unknown layers with which this allows the request and the other does not.
    pub fn allows_more_than(&self, other: &Answer) -> bool {
        // A way that no way of the other side is a part of: take unknown layers that do just what it needs.
        let theirs = other.ways();
        self.ways().iter().any(|way| !theirs.iter().any(|their| asks_no_more(their, way)))
    }

    /// The ways in which the request is allowed; one that needs nothing if it is allowed anyhow.
    fn ways(&self) -> Vec<Vec<Need>> {
        match (self.surely_allows(), self.possible.contains(Decision::Allow)) {
            (true, _) => vec![Vec::new()],
            (false, true) => self.allowed_if.clone(),
            (false, false) => Vec::new(),
        }
    }
}

/// Whether whoever gives all of `more` gives all of `less`.
fn asks_no_more(less: &[Need], more: &[Need]) -> bool {
    less.iter().all(|need| {
        more.iter()
            .any(|other| other.layer == need.layer && (other.must == need.must || need.must == Must::NotDeny))
    })
}
