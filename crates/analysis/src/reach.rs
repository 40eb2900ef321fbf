//! What somebody can do: all that is allowed, by the statements that allow it.

use ramplay_policy::{
    Attached, DocumentId, Effect, Pattern, Policy, PolicyKind, PolicySet, RequestProblem, StatementRef, read,
};

use crate::can::nothing;
use crate::diff::{Options, diff};
use crate::edited::{documents, replace};
use crate::frame::{Frame, Only};
use crate::group::{Group, Spoken, parts};
use crate::obstacle::Obstacle;

/// All that is allowed to the principals of a frame.
#[derive(Debug, Clone, PartialEq)]
pub struct Reach {
    /// By the statements that allow it. Within what a grant says, what holds it back is in [`Grant::held_back`].
    pub grants: Vec<Grant>,
    /// Whether that is all of it.
    pub is_complete: bool,
    /// Why not everything was decided.
    pub obstacles: Vec<Obstacle>,
}

/// What the same statements allow.
#[derive(Debug, Clone, PartialEq)]
pub struct Grant {
    /// The statements with what of them matches, their conditions, the known actions that are allowed on at least
    /// one resource that they are checked on, and an example. `from` and `before` say nothing.
    pub group: Group,
    /// What each of the statements allows.
    pub parts: Vec<Spoken>,
    /// What keeps some requests from being allowed that these statements allow.
    pub held_back: Vec<Held>,
    /// Whether [`Grant::held_back`] is all of it.
    pub is_complete: bool,
}

/// What holds a grant back: without it, more of the grant's known actions would be allowed.
#[derive(Debug, Clone, PartialEq)]
pub enum Held {
    /// A Deny.
    Deny(Spoken),
    /// A control or session policy that allows less.
    Within(DocumentId),
}

const FULL: &str = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}"#;

/// All that a set of policies allows to the principals of the frame, by the statements that allow it.
///
/// Exact in the way of [`diff`]: it is the difference to nothing at all. With a catalogue, known actions are
/// listed that are allowed on at least one resource that they are checked on.
///
/// # Errors
/// When a value that the frame fixes is not of the type that an operator compares.
///
/// ```
/// use ramplay_analysis::{Frame, Held, Options, reach};
/// use ramplay_policy::{Attached, DocumentId, PolicyKind, PolicySet, Principal, read};
///
/// let text = r#"{"Version": "1", "Statement": [
///     {"Effect": "Allow", "Action": "log:Get*", "Resource": "acs:log:*:*:project/web/*"},
///     {"Effect": "Deny", "Action": "log:*", "Resource": "acs:log:*:*:project/web/logstore/secret"},
///     {"Effect": "Deny", "Action": "oss:*", "Resource": "*"}]}"#;
/// let reading = read(text, PolicyKind::Identity);
/// let set = PolicySet {
///     identity: vec![Attached { document: DocumentId(0), policy: &reading.policy }],
///     ..PolicySet::default()
/// };
/// let found = reach(&set, &Frame::of(Principal::ram_user("1", "alice")), &Options::default())?;
/// let [grant] = found.grants.as_slice() else { panic!("one statement allows") };
/// assert_eq!(grant.parts[0].resources.of, ["acs:log:*:*:project/web/*"]);
/// let [Held::Deny(held)] = grant.held_back.as_slice() else { panic!("one Deny matters") };
/// assert_eq!(held.at.statement, 1);
/// # Ok::<(), ramplay_policy::RequestProblem>(())
/// ```
pub fn reach(set: &PolicySet<'_>, frame: &Frame, options: &Options<'_>) -> Result<Reach, RequestProblem> {
    reach_watched(set, frame, options, &|_, _| {})
}

/// [`reach`], with somebody who is told how far it is: see [`Watch`](crate::Watch).
///
/// # Errors
/// Those of [`reach`].
pub fn reach_watched(
    set: &PolicySet<'_>,
    frame: &Frame,
    options: &Options<'_>,
    watch: &dyn Fn(usize, usize),
) -> Result<Reach, RequestProblem> {
    let nothing_policy = nothing();
    let found = diff(&crate::can::set_of(&nothing_policy), set, frame, options)?;
    let full = read(FULL, PolicyKind::Control).policy;
    let mut grants = Vec::new();
    let of = found.groups.len();
    for (done, group) in found.groups.into_iter().enumerate() {
        watch(done, of);
        let is_new = group.to.code() == "allow" || group.to.code() == "depends";
        if is_new {
            grants.push(grant(set, frame, options, group, &full)?);
        }
    }
    Ok(Reach { grants, is_complete: found.groups_complete, obstacles: found.obstacles })
}

fn grant(
    set: &PolicySet<'_>,
    frame: &Frame,
    options: &Options<'_>,
    group: Group,
    full: &Policy,
) -> Result<Grant, RequestProblem> {
    let parts: Vec<Spoken> = group.after.iter().filter_map(|at| parts(set, *at)).collect();
    // Without a catalogue: all that the statements speak of.
    let actions: Vec<Pattern> = if group.known.is_empty() {
        let written = parts.iter().flat_map(|part| &part.actions.of);
        written.map(|text| Pattern::folded(text)).collect()
    } else {
        group.known.iter().map(|text| Pattern::folded(text)).collect()
    };
    let resources: Vec<Pattern> =
        parts.iter().flat_map(|part| &part.resources.of).map(|text| Pattern::new(text)).collect();
    let any = |patterns: Vec<Pattern>| if patterns.is_empty() { vec![Pattern::new("*")] } else { patterns };
    let only = Only { actions: any(actions), resources: any(resources) };
    let frame = Frame { only: Some(only), ..frame.clone() };
    let plain = Options { catalogue: None, ..*options };
    let (mut held_back, mut is_complete) = (Vec::new(), true);
    let mut ask = |without: &PolicySet<'_>, held: Held| -> Result<(), RequestProblem> {
        let found = diff(set, without, &frame, &plain)?;
        if found.gives_access() {
            held_back.push(held);
        } else {
            is_complete &= found.obstacles.is_empty();
        }
        Ok(())
    };
    for attached in documents(set) {
        for (index, statement) in (0_u16..).zip(&attached.policy.statements) {
            if statement.effect != Effect::Deny {
                continue;
            }
            let at = StatementRef { document: attached.document, statement: index };
            let mut policy = attached.policy.clone();
            policy.statements.remove(usize::from(index));
            let without = with_one(set, attached.document, &policy);
            if let Some(part) = crate::group::parts(set, at) {
                ask(&without, Held::Deny(part))?;
            }
        }
    }
    let bounds = set.control.iter().map(|(_, attached)| attached).chain(&set.session);
    let mut seen: Vec<DocumentId> = Vec::new();
    for &Attached { document, policy } in bounds {
        if seen.contains(&document) {
            continue;
        }
        seen.push(document);
        let denies = policy.statements.iter().filter(|one| one.effect == Effect::Deny).cloned();
        let wider =
            Policy { kind: policy.kind, statements: full.statements.iter().cloned().chain(denies).collect() };
        ask(&with_one(set, document, &wider), Held::Within(document))?;
    }
    Ok(Grant { group, parts, held_back, is_complete })
}

/// The set with another text for one document.
fn with_one<'s>(set: &PolicySet<'s>, document: DocumentId, policy: &'s Policy) -> PolicySet<'s> {
    let mut other = set.clone();
    replace(&mut other, |id| (id == document).then_some(policy));
    other
}
