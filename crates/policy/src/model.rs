//! A policy as it was read.

use ramplay_text::Span;

use crate::condition::Clause;
use crate::pattern::{Pattern, SpannedPattern};

/// What a document is attached as; it decides which elements it must and must not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PolicyKind {
    /// An identity-based policy (RAM user, group or role).
    Identity,
    /// A control policy of a Resource Directory.
    Control,
    /// The session policy given when a role is assumed.
    Session,
    /// The trust policy of a RAM role.
    Trust,
    /// A resource-based policy such as an OSS bucket policy or an SLS project policy.
    Resource,
}

impl PolicyKind {
    /// Every kind.
    pub const ALL: [PolicyKind; 5] = [
        PolicyKind::Identity,
        PolicyKind::Control,
        PolicyKind::Session,
        PolicyKind::Trust,
        PolicyKind::Resource,
    ];

    /// A stable code.
    pub const fn code(self) -> &'static str {
        match self {
            PolicyKind::Identity => "identity",
            PolicyKind::Control => "control",
            PolicyKind::Session => "session",
            PolicyKind::Trust => "trust",
            PolicyKind::Resource => "resource",
        }
    }
}

/// The effect of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// `Allow`
    Allow,
    /// `Deny`
    Deny,
}

/// An element of a statement that is matched against the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Element {
    /// `Action` or `NotAction`
    Action,
    /// `Principal`
    Principal,
    /// `Resource` or `NotResource`
    Resource,
    /// `Condition`
    Condition,
}

/// A document that was read. Only statements that could be read completely are in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    /// What the document was read as.
    pub kind: PolicyKind,
    /// Its statements, in the order of the text.
    pub statements: Vec<Statement>,
}

/// A statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The whole statement, braces included.
    pub span: Span,
    /// Whether it allows or denies.
    pub effect: Effect,
    /// `Action` or `NotAction`.
    pub action: PatternList,
    /// `Resource` or `NotResource`; trust policies have none.
    pub resource: Option<PatternList>,
    /// `Principal`; only trust and resource policies have one.
    pub principal: Option<Principals>,
    /// The clauses of `Condition`, all of which must be met.
    pub conditions: Vec<Clause>,
}

/// The value of `Action`, `NotAction`, `Resource` or `NotResource`.
#[derive(Debug, Clone, PartialEq)]
pub struct PatternList {
    /// Whether the element is the `Not…` form: it matches exactly when no pattern does.
    pub negated: bool,
    /// The element's value.
    pub span: Span,
    /// The patterns, in the order of the text.
    pub patterns: Vec<SpannedPattern>,
}

/// The value of `Principal`.
#[derive(Debug, Clone, PartialEq)]
pub struct Principals {
    /// The element's value.
    pub span: Span,
    /// The entries, in the order of the text.
    pub entries: Vec<PrincipalEntry>,
}

/// One entry of `Principal`.
#[derive(Debug, Clone, PartialEq)]
pub struct PrincipalEntry {
    /// Where it stands.
    pub span: Span,
    /// Whom it names.
    pub who: Who,
}

/// Whom an entry of `Principal` names.
#[derive(Debug, Clone, PartialEq)]
pub enum Who {
    /// `"*"` in a resource policy: everybody, also without an identity.
    Everybody,
    /// `acs:ram::<account>:root`: every RAM user and RAM role of the account, and its root user.
    Account(Pattern),
    /// The ARN of a RAM user or RAM role; a role also stands for its sessions.
    Arn(Pattern),
    /// A service, for the role's own account (`None`) or for the account given.
    Service {
        /// The service's name, such as `log.aliyuncs.com`.
        name: Box<str>,
        /// The account in front of the `@`.
        account: Option<Box<str>>,
    },
    /// An identity provider's ARN.
    Federated(Pattern),
    /// An id in the plain list of a resource policy.
    Id(Pattern),
}
