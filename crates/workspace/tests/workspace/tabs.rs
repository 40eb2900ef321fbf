//! One tab, and two that do not overwrite each other.

use ramplay_workspace::{Conflict, Fresh, LAST, OLD, Saved, Session, Shelf, Why, history, library, start};

use crate::support::{Memory, joined, opened, scenario, stored, text_of};

const MINUTE: u64 = 60_000;
const WRITTEN: Result<Saved, ramplay_workspace::NotStored> = Ok(Saved::Written { thinned: false });

#[test]
fn what_was_stored_is_there_again() {
    let memory = Memory::new();
    let session = stored(&memory, 1, "许可 😀", "a", 5);
    memory.put(LAST, session.id().unwrap()).unwrap();
    let again = opened(&memory, 2, 10);
    assert_eq!(again.session.name, "许可 😀");
    assert_eq!(text_of(&again.text.unwrap()), "a");
    // A tab goes on with its own.
    let other = stored(&memory, 3, "", "b", 6);
    let again = start(&memory, other.id(), 11, Fresh::new(3));
    assert_eq!(text_of(&again.text.unwrap()), "b");
    let fresh = start(&memory, Some(""), 12, Fresh::new(3));
    assert_eq!((fresh.text, fresh.session.id()), (None, None), "a tab with a scenario that was never stored");
}

#[test]
fn the_one_scenario_of_earlier_versions_becomes_one_of_many() {
    let memory = Memory::new();
    memory.put(OLD, &scenario("mine")).unwrap();
    let first = opened(&memory, 1, 5);
    assert_eq!(text_of(first.text.as_ref().unwrap()), "mine");
    assert_eq!(memory.get(OLD), None);
    assert_eq!(memory.get(LAST).as_deref(), first.session.id());
    assert_eq!(library::list(&memory).scenarios.len(), 1);
    // Its first edit keeps it as a revision, on one line.
    let mut session = first.session;
    assert_eq!(session.save(&memory, &scenario("edited"), 9), WRITTEN);
    let (revisions, odd) = history::of(&memory, session.id().unwrap());
    assert_eq!((revisions.len(), odd.len()), (1, 0));
    assert_eq!(text_of(&revisions[0].scenario), "mine");
}

#[test]
fn a_scenario_of_earlier_versions_stays_where_it_is_until_there_is_room() {
    let memory = Memory::new();
    memory.put(OLD, &scenario("mine")).unwrap();
    memory.room.set(memory.used() + 100);
    let first = opened(&memory, 1, 5);
    assert_eq!(text_of(first.text.as_ref().unwrap()), "mine");
    assert_eq!(memory.get(OLD).unwrap(), scenario("mine"));
    assert!(first.session.clone().save(&memory, &scenario("more"), 6).is_err());
    assert_eq!(memory.keys(), [OLD]);
}

#[test]
fn saving_the_same_writes_nothing() {
    let memory = Memory::new();
    let mut session = stored(&memory, 1, "a", "x", 5);
    let before = memory.all();
    assert_eq!(session.save(&memory, &scenario("x"), 900_000), Ok(Saved::Unchanged));
    assert_eq!(memory.all(), before);
    session.name = "b".to_owned();
    assert_eq!(session.save(&memory, &scenario("x"), 900_000), WRITTEN);
    assert_eq!(history::of(&memory, session.id().unwrap()).0.len(), 0, "a name is no edit");
}

#[test]
fn each_pause_of_editing_makes_a_revision() {
    let memory = Memory::new();
    let mut session = stored(&memory, 1, "", "0", 0);
    let id = session.id().unwrap().to_owned();
    let texts = |memory: &Memory| {
        let (revisions, _) = history::of(memory, &id);
        revisions.iter().map(|revision| text_of(&revision.scenario)).collect::<Vec<_>>()
    };
    // Typing for three minutes, a save each ten seconds: a revision a minute, and the one it began with.
    for step in 1..=18 {
        session.save(&memory, &scenario(&step.to_string()), step * 10_000).unwrap();
    }
    assert_eq!(texts(&memory), ["0", "6", "12"]);
    // After a pause what was there is kept.
    session.save(&memory, &scenario("after"), 20 * MINUTE).unwrap();
    assert_eq!(texts(&memory), ["0", "6", "12", "18"]);
}

