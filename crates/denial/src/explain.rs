//! Whether policies explain a denial.

use ramplay_policy::{
    Decision, Denial as EngineDenial, Evaluation, PolicySet, Request, RequestProblem, Verdict, evaluate,
};

use crate::report::Denial;

/// The kind of a denial: whether a Deny applied, and the type of the policy that made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// Whether a Deny applied.
    pub is_explicit: Option<bool>,
    /// `PolicyType`, as RAM names it.
    pub policy_type: Option<String>,
}

/// Whether policies explain a denial.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Explained {
    /// They deny the request, and nothing in the report speaks against their reason.
    Yes(Kind),
    /// They deny the request, but for another reason than the report names.
    Otherwise {
        /// By the policies.
        ours: Kind,
        /// By the report.
        reported: Kind,
    },
    /// They allow the request: what denied it is not among them, or is not what is attached.
    No {
        /// By the report.
        reported: Kind,
    },
    /// Policies that were not given decide.
    Depends,
}

impl Explained {
    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Explained::Yes(_) => "explained",
            Explained::Otherwise { .. } => "other-reason",
            Explained::No { .. } => "not-explained",
            Explained::Depends => "depends",
        }
    }
}

/// Asks the engine whether policies deny what was denied, and for the same reason.
///
/// # Errors
/// When a value of the request is not of the type that an operator compares.
pub fn explain(
    set: &PolicySet<'_>,
    denial: &Denial,
    request: &Request,
) -> Result<(Explained, Evaluation), RequestProblem> {
    let evaluation = evaluate(set, request)?;
    let reported = Kind {
        is_explicit: denial.is_explicit.map(|(is_explicit, _)| is_explicit),
        policy_type: denial.policy_type.as_ref().map(|written| written.text.clone()),
    };
    let ours = Kind {
        is_explicit: evaluation.decision().map(|decision| decision == Decision::ExplicitDeny),
        policy_type: policy_type(&evaluation, request),
    };
    let explained = match evaluation.verdict() {
        Verdict::Decided(Decision::Allow) => Explained::No { reported },
        Verdict::Depends => Explained::Depends,
        _ if ours.agrees_with(&reported) => Explained::Yes(ours),
        _ => Explained::Otherwise { ours, reported },
    };
    Ok((explained, evaluation))
}

/// The type of the policy that makes the engine's denial, as RAM names it.
fn policy_type(evaluation: &Evaluation, request: &Request) -> Option<String> {
    let trace = evaluation.checks.first()?;
    let denial = EngineDenial::of(trace, request, request.checks.first()?)?;
    denial.policy_type.map(str::to_owned)
}

impl Kind {
    /// Whether nothing that both say is different.
    fn agrees_with(&self, other: &Kind) -> bool {
        let same = |one: Option<bool>, other: Option<bool>| one.is_none() || other.is_none() || one == other;
        let types = self.policy_type.as_ref().zip(other.policy_type.as_ref());
        same(self.is_explicit, other.is_explicit) && types.is_none_or(|(one, other)| one == other)
    }
}
