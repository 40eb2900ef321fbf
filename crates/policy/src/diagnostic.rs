//! What is wrong, or worth a warning, in a document. Data only; sentences are made in
//! [`sentence`](crate::sentence).

use ramplay_text::{Span, json};

use crate::condition::ValueType;
use crate::model::PolicyKind;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The document cannot be evaluated; every verdict that rests on it is withheld.
    Error,
    /// The document is evaluated, but the documentation does not promise what happens.
    Warning,
}

/// A problem and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What.
    pub problem: Problem,
    /// Where, in bytes of the document.
    pub span: Span,
    /// A change that cures the problem and changes no meaning.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// The problem's severity.
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }

    /// The problem's stable code.
    pub fn code(&self) -> &'static str {
        self.problem.code()
    }
}

/// A change of the text: the span is replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What to replace.
    pub span: Span,
    /// With what.
    pub text: String,
}

/// What stands where something else should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// An object.
    Object,
    /// A string.
    String,
    /// A string or a list of strings.
    StringOrList,
    /// A list of statements.
    StatementList,
    /// A statement.
    Statement,
    /// A string, a number, a boolean, or a list of them.
    ConditionValue,
    /// An object with `RAM`, `Service` or `Federated`.
    PrincipalObject,
    /// `"*"`, a list of ids, or an object.
    ResourcePrincipal,
}

/// The place of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Within {
    /// The document.
    Document,
    /// A statement.
    Statement,
    /// `Principal`.
    Principal,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The text is not JSON, or not safe to read.
    Json(json::ProblemKind),
    /// A value of another type was expected.
    WrongType {
        /// The element, as policies write it.
        element: String,
        /// What was expected.
        expected: Expected,
        /// What stands there.
        found: json::Type,
    },
    /// A required element is missing.
    MissingElement {
        /// The element.
        element: &'static str,
        /// Where it belongs.
        within: Within,
    },
    /// An element that the language does not have here.
    UnknownElement {
        /// As it is written.
        name: String,
        /// Where it stands.
        within: Within,
        /// An element with a similar name.
        near: Option<&'static str>,
    },
    /// An element and its `Not…` form in one statement.
    BothForms {
        /// The plain form.
        element: &'static str,
        /// The other.
        negated: &'static str,
    },
    /// `Principal` in a kind of policy that has none.
    PrincipalNotAllowed {
        /// What the document is attached as.
        kind: PolicyKind,
    },
    /// A `Version` other than `1`.
    BadVersion {
        /// As it is written.
        found: String,
    },
    /// An `Effect` other than `Allow` or `Deny`.
    BadEffect {
        /// As it is written.
        found: String,
    },
    /// An operator that RAM does not have.
    UnknownOperator {
        /// As it is written.
        name: String,
        /// An operator with a similar name.
        near: Option<&'static str>,
    },
    /// `Null` or an operator ending in `IfExists`: known elsewhere, refused by RAM.
    RefusedOperator {
        /// As it is written.
        name: String,
    },
    /// A value that is not of its operator's type.
    BadValue {
        /// The operator.
        operator: &'static str,
        /// The value.
        value: String,
        /// What the operator compares.
        expected: ValueType,
    },
    /// More statements than [`limits::STATEMENTS`](crate::limits::STATEMENTS).
    TooManyStatements {
        /// How many.
        count: usize,
    },
    /// Longer than RAM accepts for this kind of policy.
    OverLength {
        /// The kind.
        kind: PolicyKind,
        /// Characters of the document.
        length: usize,
        /// RAM's limit in characters.
        limit: usize,
    },
    /// A statement that is not in a list.
    SingleStatement,
    /// A condition value that is not in quotes.
    BareValue,
    /// `NotResource`, which only old documentation has.
    NotResource,
    /// A list with nothing in it.
    EmptyList {
        /// The element.
        element: String,
    },
    /// A CIDR range whose address has bits outside the prefix.
    HostBits {
        /// As it is written.
        value: String,
    },
    /// A `Resource` in a trust policy, where none belongs.
    ResourceInTrust,
    /// An entry of `RAM` or `Federated` that is not an ARN of RAM.
    PrincipalNotArn {
        /// As it is written.
        value: String,
    },
}

impl Problem {
    /// Whether the document can still be evaluated.
    pub fn severity(&self) -> Severity {
        match self {
            Problem::Json(_)
            | Problem::WrongType { .. }
            | Problem::MissingElement { .. }
            | Problem::UnknownElement { .. }
            | Problem::BothForms { .. }
            | Problem::PrincipalNotAllowed { .. }
            | Problem::BadVersion { .. }
            | Problem::BadEffect { .. }
            | Problem::UnknownOperator { .. }
            | Problem::RefusedOperator { .. }
            | Problem::BadValue { .. }
            | Problem::TooManyStatements { .. } => Severity::Error,
            Problem::OverLength { .. }
            | Problem::SingleStatement
            | Problem::BareValue
            | Problem::NotResource
            | Problem::EmptyList { .. }
            | Problem::HostBits { .. }
            | Problem::ResourceInTrust
            | Problem::PrincipalNotArn { .. } => Severity::Warning,
        }
    }

    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Problem::Json(kind) => kind.code(),
            Problem::WrongType { .. } => "wrong-type",
            Problem::MissingElement { .. } => "missing-element",
            Problem::UnknownElement { .. } => "unknown-element",
            Problem::BothForms { .. } => "both-forms",
            Problem::PrincipalNotAllowed { .. } => "principal-not-allowed",
            Problem::BadVersion { .. } => "bad-version",
            Problem::BadEffect { .. } => "bad-effect",
            Problem::UnknownOperator { .. } => "unknown-operator",
            Problem::RefusedOperator { .. } => "refused-operator",
            Problem::BadValue { .. } => "bad-value",
            Problem::TooManyStatements { .. } => "too-many-statements",
            Problem::OverLength { .. } => "over-length",
            Problem::SingleStatement => "single-statement",
            Problem::BareValue => "bare-value",
            Problem::NotResource => "not-resource",
            Problem::EmptyList { .. } => "empty-list",
            Problem::HostBits { .. } => "host-bits",
            Problem::ResourceInTrust => "resource-in-trust",
            Problem::PrincipalNotArn { .. } => "principal-not-arn",
        }
    }
}
