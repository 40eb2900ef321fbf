//! What is missing, and the statement that closes the gap.

use std::collections::BTreeMap;

use ramplay_analysis::{Need, Wider, allow, least};
use ramplay_flink::{OneOrMany, Statement};
use ramplay_policy::{Attached, Check, Decision, DocumentId, Pattern, PolicyKind, evaluate, read};

use crate::job::Job;
use crate::model::{StepVerdict, Subject};

/// What is missing.
#[derive(Debug, Clone, Default)]
pub struct Gap {
    /// Each action on each resource that is denied to a step, in order of the resources.
    pub missing: Vec<Missing>,
    /// The fewest statements that allow exactly what is missing, as far as that helps.
    pub statements: Vec<Statement>,
    /// One statement that closes the gap. There is none where it would have to join things that have nothing
    /// to do with each other; then [`Gap::statements`] close it.
    pub closing: Option<Statement>,
    /// Whether that statement allows nothing more.
    pub closing_is_exact: bool,
}

impl Gap {
    /// What closes the gap: the one statement if there is one, else the fewest.
    pub fn to_add(&self) -> &[Statement] {
        self.closing.as_ref().map_or(&self.statements, std::slice::from_ref)
    }
}

/// An action on a resource that is denied.
#[derive(Debug, Clone)]
pub struct Missing {
    /// What is denied.
    pub need: Need,
    /// Whether a statement in an identity-based policy helps. An explicit deny or a control policy stands
    /// against it otherwise.
    pub can_be_granted: bool,
    /// The steps that need it: place of the subject, and of the step in it.
    pub steps: Vec<(usize, usize)>,
}

/// What was found about a need.
struct Found<'f> {
    check: &'f Check,
    steps: Vec<(usize, usize)>,
}

impl Gap {
    pub(crate) fn of(subjects: &[Subject], job: &Job<'_>) -> Self {
        let mut found: BTreeMap<&Need, Found<'_>> = BTreeMap::new();
        for (place, subject) in subjects.iter().enumerate() {
            for (at, step) in subject.steps.iter().enumerate().filter(|(_, step)| step.taken.counts()) {
                let StepVerdict::Ruled(ruling) = &step.verdict else { continue };
                let traces = ruling.request.checks.iter().zip(&ruling.evaluation.checks);
                for (need, (check, trace)) in step.needs.iter().zip(traces) {
                    if !trace.possible.contains(Decision::Allow) {
                        let entry = found.entry(need).or_insert(Found { check, steps: Vec::new() });
                        entry.steps.push((place, at));
                    }
                }
            }
        }
        if found.is_empty() {
            return Gap::default();
        }
        let checks = found.values().map(|found| found.check.clone()).collect();
        let helps = granted(checks, job);
        let mut missing: Vec<Missing> = found
            .into_iter()
            .zip(helps)
            .map(|((need, found), can_be_granted)| Missing {
                need: need.clone(),
                can_be_granted,
                steps: found.steps,
            })
            .collect();
        missing.sort_by(|a, b| (&a.need.resource, &a.need.action).cmp(&(&b.need.resource, &b.need.action)));
        let needed: Vec<&Need> =
            missing.iter().filter(|one| one.can_be_granted).map(|one| &one.need).collect();
        let statements = least(&needed, &Wider::new(&needed));
        let closing_is_exact = statements.len() == 1;
        let closing = match statements.as_slice() {
            [] => None,
            [one] => Some(one.clone()),
            several => joined(several),
        };
        Gap { missing, statements, closing, closing_is_exact }
    }
}

/// One statement with the actions and resources of several, if these are all of one thing: a bucket and its
/// objects, a Logstore and its consumer groups. What it allows beyond the several is within that thing.
fn joined(several: &[Statement]) -> Option<Statement> {
    const MOST: usize = 2;
    let all = |list: fn(&Statement) -> &OneOrMany| {
        let mut all: Vec<String> = several.iter().flat_map(|one| list(one).as_slice()).cloned().collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    let every = all(|one| &one.resource);
    let wild: Vec<Pattern> =
        every.iter().filter(|one| one.ends_with("/*")).map(|one| Pattern::new(one)).collect();
    let is_within_other =
        |one: &&String| wild.iter().any(|wider| wider.as_str() != *one && wider.matches(one));
    // One more than may be shows that there are too many, so that not all have to be looked at.
    let resources: Vec<String> =
        every.iter().filter(|one| !is_within_other(one)).take(MOST + 1).cloned().collect();
    let thing = resources.first()?.trim_end_matches("/*").to_owned();
    let is_within =
        |one: &String| one.strip_prefix(&*thing).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let is_one = resources.len() <= MOST && thing.split(':').count() > 4 && resources.iter().all(is_within);
    is_one.then(|| allow(all(|one| &one.action), resources))
}

/// For each check whether a statement in an identity-based policy can make it allowed. What else such a
/// statement allows makes no difference to the check, so one that allows everything tells it of all.
fn granted(checks: Vec<Check>, job: &Job<'_>) -> Vec<bool> {
    const EVERYTHING: &str =
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}"#;
    let none = vec![false; checks.len()];
    let everything = read(EVERYTHING, PolicyKind::Identity);
    let mut policies = job.policies.clone();
    policies.identity.push(Attached { document: DocumentId(u32::MAX), policy: &everything.policy });
    match evaluate(&policies, &job.request(checks)) {
        Ok(answer) => answer.checks.iter().map(|check| check.possible.contains(Decision::Allow)).collect(),
        Err(_) => none,
    }
}
