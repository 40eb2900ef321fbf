//! The page's state: actions in, effects out.

use std::rc::Rc;

use ramplay_flink::{Console, LogonMethod, NamespaceRole, StoreKind, catalogue};
use ramplay_playground::{
    Action, Attach, Body, Edit, Effect, Field, Flag, KeyValue, MAX_POLICIES, Mark, Member, Notice, Opening,
    Origin, Reach, Reader, RowId, Scenario, State, answer, example,
};
use ramplay_text::Lang;

use crate::support::{allow, capabilities_marked, control, deny, identity, read_only, with};

fn state() -> State {
    State::new(None, Lang::En)
}

fn of(scenario: &Scenario) -> State {
    State::new(Some(&scenario.to_json()), Lang::En)
}

fn row(state: &State, id: &str) -> RowId {
    state.answer.row(id).unwrap()
}

/// Document and statement, from 0.
fn places(statements: &[ramplay_policy::StatementRef]) -> Vec<(u32, u16)> {
    statements.iter().map(|at| (at.document.0, at.statement)).collect()
}

#[test]
fn a_first_visit_shows_the_example() {
    let state = state();
    assert!(state.is_example());
    assert_eq!(state.notice, None);
    assert_eq!(*state.answer, answer(&example()));
}

#[test]
fn each_edit_is_answered_and_stored_so_that_it_reads_back() {
    let mut state = state();
    let edits = [
        Action::Edit(Edit::SetLogon(LogonMethod::RdRamUser)),
        Action::Edit(Edit::SetField(Field::User, "bob".into())),
        Action::Edit(Edit::SetText(0, "{".into())),
        Action::Edit(Edit::SetText(0, "{}".into())),
        Action::Edit(Edit::SetName(0, "mine".into())),
        Action::Edit(Edit::SetAttach(0, Attach::Job)),
        Action::Edit(Edit::AddDocument(Attach::Trust)),
        Action::Edit(Edit::AddSystem(Attach::Caller, "AliyunSTSAssumeRoleAccess".into())),
        Action::Edit(Edit::AddTemplate("guide-sls-write".into())),
        Action::Edit(Edit::FillTemplate(0, "flink-source".into())),
        Action::Edit(Edit::Remove(1)),
        Action::Edit(Edit::UndoRemove),
        Action::Edit(Edit::SetMember(None)),
        Action::Edit(Edit::SetCustomRole),
        Action::Edit(Edit::SetCustomName("job-runner".into())),
        Action::Edit(Edit::TogglePermission("start-stop-jobs".into())),
        Action::Edit(Edit::TogglePermission("view-files".into())),
        Action::Edit(Edit::SetReader(Reader::Job)),
        Action::Edit(Edit::SetStoreKind(StoreKind::Metricstore)),
        Action::Edit(Edit::SetFlag(Flag::Mfa, Some(false))),
        Action::Edit(Edit::SetFlag(Flag::Tls, None)),
        Action::Edit(Edit::AddKey),
        Action::Edit(Edit::SetKey(0, KeyValue { key: "k".into(), value: "v".into() })),
        Action::Edit(Edit::RemoveKey(0)),
        Action::Edit(Edit::SetNode(1, "Staging".into())),
        Action::Edit(Edit::AddNode),
        Action::Edit(Edit::RemoveNode(1)),
    ];
    for edit in edits {
        let before = state.scenario.clone();
        let effects = state.update(edit.clone());
        assert_ne!(state.scenario, before, "{edit:?}");
        assert_eq!(*state.answer, answer(&state.scenario), "{edit:?}");
        assert_eq!(effects, [Effect::Store], "{edit:?}");
        assert_eq!(Scenario::from_json(&state.scenario.to_json()).as_ref(), Ok(&state.scenario), "{edit:?}");
    }
    state.update(Action::Open(Box::new(Opening::example())));
    assert!(state.is_example());
}

