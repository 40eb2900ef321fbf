//! What else a repair changes, and which repair changes least.

use ramplay_policy::{
    Attached, DocumentId, Layer, Place, PolicyKind, PolicySet, Request, RequestProblem, ResourceAttached,
    Unseen, evaluate, read,
};

use super::state::{Document, State};
use super::{Edited, Goal, Repair, RepairOptions, difference};
use crate::budget::Budget;
use crate::diff::{Diff, Options, Relation, diff};
use crate::frame::{Asked, Exactly, Frame};
use crate::obstacle::Obstacle;
use crate::principals::principals;

/// The repairs, those that change least else first.
pub(super) fn weigh(
    set: &PolicySet<'_>,
    request: &Request,
    goal: Goal,
    start: &State,
    states: &[State],
    options: &RepairOptions<'_>,
) -> Result<Vec<Repair>, RequestProblem> {
    let asked: Vec<Asked> = request.checks.iter().map(Asked::of).collect();
    let mut base = request.clone();
    base.checks.clear();
    base.context.clear();
    base.time = None;
    let about =
        |exactly: Exactly| Frame { requests: options.requests, exactly, ..Frame::around(vec![base.clone()]) };
    let elsewhere = about(Exactly::Without(asked.clone()));
    let here = about(Exactly::Only(asked));
    let everything = read(EVERYTHING, PolicyKind::Resource).policy;
    let nothing = read(NOTHING, PolicyKind::Resource).policy;
    let mut repairs: Vec<(Repair, PolicySet<'_>)> = Vec::new();
    // Each is compared, and then with the others.
    let of = states.len() * 2;
    for (done, state) in states.iter().enumerate() {
        (options.watch.0)(done, of);
        let after = state.set(set);
        let answer = evaluate(&after, request)?;
        let beyond = diff(set, &after, &elsewhere, &options.diff)?;
        // Against one answer to everything: a difference is a request that is decided otherwise.
        let always = match goal {
            Goal::Allow => alone(&everything),
            Goal::Deny => alone(&nothing),
        };
        let plain = Options { catalogue: None, ..options.diff };
        let found = diff(&after, &always, &here, &plain)?;
        let is_other = found.moves(goal);
        let unconditional = (is_other || found.obstacles.is_empty()).then_some(!is_other);
        let repair = Repair {
            steps: state.steps.clone(),
            edits: state.documents.iter().filter_map(|document| edited(document, start)).collect(),
            beyond,
            others: others(set, &after, request, state, start, options)?,
            unconditional,
            needs: answer.checks.into_iter().flat_map(|check| check.allowed_if).collect(),
        };
        repairs.push((repair, after));
    }
    sorted(repairs, &elsewhere, goal, start, states, options)
}

const EVERYTHING: &str = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}]}"#;
const NOTHING: &str = r#"{"Version": "1", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*"}]}"#;

/// One policy in all layers.
fn alone(policy: &ramplay_policy::Policy) -> PolicySet<'_> {
    let attached = Attached { document: DocumentId(u32::MAX), policy };
    PolicySet {
        identity: vec![attached],
        resource: vec![ResourceAttached { attached, spares_owner: false }],
        trust: vec![attached],
        ..PolicySet::default()
    }
}

/// What became of a document, if anything did.
fn edited(document: &Document, start: &State) -> Option<Edited> {
    if !document.is_new && !document.is_changed && !document.is_detached {
        return None;
    }
    let before = start.documents.iter().find(|known| known.id == document.id);
    let before = before.and_then(|before| before.text.as_deref());
    let text = document.text.as_deref().filter(|_| !document.is_detached);
    Some(Edited {
        document: document.id,
        layer: document.layer,
        is_new: document.is_new,
        text: text.map(str::to_owned),
        edit: before.zip(text).and_then(|(before, text)| difference(before, text)),
    })
}

