//! What a scenario itself says to be needed.

use ramplay_analysis::{Need, Needed};
use ramplay_drafts::Desk;
use ramplay_flink::catalogue;
use ramplay_playground::Scenario;
use ramplay_policy::ContextMap;

/// What of a scenario is needed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// Capabilities on the Logstore, by their ids in the catalogue.
    pub capabilities: &'a [String],
    /// Whether what the Flink SQL drafts do is needed.
    pub jobs: bool,
    /// Whether what the assertions say to be allowed on the project is needed.
    pub assertions: bool,
}

/// What a scenario says to be needed, as calls for [`tighten`](crate::tighten).
pub fn needs_of(scenario: &Scenario, wanted: &Wanted<'_>) -> Vec<Needed> {
    let capabilities = catalogue().sls_capabilities.capabilities.iter();
    let capabilities = capabilities.filter(|capability| wanted.capabilities.contains(&capability.id));
    let mut all: Vec<(String, String)> =
        capabilities.flat_map(|capability| ramplay_expect::calls_of(scenario, capability)).collect();
    if wanted.jobs {
        all.extend(of_jobs(scenario));
    }
    if wanted.assertions {
        all.extend(ramplay_expect::wanted(scenario));
    }
    let call = |(action, resource)| Needed { need: Need { action, resource }, context: ContextMap::new() };
    all.into_iter().map(call).collect()
}

/// What the Flink SQL drafts need, as far as the resources are known.
fn of_jobs(scenario: &Scenario) -> Vec<(String, String)> {
    let desk = Desk::new(scenario.clone());
    let steps = desk.answer().drafts.iter().flat_map(|draft| draft.answer.steps());
    let taken = steps.filter(|(_, step)| step.taken.counts());
    taken.flat_map(|(_, step)| &step.needs).map(|need| (need.action.clone(), need.resource.clone())).collect()
}