#[test]
fn a_tab_does_not_overwrite_what_another_stored() {
    let memory = Memory::new();
    let mut mine = stored(&memory, 1, "ours", "0", 0);
    let mut theirs = joined(&memory, &mine, 2);
    let id = mine.id().unwrap().to_owned();
    assert_eq!(theirs.save(&memory, &scenario("theirs"), 10), WRITTEN);
    let conflict = Conflict { theirs: id.clone(), deleted: false };
    assert_eq!(mine.save(&memory, &scenario("mine"), 20), Ok(Saved::Copied(conflict)));
    assert_ne!(mine.id(), Some(&*id));
    assert_eq!(mine.name, "ours (2)");
    let all = library::list(&memory).scenarios;
    assert_eq!(all.len(), 2);
    let read = |id: &str| text_of(&library::scenario(&memory, id).unwrap().1.to_json());
    assert_eq!((read(&id).as_str(), read(mine.id().unwrap()).as_str()), ("theirs", "mine"));
    // From here on both go their ways.
    assert_eq!(mine.save(&memory, &scenario("mine 2"), 30), WRITTEN);
    assert_eq!(theirs.save(&memory, &scenario("theirs 2"), 30), WRITTEN);
}

#[test]
fn after_a_conflict_theirs_is_taken_and_mine_can_come_back() {
    let memory = Memory::new();
    let mut mine = stored(&memory, 1, "ours", "0", 0);
    let mut theirs = joined(&memory, &mine, 2);
    let id = mine.id().unwrap().to_owned();
    theirs.save(&memory, &scenario("theirs"), 10).unwrap();
    mine.save(&memory, &scenario("mine"), 20).unwrap();
    let copy = mine.id().unwrap().to_owned();
    let record = mine.take_theirs(&memory, &id, 30).unwrap();
    assert_eq!(text_of(&record.scenario), "theirs");
    assert_eq!((mine.id(), mine.name.as_str()), (Some(&*id), "ours"));
    let listing = library::list(&memory);
    assert_eq!(listing.deleted.iter().map(|entry| &*entry.id).collect::<Vec<_>>(), [copy.as_str()]);
    library::undelete(&memory, &copy, 40, &mut Fresh::new(9)).unwrap();
    assert_eq!(library::list(&memory).scenarios.len(), 2);
}

#[test]
fn after_a_conflict_mine_is_put_over_theirs_which_stays_in_the_history() {
    let memory = Memory::new();
    let mut mine = stored(&memory, 1, "ours", "0", 0);
    let mut theirs = joined(&memory, &mine, 2);
    let id = mine.id().unwrap().to_owned();
    theirs.save(&memory, &scenario("theirs"), 10).unwrap();
    mine.save(&memory, &scenario("mine"), 20).unwrap();
    mine.overwrite(&memory, &id, &scenario("mine"), 30).unwrap();
    assert_eq!((mine.id(), mine.name.as_str()), (Some(&*id), "ours"));
    assert_eq!(library::list(&memory).scenarios.len(), 1, "the copy is the same and goes");
    let (revisions, _) = history::of(&memory, &id);
    let last = revisions.last().unwrap();
    assert_eq!((last.why, text_of(&last.scenario).as_str()), (Why::Overwritten, "theirs"));
    assert_eq!(mine.save(&memory, &scenario("mine"), 40), Ok(Saved::Unchanged));
}