#[test]
fn nothing_changed_is_nothing_to_store() {
    let mut state = state();
    let before = Rc::clone(&state.answer);
    let text = match &state.scenario.policies[0].body {
        Body::Document(text) => text.clone(),
        Body::System(name) => panic!("{name}"),
    };
    for action in [
        Action::Edit(Edit::SetLogon(LogonMethod::RamUserSameAccount)),
        Action::Edit(Edit::SetText(0, text)),
        Action::Edit(Edit::SetText(99, "x".into())),
        Action::Edit(Edit::SetName(99, "x".into())),
        Action::Edit(Edit::SetAttach(99, Attach::Job)),
        Action::Edit(Edit::FillTemplate(99, "guide-sls-read".into())),
        Action::Edit(Edit::FillTemplate(0, "no-such".into())),
        Action::Edit(Edit::AddTemplate("no-such".into())),
        Action::Edit(Edit::Remove(99)),
        Action::Edit(Edit::UndoRemove),
        Action::Edit(Edit::ApplyFix(0, 0)),
        Action::Edit(Edit::ApplyFix(99, 99)),
        Action::Edit(Edit::SetCustomName("x".into())),
        Action::Edit(Edit::TogglePermission("view-files".into())),
        Action::Edit(Edit::SetKey(9, KeyValue::default())),
        Action::Edit(Edit::RemoveKey(9)),
        Action::Edit(Edit::SetNode(9, "x".into())),
        Action::Edit(Edit::RemoveNode(0)),
        Action::Edit(Edit::RemoveNode(2)),
        Action::Open(Box::new(Opening::example())),
    ] {
        assert_eq!(state.update(action.clone()), [], "{action:?}");
        assert!(Rc::ptr_eq(&state.answer, &before), "{action:?}: the page compares by pointer");
    }
}

#[test]
fn two_edits_in_a_row_both_count() {
    let mut state = state();
    state.update(Action::Edit(Edit::SetText(0, allow("log:Get*", "*"))));
    state.update(Action::Edit(Edit::SetText(0, allow("log:Post*", "*"))));
    assert_eq!(capabilities_marked(&state.answer, Mark::Allow), ["logs.write"]);
    state.update(Action::Edit(Edit::SetField(Field::Logstore, "a".into())));
    state.update(Action::Edit(Edit::SetField(Field::Project, "b".into())));
    assert_eq!((&*state.scenario.logstore.name, &*state.scenario.logstore.project), ("a", "b"));
}

#[test]
fn a_removed_policy_comes_back_to_its_place() {
    let mut state = of(&with(LogonMethod::RamUserSameAccount, ["a", "b", "c"].map(identity)));
    let before = state.scenario.clone();
    state.update(Action::Edit(Edit::Remove(1)));
    assert_eq!(state.scenario.policies, ["a", "c"].map(identity));
    state.update(Action::Edit(Edit::UndoRemove));
    assert_eq!(state.scenario, before);
    state.update(Action::Edit(Edit::UndoRemove));
    assert_eq!(state.scenario, before, "once");
    // The place may be gone by then.
    state.update(Action::Edit(Edit::Remove(2)));
    state.scenario.policies.truncate(1);
    state.update(Action::Edit(Edit::UndoRemove));
    assert_eq!(state.scenario.policies, ["a", "c"].map(identity));
    // The last one removed is the one that comes back.
    state.update(Action::Edit(Edit::Remove(0)));
    state.update(Action::Edit(Edit::Remove(0)));
    state.update(Action::Edit(Edit::UndoRemove));
    assert_eq!(state.scenario.policies, [identity("c")]);
}

