//! What changes between two sets of policies.

use std::collections::BTreeMap;

use ramplay_policy::{PolicySet, Request, RequestProblem};

use crate::answer::Answer;
use crate::budget::Budget;
use crate::catalogue::Catalogue;
use crate::explore::{BaseResult, Explorer, Stop, request, size};
use crate::frame::Frame;
use crate::group::{Group, groups};
use crate::obstacle::Obstacle;
use crate::real::Known;

/// How two sets of policies stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Every request has the same answer.
    Equivalent,
    /// The same requests are allowed; some denials are of another kind.
    SameAccess,
    /// The second allows all that the first does, and more.
    Wider,
    /// The second allows less than the first, and nothing else.
    Narrower,
    /// Each allows something that the other does not.
    Incomparable,
    /// Not decided. The changes that were found are true; there can be others.
    Undecided,
}

impl Relation {
    /// A stable code.
    pub fn code(self) -> &'static str {
        match self {
            Relation::Equivalent => "equivalent",
            Relation::SameAccess => "same-access",
            Relation::Wider => "wider",
            Relation::Narrower => "narrower",
            Relation::Incomparable => "incomparable",
            Relation::Undecided => "undecided",
        }
    }
}

/// A change of answer: one for each ordered pair of answers that occurs. Where unknown layers decide before and
/// after, there can be two: one that needs more of them than before, and one that needs less.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The first side's answer to the witness.
    pub from: Answer,
    /// The second side's.
    pub to: Answer,
    /// A shortest request with this change.
    pub shortest: Request,
    /// A request with this change that exists: a known action on a resource that it is checked on.
    pub real: Option<Request>,
}

impl Change {
    /// The request to show.
    pub fn witness(&self) -> &Request {
        self.real.as_ref().unwrap_or(&self.shortest)
    }
}

/// What changes between two sets of policies.
#[derive(Debug, Clone, PartialEq)]
pub struct Diff {
    /// How they stand to each other.
    pub relation: Relation,
    /// One for each ordered pair of answers that occurs, as [`Change`] says.
    pub changes: Vec<Change>,
    /// The changes by the statements that make them.
    pub groups: Vec<Group>,
    /// Whether [`Diff::groups`] and the counts in them are complete; the changes are, unless there are obstacles.
    pub groups_complete: bool,
    /// Why not everything was decided.
    pub obstacles: Vec<Obstacle>,
    /// The steps that were taken, as [`Budget`] counts them.
    pub steps: u64,
}

impl Diff {
    /// Whether something that was found is newly allowed.
    pub fn gives_access(&self) -> bool {
        self.changes.iter().any(|change| change.to.allows_more_than(&change.from))
    }

    /// Whether something that was found is no longer allowed.
    pub fn takes_access(&self) -> bool {
        self.changes.iter().any(|change| change.from.allows_more_than(&change.to))
    }
}

/// How to compare.
#[derive(Debug, Clone, Copy)]
pub struct Options<'c> {
    /// The steps that may be taken.
    pub steps: u64,
    /// The actions that exist; without it no witness is called real, and nothing is counted.
    pub catalogue: Option<&'c Catalogue>,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Options { steps: Budget::DEFAULT_STEPS, catalogue: None }
    }
}

/// Compares two sets of policies: every change of answer, with a request that shows it.
///
/// That there is no change is proven, for all requests of the frame whose values fit the operators of both
/// sides. Calls with several checks are covered: their answer follows from the answers to their checks.
///
/// # Errors
/// When a value that the frame fixes is not of the type that an operator compares.
///
/// ```
/// use ramplay_analysis::{Frame, Options, Relation, diff};
/// use ramplay_policy::{Attached, DocumentId, PolicyKind, PolicySet, Principal, read};
///
/// let old = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:Get*", "Resource": "*"}]}"#;
/// let new = old.replace("log:Get*", "log:*");
/// let (old, new) = (read(old, PolicyKind::Identity), read(&new, PolicyKind::Identity));
/// let set = |policy| PolicySet {
///     identity: vec![Attached { document: DocumentId(0), policy }],
///     ..PolicySet::default()
/// };
/// let frame = Frame::of(Principal::ram_user("1000000000000001", "alice"));
/// let found = diff(&set(&old.policy), &set(&new.policy), &frame, &Options::default())?;
/// assert_eq!(found.relation, Relation::Wider);
/// assert_eq!(found.changes[0].witness().checks[0].action, "log:a");
/// # Ok::<(), ramplay_policy::RequestProblem>(())
/// ```
pub fn diff(
    a: &PolicySet<'_>,
    b: &PolicySet<'_>,
    frame: &Frame,
    options: &Options<'_>,
) -> Result<Diff, RequestProblem> {
    let budget = Budget::new(options.steps);
    let mut explorer = Explorer::new(a, b, frame, &budget);
    let mut results = Vec::new();
    let mut seen = Vec::new();
    for (at, base) in frame.bases.iter().enumerate() {
        let pair = explorer.tables.pair(a, b, base)?;
        // Whoever else is bound by the same statements gets the same answers.
        let alike = (anonymised(base), pair.clone());
        if seen.contains(&alike) {
            continue;
        }
        seen.push(alike);
        match explorer.base(at, base, &pair, &mut results) {
            Ok(()) => {}
            Err(Stop::Obstacle(obstacle)) => drop(explorer.obstacles.insert(obstacle)),
            Err(Stop::Spent) => {
                explorer.obstacles.insert(Obstacle::Budget);
                break;
            }
        }
    }
    let obstacles: Vec<Obstacle> = explorer.obstacles.iter().cloned().collect();
    let relation = relation(&results, !obstacles.is_empty());
    // What follows makes the answer readable; it has a budget of its own, so that it cannot undo a decision.
    let extra = Budget::new(options.steps);
    let mut known: Vec<Option<Known<'_>>> = Vec::new();
    for result in &mut results {
        let account = frame.bases.get(result.base).map_or("", |base| base.resource_account.as_str());
        let of = options.catalogue.map(|catalogue| Known::new(catalogue, account, result, &extra));
        known.push(of.and_then(Result::ok));
    }
    let changes = changes(&explorer, &results, &mut known, options.catalogue, &extra);
    let (groups, groups_complete) = groups(&explorer, &results, &mut known, options.catalogue, &extra);
    Ok(Diff { relation, changes, groups, groups_complete, obstacles, steps: budget.spent() })
}

