//! Asks the engine about a single action.

use ramplay_flink::arn;
use ramplay_playground::{Document, Question, Reader, Scenario, Verdict, ask, placeholders, resources_of};

use crate::check::{Evidence, Unanswered};

/// The resource that an action is checked on.
pub(crate) fn resource(
    written: Option<&str>,
    action: &str,
    scenario: &Scenario,
) -> Result<String, Unanswered> {
    let names = placeholders(scenario);
    let workspace = arn::StreamNames {
        region: &scenario.workspace.region,
        uid: &scenario.identities.account,
        instance: &scenario.workspace.instance,
        namespace: &scenario.workspace.namespace,
    };
    match written {
        Some(rest) if rest.starts_with("project/") => {
            return Ok(arn::expand("acs:log:{region}:{uid}:", &names) + rest);
        }
        Some(rest) if rest.starts_with("vvpinstance/") => {
            return Ok(format!("acs:stream:{}:{}:{rest}", workspace.region, workspace.uid));
        }
        Some(whole) => return Ok(whole.to_owned()),
        None => {}
    }
    resources_of(action, scenario).into_iter().next().ok_or(Unanswered::Resource)
}

/// What one of the two may.
pub(crate) fn may(
    scenario: &Scenario,
    documents: &[Document],
    who: Reader,
    action: &str,
    resource: String,
) -> Result<Evidence, Unanswered> {
    let question = Question { who, action: action.to_owned(), resource, keys: Vec::new() };
    match ask(scenario, documents, &question) {
        Verdict::Withheld(_) => Err(Unanswered::Withheld),
        verdict => Ok(Evidence::of(&verdict, documents)),
    }
}
