//! What one tab has open.

use crate::history::{self, Revision, Why};
use crate::key::{ASIDE, Fresh, record_key, revisions_key};
use crate::record::{Head, Record, flat, plain_name};
use crate::shelf::{NotStored, Shelf};

/// A tab's hold on a scenario. The scenario itself is handed in, as JSON, when it is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The name of the scenario; may be empty.
    pub name: String,
    place: Option<Place>,
    untouched: bool,
    fresh: Fresh,
}

/// Where the scenario is stored, and what this tab last saw there.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    id: String,
    stamp: String,
    created: u64,
    /// When the last revision is of, once it was looked up.
    last: Last,
}

/// When the last revision is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Unknown,
    Known(Option<u64>),
}

/// What saving came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// Everything was stored already.
    Unchanged,
    /// It is stored.
    Written {
        /// Whether older revisions had to go because storage is full.
        thinned: bool,
    },
    /// Another tab had stored something else in the meantime: both are kept, and this tab goes on with a copy.
    Copied(Conflict),
}

/// Another tab stored something that this one had not seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The id of what the other tab stored.
    pub theirs: String,
    /// Whether it deleted the scenario.
    pub deleted: bool,
}

impl Session {
    /// A scenario that is not stored yet. `untouched` if it is an example as it comes, which nobody misses.
    pub fn begin(name: &str, untouched: bool, fresh: Fresh) -> Self {
        Session { name: plain_name(name), place: None, untouched, fresh }
    }

    /// What is stored under this id, with its scenario as JSON. None if there is nothing that can be read.
    pub fn load(shelf: &dyn Shelf, id: &str, fresh: Fresh) -> Option<(Self, Record)> {
        let record = Record::read(&shelf.get(&record_key(id))?)?;
        let Head { stamp, created, untouched, name, .. } = record.head.clone();
        let place = Place { id: id.to_owned(), stamp, created, last: Last::Unknown };
        Some((Session { name, place: Some(place), untouched, fresh }, record))
    }

    /// The id under which the scenario is stored, once it is.
    pub fn id(&self) -> Option<&str> {
        self.place.as_ref().map(|place| &*place.id)
    }

    /// Goes on as a scenario that is not stored: what is stored there cannot be used.
    pub fn detach(&mut self) {
        self.place = None;
        self.name.clear();
    }

    /// The same with a later maker of ids and stamps.
    #[must_use]
    pub fn with(self, fresh: Fresh) -> Self {
        Session { fresh, ..self }
    }

    /// The maker of ids and stamps of this tab, for the next session.
    pub fn fresh(&self) -> Fresh {
        self.fresh.clone()
    }

    /// Stores the scenario, unless that would overwrite what another tab stored: then it is stored as a copy.
    ///
    /// # Errors
    /// When storage is full or denied. What was stored is then as it was.
    pub fn save(&mut self, shelf: &dyn Shelf, scenario: &str, now: u64) -> Result<Saved, NotStored> {
        let scenario = flat(scenario);
        let Some(place) = &mut self.place else {
            return self.write_new(shelf, scenario, now).map(|()| Saved::Written { thinned: false });
        };
        let key = record_key(&place.id);
        let Some(stored) = shelf.get(&key) else {
            // Somebody emptied the storage; nothing is overwritten.
            place.last = Last::Unknown;
            return self.write(shelf, scenario, now).map(|thinned| Saved::Written { thinned });
        };
        let stored = Record::read(&stored);
        let is_as_seen = stored.as_ref().is_some_and(|stored| stored.head.stamp == place.stamp);
        let is_same = stored.as_ref().is_some_and(|stored| {
            stored.scenario == scenario && stored.head.name == self.name && stored.head.deleted.is_none()
        });
        match stored {
            Some(stored) if is_same => {
                place.stamp = stored.head.stamp;
                Ok(Saved::Unchanged)
            }
            Some(stored) if is_as_seen => {
                let edits = stored.scenario != scenario;
                self.untouched &= !edits;
                let kept = if edits { self.keep(shelf, stored, now) } else { Ok(false) };
                // The present state is worth more than the history.
                let thinned = self.write(shelf, scenario, now)?;
                Ok(Saved::Written { thinned: thinned || kept != Ok(false) })
            }
            theirs => {
                let conflict = Conflict {
                    theirs: place.id.clone(),
                    deleted: theirs.is_some_and(|theirs| theirs.head.deleted.is_some()),
                };
                let before = self.clone();
                self.untouched = false;
                self.name = copy_name(&self.name);
                match self.write_new(shelf, scenario, now) {
                    Ok(()) => Ok(Saved::Copied(conflict)),
                    Err(error) => {
                        *self = before;
                        Err(error)
                    }
                }
            }
        }
    }

    /// Keeps what is stored as a revision, if it is time for one. Whether older ones had to go.
    fn keep(&mut self, shelf: &dyn Shelf, stored: Record, now: u64) -> Result<bool, NotStored> {
        let Some(place) = &mut self.place else { return Ok(false) };
        let time = stored.head.edited;
        let last = match place.last {
            Last::Known(last) => last,
            Last::Unknown => history::last(shelf, &place.id),
        };
        place.last = Last::Known(last);
        if !history::is_due(last, time, now) {
            return Ok(false);
        }
        place.last = Last::Known(Some(time));
        let revision = Revision { time, why: Why::Edited, scenario: stored.scenario };
        history::add(shelf, &place.id, revision, now, &mut self.fresh)
    }

