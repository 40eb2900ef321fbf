//! The least policy of jobs.

use std::collections::BTreeMap;

use ramplay_analysis::{Need, Wider, least, split};
use ramplay_flink::{PolicyDocument, Statement};

use crate::model::{JobAnswer, StepAnswer, StepVerdict, Undecided};

/// The least policy: as many documents as RAM's limit on their length asks for.
#[derive(Debug, Clone, Default)]
pub struct Generated {
    /// The documents.
    pub documents: Vec<GeneratedPolicy>,
    /// The steps that are not in them, since their resources are not known.
    pub left_out: Vec<StepAt>,
}

/// A document of the least policy.
#[derive(Debug, Clone)]
pub struct GeneratedPolicy {
    /// The document.
    pub document: PolicyDocument,
    /// The same as JSON, within RAM's limit.
    pub text: String,
    /// For each statement the steps that need it.
    pub why: Vec<Vec<StepAt>>,
}

/// A step of several answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct StepAt {
    /// The place of the answer.
    pub answer: usize,
    /// The place of the subject in it.
    pub subject: usize,
    /// The place of the step in that.
    pub step: usize,
}

impl StepAnswer {
    /// Whether all is known that a policy for this step must say.
    pub fn is_known(&self) -> bool {
        match &self.verdict {
            StepVerdict::NotRam | StepVerdict::Ruled(_) => true,
            StepVerdict::Undecided(why) => !why.iter().any(|why| {
                matches!(why, Undecided::Unfilled { .. } | Undecided::NoName { .. } | Undecided::NoResource)
            }),
        }
    }
}

/// The smallest policy that allows all steps that these jobs take, and nothing else.
///
/// ```
/// use ramplay_job::{Job, analyse, least_policy};
/// use ramplay_policy::PolicySet;
///
/// let sql = "CREATE TEMPORARY TABLE s (line STRING) WITH ('connector' = 'sls', 'project' = 'web', 'logstore' = 'access',
///     'endpoint' = 'cn-hangzhou.log.aliyuncs.com', 'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
/// CREATE TEMPORARY TABLE p (line STRING) WITH ('connector' = 'print');
/// INSERT INTO p SELECT line FROM s;";
/// let job = Job { account: Some("1000000000000001".into()), ..Job::new(PolicySet::default()) };
/// let answer = analyse(&ramplay_sql::read(sql), &job);
/// let policy = least_policy(&[&answer]);
/// let statement = &policy.documents[0].document.statement[0];
/// assert_eq!(statement.action.as_slice(), ["log:GetCursorOrData", "log:ListShards"]);
/// assert_eq!(statement.resource.as_slice(), ["acs:log:cn-hangzhou:1000000000000001:project/web/logstore/access"]);
/// ```
pub fn least_policy(answers: &[&JobAnswer]) -> Generated {
    let mut of_steps: Vec<(&Need, StepAt)> = Vec::new();
    let mut left_out = Vec::new();
    for (answer, job) in answers.iter().enumerate() {
        for (subject, one) in job.subjects.iter().enumerate() {
            for (step, of) in one.steps.iter().enumerate().filter(|(_, of)| of.taken.counts()) {
                let at = StepAt { answer, subject, step };
                if of.is_known() {
                    of_steps.extend(of.needs.iter().map(|need| (need, at)));
                } else {
                    left_out.push(at);
                }
            }
        }
    }
    of_steps.sort_unstable();
    let needs: Vec<&Need> =
        of_steps.chunk_by(|one, next| one.0 == next.0).filter_map(|of| Some(of.first()?.0)).collect();
    let wider = Wider::new(&needs);
    let documents = split(least(&needs, &wider));
    let mut why = why(&documents, &needs, &wider, &of_steps);
    let finish = |(place, statement): (usize, Vec<Statement>)| {
        let document = PolicyDocument::of(statement);
        let why = why.get_mut(place).map(std::mem::take).unwrap_or_default();
        GeneratedPolicy { text: document.to_text(), document, why }
    };
    Generated { documents: documents.into_iter().enumerate().map(finish).collect(), left_out }
}

/// For each statement of each document the steps that need it: those of the needs it is made of, and of those
/// that it allows by a `*`.
fn why(
    documents: &[Vec<Statement>],
    needs: &[&Need],
    wider: &Wider,
    of_steps: &[(&Need, StepAt)],
) -> Vec<Vec<Vec<StepAt>>> {
    let mut why: Vec<Vec<Vec<StepAt>>> =
        documents.iter().map(|document| vec![Vec::new(); document.len()]).collect();
    let mut places: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
    for (document, statements) in documents.iter().enumerate() {
        for (place, statement) in statements.iter().enumerate() {
            for resource in statement.resource.as_slice() {
                for action in statement.action.as_slice() {
                    places.insert((action, resource), (document, place));
                }
            }
        }
    }
    let mut of_steps = of_steps.chunk_by(|one, next| one.0 == next.0);
    for (place, need) in needs.iter().enumerate() {
        let steps = of_steps.next().unwrap_or_default();
        let allowing = wider.of(place).iter().filter_map(|wider| needs.get(*wider));
        for one in allowing.chain([need]) {
            let at = places.get(&(one.action.as_str(), one.resource.as_str()));
            if let Some(found) = at.and_then(|(document, place)| why.get_mut(*document)?.get_mut(*place)) {
                found.extend(steps.iter().map(|(_, at)| *at));
            }
        }
    }
    for steps in why.iter_mut().flatten() {
        steps.sort_unstable();
        steps.dedup();
    }
    why
}