#[test]
fn safe_fixes_are_made_one_by_one() {
    let good = allow("log:*", "*");
    let text = format!("\u{feff}// mine 中文\n{}", good.replace("\"*\"}", "\"*\", /* all */}"));
    let mut state = of(&with(LogonMethod::RamUserSameAccount, [identity(text)]));
    let fixable = |state: &State| {
        let all = &state.answer.documents[0].reading.diagnostics;
        all.iter().position(|diagnostic| diagnostic.fix.is_some())
    };
    let mut fixes = 0;
    while let Some(at) = fixable(&state) {
        assert_eq!(state.update(Action::Edit(Edit::ApplyFix(0, at))).len(), 1);
        fixes += 1;
        assert!(fixes <= 4, "{:?}", state.scenario.policies[0].body);
    }
    assert_eq!(fixes, 4, "byte order mark, two comments, a comma");
    assert_eq!(state.answer.documents[0].counts(), (0, 0));
    assert_eq!(capabilities_marked(&state.answer, Mark::Allow).len(), 24);
    let Body::Document(text) = &state.scenario.policies[0].body else { panic!("still a document") };
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(json(text), json(&good));
}

#[test]
fn a_system_policy_has_no_text_to_fix() {
    let scenario =
        with(LogonMethod::RamRoleSameAccount, [crate::support::system(Attach::Trust, "AliyunLogFullAccess")]);
    let mut state = of(&scenario);
    assert!(!state.answer.documents[0].reading.diagnostics.is_empty());
    assert_eq!(state.update(Action::Edit(Edit::ApplyFix(0, 0))), []);
}

#[test]
fn languages_are_stored_apart() {
    let mut state = state();
    let answer = Rc::clone(&state.answer);
    assert_eq!(state.update(Action::SetLang(Lang::Zh)), [Effect::StoreLang(Lang::Zh)]);
    assert_eq!(state.lang, Lang::Zh);
    assert!(Rc::ptr_eq(&state.answer, &answer));
    assert_eq!(State::new(None, Lang::Zh).lang, Lang::Zh);
    state.update(Action::Open(Box::new(Opening::example())));
    assert_eq!(state.lang, Lang::Zh, "the example has no language");
}

#[test]
fn pointing_at_a_row_marks_the_statements_that_decided_it() {
    let mut state = state();
    assert_eq!(state.marked(), []);
    let pull = row(&state, "logs.pull");
    let project_list = row(&state, "project.list");
    let write = row(&state, "logs.write");
    state.update(Action::Select(pull));
    assert_eq!(places(&state.marked()), [(0, 1), (0, 2)]);
    state.update(Action::Hover(Some(project_list)));
    assert_eq!(places(&state.marked()), [(0, 0)], "what is pointed at comes first");
    state.update(Action::Hover(Some(write)));
    assert_eq!(state.marked(), [], "nothing decides an implicit deny");
    state.update(Action::Hover(None));
    assert_eq!(places(&state.marked()), [(0, 1), (0, 2)]);
    state.update(Action::Select(pull));
    assert_eq!((state.selected, state.marked()), (None, vec![]), "a second time closes it");
    state.update(Action::Select(RowId::Console(Console::Management)));
    assert_eq!(places(&state.marked()), [(1, 0)]);
    for odd in [
        RowId::Operation(99),
        RowId::Capability(99),
        RowId::Precondition(99),
        RowId::Console(Console::Development),
    ] {
        state.update(Action::Hover(Some(odd)));
        assert_eq!(state.marked(), []);
    }
}

#[test]
fn preconditions_are_marked_too() {
    let own = format!("acs:ram::{}:root", crate::support::OWNER);
    let scenario = with(
        LogonMethod::RamRoleSameAccount,
        [read_only(), crate::support::may_assume(), crate::support::trust(&own)],
    );
    let mut state = of(&scenario);
    for (index, expected) in [(0, vec![(1, 0)]), (1, vec![(2, 0)]), (2, vec![])] {
        state.update(Action::Hover(Some(RowId::Precondition(index))));
        assert_eq!(places(&state.marked()), expected, "{index}");
    }
}

