//! The exact difference: about all requests, whatever their conditions.

use ramplay_analysis::{Catalogue, Diff, Frame, Options, diff};
use ramplay_playground::{Attach, Document, Party, Reader, Scenario, read_all};

use crate::methods::base_of;

/// What the exact difference is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The identity that the consoles see, on resources of the workspace's account.
    Consoles,
    /// Who reads and writes the Logstore, on resources of the project's account, with project policies.
    Project,
}

/// The exact difference for one who asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Exact {
    /// What it is about.
    pub of: Of,
    /// Who asks, as an ARN.
    pub who: String,
    /// What was found.
    pub found: Finding,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    /// The difference.
    Diff(Box<Diff>),
    /// A policy, before or after, cannot be evaluated, so that there is none.
    Withheld,
}

/// Compares base and present exactly, for the scenario's own logon method; none if the scenario has no base. Condition
/// keys and the time are not those of the scenario: what changes under any conditions is found. `steps` bound the work.
pub fn exact(scenario: &Scenario, steps: u64, catalogue: Option<&Catalogue>) -> Vec<Exact> {
    let Some(base) = base_of(scenario) else { return Vec::new() };
    let (before, after) = (read_all(&base, &[]), read_all(scenario, &[]));
    let is_project = |documents: &[Document]| documents.iter().any(|one| one.attach == Attach::Project);
    let apart = scenario.reader == Reader::Job
        || !scenario.logstore.account.is_empty()
        || is_project(&before)
        || is_project(&after);
    let all: &[Of] = if apart { &[Of::Consoles, Of::Project] } else { &[Of::Consoles] };
    all.iter()
        .map(|&of| {
            let party = |scenario, documents| match of {
                Of::Consoles => Party::of_consoles(scenario, documents),
                Of::Project => Party::of_project(scenario, documents),
            };
            let (old, new) = (party(&base, &before), party(scenario, &after));
            let who = new.request.principal.arn.clone();
            if !old.obstacles.is_empty() || !new.obstacles.is_empty() {
                return Exact { of, who, found: Finding::Withheld };
            }
            let mut request = new.request.clone();
            request.context.clear();
            request.time = None;
            let options = Options { steps, catalogue };
            let found = diff(&old.policies, &new.policies, &Frame::around(vec![request]), &options);
            let found = found.map_or(Finding::Withheld, |diff| Finding::Diff(Box::new(diff)));
            Exact { of, who, found }
        })
        .collect()
}
