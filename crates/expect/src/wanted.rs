//! What expectations say to be allowed, as calls.

use ramplay_flink::{Capability, arn, catalogue};
use ramplay_playground::{Scenario, placeholders};

use crate::ask;
use crate::check::reader;
use crate::line::{Claim, Expectation, Row, What};
use crate::parse::parse;

/// The calls that the scenario's assertions say to be allowed to whoever reads and writes its Logstore: action and
/// resource. What they say of consoles, of the other party or to be denied is no call.
pub fn wanted(scenario: &Scenario) -> Vec<(String, String)> {
    let lines = scenario.assertions.lines.join("\n");
    let said = parse(&lines).into_iter().filter_map(|line| line.expectation.ok());
    said.flat_map(|expectation| calls(scenario, &expectation)).collect()
}

/// The calls of a capability on the scenario's Logstore: action and resource.
pub fn calls_of(scenario: &Scenario, capability: &Capability) -> Vec<(String, String)> {
    let names = placeholders(scenario);
    let checks = capability.checks_for(scenario.logstore.kind);
    checks.iter().map(|check| (check.action.clone(), arn::expand(&check.resource, &names))).collect()
}

fn calls(scenario: &Scenario, expectation: &Expectation) -> Vec<(String, String)> {
    let row = match expectation {
        Expectation::May { who, what, may: true } if reader(scenario, who) == Ok(scenario.reader) => {
            match what {
                What::Row(row) => row,
                What::Action { action, resource } => {
                    let resource = ask::resource(resource.as_deref(), action, scenario);
                    return resource.map(|resource| (action.clone(), resource)).into_iter().collect();
                }
            }
        }
        Expectation::Is { row, claim: Claim::Allowed } => row,
        _ => return Vec::new(),
    };
    let Row::Capability(id) = row else { return Vec::new() };
    let capability = catalogue().sls_capabilities.capabilities.iter().find(|capability| capability.id == *id);
    capability.map(|capability| calls_of(scenario, capability)).unwrap_or_default()
}
