//! That a generated policy allows what is needed and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use ramplay_analysis::Need;
use ramplay_policy::{
    Attached, Check, ContextMap, Decision, DocumentId, Effect, Pattern, PatternList, PolicyKind, PolicySet,
    Principal, Reading, Request, Statement, evaluate, read,
};

use crate::job::STAND_IN;
use crate::least::Generated;
use crate::model::JobAnswer;

/// What was found about a generated policy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proof {
    /// How many actions on resources are needed.
    pub needed: usize,
    /// Needed ones that the engine does not allow by the policy.
    pub denied: Vec<Need>,
    /// How many actions are known, all of which were looked for.
    pub actions: usize,
    /// What it allows although nothing needs it: a known action, or one as it is written, on a resource pattern.
    pub extra: Vec<Need>,
}

impl Proof {
    /// Whether the policy allows what is needed and nothing else.
    pub fn holds(&self) -> bool {
        self.denied.is_empty() && self.extra.is_empty()
    }
}

/// Asks the engine whether the policy allows everything that the answers need, and compares all that it can
/// allow with that.
///
/// A statement allows each action that a pattern of its `Action` matches, on each resource that a pattern of
/// its `Resource` matches, and nothing else. So the policy is exact if every known action that it names has,
/// for every resource pattern beside it, a need that covers the pattern: no resource has to be tried.
pub fn prove<'a>(
    generated: &Generated,
    answers: &[&JobAnswer],
    actions: impl IntoIterator<Item = &'a str>,
) -> Proof {
    let readings: Vec<Reading> =
        generated.documents.iter().map(|document| read(&document.text, PolicyKind::Identity)).collect();
    let steps = answers.iter().flat_map(|answer| answer.steps());
    let counted = steps.filter(|(_, step)| step.taken.counts() && step.is_known());
    let needs: BTreeSet<&Need> = counted.flat_map(|(_, step)| &step.needs).collect();
    let known: BTreeSet<&str> = actions.into_iter().collect();
    Proof {
        needed: needs.len(),
        denied: denied(&readings, &needs),
        actions: known.len(),
        extra: extra(&readings, &needs, &known),
    }
}

/// What the engine does not allow.
fn denied(readings: &[Reading], needs: &BTreeSet<&Need>) -> Vec<Need> {
    let attached = |(number, reading)| {
        let reading: &Reading = reading;
        Attached { document: DocumentId(number), policy: &reading.policy }
    };
    let identity = (0..).zip(readings).map(attached).collect();
    let policies = PolicySet { identity, ..PolicySet::default() };
    let mut request = Request::new(Principal::ram_user(STAND_IN, "job"), "", "");
    let check = |need: &&Need| Check {
        action: need.action.clone(),
        resource: need.resource.clone(),
        context: ContextMap::new(),
    };
    request.checks = needs.iter().map(check).collect();
    let all = || needs.iter().map(|need| (*need).clone());
    match evaluate(&policies, &request) {
        Ok(answer) => all()
            .zip(&answer.checks)
            .filter(|(_, check)| !check.decision().is_some_and(Decision::is_allow))
            .map(|(need, _)| need)
            .collect(),
        Err(_) => all().collect(),
    }
}

/// What is allowed and not needed.
fn extra(readings: &[Reading], needs: &BTreeSet<&Need>, known: &BTreeSet<&str>) -> Vec<Need> {
    let mut needed: BTreeMap<String, Covered<'_>> = BTreeMap::new();
    for need in needs {
        needed.entry(need.action.to_ascii_lowercase()).or_default().add(&need.resource);
    }
    let mut extra = Vec::new();
    let statements = readings.iter().flat_map(|reading| &reading.policy.statements);
    for statement in statements.filter(|statement| statement.effect == Effect::Allow) {
        let resources = resources(statement);
        for action in named(&statement.action, known) {
            let covered = needed.get(&action.to_ascii_lowercase());
            let stray = resources.iter().filter(|one| covered.is_none_or(|covered| !covered.covers(one)));
            extra.extend(stray.map(|one| Need { action: action.clone(), resource: (*one).to_owned() }));
        }
    }
    extra
}