#[test]
fn the_caret_finds_the_rows_that_its_statement_decided() {
    let mut state = state();
    let Body::Document(text) = state.scenario.policies[0].body.clone() else { panic!("the template") };
    let decided = |state: &State| -> Vec<&str> {
        let rows = state.answer.logstore.rows.iter().enumerate();
        rows.filter(|(index, _)| state.is_decided_by_caret(RowId::Capability(*index)))
            .map(|(_, row)| &*row.capability.id)
            .collect()
    };
    let caret = |needle: &str| Action::Caret(Some((0, u32::try_from(text.find(needle).unwrap()).unwrap())));
    assert_eq!(state.update(caret("log:ListProject")), []);
    assert_eq!(decided(&state), ["project.list", "logs.query-console"]);
    state.update(caret("\"log:Get*\""));
    assert_eq!(
        decided(&state),
        ["logstore.read-settings", "logs.pull", "logs.query", "logs.query-console", "index.read"]
    );
    assert!(!state.is_decided_by_caret(RowId::Console(Console::Management)));
    for nowhere in [
        caret("Version"),
        Action::Caret(Some((0, u32::MAX))),
        Action::Caret(Some((9, 0))),
        Action::Caret(None),
    ] {
        state.update(nowhere);
        assert_eq!((state.caret, decided(&state).len()), (None, 0));
    }
    state.update(Action::Caret(Some((1, 60))));
    assert!(state.is_decided_by_caret(RowId::Console(Console::Management)), "also in a system policy's text");
}

#[test]
fn what_is_ignored_changes_nothing_and_nothing_else_is() {
    let mut state = state();
    let pull = row(&state, "logs.pull");
    let places = [None, Some((0, 0)), Some((0, 60)), Some((0, 61)), Some((0, 200)), Some((9, 0))];
    let carets = places.map(Action::Caret);
    let rows = [None, Some(pull), Some(RowId::Console(Console::Management))].map(Action::Hover);
    let actions: Vec<Action> = carets.into_iter().chain(rows).collect();
    let mut ignored = 0;
    for first in &actions {
        for second in &actions {
            state.update(first.clone());
            let before = state.clone();
            let is_ignored = state.ignores(second);
            state.update(second.clone());
            assert_eq!(is_ignored, state == before, "{second:?} after {first:?}");
            ignored += usize::from(is_ignored);
        }
    }
    assert!(ignored > actions.len(), "not only what was just said");
    assert!(!state.ignores(&Action::Select(pull)));
}

#[test]
fn a_caret_does_not_outlive_its_policy() {
    let texts = [allow("log:*", "*"), deny("log:*", "*")];
    let mut state = of(&with(LogonMethod::RamUserSameAccount, texts.map(identity)));
    let pull = row(&state, "logs.pull");
    state.update(Action::Caret(Some((0, 40))));
    assert!(!state.is_decided_by_caret(pull), "the other one denies");
    state.update(Action::Edit(Edit::Remove(0)));
    assert!(!state.is_decided_by_caret(pull), "the caret was not in the policy that moved up");
}

#[test]
fn what_cannot_be_read_is_kept() {
    for text in ["", "{", "null", r#"{"version": 9, "logon": "rd.root"}"#, &"x".repeat(2_000_000)] {
        let mut state = State::new(Some(text), Lang::En);
        assert!(state.is_example());
        let Some(Notice::StoredUnreadable { message, text: kept }) = &state.notice else {
            panic!("a notice: {:?}", state.notice)
        };
        assert_eq!(kept, text);
        assert!(!message.is_empty());
        state.update(Action::StoreFailed);
        assert!(matches!(state.notice, Some(Notice::StoredUnreadable { .. })), "the text is worth more");
        state.update(Action::DismissNotice);
        assert_eq!(state.notice, None);
        state.update(Action::StoreFailed);
        assert_eq!(state.notice, Some(Notice::NotStored));
    }
}

