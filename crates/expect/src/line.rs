//! What a line says.

use std::fmt;

use ramplay_flink::Console;
use ramplay_text::Span;

/// A line of expectations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1.
    pub number: usize,
    /// It, without its line end.
    pub text: String,
    /// What it says, or why it says nothing.
    pub expectation: Result<Expectation, ExpectError>,
}

/// An expectation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expectation {
    /// Somebody may do something, or may not.
    May {
        /// Who.
        who: Who,
        /// What.
        what: What,
        /// Whether they may.
        may: bool,
    },
    /// A row of the answer has a verdict.
    Is {
        /// The row.
        row: Row,
        /// What is expected of it.
        claim: Claim,
    },
    /// A console opens, or does not.
    Opens {
        /// The console.
        console: Console,
        /// Whether it opens.
        opens: bool,
    },
}

/// Who may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// The RAM user with this name.
    User(String),
    /// The RAM role with this name.
    Role(String),
    /// Whoever opens the consoles.
    Person,
    /// The RAM user whose AccessKey pair the job uses.
    Job,
}

/// What somebody may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A row of the answer.
    Row(Row),
    /// An action.
    Action {
        /// The action, such as `log:GetCursorOrData`.
        action: String,
        /// The resource as it was written; none for the scenario's own.
        resource: Option<String>,
    },
}

/// A row of the answer, by its id in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// What can be done on the Logstore.
    Capability(&'static str),
    /// An operation of the Management Console.
    Operation(&'static str),
    /// A permission of the Development Console.
    Permission(&'static str),
}

/// What is expected of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// It is allowed.
    Allowed,
    /// It is denied, explicitly or not.
    Denied,
    /// A `Deny` statement denies it.
    ExplicitlyDenied,
    /// Nothing allows it, and nothing denies it explicitly.
    ImplicitlyDenied,
    /// Policies that nobody gave decide.
    Undecided,
    /// The permission is held.
    Held,
    /// The permission is not held.
    NotHeld,
}

/// Why a line says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectError {
    /// What is wrong.
    pub problem: ExpectProblem,
    /// Where in the line, in bytes.
    pub span: Span,
}

/// What is wrong with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExpectProblem {
    /// It is longer than any line that is read.
    Long,
    /// No line begins so.
    Subject {
        /// A row whose id is much like it.
        near: Option<&'static str>,
    },
    /// Behind this word, other words were expected.
    Wanted(Wanted),
    /// There is no row with this id.
    NoRow {
        /// One whose id is much like it.
        near: Option<&'static str>,
    },
    /// This kind of row does not have such a verdict.
    WrongClaim,
    /// These words do not belong to it.
    Extra,
}

/// Words that were expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// The name of a user or a role.
    Name,
    /// `may`, `may not`, …
    May,
    /// An action or the id of a row.
    What,
    /// `on` and a resource.
    Resource,
    /// `is` and a verdict.
    Claim,
    /// `opens` or `does not open`.
    Opens,
}

/// The line that says this: what a page writes when a verdict is to stay as it is.
impl fmt::Display for Expectation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expectation::May { who, what, may } => {
                match who {
                    Who::User(name) => write!(f, "user {name}")?,
                    Who::Role(name) => write!(f, "role {name}")?,
                    Who::Person => f.write_str("person")?,
                    Who::Job => f.write_str("job")?,
                }
                f.write_str(if *may { " may " } else { " may not " })?;
                match what {
                    What::Row(row) => f.write_str(row.id()),
                    What::Action { action, resource: None } => f.write_str(action),
                    What::Action { action, resource: Some(resource) } => write!(f, "{action} on {resource}"),
                }
            }
            Expectation::Is { row, claim } => {
                let claim = match claim {
                    Claim::Allowed => "allowed",
                    Claim::Denied => "denied",
                    Claim::ExplicitlyDenied => "explicitly denied",
                    Claim::ImplicitlyDenied => "implicitly denied",
                    Claim::Undecided => "undecided",
                    Claim::Held => "held",
                    Claim::NotHeld => "not held",
                };
                write!(f, "{} is {claim}", row.id())
            }
            Expectation::Opens { console, opens } => {
                let console = match console {
                    Console::Management => "management",
                    Console::Development => "development",
                };
                write!(f, "{console} {}", if *opens { "opens" } else { "does not open" })
            }
        }
    }
}

impl Row {
    /// Its id in the catalogue.
    pub fn id(&self) -> &'static str {
        match self {
            Row::Capability(id) | Row::Operation(id) | Row::Permission(id) => id,
        }
    }
}

impl ExpectProblem {
    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            ExpectProblem::Long => "expect-long",
            ExpectProblem::Subject { .. } => "expect-subject",
            ExpectProblem::Wanted(Wanted::Name) => "expect-name",
            ExpectProblem::Wanted(Wanted::May) => "expect-may",
            ExpectProblem::Wanted(Wanted::What) => "expect-what",
            ExpectProblem::Wanted(Wanted::Resource) => "expect-resource",
            ExpectProblem::Wanted(Wanted::Claim) => "expect-claim",
            ExpectProblem::Wanted(Wanted::Opens) => "expect-opens",
            ExpectProblem::NoRow { .. } => "expect-no-row",
            ExpectProblem::WrongClaim => "expect-wrong-claim",
            ExpectProblem::Extra => "expect-extra",
        }
    }
}