/// The resources on which an action is needed.
#[derive(Default)]
struct Covered<'n> {
    written: BTreeSet<&'n str>,
    wild: Vec<Pattern>,
}

impl<'n> Covered<'n> {
    fn add(&mut self, resource: &'n str) {
        self.written.insert(resource);
        if resource.contains(['*', '?']) {
            self.wild.push(Pattern::new(resource));
        }
    }

    /// Whether all that a pattern matches is among them: what matches the pattern as it is written matches
    /// everything that the pattern does.
    fn covers(&self, pattern: &str) -> bool {
        self.written.contains(pattern) || self.wild.iter().any(|wider| wider.matches(pattern))
    }
}

/// The actions that a list names: those that are written out, and the known ones that a pattern matches.
fn named(list: &PatternList, known: &BTreeSet<&str>) -> Vec<String> {
    let mut named = Vec::new();
    for entry in &list.patterns {
        let written = &*entry.written;
        if !list.negated && !written.contains(['*', '?']) {
            named.push(written.to_owned());
            continue;
        }
        let pattern = Pattern::new(&written.to_ascii_lowercase());
        let is_named = |action: &&&str| pattern.matches(&action.to_ascii_lowercase()) != list.negated;
        named.extend(known.iter().filter(is_named).map(|action| (*action).to_owned()));
    }
    named
}

/// The resource patterns of a statement; whatever else it may allow is `*`.
fn resources(statement: &Statement) -> Vec<&str> {
    match &statement.resource {
        Some(list) if !list.negated => list.patterns.iter().map(|entry| &*entry.written).collect(),
        _ => vec!["*"],
    }
}

#[cfg(test)]
mod tests {
    use ramplay_flink::known_actions;

    use super::*;
    use crate::{Job, analyse, least_policy};

    const SQL: &str = "CREATE TEMPORARY TABLE s (line STRING) WITH ('connector' = 'sls', 'project' = 'web',
        'logstore' = 'access', 'endpoint' = 'cn-hangzhou.log.aliyuncs.com', 'consumerGroup' = 'g',
        'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
        CREATE TEMPORARY TABLE p (line STRING) WITH ('connector' = 'print');
        INSERT INTO p SELECT line FROM s;";

    /// The proof of the least policy after a change.
    fn proof_with(change: impl Fn(&str) -> String) -> Proof {
        let job = Job { account: Some("1000000000000001".into()), ..Job::new(PolicySet::default()) };
        let answer = analyse(&ramplay_sql::read(SQL), &job);
        let mut generated = least_policy(&[&answer]);
        for document in &mut generated.documents {
            document.text = change(&document.text);
        }
        prove(&generated, &[&answer], known_actions())
    }

    #[test]
    fn the_least_policy_is_proven() {
        let proof = proof_with(str::to_owned);
        assert!(proof.holds(), "{proof:?}");
        assert!(proof.needed >= 5 && proof.actions > 100, "{proof:?}");
    }

    #[test]
    fn what_is_too_narrow_or_too_wide_is_found() {
        for (from, to) in [
            ("log:ListShards", "log:ListShard"),
            ("logstore/access\"", "logstore/acces\""),
            ("cn-hangzhou", "cn-beijing"),
        ] {
            let proof = proof_with(|text| text.replace(from, to));
            assert!(!proof.denied.is_empty(), "{from} -> {to}");
        }
        for (from, to) in [
            ("log:ListShards", "log:*"),
            ("\"log:ListShards\"", "\"log:ListShards\", \"stream:DeleteVvpInstance\""),
            ("logstore/access\"", "logstore/*\""),
            ("1000000000000001:project", "*:project"),
        ] {
            let proof = proof_with(|text| text.replace(from, to));
            assert!(!proof.extra.is_empty(), "{from} -> {to}");
        }
    }
}
