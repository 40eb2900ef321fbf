//! The trace in a form that can leave: flat, with names instead of enums.

use ramplay_policy::{
    Assumption, CheckTrace, Effect, Element, Evaluation, Layer, LayerTrace, Outcome, Settled, Skip,
    StatementTrace,
};
use serde::Serialize;

/// A decision with its trace.
#[derive(Serialize)]
pub(crate) struct Answer {
    verdict: &'static str,
    checks: Vec<Checked>,
}

#[derive(Serialize)]
struct Checked {
    verdict: &'static str,
    /// The layers that settled it; none where a rule about root users or other accounts did.
    settled: Vec<&'static str>,
    layers: Vec<Layered>,
    assumptions: Vec<&'static str>,
}

#[derive(Serialize)]
struct Layered {
    layer: &'static str,
    decision: &'static str,
    statements: Vec<Stated>,
}

#[derive(Serialize)]
struct Stated {
    document: u32,
    statement: u16,
    effect: &'static str,
    /// The element that failed, and of `Condition` which clause; none when the statement applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    failed: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    clause: Option<u16>,
    /// The entries that matched.
    #[serde(skip_serializing_if = "Option::is_none")]
    action: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    resource: Option<u16>,
}

impl Answer {
    pub(crate) fn of(answer: &Evaluation) -> Self {
        Self { verdict: answer.verdict().code(), checks: answer.checks.iter().map(Checked::of).collect() }
    }
}

impl Checked {
    fn of(check: &CheckTrace) -> Self {
        let settled = match check.settled {
            Some(Settled::Layer(layer)) => vec![name(layer)],
            Some(Settled::Both(first, second)) => vec![name(first), name(second)],
            None | Some(Settled::OwnerRoot | Settled::RootCannotAssume | Settled::OtherAccount) => Vec::new(),
        };
        Self {
            verdict: check.verdict().code(),
            settled,
            layers: check.layers.iter().map(Layered::of).collect(),
            assumptions: check.assumptions.iter().map(Assumption::code).collect(),
        }
    }
}

impl Layered {
    fn of(layer: &LayerTrace) -> Self {
        Self {
            layer: name(layer.layer),
            decision: layer.decision.code(),
            statements: layer.statements.iter().map(Stated::of).collect(),
        }
    }
}

impl Stated {
    fn of(trace: &StatementTrace) -> Self {
        let mut stated = Self {
            document: trace.at.document.0,
            statement: trace.at.statement,
            effect: match trace.effect {
                Effect::Allow => "Allow",
                Effect::Deny => "Deny",
            },
            failed: None,
            clause: None,
            action: None,
            resource: None,
        };
        match trace.outcome {
            Outcome::Applies(matched) => {
                stated.action = matched.action;
                stated.resource = matched.resource;
            }
            Outcome::Skipped(skip) => {
                stated.failed = Some(match skip.element() {
                    Element::Action => "Action",
                    Element::Principal => "Principal",
                    Element::Resource => "Resource",
                    Element::Condition => "Condition",
                });
                if let Skip::Condition { clause, .. } = skip {
                    stated.clause = Some(clause);
                }
            }
        }
        stated
    }
}

fn name(layer: Layer) -> &'static str {
    match layer {
        Layer::Control(_) => "control",
        Layer::Session => "session",
        Layer::IdentityAccount => "identity",
        Layer::IdentityGroup => "identity in the resource group",
        Layer::Resource => "resource",
        Layer::Trust => "trust",
    }
}
