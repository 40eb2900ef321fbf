//! Whatever two tabs do, nothing that was saved is lost.

use std::collections::BTreeMap;

use proptest::prelude::*;
use ramplay_workspace::{Fresh, Record, Saved, Session, Shelf, library};

use crate::support::{Memory, scenario, stored, text_of};

/// Something that a tab does.
#[derive(Debug, Clone)]
enum Step {
    /// Types and saves, after so many minutes.
    Edit(usize, u64),
    /// Types the text of an earlier step again.
    Undo(usize),
    /// Takes what the other tab stored, if it has nothing unsaved.
    Adopt(usize),
    /// Loads its scenario again.
    Reload(usize),
    /// Chooses after the last conflict: theirs, or its own.
    TakeTheirs(usize),
    Overwrite(usize),
    /// Deletes and brings back in the list.
    Delete(usize),
    Undelete,
    Duplicate(usize),
    /// Room for so many bytes more.
    Room(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let tab = 0..2usize;
    let step = prop_oneof![
        6 => (tab.clone(), 0..2u64).prop_map(|(tab, minutes)| Step::Edit(tab, minutes)),
        1 => tab.clone().prop_map(Step::Undo),
        1 => tab.clone().prop_map(Step::Adopt),
        1 => tab.clone().prop_map(Step::Reload),
        1 => tab.clone().prop_map(Step::TakeTheirs),
        1 => tab.clone().prop_map(Step::Overwrite),
        1 => tab.clone().prop_map(Step::Delete),
        1 => Just(Step::Undelete),
        1 => tab.prop_map(Step::Duplicate),
        1 => (0..6_000usize).prop_map(Step::Room),
    ];
    proptest::collection::vec(step, 1..25)
}

struct Tab {
    session: Session,
    text: String,
    conflict: Option<String>,
}

proptest! {
    #[test]
    fn two_tabs_lose_nothing(steps in steps()) {
        let memory = Memory::new();
        let first = stored(&memory, 1, "ours", "text 0.", 0);
        let second = crate::support::joined(&memory, &first, 2);
        let tab = |session| Tab { session, text: "text 0.".to_owned(), conflict: None };
        let mut tabs = [tab(first), tab(second)];
        let mut list = Fresh::new(3);
        let mut now = 0;
        let mut written = vec!["text 0.".to_owned()];
        // Revisions go only when storage is full, and then it is said: all of this is within an hour.
        let mut thinned = false;
        for (count, step) in steps.into_iter().enumerate() {
            now += 60_000;
            match step {
                Step::Edit(at, minutes) => {
                    now += minutes * 60_000;
                    edit(&memory, &mut tabs[at], format!("text {}.", count + 1), now, &mut written, &mut thinned);
                }
                Step::Undo(at) => {
                    let text = written[written.len() / 2].clone();
                    edit(&memory, &mut tabs[at], text, now, &mut written, &mut thinned);
                }
                Step::Adopt(at) => {
                    let tab = &mut tabs[at];
                    // Only a tab without unsaved edits follows.
                    if written.contains(&tab.text) && let Some(record) = tab.session.adopt(&memory) {
                        tab.text = text_of(&record.scenario);
                    }
                }
                Step::Reload(at) => {
                    let tab = &mut tabs[at];
                    let id = tab.session.id().map(str::to_owned).unwrap_or_default();
                    if let Some((session, record)) = Session::load(&memory, &id, tab.session.fresh()) {
                        tab.text = text_of(&record.scenario);
                        tab.session = session;
                    }
                }
                Step::TakeTheirs(at) => {
                    let tab = &mut tabs[at];
                    if let Some(theirs) = tab.conflict.take()
                        && let Some(record) = tab.session.take_theirs(&memory, &theirs, now)
                    {
                        tab.text = text_of(&record.scenario);
                    }
                }
                Step::Overwrite(at) => {
                    let tab = &mut tabs[at];
                    if let Some(theirs) = tab.conflict.take() {
                        let before = memory.all().len();
                        let result = tab.session.overwrite(&memory, &theirs, &scenario(&tab.text), now);
                        if result.is_ok() && !written.contains(&tab.text) {
                            written.push(tab.text.clone());
                        }
                        thinned |= memory.room.get() < usize::MAX && memory.all().len() < before + 2_000;
                    }
                }
                Step::Delete(at) => {
                    let id = tabs[at].session.id().map(str::to_owned).unwrap_or_default();
                    let _ = library::delete(&memory, &id, now, &mut list);
                }
                Step::Undelete => {
                    for entry in library::list(&memory).deleted {
                        let _ = library::undelete(&memory, &entry.id, now, &mut list);
                    }
                }
                Step::Duplicate(at) => {
                    let id = tabs[at].session.id().map(str::to_owned).unwrap_or_default();
                    let _ = library::duplicate(&memory, &id, now, &mut list);
                }
                Step::Room(bytes) => memory.room.set(memory.used() + bytes),
            }
            // Whatever happened: everything stored can be read, and what was saved is there.
            let listing = library::list(&memory);
            prop_assert_eq!(&listing.aside, &[]);
            let all = memory.all();
            let lost: Vec<&String> = written.iter().filter(|text| !all.contains(&**text)).collect();
            if thinned {
                let present = |tab: &Tab| tab.session.id().and_then(|id| memory.get(&ramplay_workspace::record_key(id)));
                prop_assert!(tabs.iter().all(|tab| present(tab).is_some_and(|text| Record::read(&text).is_some())));
            } else {
                prop_assert!(lost.is_empty(), "lost: {lost:?}");
            }
        }
    }

    /// Arbitrary texts under the keys of this program break nothing and are still there afterwards.
    #[test]
    fn any_storage_is_survived(
        texts in proptest::collection::vec(
            ("ramplay\\.(record|revisions|aside|open|scenario)\\.?[0-9a-f-]{0,6}", "(ramplay/1 [0-9a-f]{1,3} [0-9]{1,3} [0-9]{1,3} - own x\n)?\\PC{0,40}(\n[0-9]{1,4} edited \\PC{0,20}){0,3}"),
            0..8,
        ),
    ) {
        let memory = Memory::new();
        for (key, text) in &texts {
            memory.put(key, text).unwrap();
        }
        let mut start = crate::support::opened(&memory, 1, 1_000_000);
        if start.text.is_some() {
            start.session.detach();
        }
        start.session.save(&memory, &scenario("mine"), 1_000_001).unwrap();
        let _ = library::list(&memory);
        let all = memory.all();
        prop_assert!(all.contains("mine"));
        // Of a key that is there twice only the last text was ever stored.
        let stored: BTreeMap<_, _> = texts.into_iter().collect();
        for (key, text) in stored.iter().filter(|(key, _)| *key != "ramplay.open") {
            prop_assert!(all.contains(text.as_str()), "{key}: {text:?}");
        }
    }
}

fn edit(
    memory: &Memory,
    tab: &mut Tab,
    text: String,
    now: u64,
    written: &mut Vec<String>,
    thinned: &mut bool,
) {
    tab.text = text;
    match tab.session.save(memory, &scenario(&tab.text), now) {
        Ok(Saved::Unchanged) => {}
        Ok(Saved::Written { thinned: gone }) => {
            *thinned |= gone;
            written.push(tab.text.clone());
        }
        Ok(Saved::Copied(conflict)) => {
            tab.conflict = Some(conflict.theirs);
            written.push(tab.text.clone());
        }
        Err(_) => {}
    }
}