/// A base without what only statements look at, and they were reduced to what they say to it.
fn anonymised(base: &Request) -> Request {
    let mut base = base.clone();
    // The engine asks whether accounts are the same, and whether there is one.
    if base.principal.account != base.resource_account && !base.principal.account.is_empty() {
        "another".clone_into(&mut base.principal.account);
    }
    base.principal.arn.clear();
    base.principal.uid = None;
    base
}

fn relation(results: &[BaseResult], open: bool) -> Relation {
    let (mut any, mut more, mut less) = (false, false, false);
    let groups = results.iter().flat_map(|result| &result.groups);
    for way in groups.flat_map(|group| &group.regions).flat_map(|region| region.found.iter()) {
        any = true;
        more |= way.b.allows_more_than(&way.a);
        less |= way.a.allows_more_than(&way.b);
    }
    match (more, less, any) {
        (true, true, _) => Relation::Incomparable,
        _ if open => Relation::Undecided,
        (true, false, _) => Relation::Wider,
        (false, true, _) => Relation::Narrower,
        (false, false, true) => Relation::SameAccess,
        (false, false, false) => Relation::Equivalent,
    }
}

/// The places of a change: base, group, region and way.
type Place = (usize, usize, usize, usize);

/// What tells changes apart: both answers, and whether access is given or taken.
type Kind = (&'static str, &'static str, bool, bool);

fn kind(a: &Answer, b: &Answer) -> Kind {
    (a.verdict().code(), b.verdict().code(), b.allows_more_than(a), a.allows_more_than(b))
}

/// One change for each ordered pair of answers, with a shortest witness.
fn changes(
    explorer: &Explorer<'_, '_>,
    results: &[BaseResult],
    known: &mut [Option<Known<'_>>],
    catalogue: Option<&Catalogue>,
    budget: &Budget,
) -> Vec<Change> {
    let mut best: BTreeMap<Kind, (usize, Place)> = BTreeMap::new();
    let mut places: BTreeMap<Kind, Vec<Place>> = BTreeMap::new();
    for (r, result) in results.iter().enumerate() {
        for (g, group) in result.groups.iter().enumerate() {
            let action = group.cells.first().map_or(0, |cell| cell.text.len());
            for (i, region) in group.regions.iter().enumerate() {
                for (w, way) in region.found.iter().enumerate() {
                    let kind = kind(&way.a, &way.b);
                    let length = action + region.resource.text.len() + size(&way.context);
                    let place = (r, g, i, w);
                    places.entry(kind).or_default().push(place);
                    let known = best.entry(kind).or_insert((length, place));
                    if length < known.0 {
                        *known = (length, place);
                    }
                }
            }
        }
    }
    let mut changes = Vec::new();
    for (of_kind, (_, place)) in best {
        let real = places.get(&of_kind).into_iter().flatten().find_map(|&place| {
            let (r, g, i, w) = place;
            let group = results.get(r)?.groups.get(g)?;
            let region = group.regions.get(i)?;
            let known = known.get_mut(r)?.as_mut()?;
            let found = known.on(g, group, &region.resource.accepts, budget).ok()?;
            let (action, resource) = found.first()?;
            let action = &catalogue?.actions.get(*action)?.action;
            let base = explorer.frame.bases.get(results.get(r)?.base)?;
            Some(request(base, action, resource, &region.found.get(w)?.context))
        });
        let (r, g, i, w) = place;
        let shortest = results.get(r).and_then(|result| {
            let group = result.groups.get(g)?;
            let region = group.regions.get(i)?;
            let base = explorer.frame.bases.get(result.base)?;
            let context = &region.found.get(w)?.context;
            Some(request(base, &group.cells.first()?.text, &region.resource.text, context))
        });
        let Some(shortest) = shortest else { continue };
        let Ok((from, to)) = explorer.replay(&shortest) else { continue };
        debug_assert_eq!(kind(&from, &to), of_kind, "{shortest:?}");
        let real = real.filter(|real| {
            let answers = explorer.replay(real);
            let same = answers.is_ok_and(|(a, b)| kind(&a, &b) == of_kind);
            debug_assert!(same, "{real:?}");
            same
        });
        changes.push(Change { from, to, shortest, real });
    }
    changes
}
