//! The answer to the drafts of a scenario.

use std::collections::{BTreeMap, BTreeSet};

use ramplay_flink::{Circumstance, known_actions};
use ramplay_job::{
    Generated, Job, JobAnswer, Mark, ProblemKind, Proof, StepVerdict, Todo, Undecided, analyse, checklist_of,
    least_policy, prove, terraform,
};
use ramplay_playground::{Document, JobParty, Obstacle, Scenario, job_party};
use ramplay_policy::Principal;
use ramplay_sql::{Defined, Rewritten, Script, read_names, rewrite_all};

use crate::edit::POLICY_NAME;

/// A draft and what there is to say about it.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The draft, read.
    pub script: Script,
    /// What it needs and whether it may.
    pub answer: JobAnswer,
    /// The same with variables in the place of its credentials.
    pub rewritten: Rewritten,
}

/// The answer to all drafts.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Each draft, in order.
    pub drafts: Vec<Draft>,
    /// The RAM user whose AccessKey pair they use.
    pub user: Principal,
    /// Policies of that user that cannot be evaluated.
    pub obstacles: Vec<(usize, Obstacle)>,
    /// The smallest policy for all drafts.
    pub least: Generated,
    /// What there is to do, each thing once.
    pub steps: Vec<Todo>,
    /// User, policies and attachments as Terraform.
    pub terraform: String,
    /// Placeholders that resources depend on and nothing is bound to, and those that something is bound to.
    pub placeholders: Vec<String>,
    /// Circumstances that steps of the drafts depend on.
    pub circumstances: BTreeSet<Circumstance>,
    /// The answer in numbers.
    pub summary: Summary,
}

/// An answer in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Tables and the like.
    pub tables: usize,
    /// Steps that are denied.
    pub denied: usize,
    /// Steps without a verdict, or whose verdict depends on what is not known.
    pub open: usize,
    /// Credentials in plain text.
    pub credentials: usize,
    /// Variables that are not defined.
    pub undefined: usize,
    /// Other errors: of tables and of the SQL.
    pub errors: usize,
}

/// The answer to drafts, which were read from the texts themselves.
pub(crate) fn answer(scenario: &Scenario, documents: &[Document], scripts: Vec<Script>) -> Answer {
    let party = job_party(scenario, documents);
    let job = job(scenario, &party);
    let rewritten =
        rewrite_all(&scripts.iter().collect::<Vec<_>>(), job.defined.as_deref().unwrap_or_default());
    let read = |(script, rewritten): (Script, Rewritten)| Draft {
        answer: analyse(&script, &job),
        script,
        rewritten,
    };
    let drafts: Vec<Draft> = scripts.into_iter().zip(rewritten).map(read).collect();
    let least = least_policy(&drafts.iter().map(|draft| &draft.answer).collect::<Vec<_>>());
    let scripts: Vec<&Script> = drafts.iter().map(|draft| &draft.script).collect();
    let steps = checklist_of(&scripts, &job, &least, POLICY_NAME);
    let depends = drafts.iter().flat_map(|draft| draft.answer.steps());
    Answer {
        summary: summary(&drafts),
        steps,
        terraform: terraform(&job, &least, POLICY_NAME),
        placeholders: placeholders(scenario, &drafts),
        circumstances: depends.filter_map(|(_, step)| step.step.circumstance).collect(),
        user: party.request.principal,
        obstacles: party.obstacles,
        least,
        drafts,
    }
}

impl Answer {
    /// Shows by the engine that the least policy allows what is needed and nothing else.
    pub fn proof(&self) -> Proof {
        let answers: Vec<&JobAnswer> = self.drafts.iter().map(|draft| &draft.answer).collect();
        prove(&self.least, &answers, known_actions())
    }
}

fn job<'a>(scenario: &Scenario, party: &JobParty<'a>) -> Job<'a> {
    let request = &party.request;
    let jobs = &scenario.jobs;
    let owner = &request.resource_account;
    let filled = jobs.bindings.iter().filter(|pair| !pair.value.trim().is_empty());
    Job {
        account: Some(request.principal.account.clone()),
        resource_account: Some(owner.clone()).filter(|owner| *owner != request.principal.account),
        user: party.user.to_owned(),
        context: request.context.clone(),
        time: request.time.clone(),
        resource_group: request.resource_group.clone(),
        directory_path: request.directory_path.clone(),
        in_management_account: request.in_management_account,
        defined: defined(scenario),
        bindings: filled
            .map(|pair| (pair.key.clone(), pair.value.trim().to_owned()))
            .collect::<BTreeMap<_, _>>(),
        circumstances: Circumstance::ALL
            .into_iter()
            .filter(|one| jobs.assume.iter().any(|code| code == one.code()))
            .collect(),
        ..Job::new(party.policies.clone())
    }
}

/// The variables that are defined, if that is known.
pub(crate) fn defined(scenario: &Scenario) -> Option<Vec<Defined>> {
    let names = &scenario.jobs.variables;
    (!names.trim().is_empty()).then(|| read_names(names))
}

/// Placeholders as they are written.
fn placeholders(scenario: &Scenario, drafts: &[Draft]) -> Vec<String> {
    let mut all: Vec<String> = scenario.jobs.bindings.iter().map(|pair| pair.key.clone()).collect();
    let subjects = || drafts.iter().flat_map(|draft| &draft.answer.subjects);
    let of_options =
        subjects().flat_map(|subject| &subject.problems).filter_map(|problem| match &problem.kind {
            ProblemKind::Unfilled { placeholder, .. } => Some(placeholder),
            _ => None,
        });
    let steps = subjects().flat_map(|subject| &subject.steps);
    let reasons = steps.filter_map(|step| match &step.verdict {
        StepVerdict::Undecided(why) => Some(why),
        StepVerdict::NotRam | StepVerdict::Ruled(_) => None,
    });
    let of_steps = reasons.flatten().filter_map(|why| match why {
        Undecided::Unfilled { placeholder, .. } => Some(placeholder),
        _ => None,
    });
    for placeholder in of_options.chain(of_steps) {
        // What stands for a credential is no name.
        if !all.iter().any(|known| **known == **placeholder) {
            all.push(placeholder.as_str().to_owned());
        }
    }
    all
}

fn summary(drafts: &[Draft]) -> Summary {
    let mut summary = Summary::default();
    for Draft { script, answer, .. } in drafts {
        summary.tables += answer.subjects.len();
        for (_, step) in answer.steps() {
            match step.mark() {
                Mark::Denied => summary.denied += 1,
                Mark::Depends | Mark::Undecided => summary.open += 1,
                Mark::NotRam | Mark::Allowed | Mark::NotTaken => {}
            }
        }
        summary.credentials += script.credentials.len();
        let mut missing: Vec<&str> = answer
            .variables
            .iter()
            .filter(|found| found.kind.is_missing())
            .map(|found| found.name.as_str())
            .collect();
        missing.sort_unstable();
        missing.dedup();
        summary.undefined += missing.len();
        let problems = answer.subjects.iter().flat_map(|subject| &subject.problems);
        summary.errors += problems.filter(|problem| problem.kind.is_error()).count();
        summary.errors +=
            script.notes.iter().filter(|note| note.kind.severity() == ramplay_sql::Severity::Error).count();
    }
    summary
}