/// What changes for other principals, where a document that is changed binds them.
fn others(
    before: &PolicySet<'_>,
    after: &PolicySet<'_>,
    request: &Request,
    state: &State,
    start: &State,
    options: &RepairOptions<'_>,
) -> Result<Option<Diff>, RequestProblem> {
    let binds = |layer: Layer| matches!(layer, Layer::Control(_) | Layer::Resource | Layer::Trust);
    if !state
        .documents
        .iter()
        .filter(|document| binds(document.layer))
        .any(|document| edited(document, start).is_some())
    {
        return Ok(None);
    }
    let (before, after) = (shared(before), shared(after));
    let found = principals(&[&before, &after], &request.resource_account, &Budget::new(options.diff.steps));
    let Ok(found) = found else {
        return Ok(Some(undecided()));
    };
    let other =
        |base: &Request| base.principal.arn_without_session() != request.principal.arn_without_session();
    let bases = found.into_iter().filter(other).map(|base| Request {
        resource_group: request.resource_group.clone(),
        directory_path: request.directory_path.clone(),
        ..base
    });
    let frame = Frame { requests: options.requests, ..Frame::around(bases.collect()) };
    diff(&before, &after, &frame, &options.diff).map(Some)
}

fn undecided() -> Diff {
    Diff {
        relation: Relation::Undecided,
        changes: Vec::new(),
        groups: Vec::new(),
        groups_complete: false,
        obstacles: vec![Obstacle::Budget],
        steps: 0,
    }
}

/// What binds all principals; what binds one alone is unknown of the others.
fn shared<'p>(set: &PolicySet<'p>) -> PolicySet<'p> {
    let unseen = |place| Unseen { place, may_deny: true };
    let own = [Place::Identity, Place::Group, Place::Session];
    let mut shared =
        PolicySet { identity: Vec::new(), group: Vec::new(), session: Vec::new(), ..set.clone() };
    shared.unseen.retain(|unseen| !own.contains(&unseen.place));
    shared.unseen.extend(own.map(unseen));
    shared
}

/// Sorts repairs: those that are proven to change nothing else first, then by how many known actions change
/// elsewhere, and what is wider than another one behind it.
fn sorted(
    repairs: Vec<(Repair, PolicySet<'_>)>,
    elsewhere: &Frame,
    goal: Goal,
    start: &State,
    states: &[State],
    options: &RepairOptions<'_>,
) -> Result<Vec<Repair>, RequestProblem> {
    let plain = Options { catalogue: None, ..options.diff };
    let mut keys = Vec::new();
    for (place, (repair, after)) in repairs.iter().enumerate() {
        (options.watch.0)(repairs.len() + place, repairs.len() * 2);
        // Repairs within this one: that can only grow with what it changes.
        let mut within = 0;
        if !repair.is_exact(goal) {
            for (other, (_, narrower)) in repairs.iter().enumerate() {
                let is_within = other != place && {
                    let found = diff(narrower, after, elsewhere, &plain)?.relation;
                    found
                        == match goal {
                            Goal::Allow => Relation::Wider,
                            Goal::Deny => Relation::Narrower,
                        }
                };
                within += usize::from(is_within);
            }
        }
        let size = states.get(place).map_or(0, |state| state.size(start));
        let key = (
            !repair.is_decided(),
            !repair.is_exact(goal),
            known(&repair.beyond) + repair.others.as_ref().map_or(0, known),
            within,
            repair.unconditional != Some(false),
            repair.edits.len(),
            size,
        );
        keys.push(key);
    }
    let mut sorted: Vec<_> = keys.into_iter().zip(repairs).map(|(key, (repair, _))| (key, repair)).collect();
    sorted.sort_by_key(|(key, _)| *key);
    Ok(sorted.into_iter().map(|(_, repair)| repair).collect())
}

/// How many known actions change.
fn known(diff: &Diff) -> usize {
    let mut known: Vec<&String> = diff.groups.iter().flat_map(|group| &group.known).collect();
    known.sort_unstable();
    known.dedup();
    known.len()
}
