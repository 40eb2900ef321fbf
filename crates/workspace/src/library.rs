//! All that is stored, and what can be done with it.

use ramplay_playground::Scenario;

use crate::history::{self, Revision, Why};
use crate::key::{ASIDE, Fresh, RECORD, REVISIONS, is_id, record_key, revisions_key};
use crate::record::{Head, Record, flat};
use crate::session::copy_name;
use crate::shelf::{NotStored, Shelf};

/// A stored scenario, for a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: String,
    /// What is known of it.
    pub head: Head,
    /// How many bytes it and its history take.
    pub bytes: usize,
}

/// Something that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Where it is stored.
    pub key: String,
    /// What is stored there.
    pub text: String,
    /// Why it cannot be read, in English; empty if it has no form at all.
    pub why: String,
}

/// Everything that is stored.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// The scenarios, edited last first.
    pub scenarios: Vec<Entry>,
    /// Those that were deleted and can come back, deleted last first.
    pub deleted: Vec<Entry>,
    /// What cannot be read.
    pub aside: Vec<Aside>,
}

/// Why something could not be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Storage is full or denied. What was stored is as it was.
    NotStored,
    /// It is not there, or cannot be read.
    Gone,
}

impl Trouble {
    /// A stable code.
    pub fn code(self) -> &'static str {
        match self {
            Trouble::NotStored => "not-stored",
            Trouble::Gone => "gone",
        }
    }
}

impl From<NotStored> for Trouble {
    fn from(_: NotStored) -> Self {
        Trouble::NotStored
    }
}

/// Lists what is stored.
pub fn list(shelf: &dyn Shelf) -> Listing {
    let mut listing = Listing::default();
    let mut keys = shelf.keys();
    keys.sort_unstable();
    for key in keys {
        let Some(text) = shelf.get(&key) else { continue };
        if key.starts_with(ASIDE) {
            listing.aside.push(Aside { key, text, why: String::new() });
        } else if let Some(id) = key.strip_prefix(REVISIONS) {
            // A history without its scenario.
            if !is_id(id) || shelf.get(&record_key(id)).is_none() {
                listing.aside.push(Aside { key, text, why: String::new() });
            }
        } else if let Some(id) = key.strip_prefix(RECORD) {
            let record = Record::read(&text).filter(|_| is_id(id));
            let why = match &record {
                None => Some(String::new()),
                Some(record) => Scenario::from_json(&record.scenario).err().map(|error| error.to_string()),
            };
            match (record, why) {
                (Some(record), None) => {
                    let history = shelf.get(&revisions_key(id)).map_or(0, |text| text.len());
                    let entry = Entry { id: id.to_owned(), head: record.head, bytes: text.len() + history };
                    let list = match entry.head.deleted {
                        None => &mut listing.scenarios,
                        Some(_) => &mut listing.deleted,
                    };
                    list.push(entry);
                }
                (_, why) => listing.aside.push(Aside { key, text, why: why.unwrap_or_default() }),
            }
        }
    }
    listing.scenarios.sort_by_key(|entry| std::cmp::Reverse(entry.head.edited));
    listing.deleted.sort_by_key(|entry| std::cmp::Reverse(entry.head.deleted));
    listing
}

fn record(shelf: &dyn Shelf, id: &str) -> Result<Record, Trouble> {
    let text = shelf.get(&record_key(id)).filter(|_| is_id(id)).ok_or(Trouble::Gone)?;
    Record::read(&text).ok_or(Trouble::Gone)
}

fn put(shelf: &dyn Shelf, id: &str, mut record: Record, now: u64, fresh: &mut Fresh) -> Result<(), Trouble> {
    record.head.stamp = fresh.next(now);
    Ok(shelf.put(&record_key(id), &record.write())?)
}

/// A stored scenario.
///
/// # Errors
/// When it is not there or cannot be read.
pub fn scenario(shelf: &dyn Shelf, id: &str) -> Result<(Head, Scenario), Trouble> {
    let Record { head, scenario } = record(shelf, id)?;
    Ok((head, Scenario::from_json(&scenario).map_err(|_| Trouble::Gone)?))
}

/// Stores another scenario with the same content; its id.
///
/// # Errors
/// See [`Trouble`].
pub fn duplicate(shelf: &dyn Shelf, id: &str, now: u64, fresh: &mut Fresh) -> Result<String, Trouble> {
    let mut record = record(shelf, id)?;
    let copy = fresh.next(now);
    let name = copy_name(&record.head.name);
    record.head = Head { name, created: now, edited: now, deleted: None, untouched: false, ..record.head };
    put(shelf, &copy, record, now, fresh)?;
    Ok(copy)
}

/// Gives a scenario another name.
///
/// # Errors
/// See [`Trouble`].
pub fn rename(shelf: &dyn Shelf, id: &str, name: &str, now: u64, fresh: &mut Fresh) -> Result<(), Trouble> {
    let mut record = record(shelf, id)?;
    name.clone_into(&mut record.head.name);
    record.head.untouched = false;
    put(shelf, id, record, now, fresh)
}

/// Deletes a scenario; it can come back.
///
/// # Errors
/// See [`Trouble`].
pub fn delete(shelf: &dyn Shelf, id: &str, now: u64, fresh: &mut Fresh) -> Result<(), Trouble> {
    let mut record = record(shelf, id)?;
    record.head.deleted = Some(now);
    put(shelf, id, record, now, fresh)
}

/// Brings a deleted scenario back.
///
/// # Errors
/// See [`Trouble`].
pub fn undelete(shelf: &dyn Shelf, id: &str, now: u64, fresh: &mut Fresh) -> Result<(), Trouble> {
    let mut record = record(shelf, id)?;
    record.head.deleted = None;
    put(shelf, id, record, now, fresh)
}

/// Takes a scenario that was deleted, and its history, away for ever. One that was not deleted stays.
pub fn purge(shelf: &dyn Shelf, id: &str) {
    if record(shelf, id).is_ok_and(|record| record.head.deleted.is_some()) {
        shelf.remove(&record_key(id));
        shelf.remove(&revisions_key(id));
    }
}

/// Takes something that cannot be read away for ever. What can be read stays.
pub fn discard(shelf: &dyn Shelf, key: &str) {
    if list(shelf).aside.iter().any(|aside| aside.key == key) {
        shelf.remove(key);
    }
}

/// Makes an earlier state the present one, which stays in the history.
///
/// # Errors
/// See [`Trouble`].
pub fn restore(
    shelf: &dyn Shelf,
    id: &str,
    revision: &Revision,
    now: u64,
    fresh: &mut Fresh,
) -> Result<(), Trouble> {
    let mut record = record(shelf, id)?;
    let restored = Scenario::from_json(&revision.scenario).map_err(|_| Trouble::Gone)?;
    let present =
        Revision { time: record.head.edited, why: Why::Restored, scenario: record.scenario.clone() };
    history::add(shelf, id, present, now, fresh)?;
    record.scenario = flat(&restored.to_json());
    record.head.edited = now;
    record.head.untouched = false;
    put(shelf, id, record, now, fresh)
}
