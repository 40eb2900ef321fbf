//! The rows of the tables: filtered, sorted, and what an edit changed.

use ramplay_flink::Console;
use ramplay_playground::{Action, Edit, Filter, Mark, Only, Order, RowId, State, Table};
use ramplay_text::Lang;

use crate::support::{allow, identity};

fn keys(state: &State, table: Table) -> Vec<&str> {
    state.sheet(table).iter().flat_map(|group| &group.rows).map(|line| line.key).collect()
}

fn filtered(filter: Filter) -> State {
    let mut state = State::new(None, Lang::En);
    state.update(Action::SetFilter(filter));
    state
}

#[test]
fn every_row_is_in_its_table_once() {
    let state = State::new(None, Lang::En);
    for table in Table::ALL {
        let mut found = keys(&state, table);
        assert_eq!(found.len(), state.row_count(table));
        found.sort_unstable();
        found.dedup();
        assert_eq!(found.len(), state.row_count(table), "{table:?}");
    }
}

#[test]
fn denied_and_allowed_are_all() {
    let of = |only| filtered(Filter { only, ..Filter::default() });
    for table in Table::ALL {
        let (denied, allowed) = (of(Only::Denied), of(Only::Allowed));
        assert_eq!(keys(&denied, table).len() + keys(&allowed, table).len(), denied.row_count(table));
        let rows = allowed.sheet(table);
        assert!(rows.iter().flat_map(|group| &group.rows).all(|line| line.said.mark().is_allowed()));
        assert!(!rows.is_empty() && rows.iter().all(|group| !group.rows.is_empty()));
    }
}

#[test]
fn words_are_looked_for_in_titles_actions_and_verdicts() {
    let found = |text: &str| {
        let state = filtered(Filter { text: text.to_owned(), ..Filter::default() });
        keys(&state, Table::Logstore).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(found("postlogstorelogs"), found("  PostLogStoreLogs "));
    assert!(found("PostLogStoreLogs").contains(&"logs.write".to_owned()));
    assert!(found("group checkpoint").len() < found("group").len());
    assert!(!found("implicitly denied").is_empty());
    assert!(found("no such thing").is_empty());
}

#[test]
fn by_verdict_the_worst_comes_first() {
    let state = filtered(Filter { order: Order::Verdict, ..Filter::default() });
    let groups = state.sheet(Table::Logstore);
    let marks: Vec<Mark> = groups.iter().map(|group| group.rows[0].said.mark()).collect();
    assert_eq!(marks, [Mark::ImplicitDeny, Mark::Allow]);
    assert!(
        groups
            .iter()
            .zip(&marks)
            .all(|(group, mark)| group.rows.iter().all(|line| line.said.mark() == *mark))
    );
    assert_eq!(keys(&state, Table::Logstore).len(), state.row_count(Table::Logstore));
}

#[test]
fn an_edit_tells_what_it_changed() {
    let mut state = State::new(None, Lang::En);
    assert!(state.changed.is_empty());
    let mut scenario = state.scenario.clone();
    scenario.policies.push(identity(allow("log:PostLogStoreLogs", "*")));
    state.update(Action::Edit(Edit::Whole(Box::new(scenario.clone()))));
    let write = state.answer.logstore.rows.iter().position(|row| row.capability.id == "logs.write").unwrap();
    assert!(state.changed.contains(&RowId::Capability(write)), "{:?}", state.changed);
    assert!(!state.changed.contains(&RowId::Console(Console::Management)));
    // What changes nothing in the answer changes nothing here.
    state.update(Action::SetFilter(Filter::default()));
    state.update(Action::Edit(Edit::SetName(0, "another".to_owned())));
    assert_eq!(state.edits, 2);
    assert!(state.changed.is_empty());
    scenario.policies.clear();
    state.update(Action::Edit(Edit::Whole(Box::new(scenario))));
    assert!(state.changed.contains(&RowId::Console(Console::Management)));
}
