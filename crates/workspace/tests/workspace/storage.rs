//! Storage that is full, broken, or somebody else's.

use ramplay_workspace::library::{self, Trouble};
use ramplay_workspace::{Fresh, LAST, OLD, Record, Revision, Saved, Shelf, Why, history, record_key};

use crate::support::{Memory, opened, scenario, stored, text_of};

const MINUTE: u64 = 60_000;

#[test]
fn a_record_is_read_as_it_was_written() {
    for name in ["", "a", "two words ", "许可 😀", " - own 7 "] {
        let memory = Memory::new();
        let session = stored(&memory, 7, name, "x", 123);
        let text = memory.get(&record_key(session.id().unwrap())).unwrap();
        let record = Record::read(&text).unwrap();
        assert_eq!(record.head.name, name);
        assert_eq!((record.head.created, record.head.edited, record.head.deleted), (123, 123, None));
        assert_eq!(record.write(), text);
    }
    let memory = Memory::new();
    let session = stored(&memory, 7, "two\nlines\r", "x", 1);
    assert_eq!(library::scenario(&memory, session.id().unwrap()).unwrap().0.name, "two lines ");
}

#[test]
fn what_is_no_record_is_none() {
    for text in [
        "",
        "\n",
        "{}",
        "ramplay/1\n{}",
        "ramplay/2 a 1 1 - own \n{}",
        "ramplay/1 a x 1 - own \n{}",
        "ramplay/1 a 1 1 soon own \n{}",
        "ramplay/1 a 1 1 - nobody \n{}",
        "ramplay/1 a 1 1 - own\n{}",
        "ramplay/1 a 1 1 - own name",
    ] {
        assert_eq!(Record::read(text), None, "{text:?}");
    }
}

#[test]
fn when_storage_is_full_the_old_record_stays_whole() {
    let memory = Memory::new();
    let mut session = stored(&memory, 1, "", "old", 0);
    let before = memory.all();
    memory.room.set(memory.used());
    assert!(session.save(&memory, &scenario(&"new".repeat(99)), 5).is_err());
    assert_eq!(memory.all(), before);
    // With room again the next save stores it all.
    memory.room.set(usize::MAX);
    assert!(session.save(&memory, &scenario("newest"), 9).is_ok());
    assert!(memory.all().contains("newest"));
}

#[test]
fn when_storage_is_full_older_revisions_make_room_and_that_is_said() {
    let memory = Memory::new();
    let mut session = stored(&memory, 1, "", "0", 0);
    let id = session.id().unwrap().to_owned();
    for step in 1..9 {
        session.save(&memory, &scenario(&format!("step {step}")), step * 2 * MINUTE).unwrap();
    }
    assert_eq!(history::of(&memory, &id).0.len(), 8);
    memory.room.set(memory.used() + 200);
    let saved = session.save(&memory, &scenario(&"long".repeat(200)), 20 * MINUTE);
    assert_eq!(saved, Ok(Saved::Written { thinned: true }));
    let left = history::of(&memory, &id).0;
    assert!(!left.is_empty() && left.len() < 8);
    assert_eq!(text_of(&left.last().unwrap().scenario), "step 8", "the newest stay");
}

#[test]
fn what_cannot_be_read_is_listed_and_stays_until_a_person_says_so() {
    let memory = Memory::new();
    let good = stored(&memory, 1, "good", "x", 1);
    let odd = [
        ("ramplay.record.1-2-3", "not a record"),
        ("ramplay.record.../etc", "ramplay/1 a 1 1 - own \n{}"),
        ("ramplay.record.a-b-c", "ramplay/1 a 1 1 - own broken\n{\"version\": 9}"),
        ("ramplay.revisions.d-e-f", "1 edited {}"),
        ("ramplay.aside.0", "kept"),
    ];
    for (key, text) in odd {
        memory.put(key, text).unwrap();
    }
    memory.put("ramplay.lang", "en").unwrap();
    memory.put("somebody.else", "?").unwrap();
    let listing = library::list(&memory);
    assert_eq!(listing.scenarios.len(), 1);
    let mut found: Vec<_> = listing.aside.iter().map(|aside| (&*aside.key, &*aside.text)).collect();
    found.sort_unstable();
    let mut expected = odd.to_vec();
    expected.sort_unstable();
    assert_eq!(found, expected);
    assert!(listing.aside.iter().any(|aside| aside.why.contains("version `9`")));
    // Only what cannot be read can be discarded.
    for key in ["ramplay.lang", "somebody.else", &record_key(good.id().unwrap())] {
        library::discard(&memory, key);
        assert!(memory.get(key).is_some(), "{key}");
    }
    for (key, _) in odd {
        library::discard(&memory, key);
        assert_eq!(memory.get(key), None);
    }
}

#[test]
fn a_tab_whose_scenario_cannot_be_read_starts_anew_and_leaves_it() {
    let memory = Memory::new();
    memory.put("ramplay.record.1-2", "nonsense").unwrap();
    memory.put(LAST, "1-2").unwrap();
    let first = opened(&memory, 1, 5);
    assert_eq!(first.text.as_deref(), Some("nonsense"));
    let mut session = first.session;
    session.save(&memory, &scenario("new"), 6).unwrap();
    assert_eq!(memory.get("ramplay.record.1-2").as_deref(), Some("nonsense"));
    // An id that is none is not followed.
    memory.put(LAST, "../x").unwrap();
    assert_eq!(opened(&memory, 1, 7).text, None);
    // What an earlier version stored is opened whatever it is.
    memory.put(OLD, "{ broken").unwrap();
    assert_eq!(opened(&memory, 1, 8).text.as_deref(), Some("{ broken"));
    assert_eq!(library::list(&memory).aside.len(), 2);
}