#[test]
fn without_room_for_both_nothing_is_overwritten() {
    let memory = Memory::new();
    let mut mine = stored(&memory, 1, "ours", "0", 0);
    let mut theirs = joined(&memory, &mine, 2);
    let id = mine.id().unwrap().to_owned();
    theirs.save(&memory, &scenario("theirs"), 10).unwrap();
    memory.room.set(memory.used());
    assert!(mine.save(&memory, &scenario("mine"), 20).is_err());
    assert!(mine.overwrite(&memory, &id, &scenario(&"mine".repeat(999)), 20).is_err());
    assert_eq!((mine.id(), mine.name.as_str()), (Some(&*id), "ours"), "as before");
    assert!(memory.all().contains("theirs"));
    memory.room.set(usize::MAX);
    assert!(matches!(mine.save(&memory, &scenario("mine"), 30), Ok(Saved::Copied(_))));
}

#[test]
fn a_tab_without_edits_of_its_own_follows_the_other() {
    let memory = Memory::new();
    let mut mine = stored(&memory, 1, "ours", "0", 0);
    let mut theirs = joined(&memory, &mine, 2);
    assert_eq!(mine.adopt(&memory), None, "nothing new");
    theirs.name = "renamed".to_owned();
    theirs.save(&memory, &scenario("theirs"), 10).unwrap();
    assert_eq!(text_of(&mine.adopt(&memory).unwrap().scenario), "theirs");
    assert_eq!(mine.name, "renamed");
    assert_eq!(mine.save(&memory, &scenario("mine"), 20), WRITTEN);
}

#[test]
fn what_another_tab_deleted_is_not_brought_back_in_silence() {
    let memory = Memory::new();
    let mut mine = stored(&memory, 1, "ours", "0", 0);
    let id = mine.id().unwrap().to_owned();
    library::delete(&memory, &id, 10, &mut Fresh::new(2)).unwrap();
    assert_eq!(mine.adopt(&memory), None);
    let saved = mine.save(&memory, &scenario("mine"), 20);
    assert_eq!(saved, Ok(Saved::Copied(Conflict { theirs: id.clone(), deleted: true })));
    let listing = library::list(&memory);
    assert_eq!((listing.scenarios.len(), listing.deleted.len()), (1, 1));
    // A tab that opens it later starts with the example.
    memory.put(LAST, &id).unwrap();
    assert_eq!(opened(&memory, 3, 30).text, None);
}

#[test]
fn what_was_taken_out_of_the_storage_is_stored_again() {
    let memory = Memory::new();
    let mut mine = stored(&memory, 1, "ours", "0", 0);
    memory.texts.borrow_mut().clear();
    assert_eq!(mine.save(&memory, &scenario("mine"), 20), WRITTEN);
    assert_eq!(library::list(&memory).scenarios.len(), 1);
}

#[test]
fn an_example_that_nobody_touched_leaves_no_trace() {
    let memory = Memory::new();
    let mut session = Session::begin("an example", true, Fresh::new(1));
    session.save(&memory, &scenario("e"), 5).unwrap();
    assert_eq!(library::list(&memory).scenarios.len(), 1, "a reload finds it");
    session.leave(&memory);
    assert_eq!(memory.keys().len(), 0);
    // Touched, it is somebody's work.
    let mut session = Session::begin("an example", true, Fresh::new(3));
    session.save(&memory, &scenario("e"), 5).unwrap();
    session.save(&memory, &scenario("edited"), 6).unwrap();
    session.leave(&memory);
    assert_eq!(library::list(&memory).scenarios.len(), 1);
    // So it is if another tab touched it.
    let mut session = Session::begin("an example", true, Fresh::new(4));
    session.save(&memory, &scenario("e"), 5).unwrap();
    let mut other = joined(&memory, &session, 2);
    other.save(&memory, &scenario("edited"), 6).unwrap();
    session.leave(&memory);
    assert_eq!(library::list(&memory).scenarios.len(), 2);
}
