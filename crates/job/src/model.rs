//! The answer, as data.

use ramplay_flink::endpoint::EndpointProblem;
use ramplay_flink::{Connector, Step, TableRole};
use ramplay_policy::{CheckTrace, Decision, Evaluation, Request, RequestProblem};
use ramplay_sql::{Role, VariableFinding, Written};
use ramplay_text::Span;

use crate::gap::Gap;

/// What a job needs and whether it may.
#[derive(Debug, Clone)]
pub struct JobAnswer {
    /// Everything that the SQL uses, in order.
    pub subjects: Vec<Subject>,
    /// What is missing.
    pub gap: Gap,
    /// What there is to say about variables. Without a list of those that are defined, only what breaks
    /// the rules.
    pub variables: Vec<VariableFinding>,
}

impl JobAnswer {
    /// The steps of everything, with the place of their subject.
    pub fn steps(&self) -> impl Iterator<Item = (usize, &StepAnswer)> {
        let subjects = self.subjects.iter().enumerate();
        subjects.flat_map(|(place, subject)| subject.steps.iter().map(move |step| (place, step)))
    }

    /// Whether a step that is taken is denied.
    pub fn is_denied(&self) -> bool {
        self.steps().any(|(_, step)| step.mark() == Mark::Denied)
    }
}

/// Something that the SQL uses.
#[derive(Debug, Clone)]
pub struct Subject {
    /// What it is.
    pub kind: SubjectKind,
    /// Its name, with dots; `source` and `sink` in YAML.
    pub name: String,
    /// Where it is named.
    pub span: Span,
    /// Its role; none for a catalog.
    pub role: Option<Role>,
    /// What the SQL gives as its connector.
    pub written_connector: Option<Written>,
    /// Its connector, if it is known.
    pub connector: Option<&'static Connector>,
    /// What it does, and whether it may. A step that two uses of a table take in the same way is here once.
    pub steps: Vec<StepAnswer>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

/// What a subject is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectKind {
    /// A table of the draft, by its place in [`Script::tables`](ramplay_sql::Script::tables).
    Table(usize),
    /// A catalog of the draft, by its place in [`Script::settings`](ramplay_sql::Script::settings).
    Catalog(usize),
    /// A table of a catalog, by the first of its [`Script::references`](ramplay_sql::Script::references).
    CatalogTable(usize),
}

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

/// A step and what was said to it.
#[derive(Debug, Clone)]
pub struct StepAnswer {
    /// The step.
    pub step: &'static Step,
    /// For which use of the table.
    pub role: TableRole,
    /// Whether it is taken.
    pub taken: Taken,
    /// The checks, as far as their resources are known.
    pub needs: Vec<Need>,
    /// Whether it may be taken.
    pub verdict: StepVerdict,
}

/// Whether a step is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// It is.
    Yes,
    /// That depends on the value of a variable. It counts as taken.
    Variable,
    /// In circumstances that the SQL does not tell; true if they are among those of the [`Job`](crate::Job).
    Circumstance(bool),
}

impl Taken {
    /// Whether the step counts.
    pub fn counts(self) -> bool {
        self != Taken::Circumstance(false)
    }
}

/// One action on one resource.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Need {
    /// The action.
    pub action: String,
    /// The resource, as a policy grants it: with `*` in the place of a region or account that is not known.
    pub resource: String,
}

/// Whether a step may be taken.
#[derive(Debug, Clone)]
pub enum StepVerdict {
    /// RAM does not decide about it; the step says who does.
    NotRam,
    /// The engine decided: one check for each of [`StepAnswer::needs`].
    Ruled(Box<Ruling>),
    /// It cannot be decided.
    Undecided(Vec<Undecided>),
}

/// A decision with all that is needed to explain it. Where region or account are not known, the resources
/// of the request have something else in their place, which no policy could tell apart.
#[derive(Debug, Clone)]
pub struct Ruling {
    /// What was asked.
    pub request: Request,
    /// The answer and its trace.
    pub evaluation: Evaluation,
}

/// Why a step cannot be decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Undecided {
    /// A name in the resource is a variable or placeholder.
    Unfilled {
        /// What the name is of: `project`, `logstore`, …
        name: &'static str,
        /// What to bind.
        placeholder: Written,
    },
    /// A name in the resource is not given, or cannot be one.
    NoName {
        /// What the name is of.
        name: &'static str,
    },
    /// The policies name regions, and the region is not known.
    Region,
    /// The policies name accounts, and the account is not known.
    Account,
    /// The documentation does not tell on which resource the actions are checked.
    NoResource,
    /// A condition cannot read a value of the request.
    Request(RequestProblem),
}

/// A verdict in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// RAM does not decide.
    NotRam,
    /// Allowed.
    Allowed,
    /// Only in circumstances that are not assumed.
    NotTaken,
    /// It depends on policies that were not given.
    Depends,
    /// It cannot be decided.
    Undecided,
    /// Denied.
    Denied,
}

impl Mark {
    /// A stable code.
    pub fn code(self) -> &'static str {
        match self {
            Mark::NotRam => "not_ram",
            Mark::Allowed => "allow",
            Mark::NotTaken => "not_taken",
            Mark::Depends => "depends",
            Mark::Undecided => "undecided",
            Mark::Denied => "denied",
        }
    }
}

impl StepAnswer {
    /// The verdict in one word.
    pub fn mark(&self) -> Mark {
        if !self.taken.counts() {
            return Mark::NotTaken;
        }
        match &self.verdict {
            StepVerdict::NotRam => Mark::NotRam,
            StepVerdict::Undecided(_) => Mark::Undecided,
            StepVerdict::Ruled(ruling) if ruling.evaluation.is_allowed() => Mark::Allowed,
            StepVerdict::Ruled(ruling) if ruling.evaluation.is_denied() => Mark::Denied,
            StepVerdict::Ruled(_) => Mark::Depends,
        }
    }

    /// The checks with their traces; empty if the engine was not asked.
    pub fn checks(&self) -> impl Iterator<Item = (&Need, &CheckTrace)> {
        let traces = match &self.verdict {
            StepVerdict::Ruled(ruling) => ruling.evaluation.checks.as_slice(),
            StepVerdict::NotRam | StepVerdict::Undecided(_) => &[],
        };
        self.needs.iter().zip(traces)
    }

    /// The checks that are denied whatever is not known.
    pub fn denied(&self) -> impl Iterator<Item = (&Need, &CheckTrace)> {
        self.checks().filter(|(_, trace)| !trace.possible.contains(Decision::Allow))
    }
}
