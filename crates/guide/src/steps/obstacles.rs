//! What stands in the way when all that the documentation tells of is granted: the engine is asked again and
//! again, and its trace says which layer stopped the request.

use ramplay_flink::{LogonMethod, PreconditionId, Statement, Status, catalogue};
use ramplay_playground::{
    Answer, Attach, Body, Mark, Obstacle, PolicyEntry, PreconditionState, Reach, Ruling, Scenario, Verdict,
    Withheld, answer, grant, placeholders,
};
use ramplay_policy::{Decision, Layer, Settled, StatementRef};

use super::grants::management_policy;
use crate::fulfil::{holds, verdicts};
use crate::plan::{By, Edit, Lookup, Place, State, Step, Task};
use crate::wish::{What, Who, Wish};

/// Adds what stands in the way after the steps so far.
pub(super) fn add(start: &Scenario, wish: &Wish, steps: &mut Vec<Step>) {
    let mut scenario = start.clone();
    for edit in steps.iter().filter_map(|step| step.edit.as_ref()) {
        edit.apply(&mut scenario);
    }
    // One for each level of the directory, one for the session, one that only a person can take.
    for _ in 0..start.directory.len() + 2 {
        let answer = answer(&scenario);
        if holds(&answer, wish) == Some(true) {
            return;
        }
        let step = obstacle(&scenario, &answer, wish);
        let is_new = !steps.iter().any(|other| other.task == step.task);
        let edit = step.edit.clone().filter(|_| is_new);
        if is_new {
            steps.push(step);
        }
        match edit {
            Some(edit) => edit.apply(&mut scenario),
            None => return,
        }
    }
}

fn obstacle(scenario: &Scenario, answer: &Answer, wish: &Wish) -> Step {
    before(scenario, answer, wish).or_else(|| in_verdicts(scenario, answer, wish)).unwrap_or_else(correct)
}

/// A precondition of the logon that is not met although its policies are granted.
fn before(scenario: &Scenario, answer: &Answer, wish: &Wish) -> Option<Step> {
    let [management, _] = answer.consoles.each_ref();
    let rows = management.preconditions.iter().filter(|_| wish.who != Who::Job);
    let mut open = Vec::new();
    for row in rows {
        let layer = match row.row.id {
            PreconditionId::TrustNamesAccount => Layer::Trust,
            _ => Layer::IdentityAccount,
        };
        match row.state {
            PreconditionState::Met | PreconditionState::Presumed => {}
            PreconditionState::NotMet => return Some(lift(scenario, row.deciding.clone())),
            PreconditionState::Withheld => return Some(correct()),
            PreconditionState::NotGiven => open.push(Lookup::Layer(layer)),
        }
    }
    (!open.is_empty()).then(|| look_up(scenario, open))
}

/// What keeps one of the wish's requests from being allowed. Denials come first: they are certain.
fn in_verdicts(scenario: &Scenario, answer: &Answer, wish: &Wish) -> Option<Step> {
    let [management, development] = answer.consoles.each_ref();
    let asked: Vec<&Verdict> = match wish.what {
        What::Management(_) => {
            let operations = answer.operations.iter().map(|row| &row.verdict);
            management.opening.iter().chain(operations.filter(|_| is_operator(wish))).collect()
        }
        What::Logstore(access) | What::Key(access) => verdicts(answer, access).collect(),
        What::Development(_) | What::Permission(_) | What::Assume => Vec::new(),
    };
    let is_denied = |mark| matches!(mark, Mark::Denied | Mark::ExplicitDeny | Mark::ImplicitDeny);
    let rank = |verdict: &&&Verdict| match verdict.mark() {
        mark if is_denied(mark) => 0,
        Mark::Depends => 1,
        Mark::Withheld => 2,
        _ => 3,
    };
    match asked.iter().min_by_key(rank)? {
        Verdict::Ruled(ruling) if is_denied(ruling.evaluation.verdict().into()) => {
            Some(denied(scenario, answer, wish, asked.as_slice(), ruling))
        }
        Verdict::Ruled(ruling) => {
            let layers: Vec<Lookup> = ruling.depends_on().into_iter().map(Lookup::Layer).collect();
            (!layers.is_empty()).then(|| look_up(scenario, layers))
        }
        Verdict::Withheld(Withheld::Documents(list)) => {
            let unknown = |(at, why): &(usize, Obstacle)| {
                (*why == Obstacle::UnknownBody).then_some(Lookup::Document(*at))
            };
            let unknown: Option<Vec<_>> = list.iter().map(unknown).collect();
            Some(unknown.map_or_else(correct, |unknown| look_up(scenario, unknown)))
        }
        Verdict::Withheld(Withheld::UnknownResource) => Some(look_up(scenario, vec![Lookup::Resource])),
        Verdict::Withheld(Withheld::Fields(_) | Withheld::Request(_)) => Some(correct()),
        Verdict::NotChecked => (development.reach == Reach::Withheld).then(correct),
    }
}

fn is_operator(wish: &Wish) -> bool {
    wish.what == What::Management(crate::wish::Extent::Operate)
}

