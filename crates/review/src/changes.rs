//! Rows of two answers whose verdicts differ.

use ramplay_flink::{Capability, Console, ConsolePermission, Operation};
use ramplay_playground::{Answer, Mark, Reach, Verdict};
use ramplay_policy::StatementRef;

/// What a change means to who may do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Way {
    /// It was not allowed and is.
    NewlyAllowed,
    /// It was allowed and a `Deny` statement denies it: no other policy can allow it.
    NewlyDenied,
    /// It was allowed and nothing allows it any more.
    NoLongerAllowed,
    /// It was denied and is, in another way: explicitly or implicitly.
    OtherDenial,
    /// Before or after there is no verdict, or policies that were not given decide.
    Unclear,
}

impl Way {
    /// All ways, in the order in which they are shown.
    pub const ALL: [Way; 5] =
        [Way::NewlyAllowed, Way::NewlyDenied, Way::NoLongerAllowed, Way::OtherDenial, Way::Unclear];

    /// A stable code.
    pub fn code(self) -> &'static str {
        match self {
            Way::NewlyAllowed => "newly-allowed",
            Way::NewlyDenied => "newly-explicitly-denied",
            Way::NoLongerAllowed => "no-longer-allowed",
            Way::OtherDenial => "other-denial",
            Way::Unclear => "unclear",
        }
    }

    /// Its sign.
    pub fn sign(self) -> &'static str {
        match self {
            Way::NewlyAllowed => "+",
            Way::NewlyDenied | Way::NoLongerAllowed => "−",
            Way::OtherDenial => "~",
            Way::Unclear => "?",
        }
    }

    /// What became of a verdict; none if it is the same.
    pub fn of(from: Mark, to: Mark) -> Option<Self> {
        let allowed = |mark| matches!(mark, Mark::Allow | Mark::NotChecked);
        let unclear = |mark| matches!(mark, Mark::Depends | Mark::Withheld);
        match (from, to) {
            (from, to) if from == to || (allowed(from) && allowed(to)) => None,
            (from, to) if unclear(from) || unclear(to) => Some(Way::Unclear),
            (_, to) if allowed(to) => Some(Way::NewlyAllowed),
            (from, Mark::ExplicitDeny) if allowed(from) => Some(Way::NewlyDenied),
            (from, _) if allowed(from) => Some(Way::NoLongerAllowed),
            _ => Some(Way::OtherDenial),
        }
    }
}

/// A row of the answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Subject {
    /// The opening of a console.
    Console(Console),
    /// An operation of the Management Console.
    Operation(&'static Operation),
    /// A permission of the Development Console.
    Permission(&'static ConsolePermission),
    /// What can be done on the Logstore.
    Capability(&'static Capability),
}

impl Subject {
    /// Its id, as assertions name it.
    pub fn id(self) -> &'static str {
        match self {
            Subject::Console(Console::Management) => "management",
            Subject::Console(Console::Development) => "development",
            Subject::Operation(row) => &row.id,
            Subject::Permission(row) => &row.id,
            Subject::Capability(row) => &row.id,
        }
    }
}

/// A row whose verdict is another than it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The row.
    pub subject: Subject,
    /// The verdict before; for consoles and permissions, allowed or a denial.
    pub from: Mark,
    /// The verdict after.
    pub to: Mark,
    /// What that means.
    pub way: Way,
    /// The statements that decided before, in the policies of the base.
    pub before: Vec<StatementRef>,
    /// The statements that decide after.
    pub after: Vec<StatementRef>,
}

/// The rows whose verdicts differ, in the order of the page. The catalogue gives both answers the same rows.
pub fn changes(before: &Answer, after: &Answer) -> Vec<Change> {
    let consoles = Console::ALL.into_iter().filter_map(|console| {
        let (from, old) = opening(before, console);
        let (to, new) = opening(after, console);
        change(Subject::Console(console), (from, old), (to, new))
    });
    let operations = before.operations.iter().zip(&after.operations).filter_map(|(old, new)| {
        change(Subject::Operation(new.operation), asked(&old.verdict), asked(&new.verdict))
    });
    let permissions = before.permissions.iter().zip(&after.permissions).filter_map(|(old, new)| {
        change(
            Subject::Permission(new.permission),
            (held(old.held), Vec::new()),
            (held(new.held), Vec::new()),
        )
    });
    let rows = before.logstore.rows.iter().zip(&after.logstore.rows);
    let capabilities = rows.filter_map(|(old, new)| {
        change(Subject::Capability(new.capability), asked(&old.verdict), asked(&new.verdict))
    });
    consoles.chain(operations).chain(permissions).chain(capabilities).collect()
}

type Asked = (Mark, Vec<StatementRef>);

fn change(subject: Subject, (from, before): Asked, (to, after): Asked) -> Option<Change> {
    let way = Way::of(from, to)?;
    Some(Change { subject, from, to, way, before, after })
}

fn asked(verdict: &Verdict) -> Asked {
    (verdict.mark(), verdict.deciding())
}

fn held(held: bool) -> Mark {
    if held { Mark::Allow } else { Mark::ImplicitDeny }
}

/// Whether a console opens, with the statements that decide on that.
fn opening(answer: &Answer, console: Console) -> Asked {
    let found = answer.console(console);
    let deciding = found.opening.as_ref().map(Verdict::deciding).unwrap_or_default();
    let explicit = found.opening.as_ref().is_some_and(|verdict| verdict.mark() == Mark::ExplicitDeny);
    let mark = match found.reach {
        Reach::Open | Reach::Provided => Mark::Allow,
        Reach::Withheld => Mark::Withheld,
        Reach::Closed | Reach::Impossible if explicit => Mark::ExplicitDeny,
        Reach::Closed | Reach::Impossible => Mark::ImplicitDeny,
    };
    (mark, deciding)
}
