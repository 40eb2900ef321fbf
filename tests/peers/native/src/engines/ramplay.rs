//! This engine. There is no decision without its trace.

use std::hint::black_box;

use ramplay_policy::{
    Attached, Check, DocumentId, Evaluation, Pattern, PolicyKind, PolicySet, Principal, PrincipalKind,
    Reading, Request, evaluate, read,
};

use super::{Row, must};
use crate::Result;
use crate::timing::{micros, once};
use crate::workload::Workload;

pub fn measure(workload: &Workload) -> Result<Vec<Row>> {
    let readings = read_all(workload);
    must(readings.iter().all(Reading::is_usable), "a document has an error")?;
    let (action, resource) = (&workload.action, &workload.resource);
    let (set, asked) = (attached(&readings), request(action, resource));
    workload.check(|action, resource| Ok(evaluate(&set, &request(action, resource))?.is_allowed()))?;
    let answer = evaluate(&set, &asked)?;
    let traced = answer.checks.iter().flat_map(|check| &check.layers).map(|layer| layer.statements.len());
    must(traced.sum::<usize>() == workload.statements()?.len(), "the trace has not every statement")?;
    let prepared = micros(|| evaluate(black_box(&set), black_box(&asked)));
    let text = workload.time_text(|| -> Option<Evaluation> {
        let readings = read_all(black_box(workload));
        evaluate(&attached(&readings), &request(action, resource)).ok()
    });
    Ok(vec![Row { answers: "decision, trace of every statement", explains: true, prepared, text }])
}

fn read_all(workload: &Workload) -> Vec<Reading> {
    workload.documents.iter().map(|text| read(text, PolicyKind::Identity)).collect()
}

fn attached(readings: &[Reading]) -> PolicySet<'_> {
    let documents = (0..).map(DocumentId).zip(readings);
    let identity = documents.map(|(document, one)| Attached { document, policy: &one.policy }).collect();
    PolicySet { identity, ..PolicySet::default() }
}

fn request(action: &str, resource: &str) -> Request {
    let account = "1000000000000001";
    Request {
        principal: Principal {
            kind: PrincipalKind::RamUser,
            arn: format!("acs:ram::{account}:user/alice"),
            account: account.to_owned(),
            uid: None,
        },
        checks: vec![Check { action: action.to_owned(), resource: resource.to_owned(), ..Check::default() }],
        resource_account: account.to_owned(),
        resource_group: None,
        context: [("acs:SecureTransport".to_owned(), vec!["true".to_owned()])].into(),
        time: None,
        directory_path: Vec::new(),
        in_management_account: false,
    }
}

pub fn hostile(pattern: &str, text: &str) -> Result<f64> {
    let pattern = Pattern::new(pattern);
    let (matches, micros) = once(|| pattern.matches(black_box(text)));
    must(!matches, "the pattern matches")?;
    Ok(micros)
}
