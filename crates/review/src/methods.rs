//! The rows that changed, for each logon method.

use ramplay_flink::LogonMethod;
use ramplay_playground::{
    Attach, Document, Mark, PolicyEntry, Reader, Scenario, answer_with, counts, read_all,
};

use crate::changes::{Change, Subject, Way, changes};
use crate::texts::{PolicyChange, policies};

/// What a change of policies means.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// The policies that changed.
    pub policies: Vec<PolicyChange>,
    /// Every logon method, the scenario's own first.
    pub methods: Vec<MethodReview>,
    /// What changes on the Logstore for the RAM user of the job, if policies of it changed and the scenario's tables
    /// are about another reader.
    pub job: Vec<Change>,
    /// The documents of the base.
    pub before: Vec<Document>,
    /// The documents that are there now.
    pub after: Vec<Document>,
}

/// What changes for who logs on in one way.
#[derive(Debug, Clone, PartialEq)]
pub struct MethodReview {
    /// The logon method.
    pub method: LogonMethod,
    /// Whether any policy that changed counts for it. If none does, nothing changes.
    pub counts: bool,
    /// The rows that change.
    pub changes: Vec<Change>,
}

/// A row that changes in the same way for these logon methods.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<'r> {
    /// The change for the first of them.
    pub change: &'r Change,
    /// The logon methods.
    pub methods: Vec<LogonMethod>,
}

/// The scenario with the policies of its base.
pub(crate) fn base_of(scenario: &Scenario) -> Option<Scenario> {
    let policies = scenario.base.clone()?;
    Some(Scenario { policies, base: None, ..scenario.clone() })
}

/// Compares the base of a scenario with its policies; none if it has no base.
pub fn review(scenario: &Scenario) -> Option<Review> {
    let base = base_of(scenario)?;
    let policies = policies(&base.policies, &scenario.policies);
    let (before, after) = (read_all(&base, &[]), read_all(scenario, &[]));
    let changed: Vec<&PolicyEntry> = policies
        .iter()
        .flat_map(|change| {
            let old = change.before.and_then(|place| base.policies.get(place));
            old.into_iter().chain(change.after.and_then(|place| scenario.policies.get(place)))
        })
        .collect();
    let asked = |scenario: &Scenario, documents: &[Document], logon, reader| {
        let scenario = Scenario { logon, reader, ..scenario.clone() };
        // Which documents are used is another question for another logon method; verdicts do not rest on it.
        answer_with(&scenario, documents.to_vec())
    };
    let compared = |logon, reader| {
        changes(&asked(&base, &before, logon, reader), &asked(scenario, &after, logon, reader))
    };
    let own = scenario.logon;
    let others = LogonMethod::ALL.into_iter().filter(|method| *method != own);
    let methods = std::iter::once(own).chain(others).map(|method| {
        let as_method = Scenario { logon: method, ..scenario.clone() };
        let counts = changed.iter().any(|entry| counts(&entry.attach, method, &as_method));
        let changes = if counts { compared(method, scenario.reader) } else { Vec::new() };
        MethodReview { method, counts, changes }
    });
    let methods = methods.collect();
    let of_job = scenario.reader != Reader::Job && changed.iter().any(|entry| entry.attach == Attach::Job);
    let mut job = if of_job { compared(own, Reader::Job) } else { Vec::new() };
    job.retain(|change| matches!(change.subject, Subject::Capability(_)));
    Some(Review { policies, methods, job, before, after })
}

impl Review {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.policies.is_empty()
    }

    /// Whether no verdict changed.
    pub fn changes_nothing(&self) -> bool {
        self.job.is_empty() && self.methods.iter().all(|method| method.changes.is_empty())
    }

    /// The rows that change in one way, each once with its logon methods. What changes otherwise for another logon
    /// method is a row of its own.
    pub fn rows(&self, way: Way) -> Vec<Row<'_>> {
        let mut rows: Vec<Row<'_>> = Vec::new();
        for MethodReview { method, changes, .. } in &self.methods {
            for change in changes.iter().filter(|change| change.way == way) {
                let is_same = |row: &&mut Row<'_>| {
                    let known: (Subject, Mark, Mark) = (row.change.subject, row.change.from, row.change.to);
                    known == (change.subject, change.from, change.to)
                };
                match rows.iter_mut().find(is_same) {
                    Some(row) => row.methods.push(*method),
                    None => rows.push(Row { change, methods: vec![*method] }),
                }
            }
        }
        rows
    }

    /// How many rows change in one way for the scenario's own logon method, the job's among them.
    pub fn count(&self, way: Way) -> usize {
        let own = self.methods.first().map(|method| &method.changes);
        own.into_iter().flatten().chain(&self.job).filter(|change| change.way == way).count()
    }

    /// The logon methods for which no policy that changed counts.
    pub fn untouched(&self) -> Vec<LogonMethod> {
        self.methods.iter().filter(|method| !method.counts).map(|method| method.method).collect()
    }
}
