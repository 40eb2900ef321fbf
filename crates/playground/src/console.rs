//! Who reaches which console, and what is missing.

use ramplay_flink::{
    Cell, Console, LogonMethod, OperationCheck, Pick, Precondition, PreconditionId, catalogue,
};
use ramplay_policy::{CheckTrace, Decision, Layer, Settled, StatementRef};

use crate::answer::{Mark, stream_names};
use crate::court::{Actor, Court, Target, Verdict, role_arn};
use crate::documents::Document;
use crate::field::Field;
use crate::scenario::{Attach, Member, Scenario};

/// The answer for one console.
#[derive(Debug, Clone, PartialEq)]
pub struct ConsoleAnswer {
    /// Which console.
    pub console: Console,
    /// Whether it is reached.
    pub reach: Reach,
    /// What the documentation says of this logon method and console.
    pub cell: &'static Cell,
    /// What must be so before.
    pub preconditions: Vec<PreconditionAnswer>,
    /// For the Management Console: the verdict on what opening it needs.
    pub opening: Option<Verdict>,
    /// What to do next to get access, in order; empty when nothing is missing.
    pub next: Vec<Step>,
}

/// Whether a console is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reach {
    /// Yes.
    Open,
    /// Yes, if the preconditions hold whose policies were not given.
    Provided,
    /// No, something must be granted.
    Closed,
    /// No, and nothing can be granted.
    Impossible,
    /// A document or an input that it depends on cannot be used.
    Withheld,
}

impl Reach {
    /// Whether the person gets in, as far as is known.
    pub fn is_open(self) -> bool {
        matches!(self, Reach::Open | Reach::Provided)
    }

    /// Its sign.
    pub fn sign(self) -> &'static str {
        match self {
            Reach::Open => "✓",
            Reach::Provided => "◐",
            Reach::Closed => "✗",
            Reach::Impossible => "⊘",
            Reach::Withheld => "?",
        }
    }

    /// The name of its colour, among those of the page.
    pub fn class(self) -> &'static str {
        match self {
            Reach::Open => "yes",
            Reach::Provided => "maybe",
            Reach::Closed => "missing",
            Reach::Impossible => "no",
            Reach::Withheld => "unknown",
        }
    }

    /// A stable id.
    pub fn id(self) -> &'static str {
        match self {
            Reach::Open => "open",
            Reach::Provided => "provided",
            Reach::Closed => "closed",
            Reach::Impossible => "impossible",
            Reach::Withheld => "withheld",
        }
    }
}

/// A precondition and how it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct PreconditionAnswer {
    /// The row of the catalogue.
    pub row: &'static Precondition,
    /// How it stands.
    pub state: PreconditionState,
    /// The statements that settled it.
    pub deciding: Vec<StatementRef>,
}

/// How a precondition stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PreconditionState {
    /// The given policies meet it.
    Met,
    /// The given policies do not meet it.
    NotMet,
    /// No policy was given that it could be checked with.
    NotGiven,
    /// It cannot be checked with policies; choosing the logon method presumes it.
    Presumed,
    /// A document that it depends on cannot be used.
    Withheld,
}

/// Something to do to get access.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The caller needs `sts:AssumeRole`.
    LetCallerAssume,
    /// The caller needs access to the Resource Directory.
    LetCallerOpenMembers,
    /// The role's trust policy must name the caller.
    TrustCaller,
    /// A control policy must allow it.
    ChangeControl,
    /// The session policy must allow it.
    ChangeSession,
    /// A `Deny` statement stands in the way.
    RemoveDeny,
    /// A policy must be granted; [`ConsoleAnswer::cell`] says which and how.
    GrantPolicy,
    /// The identity must become a member of the namespace, chosen in one of these ways.
    AddMember(&'static [Pick]),
    /// A document or an input must be corrected first.
    Correct,
    /// Log on in another way: this one never reaches the console.
    OtherLogon,
}

/// Both consoles for one logon method.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixRow {
    /// The method.
    pub method: LogonMethod,
    /// Management, then Development.
    pub consoles: [ConsoleAnswer; 2],
}

/// Both consoles for every logon method.
pub(crate) fn matrix(scenario: &Scenario, documents: &[Document]) -> Vec<MatrixRow> {
    let row = |method| MatrixRow { method, consoles: both(scenario, documents, method) };
    LogonMethod::ALL.into_iter().map(row).collect()
}

/// The actions that opening the Management Console takes at least. Derived: no page says it in words.
pub const OPENING_OPERATIONS: [&str; 2] = ["describe-instances", "describe-namespaces"];

