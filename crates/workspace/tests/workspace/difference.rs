//! What changed, in data and in words.

use std::fmt::Write as _;

use ramplay_flink::LogonMethod;
use ramplay_playground::{Action, Attach, Comment, Edit, Field, Flag, Pin, Scenario, State, example};
use ramplay_text::Lang;
use ramplay_workspace::difference::{Change, Line, changes, lines};
use ramplay_workspace::sentence;

fn edited(actions: Vec<Action>) -> Scenario {
    let mut state = State::new(None, Lang::En);
    for action in actions {
        state.update(action);
    }
    state.scenario
}

fn said(before: &Scenario, after: &Scenario, lang: Lang) -> String {
    let mut said = String::new();
    for change in changes(before, after) {
        writeln!(said, "{}", sentence::change(&change, after.logon, lang)).unwrap();
    }
    said
}

#[test]
fn the_same_is_no_change() {
    assert_eq!(changes(&example(), &example()), []);
    assert_eq!(lines("a\nb", "a\nb"), []);
}

#[test]
fn every_edit_is_told() {
    let after = edited(vec![
        Action::Edit(Edit::SetLogon(LogonMethod::RamRoleSameAccount)),
        Action::Edit(Edit::SetField(Field::Role, "ops".into())),
        Action::Edit(Edit::SetField(Field::SourceIp, "203.0.113.7".into())),
        Action::Edit(Edit::SetText(0, "{}".into())),
        Action::Edit(Edit::AddDocument(Attach::Trust)),
        Action::Edit(Edit::SetName(2, "who may assume".into())),
        Action::Edit(Edit::SetAttach(1, Attach::Session)),
        Action::Edit(Edit::SetMember(None)),
        Action::Edit(Edit::SetFlag(Flag::Mfa, Some(true))),
    ]);
    insta::assert_snapshot!("edits-en", said(&example(), &after, Lang::En));
    insta::assert_snapshot!("edits-zh", said(&example(), &after, Lang::Zh));
    insta::assert_snapshot!("edits-back-en", said(&after, &example(), Lang::En));
}

#[test]
fn a_renamed_policy_is_the_same_policy() {
    let after = edited(vec![Action::Edit(Edit::SetName(0, "other".into()))]);
    assert!(matches!(&changes(&example(), &after)[..], [Change::Renamed(..)]));
    let mut swapped = example();
    swapped.policies.swap(0, 1);
    assert_eq!(said(&example(), &swapped, Lang::En), "the order of the policies changed\n");
}

#[test]
fn what_a_review_adds_is_told() {
    let mut after = example();
    after.base = Some(Vec::new());
    after.assertions.lines.push("job can write".into());
    after.comments.push(Comment { pin: Pin::Scenario, author: String::new(), text: "why?".into() });
    let en = "changed: the base of the review\nchanged: the assertions\nchanged: the comments\n";
    assert_eq!(said(&example(), &after, Lang::En), en);
    assert_eq!(said(&after, &example(), Lang::Zh), "已更改：评审的基准版本\n已更改：断言\n已更改：评论\n");
}

fn numbered(count: usize, line: fn(usize) -> String) -> String {
    (0..count).map(line).collect::<Vec<_>>().join("\n") + "\n"
}

#[test]
fn lines_that_stayed_are_folded() {
    let before = numbered(40, |n| format!("line {n}"));
    let after = before.replace("line 20\n", "line twenty\nand one more\n");
    let all = lines(&before, &after);
    assert_eq!(all.first(), Some(&Line::Skipped(17)));
    assert_eq!(all.last(), Some(&Line::Skipped(16)));
    let shown: Vec<_> = all.iter().filter(|line| !matches!(line, Line::Same(_) | Line::Skipped(_))).collect();
    let [Line::Removed(old), Line::Added(new), Line::Added(more)] = &shown[..] else { panic!("{shown:?}") };
    assert_eq!((old.as_str(), new.as_str(), more.as_str()), ("line 20", "line twenty", "and one more"));
}

#[test]
fn long_texts_are_not_compared() {
    let before = numbered(5_000, |n| n.to_string());
    let after = numbered(5_000, |n| (n * 7).to_string());
    assert_eq!(lines(&before, &after).len(), 10_000);
}

proptest::proptest! {
    #[test]
    fn a_difference_has_all_of_both_texts(before in "[ab\n]{0,40}", after in "[ab\n]{0,40}") {
        let all = lines(&before, &after);
        let (mut old, mut new) = (0, 0);
        for line in &all {
            match line {
                Line::Same(_) => { old += 1; new += 1; }
                Line::Skipped(count) => { old += count; new += count; }
                Line::Removed(_) => old += 1,
                Line::Added(_) => new += 1,
            }
        }
        if before != after && before.trim_end_matches('\n') != after.trim_end_matches('\n') {
            proptest::prop_assert_eq!((old, new), (before.lines().count(), after.lines().count()));
        }
    }
}