fn denied(scenario: &Scenario, answer: &Answer, wish: &Wish, asked: &[&Verdict], ruling: &Ruling) -> Step {
    let mut explicit: Vec<StatementRef> = asked
        .iter()
        .filter(|verdict| verdict.mark() == Mark::ExplicitDeny)
        .flat_map(|verdict| verdict.deciding())
        .collect();
    explicit.sort_unstable();
    explicit.dedup();
    let denied = |check: &&ramplay_policy::CheckTrace| check.decision() == Some(Decision::ImplicitDeny);
    let settled = ruling.evaluation.checks.iter().find(denied).and_then(|check| check.settled);
    match settled {
        _ if !explicit.is_empty() => lift(scenario, explicit),
        Some(Settled::Layer(Layer::Control(level))) => match scenario.directory.get(usize::from(level)) {
            Some(node) => allow_at(node),
            None => correct(),
        },
        Some(Settled::Layer(Layer::Session)) => allow_in_session(scenario, answer, wish),
        _ => correct(),
    }
}

fn allow_at(node: &str) -> Step {
    let body = Body::System("FullAliyunAccess".to_owned());
    let entry = PolicyEntry { name: String::new(), attach: Attach::Control(node.to_owned()), body };
    Step {
        task: Task::AllowAt { node: node.to_owned() },
        by: By::ManagementAccount,
        place: Place::ResourceDirectory,
        status: Status::Stated,
        sources: vec!["control-policy".to_owned()],
        state: State::Missing,
        edit: Some(Edit::Attach(entry)),
    }
}

/// The session policy gets the statements of what is granted.
fn allow_in_session(scenario: &Scenario, answer: &Answer, wish: &Wish) -> Step {
    let document = match wish.what {
        What::Management(extent) => {
            catalogue().system_policy(management_policy(extent)).and_then(|policy| policy.document.clone())
        }
        What::Logstore(access) | What::Key(access) => {
            access.template().map(|template| template.document.filled(&placeholders(scenario)))
        }
        What::Development(_) | What::Permission(_) | What::Assume => None,
    };
    let Some(document) = document else { return correct() };
    let statements: &[Statement] = &document.statement;
    let mut sessions = answer.documents.iter().enumerate().filter(|(at, one)| {
        let pasted = scenario.policies.get(*at).map(|entry| &entry.body);
        one.attach == Attach::Session && matches!(pasted, Some(Body::Document(_)))
    });
    let extended =
        sessions.find_map(|(policy, one)| Some(Edit::Rewrite { policy, text: grant(one, statements)? }));
    let text = ramplay_playground::compact(&document.to_text());
    let edit = extended.unwrap_or_else(|| {
        let body = Body::Document(text.clone());
        Edit::Attach(PolicyEntry { name: "session".to_owned(), attach: Attach::Session, body })
    });
    Step {
        task: Task::AllowInSession { text },
        by: By::Person,
        place: Place::Session,
        status: Status::Stated,
        sources: vec!["sts-assume".to_owned()],
        state: State::Missing,
        edit: Some(edit),
    }
}

/// `Deny` statements are lifted where the first of them is attached.
fn lift(scenario: &Scenario, statements: Vec<StatementRef>) -> Step {
    let first = statements.first().and_then(|at| scenario.policies.get(usize::try_from(at.document.0).ok()?));
    let (by, place) = match first {
        Some(entry) => at_attach(&entry.attach, scenario.logon),
        None => (By::Person, Place::Scenario),
    };
    by_person(Task::Lift { statements }, (by, place), State::Missing)
}

fn correct() -> Step {
    by_person(Task::Correct, (By::Person, Place::Scenario), State::Missing)
}

fn look_up(scenario: &Scenario, what: Vec<Lookup>) -> Step {
    let at = match what.first() {
        Some(Lookup::Layer(layer)) => at_layer(*layer, scenario),
        Some(Lookup::Document(at)) => match scenario.policies.get(*at) {
            Some(entry) => at_attach(&entry.attach, scenario.logon),
            None => (By::Person, Place::Scenario),
        },
        Some(Lookup::Resource) | None => (By::Person, Place::Scenario),
    };
    by_person(Task::LookUp(what), at, State::Unknown)
}

/// Who changes policies that are attached there, and where.
fn at_attach(attach: &Attach, method: LogonMethod) -> (By, Place) {
    match attach {
        Attach::Identity if method == LogonMethod::CloudSsoRamRole => {
            (By::ManagementAccount, Place::CloudSso)
        }
        Attach::Identity | Attach::Group(_) | Attach::Job | Attach::Trust => (By::Administrator, Place::Ram),
        Attach::Session => (By::Person, Place::Session),
        Attach::Caller => (By::CallerAdministrator, Place::CallerRam),
        Attach::Control(_) => (By::ManagementAccount, Place::ResourceDirectory),
        Attach::Project => (By::ProjectOwner, Place::ProjectPolicy),
    }
}

/// The same for a layer.
fn at_layer(layer: Layer, scenario: &Scenario) -> (By, Place) {
    let attach = match layer {
        Layer::Control(_) => Attach::Control(String::new()),
        Layer::Session => Attach::Session,
        Layer::IdentityAccount | Layer::IdentityGroup => Attach::Identity,
        Layer::Resource => Attach::Project,
        Layer::Trust => Attach::Trust,
    };
    at_attach(&attach, scenario.logon)
}

/// A step that only a person can take; there is no one change of the scenario for it. It follows from the policies
/// that are there, so it has no source.
fn by_person(task: Task, (by, place): (By, Place), state: State) -> Step {
    Step { task, by, place, status: Status::Derived, sources: Vec::new(), state, edit: None }
}
