//! Asks the engine about a single action.

use ramplay_flink::arn;
use ramplay_playground::{
    Answer, Attach, Hidden, Reader, Ruling, Scenario, Verdict, Withheld, is_of_log, job_party, placeholders,
    read_all, resources_of,
};
use ramplay_policy::{Check, ContextMap, evaluate};

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

/// What a RAM user may: the person, if it is one, or the job's.
pub(crate) fn user(
    scenario: &Scenario,
    reader: Reader,
    action: &str,
    resource: String,
) -> Result<Evidence, Unanswered> {
    let mut asked = scenario.clone();
    asked.reader = reader;
    let mut places: Vec<usize> = (0..asked.policies.len()).collect();
    if !is_of_log(action) {
        // The project policy says nothing about other services, and the workspace is the account's own.
        asked.logstore.account.clear();
        asked.unknown.retain(|hidden| *hidden != Hidden::Project);
        let is_kept = |place: &usize| {
            scenario.policies.get(*place).is_some_and(|entry| entry.attach != Attach::Project)
        };
        places.retain(is_kept);
        asked.policies.retain(|entry| entry.attach != Attach::Project);
    }
    if reader == Reader::Principal && !asked.is_ram_user() {
        return Err(Unanswered::OnlyUsers);
    }
    let documents = read_all(&asked, &[]);
    let party = job_party(&asked, &documents);
    let problems = asked.job_problems();
    if !party.obstacles.is_empty() || !problems.is_empty() {
        return Err(Unanswered::Withheld);
    }
    let mut request = party.request.clone();
    request.checks = vec![Check { action: action.to_owned(), resource, context: ContextMap::default() }];
    let verdict = match evaluate(&party.policies, &request) {
        Ok(evaluation) => {
            Verdict::Ruled(Box::new(Ruling { request, evaluation, assumed_documents: Vec::new() }))
        }
        Err(problem) => Verdict::Withheld(Withheld::Request(problem)),
    };
    let mut evidence = Evidence::of(&verdict, &documents);
    for by in &mut evidence.decided_by {
        // Documents that the logon method brings along stand behind the policies.
        by.document = places.get(by.document).copied().unwrap_or(by.document);
    }
    Ok(evidence)
}

/// What anybody may, if a row of the answer asks just that.
pub(crate) fn row(answer: &Answer, action: &str, resource: &str) -> Option<Evidence> {
    let capabilities = answer.logstore.rows.iter().map(|row| &row.verdict);
    let mut verdicts = answer.operations.iter().map(|row| &row.verdict).chain(capabilities);
    let found = verdicts.find(|verdict| match verdict {
        Verdict::Ruled(ruling) => match ruling.request.checks.as_slice() {
            [check] => check.action.eq_ignore_ascii_case(action) && check.resource == resource,
            _ => false,
        },
        Verdict::NotChecked | Verdict::Withheld(_) => false,
    })?;
    Some(Evidence::of(found, &answer.documents))
}
