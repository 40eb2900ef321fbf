//! What a tab shows first.

use crate::key::{Fresh, LAST, OLD, is_id, record_key};
use crate::record::{Head, Record};
use crate::session::Session;
use crate::shelf::Shelf;

/// What a tab starts with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// Its hold on the scenario.
    pub session: Session,
    /// What was stored, if anything was: the scenario, or a text that nobody can read.
    pub text: Option<String>,
}

/// What a tab shows first: what it showed before it was loaded again, else what any tab opened last.
///
/// `tab` is what the tab remembers: an id, or nothing for a scenario that was never stored. The one scenario of earlier
/// versions becomes one of many, and is opened.
pub fn start(shelf: &dyn Shelf, tab: Option<&str>, now: u64, mut fresh: Fresh) -> Start {
    if let Some(scenario) = shelf.get(OLD) {
        let id = fresh.next(now);
        let head = Head {
            stamp: fresh.next(now),
            created: now,
            edited: now,
            deleted: None,
            untouched: false,
            name: String::new(),
        };
        let record = Record { head, scenario };
        if shelf.put(&record_key(&id), &record.write()).is_ok() && shelf.put(LAST, &id).is_ok() {
            shelf.remove(OLD);
            if let Some((session, record)) = Session::load(shelf, &id, fresh.clone()) {
                return Start { session, text: Some(record.scenario) };
            }
        }
        // There is no room for a second one: it stays where it is until there is.
        return Start { session: Session::begin("", false, fresh), text: Some(record.scenario) };
    }
    let id = tab.map(str::to_owned).or_else(|| shelf.get(LAST)).filter(|id| is_id(id));
    let stored = id.and_then(|id| Some((shelf.get(&record_key(&id))?, id)));
    let nothing = |text| Start { session: Session::begin("", false, fresh.clone()), text };
    let Some((text, id)) = stored else { return nothing(None) };
    match Session::load(shelf, &id, fresh.clone()) {
        Some((_, Record { head: Head { deleted: Some(_), .. }, .. })) => nothing(None),
        Some((session, record)) => Start { session, text: Some(record.scenario) },
        None => nothing(Some(text)),
    }
}
