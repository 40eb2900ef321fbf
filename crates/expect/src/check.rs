//! Whether expectations hold.

use ramplay_playground::{Answer, Document, Mark, Reader, Scenario, Verdict, answer_with, person, read_all};
use ramplay_policy::PrincipalKind;

use crate::ask;
use crate::line::{Claim, Expectation, Row, What, Who};

/// What became of an expectation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Whether it holds.
    pub state: State,
    /// What was found, or why nothing was.
    pub found: Result<Evidence, Unanswered>,
}

/// Whether an expectation holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It holds.
    Held,
    /// It does not.
    Failed,
    /// Nobody can tell: policies that were not given decide, or there is no verdict.
    Open,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The verdict; for permissions and consoles, allowed or implicitly denied.
    pub mark: Mark,
    /// The statements that decided.
    pub decided_by: Vec<DecidedBy>,
}

/// A statement that decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidedBy {
    /// The policy, by its place in the scenario.
    pub document: usize,
    /// Its name; may be empty.
    pub name: String,
    /// The statement, by its place in the policy.
    pub statement: usize,
}

/// Why there is nothing to compare with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unanswered {
    /// The scenario has nobody of this name.
    Nobody,
    /// A job has no consoles.
    NotOfJob,
    /// It is not documented on which resource the action is checked.
    Resource,
    /// A policy or an input has an error.
    Withheld,
}

impl Evidence {
    pub(crate) fn of(verdict: &Verdict, documents: &[Document]) -> Self {
        let deciding = verdict.deciding().into_iter().map(|at| {
            let document = usize::try_from(at.document.0).unwrap_or(usize::MAX);
            let name = documents.get(document).and_then(|document| document.name.clone()).unwrap_or_default();
            DecidedBy { document, name, statement: at.statement.into() }
        });
        Evidence { mark: verdict.mark(), decided_by: deciding.collect() }
    }

    fn yes_or_no(yes: bool) -> Self {
        let mark = if yes { Mark::Allow } else { Mark::ImplicitDeny };
        Evidence { mark, decided_by: Vec::new() }
    }
}

/// Checks expectations against a scenario, in their order.
pub fn check<'a>(
    scenario: &Scenario,
    expectations: impl IntoIterator<Item = &'a Expectation>,
) -> Vec<Checked> {
    check_with(scenario, &read_all(scenario, &[]), expectations)
}

/// The same with these documents in place of the scenario's own.
pub(crate) fn check_with<'a>(
    scenario: &Scenario,
    documents: &[Document],
    expectations: impl IntoIterator<Item = &'a Expectation>,
) -> Vec<Checked> {
    let mut answers = Answers { scenario, documents, own: None, other: None };
    expectations.into_iter().map(|expectation| answers.check(expectation)).collect()
}

/// The answer to the scenario, and the one for the other reader of the Logstore, each once it is asked for.
struct Answers<'a> {
    scenario: &'a Scenario,
    documents: &'a [Document],
    own: Option<Answer>,
    other: Option<Answer>,
}

impl Answers<'_> {
    fn check(&mut self, expectation: &Expectation) -> Checked {
        let (claim, found) = match expectation {
            Expectation::May { who, what, may } => {
                (if *may { Claim::Allowed } else { Claim::Denied }, self.may(who, what))
            }
            Expectation::Is { row, claim } => (*claim, self.row(row, self.scenario.reader)),
            Expectation::Opens { console, opens } => {
                let is_open = self.answer(self.scenario.reader).console(*console).reach.is_open();
                (if *opens { Claim::Allowed } else { Claim::Denied }, Ok(Evidence::yes_or_no(is_open)))
            }
        };
        let state = found.as_ref().map_or(State::Open, |evidence| state(claim, evidence.mark));
        Checked { state, found }
    }

    fn may(&mut self, who: &Who, what: &What) -> Result<Evidence, Unanswered> {
        let reader = reader(self.scenario, who)?;
        match what {
            What::Row(row) => self.row(row, reader),
            What::Action { action, resource } => {
                let resource = ask::resource(resource.as_deref(), action, self.scenario)?;
                ask::may(self.scenario, self.documents, reader, action, resource)
            }
        }
    }

    fn answer(&mut self, reader: Reader) -> &Answer {
        let (scenario, documents) = (self.scenario, self.documents);
        if reader == scenario.reader {
            return self.own.get_or_insert_with(|| answer_with(scenario, documents.to_vec()));
        }
        self.other.get_or_insert_with(|| {
            let scenario = Scenario { reader, ..scenario.clone() };
            answer_with(&scenario, documents.to_vec())
        })
    }

    fn row(&mut self, row: &Row, reader: Reader) -> Result<Evidence, Unanswered> {
        let of_console = matches!(row, Row::Operation(_) | Row::Permission(_));
        // A row that is claimed without a name is that of the page, where consoles are the person's.
        let reader = if of_console && reader == self.scenario.reader { Reader::Principal } else { reader };
        if of_console && reader == Reader::Job {
            return Err(Unanswered::NotOfJob);
        }
        let answer = self.answer(reader);
        let found = match row {
            Row::Capability(id) => {
                let row = answer.logstore.rows.iter().find(|row| row.capability.id == *id);
                row.map(|row| Evidence::of(&row.verdict, &answer.documents))
            }
            Row::Operation(id) => {
                let row = answer.operations.iter().find(|row| row.operation.id == *id);
                row.map(|row| Evidence::of(&row.verdict, &answer.documents))
            }
            Row::Permission(id) => {
                let row = answer.permissions.iter().find(|row| row.permission.id == *id);
                row.map(|row| Evidence::yes_or_no(row.held))
            }
        };
        found.ok_or(Unanswered::Withheld)
    }
}

/// Which of the scenario's two parties this is.
pub(crate) fn reader(scenario: &Scenario, who: &Who) -> Result<Reader, Unanswered> {
    let person = person(scenario, scenario.logon);
    let is_called = |kind: &str, name: &str| {
        let resource = person.arn.splitn(5, ':').nth(4).unwrap_or_default();
        resource.strip_prefix(kind).and_then(|rest| rest.strip_prefix('/')) == Some(name)
    };
    match who {
        Who::Person => Ok(Reader::Principal),
        Who::Job => Ok(Reader::Job),
        Who::User(name) if person.kind == PrincipalKind::RamUser && is_called("user", name) => {
            Ok(Reader::Principal)
        }
        Who::User(name) if *name == scenario.identities.job_user => Ok(Reader::Job),
        Who::Role(name) if is_called("role", name) => Ok(Reader::Principal),
        Who::User(_) | Who::Role(_) => Err(Unanswered::Nobody),
    }
}

/// Whether a verdict is what was claimed.
fn state(claim: Claim, mark: Mark) -> State {
    let held = match (claim, mark) {
        (_, Mark::Withheld) => return State::Open,
        (Claim::Undecided, _) => mark == Mark::Depends,
        (_, Mark::Depends) => return State::Open,
        (Claim::Allowed | Claim::Held, _) => matches!(mark, Mark::Allow | Mark::NotChecked),
        (Claim::Denied | Claim::NotHeld, _) => !matches!(mark, Mark::Allow | Mark::NotChecked),
        // Denied in any case, but unknown policies say how.
        (Claim::ExplicitlyDenied | Claim::ImplicitlyDenied, Mark::Denied) => return State::Open,
        (Claim::ExplicitlyDenied, _) => mark == Mark::ExplicitDeny,
        (Claim::ImplicitlyDenied, _) => mark == Mark::ImplicitDeny,
    };
    if held { State::Held } else { State::Failed }
}
