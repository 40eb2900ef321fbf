//! The trace of a decision: what was read, in which order, and what each statement said.

use crate::assumption::Assumptions;
use crate::condition::ClauseFailure;
use crate::model::{Effect, Element};

/// The three answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Decision {
    /// Allowed.
    Allow,
    /// A `Deny` statement applies.
    ExplicitDeny,
    /// No `Deny` applies and nothing allows.
    ImplicitDeny,
}

impl Decision {
    /// `allow`, `explicit_deny` or `implicit_deny`.
    pub fn code(self) -> &'static str {
        match self {
            Decision::Allow => "allow",
            Decision::ExplicitDeny => "explicit_deny",
            Decision::ImplicitDeny => "implicit_deny",
        }
    }

    /// Whether the request may go on.
    pub fn is_allow(self) -> bool {
        self == Decision::Allow
    }
}

/// The caller's number for a document, so that a trace can point back at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub u32);

/// A layer of the evaluation, in the order in which they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// The control policies of one level; the number is the place on the directory path, 0 = Root.
    Control(u16),
    /// The session policies of a role session.
    Session,
    /// Identity-based policies with account scope.
    IdentityAccount,
    /// Identity-based policies with the scope of the resource's resource group.
    IdentityGroup,
    /// Resource-based policies.
    Resource,
    /// The trust policy of the role to assume.
    Trust,
}

/// A statement of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementRef {
    /// The document.
    pub document: DocumentId,
    /// The statement's index in it, from 0.
    pub statement: u16,
}

/// What one statement said to one check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatementTrace {
    /// Which statement.
    pub at: StatementRef,
    /// Its effect.
    pub effect: Effect,
    /// Whether it applies, or the first element that failed.
    pub outcome: Outcome,
}

/// Whether a statement applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Every element matches.
    Applies(Matched),
    /// An element does not match; the ones behind it were not looked at.
    Skipped(Skip),
}

/// Which entries matched. `None`: the element is negated or absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Matched {
    /// Index of the entry in `Action`.
    pub action: Option<u16>,
    /// Index of the entry in `Principal`.
    pub principal: Option<u16>,
    /// Index of the entry in `Resource`.
    pub resource: Option<u16>,
}

/// The first element that failed. Elements are looked at in the order of this list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skip {
    /// `Action` or `NotAction`.
    Action,
    /// `Principal`.
    Principal,
    /// `Principal: *` without a condition does not bind the owner (SLS project policies).
    OwnerSpared,
    /// `Resource` or `NotResource`.
    Resource,
    /// A clause of `Condition`.
    Condition {
        /// Index of the clause.
        clause: u16,
        /// Why it is not met.
        why: ClauseFailure,
    },
}

impl Skip {
    /// The element that failed.
    pub fn element(self) -> Element {
        match self {
            Skip::Action => Element::Action,
            Skip::Principal | Skip::OwnerSpared => Element::Principal,
            Skip::Resource => Element::Resource,
            Skip::Condition { .. } => Element::Condition,
        }
    }
}

/// What one layer said to one check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayerTrace {
    /// Which layer.
    pub layer: Layer,
    /// Its own answer.
    pub decision: Decision,
    /// Every statement of the layer, in the order of attachment and text.
    pub statements: Vec<StatementTrace>,
}

impl LayerTrace {
    /// The statements that made this layer's answer: the denying ones, else the allowing ones.
    pub fn deciding(&self) -> impl Iterator<Item = &StatementTrace> {
        let wanted = match self.decision {
            Decision::Allow => Some(Effect::Allow),
            Decision::ExplicitDeny => Some(Effect::Deny),
            Decision::ImplicitDeny => None,
        };
        self.statements.iter().filter(move |statement| {
            matches!(statement.outcome, Outcome::Applies(_)) && Some(statement.effect) == wanted
        })
    }
}

/// What settled a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Settled {
    /// The answer of this layer.
    Layer(Layer),
    /// The answers of two layers together: identity and resource, or identity and trust. The second
    /// one is named where both have the same answer.
    Both(Layer, Layer),
    /// The root user of the owning account is allowed everything.
    OwnerRoot,
    /// The root user cannot assume a role.
    RootCannotAssume,
    /// An identity-based `Allow` grants nothing on another account's resource, and no resource-based
    /// policy allows.
    OtherAccount,
}

/// The trace of one check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckTrace {
    /// The answer.
    pub decision: Decision,
    /// What settled it.
    pub settled: Settled,
    /// The layers that were read, in order.
    pub layers: Vec<LayerTrace>,
    /// The assumptions that were used on the way.
    pub assumptions: Assumptions,
}

impl CheckTrace {
    /// The statements that decided: those of the settling layers that made the answer.
    pub fn deciding(&self) -> impl Iterator<Item = &StatementTrace> {
        let settled = self.settled;
        let decision = self.decision;
        self.layers
            .iter()
            .filter(move |trace| {
                trace.decision == decision
                    && match settled {
                        Settled::Layer(layer) => trace.layer == layer,
                        Settled::Both(first, second) => trace.layer == first || trace.layer == second,
                        Settled::OwnerRoot | Settled::RootCannotAssume | Settled::OtherAccount => false,
                    }
            })
            .flat_map(LayerTrace::deciding)
    }

    /// For an implicit deny: the `Allow` statements of the layer that settled it which came nearest, that is,
    /// whose failed element is the latest (only those that matched the action).
    pub fn nearest(&self) -> Vec<&StatementTrace> {
        if self.decision != Decision::ImplicitDeny {
            return Vec::new();
        }
        let rank = |statement: &StatementTrace| match statement.outcome {
            Outcome::Skipped(Skip::Principal | Skip::OwnerSpared) => 1,
            Outcome::Skipped(Skip::Resource) => 2,
            Outcome::Skipped(Skip::Condition { .. }) => 3,
            Outcome::Skipped(Skip::Action) | Outcome::Applies(_) => 0,
        };
        let allows = |layer: &LayerTrace| layer.decision == Decision::ImplicitDeny;
        let candidates: Vec<&StatementTrace> = self
            .layers
            .iter()
            .filter(|layer| allows(layer))
            .flat_map(|layer| layer.statements.iter())
            .filter(|statement| statement.effect == Effect::Allow && rank(statement) > 0)
            .collect();
        let best = candidates.iter().map(|statement| rank(statement)).max().unwrap_or(0);
        candidates.into_iter().filter(|statement| rank(statement) == best).collect()
    }
}

/// The answer to a request, with its whole trace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// The answer.
    pub decision: Decision,
    /// One trace for each check of the request, in order.
    pub checks: Vec<CheckTrace>,
}

impl Evaluation {
    /// The assumptions of all checks.
    pub fn assumptions(&self) -> Assumptions {
        let mut all = Assumptions::default();
        for check in &self.checks {
            all.join(check.assumptions);
        }
        all
    }
}
