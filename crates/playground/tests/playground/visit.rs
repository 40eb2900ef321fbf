//! What a link holds, beside a person's own work.

use ramplay_flink::LogonMethod;
use ramplay_playground::{Action, Edit, Effect, Notice, Opening, Refusal, Scenario, State, Visit, example};
use ramplay_text::Lang;

fn other(user: &str) -> Scenario {
    let mut scenario = example();
    user.clone_into(&mut scenario.identities.user);
    scenario
}

fn link(user: &str, title: &str) -> Action {
    let (scenario, title) = (other(user), title.to_owned());
    Action::Visit(Box::new(Opening { scenario, title, lesson: None, untouched: false }))
}

/// A state with work of one's own.
fn own() -> State {
    let mut state = State::new(Some(&other("own").to_json()), Lang::En);
    state.title = "mine".to_owned();
    state
}

#[test]
fn a_link_is_shown_and_the_own_work_comes_back_as_it_was() {
    let mut state = own();
    let before = state.clone();
    assert_eq!(state.update(link("theirs", "a review")), [Effect::SetAside]);
    assert_eq!((state.scenario.identities.user.as_str(), &*state.title), ("theirs", "a review"));
    assert!(state.is_visit());
    assert_eq!(state.update(Action::LeaveVisit), [Effect::ComeBack]);
    let cards = state.cards.clone();
    assert_eq!(state, State { cards, ..before });
    assert_eq!(state.update(Action::LeaveVisit), []);
}

#[test]
fn one_link_after_the_other_leaves_the_own_work_alone() {
    let mut state = own();
    state.update(link("first", ""));
    state.update(link("second", ""));
    state.update(Action::Edit(Edit::SetLogon(LogonMethod::AccountPurchaser)));
    state.update(link("third", ""));
    assert!(state.is_visit());
    state.update(Action::LeaveVisit);
    assert_eq!((state.scenario, &*state.title), (other("own"), "mine"));
}

#[test]
fn what_is_shown_anyway_is_no_visit() {
    let mut state = own();
    assert_eq!(state.update(link("own", "whatever")), []);
    assert_eq!((state.visit, &*state.title), (None, "mine"));
}

#[test]
fn an_edit_or_a_title_makes_it_ones_own() {
    for action in [
        Action::KeepVisit,
        Action::Edit(Edit::SetLogon(LogonMethod::AccountPurchaser)),
        Action::SetTitle("better".to_owned()),
    ] {
        let mut state = own();
        state.update(link("theirs", ""));
        assert_eq!(state.update(action), [Effect::Store]);
        assert!(matches!(&state.visit, Some(Visit { kept: true, .. })) && !state.is_visit());
        // Once is enough.
        assert_eq!(state.update(Action::KeepVisit), []);
        state.update(Action::EndVisit);
        assert_eq!(state.update(Action::LeaveVisit), []);
        assert_eq!(state.scenario.identities.user, "theirs");
    }
}

#[test]
fn what_is_only_looked_at_is_not_stored() {
    let mut state = own();
    state.update(link("theirs", ""));
    let same = state.scenario.logon;
    assert_eq!(state.update(Action::Edit(Edit::SetLogon(same))), []);
    assert!(state.is_visit());
}

#[test]
fn what_is_opened_over_a_link_can_be_undone_to_the_own_work() {
    let mut state = own();
    state.update(link("theirs", ""));
    state.update(Action::Open(Box::new(Opening::example())));
    assert_eq!((state.scenario.clone(), &state.visit), (example(), &None));
    assert_eq!(state.update(Action::UndoOpen), [Effect::Back]);
    assert_eq!((state.scenario, &*state.title), (other("own"), "mine"));
}

#[test]
fn a_refused_link_changes_nothing() {
    let mut state = own();
    let before = state.clone();
    let refusal = Refusal {
        code: "link-cut".to_owned(),
        en: ["this link was cut".to_owned(), "copy it again".to_owned()],
        zh: ["链接被截断".to_owned(), "请重新复制".to_owned()],
        content: String::new(),
    };
    assert_eq!(state.update(Action::Refuse(Box::new(refusal.clone()))), []);
    assert_eq!(state.notice, Some(Notice::Refused(Box::new(refusal.clone()))));
    assert_eq!(refusal.get(Lang::Zh)[0], "链接被截断");
    assert_eq!(state.update(Action::DismissNotice), [Effect::ClearLink]);
    assert_eq!(state, before);
    // A good link puts away what was said of a bad one.
    state.update(Action::Refuse(Box::new(refusal)));
    state.update(link("theirs", ""));
    assert_eq!(state.notice, None);
}