#[test]
fn broken_lines_of_a_history_are_put_aside() {
    let memory = Memory::new();
    let mut session = stored(&memory, 1, "", "0", 0);
    let id = session.id().unwrap().to_owned();
    session.save(&memory, &scenario("1"), 5 * MINUTE).unwrap();
    let key = format!("ramplay.revisions.{id}");
    let text = memory.get(&key).unwrap();
    memory.put(&key, &format!("garbage 许可\n{text}12 nobody {{}}\n")).unwrap();
    assert_eq!(history::of(&memory, &id).1.len(), 2);
    let mut session = crate::support::joined(&memory, &session, 2);
    session.save(&memory, &scenario("2"), 10 * MINUTE).unwrap();
    let (revisions, odd) = history::of(&memory, &id);
    assert_eq!((revisions.len(), odd.len()), (2, 0));
    let aside = library::list(&memory).aside;
    assert_eq!(aside.len(), 1);
    assert_eq!(aside[0].text, "garbage 许可\n12 nobody {}");
}

#[test]
fn a_scenario_is_duplicated_renamed_deleted_and_brought_back() {
    let memory = Memory::new();
    let session = stored(&memory, 1, "one", "x", 1);
    let id = session.id().unwrap();
    let mut fresh = Fresh::new(2);
    let copy = library::duplicate(&memory, id, 10, &mut fresh).unwrap();
    library::rename(&memory, &copy, "two\n", 20, &mut fresh).unwrap();
    let names =
        || library::list(&memory).scenarios.iter().map(|entry| entry.head.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(), ["two ", "one"], "edited last first");
    library::purge(&memory, id);
    assert_eq!(names().len(), 2, "only what was deleted can be taken away");
    library::delete(&memory, id, 30, &mut fresh).unwrap();
    assert_eq!(names(), ["two "]);
    library::undelete(&memory, id, 40, &mut fresh).unwrap();
    assert_eq!(names(), ["two ", "one"]);
    library::delete(&memory, id, 50, &mut fresh).unwrap();
    library::purge(&memory, id);
    assert_eq!(library::list(&memory).deleted.len(), 0);
    assert_eq!(library::rename(&memory, id, "x", 60, &mut fresh), Err(Trouble::Gone));
    assert_eq!(library::delete(&memory, "../..", 60, &mut fresh), Err(Trouble::Gone));
    memory.room.set(memory.used());
    assert_eq!(library::duplicate(&memory, &copy, 60, &mut fresh), Err(Trouble::NotStored));
    assert_eq!(library::rename(&memory, &copy, "longer name", 60, &mut fresh), Err(Trouble::NotStored));
    assert_eq!(names(), ["two "]);
}

#[test]
fn an_earlier_state_is_restored_and_the_present_one_stays() {
    let memory = Memory::new();
    let mut session = stored(&memory, 1, "", "0", 0);
    let id = session.id().unwrap().to_owned();
    session.save(&memory, &scenario("1"), 5 * MINUTE).unwrap();
    let mut fresh = Fresh::new(2);
    let first = history::of(&memory, &id).0[0].clone();
    library::restore(&memory, &id, &first, 6 * MINUTE, &mut fresh).unwrap();
    assert_eq!(text_of(&library::scenario(&memory, &id).unwrap().1.to_json()), "0");
    let revisions = history::of(&memory, &id).0;
    let last = revisions.last().unwrap();
    assert_eq!((last.why, text_of(&last.scenario).as_str()), (Why::Restored, "1"));
    let broken = Revision { time: 1, why: Why::Edited, scenario: "{".to_owned() };
    assert_eq!(library::restore(&memory, &id, &broken, 7 * MINUTE, &mut fresh), Err(Trouble::Gone));
}

#[test]
fn a_history_stays_small_and_keeps_more_of_what_is_recent() {
    let memory = Memory::new();
    let mut session = stored(&memory, 1, "", "0", 0);
    let id = session.id().unwrap().to_owned();
    // A week of editing, each two minutes of eight hours a day.
    let day = 24 * 60 * MINUTE;
    let mut now = 0;
    for step in 0..7 * 240 {
        now = (step / 240) * day + (step % 240) * 2 * MINUTE + 5;
        session.save(&memory, &scenario(&format!("step {step}")), now).unwrap();
    }
    let revisions = history::of(&memory, &id).0;
    assert!(revisions.len() <= history::MOST);
    let recent = revisions.iter().filter(|revision| now - revision.time < 60 * MINUTE).count();
    assert!(recent >= 28, "{recent} of the last hour");
    assert_eq!(text_of(&revisions[0].scenario), "0", "what it began with");
    // And few, if each is large.
    let large = |step: u64| scenario(&format!("{step}{}", "x".repeat(90_000)));
    for step in 1..20 {
        session.save(&memory, &large(step), now + day + step * 2 * MINUTE).unwrap();
    }
    let bytes: usize = history::of(&memory, &id).0.iter().map(|revision| revision.scenario.len()).sum();
    assert!(bytes <= history::BYTES, "{bytes}");
}
