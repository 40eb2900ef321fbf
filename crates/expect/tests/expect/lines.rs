//! Lines and what becomes of them.

use proptest::prelude::*;
use ramplay_expect::{Checked, State, check, parse, parse_line, sentence};
use ramplay_playground::{Attach, Body, Hidden, PolicyEntry, Scenario, example};
use ramplay_text::Lang;

fn checked(scenario: &Scenario, line: &str) -> Checked {
    let expectation = parse_line(line).unwrap().unwrap_or_else(|error| panic!("{line}: {error:?}"));
    check(scenario, [&expectation]).remove(0)
}

fn with(attach: Attach, statement: &str) -> Scenario {
    let mut scenario = example();
    let text = format!(r#"{{"Version": "1", "Statement": [{statement}]}}"#);
    scenario.policies.push(PolicyEntry { name: "added".to_owned(), attach, body: Body::Document(text) });
    scenario
}

#[test]
fn what_holds_and_what_does_not() {
    let deny = r#"{"Effect": "Deny", "Action": "log:Delete*", "Resource": "*"}"#;
    let scenario = with(Attach::Identity, deny);
    for (line, state) in [
        ("user alice may log:GetCursorOrData", State::Held),
        ("user alice may log:GetCursorOrData on project/web-project/logstore/other", State::Failed),
        ("user alice may not log:DeleteLogStore on project/web-project/logstore/access-log", State::Held),
        ("user alice can log:DeleteLogStore", State::Failed),
        ("user alice may not stream:DeleteVvpInstance on *", State::Held),
        ("user alice may stream:DescribeVvpInstances", State::Held),
        ("user bob may log:GetCursorOrData", State::Open),
        ("user flink-job may not log:GetCursorOrData", State::Held),
        ("job cannot write", State::Held),
        ("job must not read", State::Held),
        ("person can read", State::Held),
        ("person may describe-instances", State::Held),
        ("job may describe-instances", State::Open),
        ("logstore.delete is explicitly denied", State::Held),
        ("logstore.delete is implicitly denied", State::Failed),
        ("logs.write is implicitly denied", State::Held),
        ("logs.write is denied # a comment", State::Held),
        ("logs.pull is not allowed", State::Failed),
        ("delete-instance is allowed", State::Failed),
        ("view-job-drafts is held", State::Held),
        ("view-job-drafts is not held", State::Failed),
        ("management opens", State::Held),
        ("development does not open", State::Failed),
    ] {
        let found = checked(&scenario, line);
        assert_eq!(found.state, state, "{line}: {}", sentence::found(&found, Lang::En));
        assert!(!sentence::found(&found, Lang::Zh).is_empty());
    }
    let found = checked(&scenario, "user alice can log:DeleteLogStore");
    assert_eq!(sentence::found(&found, Lang::En), "it is explicitly denied by statement 1 of `added`");
}

#[test]
fn the_job_has_policies_of_its_own() {
    let allow = r#"{"Effect": "Allow", "Action": "log:PostLogStoreLogs", "Resource": "acs:log:*:*:project/web-project/*"}"#;
    let scenario = with(Attach::Job, allow);
    assert_eq!(checked(&scenario, "job can write").state, State::Held);
    assert_eq!(checked(&scenario, "job may log:PostLogStoreLogs").state, State::Held);
    assert_eq!(checked(&scenario, "user alice may not log:PostLogStoreLogs").state, State::Held);
}

#[test]
fn unknown_policies_leave_it_open() {
    let mut scenario = example();
    scenario.unknown.push(Hidden::Project);
    assert_eq!(checked(&scenario, "user alice may log:PostLogStoreLogs").state, State::Open);
    assert_eq!(checked(&scenario, "logs.write is undecided").state, State::Held);
    // The project's policy says nothing about the workspace.
    assert_eq!(checked(&scenario, "user alice may not stream:DeleteVvpInstance on *").state, State::Held);
}

#[test]
fn an_error_in_a_policy_leaves_it_open() {
    let scenario = with(Attach::Identity, "{");
    assert_eq!(checked(&scenario, "user alice may log:GetCursorOrData").state, State::Open);
    assert_eq!(checked(&scenario, "logs.pull is allowed").state, State::Open);
}

#[test]
fn what_is_wrong_with_a_line_and_where() {
    for (line, code, at) in [
        ("alice may read", "expect-subject", "alice"),
        ("user may read", "expect-name", "may"),
        ("user alice reads", "expect-may", "reads"),
        ("user alice may", "expect-what", ""),
        ("user alice may logs.pul", "expect-no-row", "logs.pul"),
        ("user alice may log:GetLogStore on web", "expect-resource", "web"),
        ("user alice may log:GetLogStore on", "expect-resource", ""),
        ("user alice may log:GetLogStore in project/p", "expect-extra", "in project/p"),
        ("logs.pull is good", "expect-claim", "is"),
        ("logs.pull is held", "expect-wrong-claim", "is held"),
        ("view-job-drafts is allowed", "expect-wrong-claim", "is allowed"),
        ("management closes", "expect-opens", "closes"),
        ("logs.pull is allowed now", "expect-extra", "now"),
    ] {
        let error = parse_line(line).unwrap().unwrap_err();
        assert_eq!((error.problem.code(), error.span.of(line)), (code, at), "{line}");
        for lang in [Lang::En, Lang::Zh] {
            assert!(!sentence::problem(&error.problem, lang).is_empty());
        }
    }
    let near = parse_line("user alice may logs.pul").unwrap().unwrap_err();
    assert_eq!(
        sentence::problem(&near.problem, Lang::En),
        "there is no row with this id; perhaps `logs.pull` was meant"
    );
}

#[test]
fn lines_that_say_nothing() {
    let lines = parse("\n  # a comment\njob can write\r\n\n  user 阿明 may not log:Get* # why\n");
    let numbers: Vec<_> = lines.iter().map(|line| line.number).collect();
    assert_eq!(numbers, [3, 5]);
    assert!(lines.iter().all(|line| line.expectation.is_ok()), "{lines:?}");
}

#[test]
fn expectations_are_written_as_they_are_read() {
    for (line, written) in [
        ("user alice can read", "user alice may logs.pull"),
        ("role flink-ops must not stream:* on *", "role flink-ops may not stream:* on *"),
        ("person cannot delete-instance", "person may not delete-instance"),
        ("job may log:PostLogStoreLogs", "job may log:PostLogStoreLogs"),
        ("logs.pull is not allowed", "logs.pull is denied"),
        ("logs.write is explicitly denied", "logs.write is explicitly denied"),
        ("view-job-drafts is not held", "view-job-drafts is not held"),
        ("development does not open", "development does not open"),
    ] {
        let expectation = parse_line(line).unwrap().unwrap();
        assert_eq!(expectation.to_string(), written);
        assert_eq!(parse_line(written), Some(Ok(expectation)));
    }
}

proptest! {
    #[test]
    fn any_line_is_read(line in "(user|job|may|not|is|on|read|log:Get|[a-z#:* 中]{0,6}| ){0,10}") {
        if let Some(Err(error)) = parse_line(&line) {
            prop_assert!(line.get(error.span.start as usize..error.span.end as usize).is_some());
        }
    }
}
