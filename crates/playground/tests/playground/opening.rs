//! Scenarios that take the place of another: examples with what to notice in them, and coming back.

use std::collections::BTreeSet;

use ramplay_flink::{Console, LogonMethod, catalogue};
use ramplay_playground::{
    Action, Edit, Effect, Filter, Lesson, Only, Opening, Order, Point, RowId, State, Table, answer,
};
use ramplay_text::Lang;

use crate::support::{identity, with};

fn state() -> State {
    State::new(None, Lang::En)
}

#[test]
fn an_opened_scenario_takes_the_place_of_the_present_one_which_can_come_back() {
    let mut state = state();
    state.update(Action::Edit(Edit::SetLogon(LogonMethod::RdRamUser)));
    assert_eq!(state.update(Action::SetTitle("mine".into())), [Effect::Store]);
    assert_eq!(state.update(Action::SetTitle("mine".into())), []);
    let mine = state.scenario.clone();
    let lesson = Lesson { en: "look".into(), zh: "看".into(), shows: String::new() };
    let other = with(LogonMethod::AccountPurchaser, [identity("a\r\nb")]);
    let opening = Opening { scenario: other, title: "other".into(), lesson: Some(lesson), untouched: true };
    assert_eq!(state.update(Action::Open(Box::new(opening))), [Effect::Begin(true), Effect::Store]);
    assert_eq!((state.title.as_str(), state.lesson.as_ref().unwrap().get(Lang::Zh)), ("other", "看"));
    assert_eq!(state.scenario.policies, [identity("a\nb")]);
    assert_eq!(*state.answer, answer(&state.scenario));
    assert_eq!(state.update(Action::UndoOpen), [Effect::Back]);
    assert_eq!((&state.scenario, state.title.as_str(), &state.lesson), (&mine, "mine", &None));
    assert_eq!(*state.answer, answer(&state.scenario));
    assert_eq!(state.update(Action::UndoOpen), [], "once");
    // The example is nobody's: it is stored when it is edited.
    assert_eq!(state.update(Action::Open(Box::new(Opening::example()))), [Effect::Begin(true)]);
    // What was stored is not stored again.
    assert_eq!(state.update(Action::Fetch("id".into())), [Effect::Fetch("id".into())]);
    assert_eq!(state.update(Action::Load(Box::new(mine.clone()), "mine".into())), []);
    assert_eq!((&state.scenario, state.title.as_str()), (&mine, "mine"));
}

#[test]
fn an_example_is_opened_with_the_row_that_makes_its_point() {
    let mut state = state();
    let open = |shows: &str| {
        let lesson = Lesson { en: "look".into(), zh: "看".into(), shows: shows.into() };
        let scenario = with(LogonMethod::RdRamUser, [identity(shows)]);
        Action::Open(Box::new(Opening {
            scenario,
            title: shows.into(),
            lesson: Some(lesson),
            untouched: true,
        }))
    };
    let filter = Filter { only: Only::Allowed, text: "nothing".into(), order: Order::Verdict };
    state.update(Action::SetFilter(filter));
    state.update(open("logs.pull"));
    let row = state.answer.row("logs.pull");
    assert_eq!(row.and_then(RowId::table), Some(Table::Logstore));
    assert_eq!(state.selected, row);
    assert_eq!(state.point, row.map(|row| (1, Point::Row(row))));
    assert_eq!(state.filter, Filter { order: Order::Verdict, ..Filter::default() }, "it is to be seen");
    state.update(open("drafts"));
    assert_eq!((state.selected, state.point), (None, Some((2, Point::Drafts))));
    state.update(open("nothing"));
    assert_eq!((state.selected, state.point), (None, Some((2, Point::Drafts))), "there is no such row");
    // A person who looked elsewhere can be led there again.
    state.update(open("management"));
    let console = RowId::Console(Console::Management);
    state.update(Action::Select(console));
    assert_eq!(state.selected, None);
    state.update(Action::ShowPoint);
    assert_eq!((state.selected, state.point), (Some(console), Some((4, Point::Row(console)))));
    state.update(Action::DismissLesson);
    state.update(Action::ShowPoint);
    assert_eq!(state.point, Some((4, Point::Row(console))));
}

#[test]
fn what_a_link_holds_leaves_the_lesson_of_the_own_work_alone() {
    let mut state = state();
    let lesson = Lesson { en: "look".into(), zh: "看".into(), shows: String::new() };
    let opening = |logon, lesson| {
        let scenario = with(logon, [identity("{}")]);
        Box::new(Opening { scenario, title: String::new(), lesson, untouched: true })
    };
    state.update(Action::Open(opening(LogonMethod::RdRamUser, Some(lesson.clone()))));
    assert_eq!(state.own_lesson(), Some(&lesson));
    state.update(Action::Visit(opening(LogonMethod::RdRoot, None)));
    assert_eq!((&state.lesson, state.own_lesson()), (&None, Some(&lesson)));
    state.update(Action::KeepVisit);
    assert_eq!(state.own_lesson(), None, "it is the own work now");
}

/// So that the id alone says which row is meant.
#[test]
fn no_two_rows_have_the_same_id() {
    let facts = catalogue();
    let preconditions = LogonMethod::ALL.into_iter().flat_map(|method| {
        let rows = &facts.logon_method(method).preconditions;
        rows.iter().map(|row| row.id.id()).collect::<Vec<_>>()
    });
    let preconditions: BTreeSet<&str> = preconditions.collect();
    let ids: Vec<&str> = Console::ALL
        .map(Console::id)
        .into_iter()
        .chain(facts.operations.iter().map(|row| &*row.id))
        .chain(facts.sls_capabilities.capabilities.iter().map(|row| &*row.id))
        .chain(facts.console_permissions.permissions.iter().map(|row| &*row.id))
        .chain(preconditions)
        .chain(["drafts"])
        .collect();
    let different: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), different.len());
}