/// Both consoles for one logon method: Management, then Development.
pub(crate) fn both(scenario: &Scenario, documents: &[Document], method: LogonMethod) -> [ConsoleAnswer; 2] {
    let preconditions = Preconditions::new(scenario, documents, method);
    [management(scenario, documents, method, &preconditions), development(scenario, method, &preconditions)]
}

fn management(
    scenario: &Scenario,
    documents: &[Document],
    method: LogonMethod,
    before: &Preconditions,
) -> ConsoleAnswer {
    let cell = catalogue().logon_method(method).cell(Console::Management);
    let answer = |reach, opening, next| ConsoleAnswer {
        console: Console::Management,
        reach,
        cell,
        preconditions: before.rows.clone(),
        opening,
        next,
    };
    if !cell.possible {
        return answer(Reach::Impossible, None, vec![Step::OtherLogon]);
    }
    let court = Court::new(scenario, documents, method, Actor::Person, Target::Workspace);
    let names = stream_names(scenario);
    let checks = catalogue().operations.iter().filter_map(|operation| {
        let opening = OPENING_OPERATIONS.contains(&operation.id.as_str());
        match operation.check() {
            OperationCheck::Action(action) if opening => Some((action, names.resource(operation.resource)?)),
            _ => None,
        }
    });
    let opening = court.ask(&[Field::Region, Field::Instance], checks);
    let mut next = before.steps.clone();
    let reach = match opening.mark() {
        Mark::Withheld => {
            add(&mut next, Step::Correct);
            Reach::Withheld
        }
        Mark::Allow | Mark::NotChecked => before.reach,
        // Open, provided that the unknown policies let it be.
        Mark::Depends if before.reach == Reach::Open => Reach::Provided,
        Mark::Depends => before.reach,
        Mark::Denied | Mark::ExplicitDeny | Mark::ImplicitDeny => {
            next.push(missing_step(&opening));
            Reach::Closed
        }
    };
    answer(reach, Some(opening), next)
}

/// Adds a step once.
fn add(steps: &mut Vec<Step>, step: Step) {
    if !steps.contains(&step) {
        steps.push(step);
    }
}

/// What keeps a denied request from being allowed.
fn missing_step(verdict: &Verdict) -> Step {
    let Verdict::Ruled(ruling) = verdict else { return Step::Correct };
    let decision = ruling.evaluation.decision();
    let same = |check: &&CheckTrace| check.decision() == decision;
    match ruling.evaluation.checks.iter().find(same).and_then(|check| check.settled) {
        Some(Settled::Layer(Layer::Control(_))) => Step::ChangeControl,
        Some(Settled::Layer(Layer::Session)) => Step::ChangeSession,
        _ if decision == Some(Decision::ExplicitDeny) => Step::RemoveDeny,
        _ => Step::GrantPolicy,
    }
}

fn development(scenario: &Scenario, method: LogonMethod, before: &Preconditions) -> ConsoleAnswer {
    let cell = catalogue().logon_method(method).cell(Console::Development);
    let mut next = before.steps.clone();
    let bad_role = matches!(&scenario.member, Some(Member::Custom(role)) if !role.problems().is_empty());
    let reach = if !cell.possible {
        next = vec![Step::OtherLogon];
        Reach::Impossible
    } else if cell.authorization_needed == Some(false) {
        before.reach
    } else if scenario.member.is_none() {
        next.push(Step::AddMember(&cell.how_to_pick));
        Reach::Closed
    } else if bad_role {
        add(&mut next, Step::Correct);
        Reach::Withheld
    } else {
        before.reach
    };
    ConsoleAnswer {
        console: Console::Development,
        reach,
        cell,
        preconditions: before.rows.clone(),
        opening: None,
        next,
    }
}

/// The preconditions of a logon method, and how far one gets with them.
struct Preconditions {
    rows: Vec<PreconditionAnswer>,
    /// Open, provided, closed or withheld.
    reach: Reach,
    steps: Vec<Step>,
}

