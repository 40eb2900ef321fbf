//! The answer, as data.

use ramplay_analysis::Need;
use ramplay_flink::{Connector, Step, TableRole};
use ramplay_policy::{CheckTrace, Decision, Evaluation, Request, RequestProblem};
use ramplay_sql::{Role, VariableFinding, Written};
use ramplay_text::Span;

use crate::gap::Gap;
use crate::problem::Problem;

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
