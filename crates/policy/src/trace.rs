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

/// A set of answers: what a check can still come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Decisions(u8);

impl Decisions {
    const ORDER: [Decision; 3] = [Decision::Allow, Decision::ImplicitDeny, Decision::ExplicitDeny];

    fn bit(decision: Decision) -> u8 {
        match decision {
            Decision::Allow => 1,
            Decision::ImplicitDeny => 2,
            Decision::ExplicitDeny => 4,
        }
    }

    /// The set with this answer and `self`'s.
    #[must_use]
    pub fn with(self, decision: Decision) -> Self {
        Decisions(self.0 | Self::bit(decision))
    }

    /// Whether the answer is in the set.
    pub fn contains(self, decision: Decision) -> bool {
        self.0 & Self::bit(decision) != 0
    }

    /// The answer, if there is only one.
    pub fn only(self) -> Option<Decision> {
        Self::ORDER.into_iter().find(|&decision| self.0 == Self::bit(decision))
    }

    /// The answers, the best first.
    pub fn iter(self) -> impl Iterator<Item = Decision> {
        Self::ORDER.into_iter().filter(move |&decision| self.contains(decision))
    }

    /// What is known of them, as one word.
    pub fn verdict(self) -> Verdict {
        match (self.only(), self.contains(Decision::Allow)) {
            (Some(decision), _) => Verdict::Decided(decision),
            (None, true) => Verdict::Depends,
            (None, false) => Verdict::Denied,
        }
    }
}

impl From<Decision> for Decisions {
    fn from(decision: Decision) -> Self {
        Decisions::default().with(decision)
    }
}

/// What is known of an answer. Only layers that are unknown make it less than a [`Decision`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// This answer, whatever the unknown layers say.
    Decided(Decision),
    /// Denied, whatever the unknown layers say; they decide whether explicitly or implicitly.
    Denied,
    /// The unknown layers decide.
    Depends,
}

impl Verdict {
    /// The code of the decision, `denied` or `depends`.
    pub fn code(self) -> &'static str {
        match self {
            Verdict::Decided(decision) => decision.code(),
            Verdict::Denied => "denied",
            Verdict::Depends => "depends",
        }
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
    /// Its own answer; of an unknown layer, that of the documents given.
    pub decision: Decision,
    /// Whether policies that were not given may be there as well.
    pub unseen: bool,
    /// The answers that are then possible; else the layer's own.
    pub possible: Decisions,
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

/// What an unknown layer must say for a check to be allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Must {
    /// A statement of the policies that were not given must allow, and none may deny.
    Allow,
    /// None of them may deny.
    NotDeny,
}

impl Must {
    /// `allow` or `not_deny`.
    pub fn code(self) -> &'static str {
        match self {
            Must::Allow => "allow",
            Must::NotDeny => "not_deny",
        }
    }
}

/// One demand on an unknown layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Need {
    /// The layer.
    pub layer: Layer,
    /// What it must say.
    pub must: Must,
}

/// The trace of one check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckTrace {
    /// The answers that are possible: one, unless a layer is unknown.
    pub possible: Decisions,
    /// What settled it; none when the unknown layers do.
    pub settled: Option<Settled>,
    /// The ways in which unknown layers can make it allowed, when they decide: one way is enough, and
    /// of a way every need has to hold. It is allowed exactly then.
    pub allowed_if: Vec<Vec<Need>>,
    /// The layers that were read, in order.
    pub layers: Vec<LayerTrace>,
    /// The assumptions that were used on the way.
    pub assumptions: Assumptions,
}

impl CheckTrace {
    /// The answer, unless it depends on unknown layers.
    pub fn decision(&self) -> Option<Decision> {
        self.possible.only()
    }

    /// What is known of the answer.
    pub fn verdict(&self) -> Verdict {
        self.possible.verdict()
    }

    /// The statements that decided: those of the settling layers that made the answer.
    pub fn deciding(&self) -> impl Iterator<Item = &StatementTrace> {
        let settled = self.settled;
        let decision = self.decision();
        self.layers
            .iter()
            .filter(move |trace| {
                Some(trace.decision) == decision
                    && match settled {
                        Some(Settled::Layer(layer)) => trace.layer == layer,
                        Some(Settled::Both(first, second)) => trace.layer == first || trace.layer == second,
                        None
                        | Some(Settled::OwnerRoot | Settled::RootCannotAssume | Settled::OtherAccount) => {
                            false
                        }
                    }
            })
            .flat_map(LayerTrace::deciding)
    }

    /// For an implicit deny: the `Allow` statements of the layer that settled it which came nearest, that is,
    /// whose failed element is the latest (only those that matched the action).
    pub fn nearest(&self) -> Vec<&StatementTrace> {
        if self.decision() != Some(Decision::ImplicitDeny) {
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
    /// The answers that are possible: one, unless a layer is unknown.
    pub possible: Decisions,
    /// One trace for each check of the request, in order.
    pub checks: Vec<CheckTrace>,
}

impl Evaluation {
    /// The answer, unless it depends on unknown layers.
    pub fn decision(&self) -> Option<Decision> {
        self.possible.only()
    }

    /// What is known of the answer.
    pub fn verdict(&self) -> Verdict {
        self.possible.verdict()
    }

    /// Whether every check is allowed, whatever unknown layers say.
    pub fn is_allowed(&self) -> bool {
        self.decision() == Some(Decision::Allow)
    }

    /// Whether the request is denied, whatever unknown layers say.
    pub fn is_denied(&self) -> bool {
        !self.possible.contains(Decision::Allow)
    }

    /// The assumptions of all checks.
    pub fn assumptions(&self) -> Assumptions {
        let mut all = Assumptions::default();
        for check in &self.checks {
            all.join(check.assumptions);
        }
        all
    }
}