    /// Writes to a new place.
    fn write_new(&mut self, shelf: &dyn Shelf, scenario: String, now: u64) -> Result<(), NotStored> {
        let id = self.fresh.next(now);
        let place = Place { id, stamp: String::new(), created: now, last: Last::Known(None) };
        let before = self.place.replace(place);
        let written = self.write(shelf, scenario, now);
        if written.is_err() {
            self.place = before;
        }
        written.map(drop)
    }

    /// Writes to the place. Whether revisions had to go for it.
    fn write(&mut self, shelf: &dyn Shelf, scenario: String, now: u64) -> Result<bool, NotStored> {
        let Some(place) = &mut self.place else { return Err(NotStored) };
        let stamp = self.fresh.next(now);
        let head = Head {
            stamp: stamp.clone(),
            created: place.created,
            edited: now,
            deleted: None,
            untouched: self.untouched,
            name: plain_name(&self.name),
        };
        let (key, text) = (record_key(&place.id), Record { head, scenario }.write());
        let mut thinned = false;
        while shelf.put(&key, &text).is_err() {
            if !history::halve(shelf, &place.id) {
                return Err(NotStored);
            }
            thinned = true;
        }
        place.stamp = stamp;
        Ok(thinned)
    }

    /// What another tab stored here, as far as this tab has not seen it. Only to be used when nothing is unsaved.
    pub fn adopt(&mut self, shelf: &dyn Shelf) -> Option<Record> {
        let place = self.place.as_mut()?;
        let record = Record::read(&shelf.get(&record_key(&place.id))?)?;
        if record.head.stamp == place.stamp || record.head.deleted.is_some() {
            return None;
        }
        place.stamp.clone_from(&record.head.stamp);
        place.last = Last::Unknown;
        self.name.clone_from(&record.head.name);
        self.untouched = record.head.untouched;
        Some(record)
    }

    /// Leaves for another scenario. An example that nobody touched is not worth keeping.
    pub fn leave(&self, shelf: &dyn Shelf) {
        if self.untouched {
            self.remove(shelf);
        }
    }

    /// Takes away what is stored, if this tab knows it.
    fn remove(&self, shelf: &dyn Shelf) {
        let Some(place) = &self.place else { return };
        let key = record_key(&place.id);
        let stored = shelf.get(&key).and_then(|text| Record::read(&text));
        if stored.is_some_and(|stored| stored.head.stamp == place.stamp) {
            shelf.remove(&key);
            shelf.remove(&revisions_key(&place.id));
        }
    }

    /// Takes away a copy that is stored elsewhere now. If it has a history of its own, it can come back.
    fn retire(&self, shelf: &dyn Shelf, now: u64, fresh: &mut Fresh) {
        match self.id() {
            Some(id) if history::last(shelf, id).is_some() => {
                // Without room for the mark it stays as it is.
                let _ = crate::library::delete(shelf, id, now, fresh);
            }
            _ => self.remove(shelf),
        }
    }

    /// After a conflict: goes on with what the other tab stored. The copy of this one is deleted, and can come back.
    pub fn take_theirs(&mut self, shelf: &dyn Shelf, theirs: &str, now: u64) -> Option<Record> {
        let (session, record) = Session::load(shelf, theirs, self.fresh())?;
        if let Some(place) = self.place.take().filter(|place| place.id != theirs) {
            // Without room for the mark it stays as it is.
            let _ = crate::library::delete(shelf, &place.id, now, &mut self.fresh);
        }
        *self = Session { fresh: self.fresh(), ..session };
        Some(record)
    }

    /// After a conflict: puts this tab's state in the place of the other's, which stays in the history.
    ///
    /// # Errors
    /// When there is no room to keep both.
    pub fn overwrite(
        &mut self,
        shelf: &dyn Shelf,
        theirs: &str,
        scenario: &str,
        now: u64,
    ) -> Result<(), NotStored> {
        let key = record_key(theirs);
        let stored = shelf.get(&key);
        let mut head = None;
        if let Some(text) = stored {
            if let Some(Record { head: seen, scenario }) = Record::read(&text) {
                let revision = Revision { time: seen.edited, why: Why::Overwritten, scenario };
                history::add(shelf, theirs, revision, now, &mut self.fresh)?;
                head = Some(seen);
            } else {
                shelf.put(&format!("{ASIDE}{}", self.fresh.next(now)), &text)?;
            }
        }
        let copy = self.clone();
        if let Some(head) = head {
            self.name = head.name;
        }
        let created = copy.place.as_ref().map_or(now, |place| place.created);
        self.place =
            Some(Place { id: theirs.to_owned(), stamp: String::new(), created, last: Last::Unknown });
        match self.write(shelf, flat(scenario), now) {
            Ok(_) => {
                copy.retire(shelf, now, &mut self.fresh);
                Ok(())
            }
            Err(error) => {
                *self = copy;
                Err(error)
            }
        }
    }
}

/// The name of a copy: the next number in brackets.
pub(crate) fn copy_name(name: &str) -> String {
    let number = name.strip_suffix(')').and_then(|name| name.rsplit_once(" ("));
    let number = number.and_then(|(stem, number)| Some((stem, number.parse::<u32>().ok()?)));
    match number {
        Some((stem, number)) if number < u32::MAX => format!("{stem} ({})", number + 1),
        _ => format!("{name} (2)"),
    }
}
