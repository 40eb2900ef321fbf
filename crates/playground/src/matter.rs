//! What a verdict is about: who asks for what, and the policies that count.

use ramplay_flink::{OperationCheck, OperationResource, arn, catalogue};
use ramplay_policy::{Check, ContextMap};

use crate::answer::{placeholders, stream_names};
use crate::documents::Document;
use crate::job::Party;
use crate::question::Question;
use crate::scenario::{Attach, Reader, Scenario};

/// What a verdict is about.
#[derive(Debug)]
pub struct Matter<'a> {
    /// Who asks for what, and the policies that count.
    pub party: Party<'a>,
    /// Where identity-based policies of who asks are attached.
    pub attach: Attach,
}

impl<'a> Matter<'a> {
    /// That of a row of the answer, by the row's id in the catalogue: a capability, with all its checks, or an operation.
    /// Where the documentation does not tell the resource of an operation, every form that similar operations have is a
    /// check. None for a row that nothing is checked for.
    pub fn of_row(scenario: &'a Scenario, documents: &'a [Document], row: &str) -> Option<Self> {
        let capabilities = &catalogue().sls_capabilities.capabilities;
        if let Some(capability) = capabilities.iter().find(|capability| capability.id == row) {
            let names = placeholders(scenario);
            let checks = capability.checks_for(scenario.logstore.kind).iter();
            let asked = checks.map(|check| (check.action.as_str(), arn::expand(&check.resource, &names)));
            let matter =
                Matter { party: Party::of_project(scenario, documents), attach: of(scenario.reader) };
            return Some(matter.with(asked));
        }
        let operation = catalogue().operations.iter().find(|operation| operation.id == row)?;
        let action = match operation.check() {
            OperationCheck::Action(action) => action,
            OperationCheck::Unnamed { by_analogy, .. } => by_analogy,
            OperationCheck::Nothing => return None,
        };
        let names = stream_names(scenario);
        let candidates = [OperationResource::Instance, OperationResource::Namespace, OperationResource::All];
        let resources: Vec<String> = match names.resource(operation.resource) {
            Some(resource) => vec![resource],
            None => candidates.into_iter().filter_map(|kind| names.resource(kind)).collect(),
        };
        let matter = Matter { party: Party::of_consoles(scenario, documents), attach: Attach::Identity };
        Some(matter.with(resources.into_iter().map(|resource| (action, resource))))
    }

    /// That of a question about a scenario with the question's own keys and reader: [`asked`](crate::asked).
    pub fn of_question(asked: &'a Scenario, documents: &'a [Document], question: &Question) -> Self {
        let Question { who, action, resource, .. } = question;
        let party = Party::of_action(asked, documents, *who, action);
        Matter { party, attach: of(*who) }.with([(action.trim(), resource.trim().to_owned())])
    }

    fn with<'c>(mut self, asked: impl IntoIterator<Item = (&'c str, String)>) -> Self {
        let check = |(action, resource): (&str, String)| Check {
            action: action.to_owned(),
            resource,
            context: ContextMap::new(),
        };
        self.party.request.checks = asked.into_iter().map(check).collect();
        self
    }
}

/// Where identity-based policies of a reader are attached.
fn of(reader: Reader) -> Attach {
    match reader {
        Reader::Principal => Attach::Identity,
        Reader::Job => Attach::Job,
    }
}
