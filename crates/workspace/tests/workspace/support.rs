//! A storage as browsers have it, and what a tab does with it.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use ramplay_playground::{Body, Scenario, example};
use ramplay_workspace::{Fresh, NotStored, Saved, Session, Shelf, Start, start};

/// A storage with room for so many bytes.
#[derive(Debug)]
pub(crate) struct Memory {
    pub(crate) texts: RefCell<BTreeMap<String, String>>,
    pub(crate) room: Cell<usize>,
}

impl Memory {
    pub(crate) fn new() -> Self {
        Memory { texts: RefCell::default(), room: Cell::new(usize::MAX) }
    }

    pub(crate) fn used(&self) -> usize {
        self.texts.borrow().iter().map(|(key, text)| key.len() + text.len()).sum()
    }

    /// Everything that is stored, as one text.
    pub(crate) fn all(&self) -> String {
        self.texts.borrow().values().cloned().collect::<Vec<_>>().join("\n")
    }
}

impl Shelf for Memory {
    fn get(&self, key: &str) -> Option<String> {
        self.texts.borrow().get(key).cloned()
    }

    fn put(&self, key: &str, text: &str) -> Result<(), NotStored> {
        let before = self.texts.borrow().get(key).map_or(0, |text| key.len() + text.len());
        if self.used() - before + key.len() + text.len() > self.room.get() {
            return Err(NotStored);
        }
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) {
        self.texts.borrow_mut().remove(key);
    }

    fn keys(&self) -> Vec<String> {
        self.texts.borrow().keys().cloned().collect()
    }
}

/// The example with this as the text of its first policy.
pub(crate) fn scenario(text: &str) -> String {
    let mut scenario = example();
    scenario.policies[0].body = Body::Document(text.to_owned());
    scenario.to_json()
}

/// The text of the first policy.
pub(crate) fn text_of(json: &str) -> String {
    match &Scenario::from_json(json).unwrap().policies[0].body {
        Body::Document(text) => text.clone(),
        Body::System(name) => panic!("{name}"),
    }
}

pub(crate) fn opened(memory: &Memory, tab: u32, now: u64) -> Start {
    start(memory, None, now, Fresh::new(tab))
}

/// A tab whose scenario is stored.
pub(crate) fn stored(memory: &Memory, tab: u32, name: &str, text: &str, now: u64) -> Session {
    let mut session = Session::begin(name, false, Fresh::new(tab));
    assert_eq!(session.save(memory, &scenario(text), now), Ok(Saved::Written { thinned: false }));
    session
}

/// A tab that opens what another one stored.
pub(crate) fn joined(memory: &Memory, other: &Session, tab: u32) -> Session {
    Session::load(memory, other.id().unwrap(), Fresh::new(tab)).unwrap().0
}
