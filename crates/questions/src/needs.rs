//! What a scenario itself says to be needed.

use ramplay_analysis::{Need, Needed};
use ramplay_drafts::Desk;
use ramplay_flink::{arn, catalogue};
use ramplay_playground::{Scenario, placeholders};
use ramplay_policy::ContextMap;

/// What capabilities on the Logstore need, by their ids in the catalogue, and with `jobs` also what the Flink SQL drafts
/// do: calls for [`tighten`](crate::tighten).
pub fn needs_of(scenario: &Scenario, capabilities: &[String], jobs: bool) -> Vec<Needed> {
    let mut all = of_capabilities(scenario, capabilities);
    if jobs {
        all.extend(of_jobs(scenario));
    }
    all
}

/// What capabilities on the Logstore need.
fn of_capabilities(scenario: &Scenario, ids: &[String]) -> Vec<Needed> {
    let names = placeholders(scenario);
    let capabilities = catalogue().sls_capabilities.capabilities.iter();
    let wanted = capabilities.filter(|capability| ids.contains(&capability.id));
    let checks = wanted.flat_map(|capability| capability.checks_for(scenario.logstore.kind));
    checks.map(|check| call(&check.action, arn::expand(&check.resource, &names))).collect()
}

/// What the Flink SQL drafts need, as far as the resources are known.
fn of_jobs(scenario: &Scenario) -> Vec<Needed> {
    let desk = Desk::new(scenario.clone());
    let steps = desk.answer().drafts.iter().flat_map(|draft| draft.answer.steps());
    let taken = steps.filter(|(_, step)| step.taken.counts());
    taken.flat_map(|(_, step)| &step.needs).map(|need| call(&need.action, need.resource.clone())).collect()
}

fn call(action: &str, resource: String) -> Needed {
    Needed { need: Need { action: action.to_owned(), resource }, context: ContextMap::new() }
}