impl Preconditions {
    fn new(scenario: &Scenario, documents: &[Document], method: LogonMethod) -> Self {
        let assume = method.assumes_role().then(|| Assume::new(scenario, documents, method));
        let mut reach = Reach::Open;
        let mut steps = Vec::new();
        let rows: Vec<_> = catalogue()
            .logon_method(method)
            .preconditions
            .iter()
            .map(|row| {
                let (state, deciding) = state(row, assume.as_ref(), documents);
                PreconditionAnswer { row, state, deciding }
            })
            .collect();
        if assume.as_ref().is_some_and(|assume| assume.stopped_by_control) {
            reach = Reach::Closed;
            steps.push(Step::ChangeControl);
        }
        for row in &rows {
            match row.state {
                PreconditionState::Met | PreconditionState::Presumed => {}
                PreconditionState::NotGiven => {
                    if reach == Reach::Open {
                        reach = Reach::Provided;
                    }
                }
                PreconditionState::NotMet => {
                    if reach != Reach::Withheld {
                        reach = Reach::Closed;
                    }
                    steps.push(match row.row.id {
                        PreconditionId::TrustNamesAccount => Step::TrustCaller,
                        PreconditionId::CallerResourceDirectoryAccess => Step::LetCallerOpenMembers,
                        _ => Step::LetCallerAssume,
                    });
                }
                PreconditionState::Withheld => {
                    reach = Reach::Withheld;
                    add(&mut steps, Step::Correct);
                }
            }
        }
        Preconditions { rows, reach, steps }
    }
}

/// Whether the caller may assume the role: the engine's verdict, and each side of it alone.
struct Assume {
    verdict: Verdict,
    has_caller: bool,
    has_trust: bool,
    stopped_by_control: bool,
}

impl Assume {
    fn new(scenario: &Scenario, documents: &[Document], method: LogonMethod) -> Self {
        let court = Court::new(scenario, documents, method, Actor::Caller, Target::Role);
        let verdict = court.ask(&[], [("sts:AssumeRole", role_arn(scenario, method).unwrap_or_default())]);
        let settled = match &verdict {
            Verdict::Ruled(ruling) => ruling.evaluation.checks.first().and_then(|check| check.settled),
            _ => None,
        };
        Assume {
            verdict,
            has_caller: documents.iter().any(|document| document.attach == Attach::Caller),
            has_trust: documents.iter().any(|document| document.attach == Attach::Trust),
            stopped_by_control: matches!(settled, Some(Settled::Layer(Layer::Control(_)))),
        }
    }

    /// The answer of one layer alone.
    fn side(&self, layer: Layer) -> (PreconditionState, Vec<StatementRef>) {
        let Verdict::Ruled(ruling) = &self.verdict else {
            return (PreconditionState::Withheld, Vec::new());
        };
        let trace =
            ruling.evaluation.checks.first().and_then(|check| check.layers.iter().find(|l| l.layer == layer));
        match trace {
            // Stopped before this layer was read.
            None => (PreconditionState::NotGiven, Vec::new()),
            Some(trace) => {
                let deciding = trace.deciding().map(|statement| statement.at).collect();
                match trace.possible.only() {
                    None => (PreconditionState::NotGiven, deciding),
                    Some(Decision::Allow) => (PreconditionState::Met, deciding),
                    Some(Decision::ExplicitDeny | Decision::ImplicitDeny) => {
                        (PreconditionState::NotMet, deciding)
                    }
                }
            }
        }
    }
}

fn state(
    row: &Precondition,
    assume: Option<&Assume>,
    documents: &[Document],
) -> (PreconditionState, Vec<StatementRef>) {
    match (row.id, assume) {
        (PreconditionId::CallerMayAssume, Some(assume)) if assume.has_caller => {
            assume.side(Layer::IdentityAccount)
        }
        (PreconditionId::TrustNamesAccount, Some(assume)) if assume.has_trust => assume.side(Layer::Trust),
        (PreconditionId::CallerMayAssume | PreconditionId::TrustNamesAccount, _) => {
            (PreconditionState::NotGiven, Vec::new())
        }
        (PreconditionId::CallerResourceDirectoryAccess, _) => (named(row, documents), Vec::new()),
        (
            PreconditionId::Activation
            | PreconditionId::RootCannotAssume
            | PreconditionId::AccessConfiguration
            | PreconditionId::MemberHasRoot
            | PreconditionId::Provisioning,
            _,
        ) => (PreconditionState::Presumed, Vec::new()),
    }
}

/// Whether the caller holds one of the system policies by name. Their effect on the directory is not known
/// as actions, so a custom policy cannot be checked.
fn named(row: &Precondition, documents: &[Document]) -> PreconditionState {
    let mut caller = documents.iter().filter(|document| document.attach == Attach::Caller).peekable();
    if caller.peek().is_none() {
        return PreconditionState::NotGiven;
    }
    let mut only_named = true;
    for document in caller {
        match (&document.origin, &document.name) {
            (crate::documents::Origin::System(_), Some(name)) => {
                if row.any_of.iter().any(|wanted| wanted == name) {
                    return PreconditionState::Met;
                }
            }
            _ => only_named = false,
        }
    }
    if only_named { PreconditionState::NotMet } else { PreconditionState::NotGiven }
}
