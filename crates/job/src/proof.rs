//! That a generated policy allows what is needed and nothing else, shown by asking the engine.

use std::collections::BTreeSet;

use ramplay_policy::{
    Attached, Check, ContextMap, DocumentId, Evaluation, Outcome, Pattern, PolicyKind, PolicySet, Principal,
    Reading, Request, Skip, evaluate, read,
};

use crate::job::STAND_IN;
use crate::least::Generated;
use crate::model::{JobAnswer, Need};

/// What the engine says to a generated policy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Proof {
    /// How many actions on resources are needed.
    pub needed: usize,
    /// Needed ones that the policy does not allow.
    pub denied: Vec<Need>,
    /// Known actions that were asked for.
    pub actions: usize,
    /// What it allows although nothing needs it.
    pub extra: Vec<Need>,
}

impl Proof {
    /// Whether the policy allows what is needed and nothing else.
    pub fn holds(&self) -> bool {
        self.denied.is_empty() && self.extra.is_empty()
    }
}

/// Asks the engine whether the policy allows everything that the answers need, and whether it allows any of
/// the known `actions` elsewhere. An action that no statement names is allowed on no resource; one that a
/// statement names is tried on every resource needed, on their neighbours, on what contains them and on `*`.
pub fn prove<'a>(
    generated: &Generated,
    answers: &[&JobAnswer],
    actions: impl IntoIterator<Item = &'a str>,
) -> Proof {
    let readings: Vec<Reading> =
        generated.documents.iter().map(|document| read(&document.text, PolicyKind::Identity)).collect();
    let identity = (0..)
        .zip(&readings)
        .map(|(number, reading)| Attached { document: DocumentId(number), policy: &reading.policy });
    let policies = PolicySet { identity: identity.collect(), ..PolicySet::default() };
    let ask = |need: &Need| {
        let mut request = Request::new(Principal::ram_user(STAND_IN, "job"), "", "");
        let Need { action, resource } = need.clone();
        request.checks = vec![Check { action, resource, context: ContextMap::new() }];
        evaluate(&policies, &request).ok()
    };
    let is_allowed = |need: &Need| ask(need).is_some_and(|answer| answer.is_allowed());

    let steps = answers.iter().flat_map(|answer| answer.steps());
    let counted = steps.filter(|(_, step)| step.taken.counts() && step.is_known());
    let needs: BTreeSet<&Need> = counted.flat_map(|(_, step)| &step.needs).collect();
    let mut proof = Proof { needed: needs.len(), ..Proof::default() };
    proof.denied = needs.iter().filter(|need| !is_allowed(need)).map(|need| (*need).clone()).collect();

    let resources = around(needs.iter().map(|need| need.resource.as_str()));
    let actions: BTreeSet<&str> = actions.into_iter().collect();
    proof.actions = actions.len();
    for action in actions {
        let anywhere = Need { action: action.to_owned(), resource: "*".to_owned() };
        if ask(&anywhere).is_some_and(|answer| is_unnamed(&answer)) {
            continue;
        }
        let of_action: Vec<Pattern> = needs
            .iter()
            .filter(|need| need.action.eq_ignore_ascii_case(action))
            .map(|need| Pattern::new(&need.resource))
            .collect();
        let asked =
            resources.iter().map(|resource| Need { action: action.to_owned(), resource: resource.clone() });
        // What is allowed is compared with all that is needed, as little is allowed and much is asked.
        let is_needed = |need: &Need| of_action.iter().any(|pattern| pattern.matches(&need.resource));
        proof.extra.extend(asked.filter(is_allowed).filter(|need| !is_needed(need)));
    }
    proof
}

/// Whether every statement was passed over for its action, which no other resource changes.
fn is_unnamed(answer: &Evaluation) -> bool {
    let layers = answer.checks.iter().flat_map(|check| &check.layers);
    layers
        .flat_map(|layer| &layer.statements)
        .all(|statement| matches!(statement.outcome, Outcome::Skipped(Skip::Action)))
}

/// Resources with their neighbours and what contains them.
fn around<'r>(resources: impl Iterator<Item = &'r str>) -> BTreeSet<String> {
    let mut all = BTreeSet::from(["*".to_owned()]);
    for resource in resources {
        all.insert(resource.to_owned());
        all.insert(format!("{resource}x"));
        all.insert(format!("{resource}/x"));
        if let Some((container, _)) = resource.rsplit_once('/') {
            all.insert(container.to_owned());
            all.insert(format!("{container}/x"));
        }
    }
    all
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
            // A pattern in the place of the account is the same for the account of the resources.
            assert_eq!(proof.extra.is_empty(), to.starts_with('*'), "{from} -> {to}");
        }
    }
}
