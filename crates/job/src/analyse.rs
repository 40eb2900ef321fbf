//! From what the SQL uses to what it needs and whether it may.

use std::collections::BTreeSet;

use ramplay_analysis::Need;
use ramplay_flink::{Applies, Connector, ConnectorForm, Step, TableRole, connectors};
use ramplay_sql::{Defined, Place, Script, VariableFinding, Written, check_variables};

use crate::court::Court;
use crate::gap::Gap;
use crate::job::Job;
use crate::model::{JobAnswer, StepAnswer, StepVerdict, Subject, Taken, Undecided};
use crate::options::Options;
use crate::problem::{Problem, ProblemKind};
use crate::resource::{self, Resource};
use crate::uses::{Used, Way, used};

/// Says what each table of a draft needs, step by step, and whether the job's RAM user may.
///
/// It never stops: what is not known of one table is said there, and all others are still answered.
pub fn analyse(script: &Script, job: &Job<'_>) -> JobAnswer {
    let court = Court::new(job);
    let subjects: Vec<Subject> =
        used(script).into_iter().map(|used| subject(script, job, &court, used)).collect();
    let gap = Gap::of(&subjects, job);
    JobAnswer { subjects, gap, variables: variables(script, job) }
}

/// What there is to say about variables. Who does not know which are defined hears only of broken rules.
fn variables(script: &Script, job: &Job<'_>) -> Vec<VariableFinding> {
    if let Some(defined) = &job.defined {
        return check_variables(script, defined);
    }
    let live = script.variables.iter().filter(|one| one.place != Place::Comment);
    let names: BTreeSet<_> = live.map(|one| (one.kind, one.name.as_str())).collect();
    let all: Vec<Defined> =
        names.into_iter().map(|(kind, name)| Defined { name: name.to_owned(), kind }).collect();
    check_variables(script, &all)
}

fn subject(script: &Script, job: &Job<'_>, court: &Court<'_, '_>, used: Used<'_>) -> Subject {
    let mut subject = Subject {
        kind: used.kind,
        name: used.name,
        span: used.span,
        role: used.role,
        written_connector: None,
        connector: None,
        steps: Vec::new(),
        problems: Vec::new(),
    };
    let Some(form) = used.form else {
        subject.problems.push(Problem { kind: ProblemKind::ForeignCatalog, span: used.span });
        return subject;
    };
    let Some(entry) = used.connector else {
        subject.problems.push(Problem { kind: ProblemKind::NoConnector, span: used.span });
        return subject;
    };
    let written = script.value(entry);
    subject.written_connector = Some(Written::new(script.shown(entry.value_span).trim()));
    let named = match crate::names::fill(written.trim(), &job.bindings) {
        Ok(name) => connectors()
            .named(form, &name)
            .ok_or_else(|| ProblemKind::UnknownConnector { suggestion: near(form, &name) }),
        Err(_) => Err(ProblemKind::ConnectorUnfilled),
    };
    let connector = match named {
        Ok(connector) => connector,
        Err(kind) => {
            subject.problems.push(Problem { kind, span: entry.value_span });
            return subject;
        }
    };
    subject.connector = Some(connector);
    let desk = Desk { script, job, court, connector };
    for way in &used.ways {
        desk.way(way, used.object.as_deref(), &mut subject);
    }
    subject
}

/// The name of a connector that was probably meant.
fn near(form: ConnectorForm, name: &str) -> Option<&'static str> {
    const FARTHEST: usize = 2;
    // No name of a connector is nearly as long; nothing has to be compared with it.
    if name.len() > 40 {
        return None;
    }
    let name = name.to_ascii_lowercase();
    let known = connectors().connectors.iter().filter(|row| row.form == form).flat_map(|row| &row.names);
    known
        .map(|known| (strsim::damerau_levenshtein(&name, known), known.as_str()))
        .filter(|(distance, known)| *distance <= FARTHEST && *distance < known.len())
        .min()
        .map(|(_, known)| known)
}

/// What the steps of a table are answered from.
struct Desk<'d, 'j, 'a> {
    script: &'d Script,
    job: &'d Job<'a>,
    court: &'d Court<'j, 'a>,
    connector: &'static Connector,
}

impl Desk<'_, '_, '_> {
    fn way(&self, way: &Way<'_>, object: Option<&str>, subject: &mut Subject) {
        let object = object.map(str::to_owned);
        let options = Options::new(self.script, self.job, self.connector, &way.options, object);
        let mut problems = Vec::new();
        if !self.connector.roles.contains(&way.role) {
            let kind = ProblemKind::RoleNotSupported { role: way.role };
            problems.push(Problem { kind, span: subject.span });
        }
        options.require(way.role, &way.options, subject.span);
        let region = options.region();
        for step in self.connector.steps_of(way.role) {
            // What names a table is asked with the tables of the catalog.
            let of_table = |name| !options.fills(name);
            if way.role == TableRole::Catalog && resource::names_of(step).any(of_table) {
                continue;
            }
            let Some(answer) = self.step(step, way.role, &options, region.as_deref()) else { continue };
            let is_same = |known: &StepAnswer| {
                std::ptr::eq(known.step, step) && known.needs == answer.needs && known.taken == answer.taken
            };
            if !subject.steps.iter().any(is_same) {
                subject.steps.push(answer);
            }
        }
        problems.append(&mut options.into_problems());
        for problem in problems {
            if !subject.problems.contains(&problem) {
                subject.problems.push(problem);
            }
        }
    }

    /// The answer to a step, unless the options say that it is not taken.
    fn step(
        &self,
        step: &'static Step,
        role: TableRole,
        options: &Options<'_>,
        region: Option<&str>,
    ) -> Option<StepAnswer> {
        let taken = match (step.applies(|option| options.value(option)), step.circumstance) {
            (Applies::No, _) => return None,
            (_, Some(circumstance)) => Taken::Circumstance(self.job.circumstances.contains(&circumstance)),
            (Applies::Yes, None) => Taken::Yes,
            (Applies::Unknown, None) => Taken::Variable,
        };
        let answer = |needs, verdict| Some(StepAnswer { step, role, taken, needs, verdict });
        if step.actions.is_empty() {
            return answer(Vec::new(), StepVerdict::NotRam);
        }
        if step.resources.is_empty() {
            return answer(Vec::new(), StepVerdict::Undecided(vec![Undecided::NoResource]));
        }
        let place = resource::Place { region, account: self.job.owner() };
        let (resources, why) = resource::resources(step, place, |name| options.name(name));
        let verdict = if why.is_empty() {
            self.court.ask(&step.actions, &resources)
        } else {
            StepVerdict::Undecided(why)
        };
        answer(needs(&step.actions, &resources), verdict)
    }
}

/// Every action on every resource, in the order in which the engine is asked.
fn needs(actions: &[String], resources: &[Resource]) -> Vec<Need> {
    let of = |resource: &Resource| {
        let granted = resource.granted.clone();
        actions
            .iter()
            .map(move |action| Need { action: action.clone(), resource: granted.clone() })
            .collect::<Vec<_>>()
    };
    resources.iter().flat_map(of).collect()
}
