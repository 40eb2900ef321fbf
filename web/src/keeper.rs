//! Keeps the scenario in the browser's storage: a moment after an edit, and when the page goes away.

use gloo::timers::callback::Timeout;
use ramplay_playground::{Action, Scenario, State};
use ramplay_workspace::{NotStored, Record, Saved, Session, Shelf as _, Start, record_key, start};

use ramplay_parts::shelf::{Local, fresh, now, opened_here};

use crate::shell;

/// How long nobody must have edited before it is stored.
const PAUSE_MS: u32 = 400;
/// How long an edit waits at most.
const PATIENCE_MS: u64 = 2_000;

/// What this tab has open, and whether it is stored.
#[derive(Debug)]
pub(crate) struct Keeper {
    session: Session,
    /// What was open before, as long as it can come back.
    before: Option<Session>,
    /// The own work, while what a link holds is shown, and since when some of it is not stored.
    own: Option<(Session, Option<u64>)>,
    /// Since when something is not stored.
    since: Option<u64>,
    pause: Option<Timeout>,
    failed: bool,
}

/// What is stored of the scenario that this tab has open.
pub(crate) fn stored() -> Option<String> {
    let id = opened_here().filter(|id| !id.is_empty())?;
    let text = Local.get(&record_key(&id))?;
    Some(Record::read(&text).map_or(text, |record| record.scenario))
}

impl Keeper {
    /// What this visit starts with: the text that was stored, and the title.
    pub(crate) fn start() -> (Self, Option<String>, String) {
        let Start { session, text } = start(&Local, opened_here().as_deref(), now(), fresh());
        let title = session.name.clone();
        (Keeper { session, before: None, own: None, since: None, pause: None, failed: false }, text, title)
    }

    /// Whether it is what this tab had open before it was loaded again.
    pub(crate) fn goes_on(&self) -> bool {
        self.session.id().is_some() && self.session.id() == opened_here().as_deref()
    }

    /// What was stored cannot be read: it stays there, and what is edited goes elsewhere.
    pub(crate) fn detach(&mut self) {
        self.session.detach();
    }

    /// Something was edited: `save` is called in a moment.
    pub(crate) fn edited(&mut self, save: impl FnOnce() + 'static) {
        let now = now();
        let since = *self.since.get_or_insert(now);
        if self.pause.is_none() || now.saturating_sub(since) < PATIENCE_MS {
            self.pause = Some(Timeout::new(PAUSE_MS, save));
        }
    }

    /// Stores what is not stored; what came of it.
    pub(crate) fn save(&mut self, state: &State) -> Option<Action> {
        self.since?;
        self.pause = None;
        self.session.name.clone_from(&state.title);
        let saved = self.session.save(&Local, &state.scenario.to_json(), now());
        self.after(saved)
    }

    fn after(&mut self, saved: Result<Saved, NotStored>) -> Option<Action> {
        let Ok(saved) = saved else {
            self.failed = true;
            return Some(Action::StoreFailed);
        };
        self.since = None;
        if self.session.id() != opened_here().as_deref() {
            shell::remember(self.session.id());
        }
        let failed = std::mem::take(&mut self.failed);
        if saved != Saved::Unchanged {
            // The address no longer tells what is shown.
            shell::clear_link();
        }
        match saved {
            Saved::Copied(conflict) => {
                Some(Action::Copied(self.session.name.clone(), conflict.theirs, conflict.deleted))
            }
            Saved::Written { thinned: true } => Some(Action::Thinned),
            Saved::Written { .. } | Saved::Unchanged => failed.then_some(Action::Stored),
        }
    }

    /// Another scenario is begun in place of this one, which was stored.
    pub(crate) fn begin(&mut self, untouched: bool) {
        self.session.leave(&Local);
        let session = Session::begin("", untouched, self.session.fresh());
        let left = std::mem::replace(&mut self.session, session);
        self.before = Some(match self.own.take() {
            // What a link holds is in the link: what comes back is the own work.
            Some((own, _)) if left.id().is_none() => {
                own.leave(&Local);
                own
            }
            _ => left,
        });
        self.clear();
        shell::remember(None);
    }

    /// What a link holds is shown, and stored only when a person wants it so. The own work stays as it is, stored or not.
    pub(crate) fn set_aside(&mut self) {
        let session = Session::begin("", false, self.session.fresh());
        let left = std::mem::replace(&mut self.session, session);
        let since = self.since;
        self.own.get_or_insert((left, since));
        self.before = None;
        self.clear();
    }

    /// The own work is shown again; or what another tab has made of it.
    pub(crate) fn come_back(&mut self) -> Option<Action> {
        let (own, since) = self.own.take()?;
        self.session.leave(&Local);
        self.session = own.with(self.session.fresh());
        self.clear();
        self.since = since;
        if self.session.id() != opened_here().as_deref() {
            shell::remember(self.session.id());
        }
        self.follow(None)
    }

    /// What was open before is open again.
    pub(crate) fn back(&mut self) {
        let Some(before) = self.before.take() else { return };
        self.session.leave(&Local);
        self.session = before.with(self.session.fresh());
        // It may never have been stored, or have been an example that went when it was left.
        self.since = self.session.id().map(|_| now());
        shell::remember(self.session.id());
    }

    /// A stored scenario; none if it is not there any more.
    pub(crate) fn fetch(&mut self, id: &str) -> Option<Action> {
        let (session, record) = Session::load(&Local, id, self.session.fresh())?;
        let action = load(record)?;
        if self.session.id() != Some(id) {
            self.session.leave(&Local);
        }
        self.take(session);
        Some(action)
    }

    /// What another tab stored in place of the copy.
    pub(crate) fn take_theirs(&mut self, id: &str) -> Option<Action> {
        let mut session = self.session.clone();
        let action = load(session.take_theirs(&Local, id, now())?)?;
        self.take(session);
        Some(action)
    }

    /// Puts the scenario in place of what another tab stored.
    pub(crate) fn overwrite(&mut self, id: &str, state: &State) -> Option<Action> {
        let written = self.session.overwrite(&Local, id, &state.scenario.to_json(), now());
        self.after(written.map(|()| Saved::Unchanged))
            .or_else(|| Some(Action::SetTitle(self.session.name.clone())))
    }

    /// What is stored under this key, or any, was written elsewhere. If it is this scenario, and without edits that
    /// are not stored, that is what is shown.
    pub(crate) fn follow(&mut self, key: Option<&str>) -> Option<Action> {
        let is_here = key.is_none() || key == self.session.id().map(record_key).as_deref();
        if self.since.is_some() || !is_here {
            return None;
        }
        self.session.adopt(&Local).and_then(load)
    }

    /// A part of the page wrote what is stored under an id.
    pub(crate) fn look(&mut self, id: &str) -> Option<Action> {
        if self.session.id() != Some(id) {
            return None;
        }
        let record = Local.get(&record_key(id)).and_then(|text| Record::read(&text));
        if record.is_none_or(|record| record.head.deleted.is_some()) {
            self.begin(true);
            self.before = None;
            return Some(Action::Load(Box::new(ramplay_playground::example()), String::new()));
        }
        self.follow(None)
    }

    fn take(&mut self, session: Session) {
        self.session = session;
        (self.before, self.own) = (None, None);
        self.clear();
        shell::remember(self.session.id());
    }

    fn clear(&mut self) {
        self.since = None;
        self.pause = None;
    }
}

/// Shows a stored scenario.
fn load(record: Record) -> Option<Action> {
    let scenario = Scenario::from_json(&record.scenario).ok()?;
    Some(Action::Load(Box::new(scenario), record.head.name))
}