#[test]
fn stored_line_ends_become_those_of_a_browser() {
    let text = allow("log:*", "*").replace(' ', "\r\n").replacen("\r\n", "\r", 1);
    let state = of(&with(LogonMethod::RamUserSameAccount, [identity(&*text)]));
    assert_eq!(state.scenario.policies, [identity(text.replace("\r\n", "\n").replace('\r', "\n"))]);
    assert_eq!(*state.answer, answer(&state.scenario));
}

#[test]
fn what_is_stored_can_be_read_back_however_much_it_is() {
    let reads_back = |state: &State| Scenario::from_json(&state.scenario.to_json()).map(|_| ());
    let mut state = state();
    for _ in 0..=MAX_POLICIES {
        state.update(Action::Edit(Edit::AddDocument(Attach::Identity)));
    }
    assert_eq!(reads_back(&state), Ok(()), "many policies");
    let mut state = self::state();
    state.update(Action::Edit(Edit::SetText(0, "\"".repeat(1 << 20))));
    assert_eq!(reads_back(&state), Ok(()), "a long text");
}

#[test]
fn a_renamed_node_keeps_its_control_policies() {
    let mut state = of(&with(LogonMethod::RdRamUser, [control("Production", deny("*", "*")), read_only()]));
    state.update(Action::Edit(Edit::SetNode(1, "Prod".into())));
    assert_eq!(state.scenario.policies[0].attach, Attach::Control("Prod".into()));
    assert_eq!(state.scenario.directory, ["Root", "Prod", "member"]);
    assert_eq!(state.answer.console(Console::Management).reach, Reach::Closed);
}

#[test]
fn typing_a_name_that_another_node_has_moves_nothing() {
    let policies = || [control("Production", deny("stream:*", "*")), control("member", deny("log:*", "*"))];
    let mut state = of(&with(LogonMethod::RdRamUser, policies()));
    let before = state.scenario.clone();
    // From "Production" by way of "member" to "members", and back: a keystroke at a time.
    for name in ["m", "member", "members", "Production"] {
        state.update(Action::Edit(Edit::SetNode(1, name.into())));
    }
    assert_eq!(state.scenario, before);
}

#[test]
fn folders_come_above_the_member_and_have_names_of_their_own() {
    let mut state = state();
    for _ in 0..3 {
        state.update(Action::Edit(Edit::AddNode));
    }
    assert_eq!(
        state.scenario.directory,
        ["Root", "Production", "Folder 1", "Folder 2", "Folder 3", "member"]
    );
    state.update(Action::Edit(Edit::RemoveNode(2)));
    state.update(Action::Edit(Edit::AddNode));
    assert_eq!(
        state.scenario.directory,
        ["Root", "Production", "Folder 2", "Folder 3", "Folder 1", "member"]
    );
}

#[test]
fn new_documents_are_good_policies_of_their_kind() {
    let attaches = [
        Attach::Identity,
        Attach::Group("rg".into()),
        Attach::Session,
        Attach::Trust,
        Attach::Caller,
        Attach::Control("Root".into()),
        Attach::Project,
        Attach::Job,
    ];
    for method in LogonMethod::ALL {
        let mut state = of(&with(method, []));
        for attach in attaches.clone() {
            state.update(Action::Edit(Edit::AddDocument(attach)));
        }
        for (document, attach) in state.answer.documents.iter().zip(&attaches) {
            assert_eq!(&document.attach, attach);
            assert_eq!((document.origin.clone(), document.counts()), (Origin::Pasted, (0, 0)), "{attach:?}");
        }
    }
}

#[test]
fn a_new_trust_policy_names_the_account_of_the_logon_method() {
    for (method, reach) in
        [(LogonMethod::RamRoleSameAccount, Reach::Open), (LogonMethod::RamRoleOtherAccount, Reach::Open)]
    {
        let mut state = of(&with(method, [read_only(), crate::support::may_assume()]));
        assert_eq!(state.answer.console(Console::Management).reach, Reach::Provided);
        state.update(Action::Edit(Edit::AddDocument(Attach::Trust)));
        assert_eq!(state.answer.console(Console::Management).reach, reach, "{}", method.id());
    }
}

