//! What is wrong with something that the SQL uses.

use ramplay_flink::TableRole;
use ramplay_flink::endpoint::EndpointProblem;
use ramplay_sql::Written;
use ramplay_text::Span;

/// Something wrong with a subject, which spoils only that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What it is.
    pub kind: ProblemKind,
    /// Where.
    pub span: Span,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// The options name no connector.
    NoConnector,
    /// The connector is a variable or placeholder.
    ConnectorUnfilled,
    /// The connector is not known here; it may be one of your own.
    UnknownConnector {
        /// The known one that is most like it.
        suggestion: Option<&'static str>,
    },
    /// The connector is not documented for this role.
    RoleNotSupported {
        /// The role.
        role: TableRole,
    },
    /// The catalog of the table is not defined in the draft.
    ForeignCatalog,
    /// An option that is required is not there.
    MissingOption {
        /// The option.
        option: &'static str,
    },
    /// An option is, or holds, a variable or placeholder that nothing is bound to.
    Unfilled {
        /// The option.
        option: &'static str,
        /// What to bind.
        placeholder: Written,
    },
    /// The value of an option cannot be a name.
    BadName {
        /// The option.
        option: &'static str,
        /// Why not.
        why: BadName,
    },
    /// An endpoint cannot be read.
    Endpoint(EndpointProblem),
    /// The region of an endpoint is not one that the service is known to be in.
    UnlistedRegion {
        /// The region.
        region: String,
    },
    /// A path that is not of OSS: what it needs is not known.
    ForeignPath,
}

/// Why a text cannot be a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadName {
    /// It is empty.
    Empty,
    /// It is longer than any name.
    TooLong,
    /// It has a character that no name has and that would mean something in a policy.
    Character(char),
    /// It looks like an AccessKey.
    Secret,
}

impl ProblemKind {
    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoConnector => "connector-missing",
            Self::ConnectorUnfilled => "connector-unfilled",
            Self::UnknownConnector { .. } => "connector-unknown",
            Self::RoleNotSupported { .. } => "role-not-supported",
            Self::ForeignCatalog => "catalog-elsewhere",
            Self::MissingOption { .. } => "option-missing",
            Self::Unfilled { .. } => "option-unfilled",
            Self::BadName { .. } => "option-bad-name",
            Self::Endpoint(problem) => problem.code(),
            Self::UnlistedRegion { .. } => "region-unlisted",
            Self::ForeignPath => "path-elsewhere",
        }
    }

    /// Whether the job cannot run like that; the rest only keeps an answer from being given.
    pub fn is_error(&self) -> bool {
        match self {
            Self::NoConnector | Self::MissingOption { .. } | Self::BadName { .. } => true,
            // A domain name of one's own works, and only hides the region.
            Self::Endpoint(problem) => !matches!(problem, EndpointProblem::Unfilled),
            Self::ConnectorUnfilled
            | Self::UnknownConnector { .. }
            | Self::RoleNotSupported { .. }
            | Self::ForeignCatalog
            | Self::Unfilled { .. }
            | Self::UnlistedRegion { .. }
            | Self::ForeignPath => false,
        }
    }
}
