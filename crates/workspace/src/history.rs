//! Earlier states of a scenario: one for each pause of editing, thinned with their age.

use crate::key::{ASIDE, Fresh, revisions_key};
use crate::record::flat;
use crate::shelf::{NotStored, Shelf};

/// How long nobody must have edited, or how long ago the last one must be, so that a state becomes a revision.
pub(crate) const PAUSE_MS: u64 = 60_000;
/// Most revisions of a scenario.
pub const MOST: usize = 60;
/// Most bytes of all revisions of a scenario: a tenth of what browsers store for a page.
pub const BYTES: usize = 500_000;

const HOUR_MS: u64 = 60 * 60_000;
const DAY_MS: u64 = 24 * HOUR_MS;

/// Why a state was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It was edited after a pause.
    Edited,
    /// An earlier state was restored in its place.
    Restored,
    /// It was stored by another tab, and a person chose theirs.
    Overwritten,
}

impl Why {
    const ALL: [(Why, &str); 3] =
        [(Why::Edited, "edited"), (Why::Restored, "restored"), (Why::Overwritten, "overwritten")];

    fn code(self) -> &'static str {
        Self::ALL.iter().find(|(why, _)| *why == self).map_or("", |(_, code)| *code)
    }
}

/// An earlier state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// When it was edited last, in milliseconds since 1970.
    pub time: u64,
    /// Why it was kept.
    pub why: Why,
    /// The scenario, as JSON on one line.
    pub scenario: String,
}

impl Revision {
    fn read(line: &str) -> Option<Self> {
        let mut words = line.splitn(3, ' ');
        let time = words.next()?.parse().ok()?;
        let code = words.next()?;
        let why = Why::ALL.iter().find(|(_, known)| *known == code)?.0;
        Some(Revision { time, why, scenario: words.next()?.to_owned() })
    }

    fn write(&self) -> String {
        format!("{} {} {}\n", self.time, self.why.code(), self.scenario)
    }
}

/// The history of a scenario, oldest first, and the lines of it that cannot be read.
pub fn of(shelf: &dyn Shelf, id: &str) -> (Vec<Revision>, Vec<String>) {
    let mut odd = Vec::new();
    let mut revisions = Vec::new();
    for line in shelf.get(&revisions_key(id)).unwrap_or_default().lines() {
        match Revision::read(line) {
            Some(revision) => revisions.push(revision),
            None => odd.push(line.to_owned()),
        }
    }
    (revisions, odd)
}

/// When the last revision is of; none without any.
pub(crate) fn last(shelf: &dyn Shelf, id: &str) -> Option<u64> {
    of(shelf, id).0.last().map(|revision| revision.time)
}

/// Whether a state, edited last at `edited`, becomes a revision when it is edited again.
pub(crate) fn is_due(last: Option<u64>, edited: u64, now: u64) -> bool {
    last.is_none_or(|last| now.saturating_sub(edited) >= PAUSE_MS || edited.saturating_sub(last) >= PAUSE_MS)
}

/// Adds a revision. Whether older ones had to go because storage is full.
///
/// # Errors
/// When there is no room for it even without the others; they are then still there.
pub(crate) fn add(
    shelf: &dyn Shelf,
    id: &str,
    mut revision: Revision,
    now: u64,
    fresh: &mut Fresh,
) -> Result<bool, NotStored> {
    // A line for each.
    revision.scenario = flat(&revision.scenario);
    let (mut revisions, odd) = of(shelf, id);
    if !odd.is_empty() {
        shelf.put(&format!("{ASIDE}{}", fresh.next(now)), &odd.join("\n"))?;
    }
    // The last state may be the same after an undo.
    if revisions.last().is_some_and(|last| last.scenario == revision.scenario) {
        return Ok(false);
    }
    revisions.push(revision);
    thin(&mut revisions, now);
    let mut thinned = false;
    loop {
        if write(shelf, id, &revisions).is_ok() {
            return Ok(thinned);
        }
        if revisions.len() <= 1 {
            return Err(NotStored);
        }
        thinned = true;
        let older = revisions.len() / 2;
        revisions.drain(..older);
    }
}

/// Makes room: the older half of the history goes. False if there is none.
pub(crate) fn halve(shelf: &dyn Shelf, id: &str) -> bool {
    let (mut revisions, odd) = of(shelf, id);
    if revisions.is_empty() || !odd.is_empty() {
        return false;
    }
    let older = revisions.len().div_ceil(2);
    revisions.drain(..older);
    // Less than what was there always has room; if not, nothing has.
    write(shelf, id, &revisions).is_ok()
}

fn write(shelf: &dyn Shelf, id: &str, revisions: &[Revision]) -> Result<(), NotStored> {
    let key = revisions_key(id);
    if revisions.is_empty() {
        shelf.remove(&key);
        return Ok(());
    }
    shelf.put(&key, &revisions.iter().map(Revision::write).collect::<String>())
}

/// How far apart revisions of this age may be kept.
fn spacing(age: u64) -> u64 {
    match age {
        0..HOUR_MS => 0,
        HOUR_MS..DAY_MS => 10 * PAUSE_MS,
        _ => 6 * HOUR_MS,
    }
}

/// Keeps all of the last hour, fewer of the day and of earlier days, and never more than there is room for. The first
/// one and what a person put aside by a choice go last.
pub(crate) fn thin(revisions: &mut Vec<Revision>, now: u64) {
    let mut newer: Option<u64> = None;
    let mut kept = Vec::new();
    let oldest = revisions.len();
    for (back, revision) in revisions.drain(..).rev().enumerate() {
        let near = newer.is_some_and(|newer| {
            newer.saturating_sub(revision.time) < spacing(now.saturating_sub(revision.time))
        });
        if near && revision.why == Why::Edited && back + 1 != oldest {
            continue;
        }
        newer = Some(revision.time);
        kept.push(revision);
    }
    let mut bytes: usize = kept.iter().map(|revision| revision.scenario.len()).sum();
    while kept.len() > MOST || (bytes > BYTES && kept.len() > 1) {
        // From the old end: the second one, since the first is what everything began with.
        let at = if kept.len() > 2 { kept.len() - 2 } else { kept.len() - 1 };
        bytes -= kept.remove(at).scenario.len();
    }
    kept.reverse();
    *revisions = kept;
}
