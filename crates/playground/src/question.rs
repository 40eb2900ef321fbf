//! A single question to the engine: may this identity do this action on this resource?

use ramplay_flink::{OperationCheck, arn, catalogue};

use crate::answer::{placeholders, stream_names};
use crate::court::{Actor, Court, Target, Verdict};
use crate::documents::Document;
use crate::scenario::{KeyValue, Reader, Scenario};

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Who asks.
    pub who: Reader,
    /// The action, such as `log:GetLogStore`.
    pub action: String,
    /// The resource's ARN, or `*`.
    pub resource: String,
    /// Condition keys beside those of the scenario, which they come before.
    pub keys: Vec<KeyValue>,
}

/// Answers a question with the policies of a scenario. Project policies count for actions of Simple Log Service
/// only; the resource belongs to the account of the Logstore for those, to that of the workspace for others.
pub fn ask(scenario: &Scenario, documents: &[Document], question: &Question) -> Verdict {
    let actor = match question.who {
        Reader::Principal => Actor::Person,
        Reader::Job => Actor::Job,
    };
    let target = if is_of_log(&question.action) { Target::Project } else { Target::Workspace };
    let asked = asked(scenario, question);
    let court = Court::new(&asked, documents, scenario.logon, actor, target);
    court.ask(&[], [(question.action.trim(), question.resource.trim().to_owned())])
}

/// The scenario with the condition keys of a question, and with who asks as its reader.
pub fn asked(scenario: &Scenario, question: &Question) -> Scenario {
    let mut asked = scenario.clone();
    // The policies of the job's RAM user count where something asks for it.
    asked.reader = question.who;
    let own = &question.keys;
    let is_replaced =
        |pair: &KeyValue| own.iter().any(|key| key.key.trim().eq_ignore_ascii_case(pair.key.trim()));
    asked.circumstances.keys.retain(|pair| !is_replaced(pair));
    asked.circumstances.keys.extend(own.iter().cloned());
    asked
}

/// Whether an action is one of Simple Log Service.
pub fn is_of_log(action: &str) -> bool {
    action.trim_start().get(..4).is_some_and(|service| service.eq_ignore_ascii_case("log:"))
}

/// The resources on which the catalogue says that an action is checked, with the scenario's names. The first is the
/// usual one; there is none where the documentation does not tell it. For an action that the catalogue does not know:
/// the Logstore for those of Simple Log Service, else everything.
pub fn resources_of(action: &str, scenario: &Scenario) -> Vec<String> {
    let names = placeholders(scenario);
    let mut found = Vec::new();
    let mut add = |resource: String| {
        if !found.contains(&resource) {
            found.push(resource);
        }
    };
    let capabilities = &catalogue().sls_capabilities.capabilities;
    let checks = capabilities.iter().flat_map(|row| row.checks_for(scenario.logstore.kind));
    checks
        .filter(|check| check.action.eq_ignore_ascii_case(action))
        .for_each(|check| add(arn::expand(&check.resource, &names)));
    let workspace = stream_names(scenario);
    let mut is_known = false;
    for row in &catalogue().operations {
        if matches!(row.check(), OperationCheck::Action(known) if known.eq_ignore_ascii_case(action)) {
            is_known = true;
            workspace.resource(row.resource).into_iter().for_each(&mut add);
        }
    }
    if found.is_empty() && !is_known {
        found.push(if is_of_log(action) {
            arn::expand("acs:log:{region}:{uid}:project/{project}/logstore/{logstore}", &names)
        } else {
            "*".to_owned()
        });
    }
    found
}