#[test]
fn a_custom_role_starts_with_what_a_viewer_holds() {
    let mut state = state();
    state.update(Action::Edit(Edit::SetCustomRole));
    let Some(Member::Custom(role)) = &state.scenario.member else { panic!("a custom role") };
    let viewer = catalogue().console_permissions.permissions.iter().filter(|row| row.viewer);
    assert_eq!(role.permissions, viewer.map(|row| row.id.clone()).collect::<Vec<_>>());
    assert_eq!(
        state.answer.console(Console::Development).reach,
        Reach::Withheld,
        "nothing beyond viewer yet"
    );
    state.update(Action::Edit(Edit::TogglePermission("start-stop-jobs".into())));
    assert_eq!(state.answer.permission_count(), (13, 50));
    state.update(Action::Edit(Edit::TogglePermission("start-stop-jobs".into())));
    assert_eq!(state.answer.console(Console::Development).reach, Reach::Withheld);
    state.update(Action::Edit(Edit::SetMember(Some(NamespaceRole::Editor))));
    assert_eq!(state.answer.permission_count(), (44, 50));
}

#[test]
fn a_card_keeps_its_number_while_others_come_and_go() {
    let mut state =
        of(&with(LogonMethod::RamUserSameAccount, [identity("{}"), identity("[]"), identity("1")]));
    let numbers = |state: &State| -> Vec<u32> { (0..9).map_while(|place| state.card(place)).collect() };
    let [first, second, third] = numbers(&state)[..] else { panic!("three cards") };
    state.update(Action::Edit(Edit::Remove(0)));
    assert_eq!(numbers(&state), [second, third]);
    state.update(Action::Edit(Edit::UndoRemove));
    let back = numbers(&state);
    assert_eq!(back[1..], [second, third]);
    assert_ne!(back[0], first, "what comes back starts anew");
    state.update(Action::Edit(Edit::AddDocument(Attach::Identity)));
    assert_eq!(numbers(&state)[..3], back);
    state.update(Action::Edit(Edit::Remove(9)));
    state.update(Action::Edit(Edit::SetText(1, "{}".into())));
    assert_eq!(numbers(&state).len(), 4);
    state.update(Action::Open(Box::new(Opening::example())));
    assert!(numbers(&state).iter().all(|number| !back.contains(number)));
    assert_eq!(numbers(&state).len(), state.scenario.policies.len());
}

#[test]
fn the_choice_of_plain_text_fields_is_stored_and_changes_nothing_else() {
    let mut state = state();
    let before = state.clone();
    assert_eq!(state.update(Action::SetPlain(true)), [Effect::StorePlain(true)]);
    assert!(state.plain && state.scenario == before.scenario && state.answer == before.answer);
}

#[test]
fn a_conflict_is_decided_once() {
    for (action, effect) in [
        (Action::TakeTheirs, Effect::TakeTheirs("id".into())),
        (Action::Overwrite, Effect::Overwrite("id".into())),
    ] {
        let mut state = state();
        assert_eq!(state.update(action.clone()), []);
        state.update(Action::Copied("copy".into(), "id".into(), false));
        assert_eq!(state.title, "copy");
        assert!(action.leaves());
        assert_eq!(state.update(action.clone()), [effect]);
        assert_eq!((state.update(action), &state.notice), (vec![], &None));
    }
}

#[test]
fn who_knows_that_nothing_is_kept_is_not_told_again_until_something_was() {
    let mut state = state();
    state.update(Action::StoreFailed);
    assert_eq!((state.is_kept, &state.notice), (false, &Some(Notice::NotStored)));
    state.update(Action::DismissNotice);
    state.update(Action::StoreFailed);
    assert_eq!(state.notice, None);
    state.update(Action::Stored);
    assert!(state.is_kept);
    state.update(Action::StoreFailed);
    state.update(Action::Stored);
    assert_eq!(state.notice, None, "it is no longer true");
}
