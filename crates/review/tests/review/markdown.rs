//! What goes into a pull request.

use ramplay_expect::made;
use ramplay_playground::{Attach, Comment, Pin};
use ramplay_review::{exact, markdown, review};
use ramplay_text::Lang;

use crate::support::{KEEP, READ, STREAM, WRITE, between, policy};

#[test]
fn a_whole_review() {
    let before =
        vec![policy("logs", Attach::Identity, &[READ]), policy("flink", Attach::Identity, &[STREAM])];
    let after = vec![
        policy("logs", Attach::Identity, &[READ, WRITE, KEEP]),
        policy("flink", Attach::Identity, &[STREAM]),
    ];
    let mut scenario = between(before, after);
    scenario.assertions = made(&scenario, "logs.write is allowed\nuser alice may log:DeleteLogStore\n");
    scenario.comments.push(Comment {
        pin: Pin::Statement(0, 1),
        author: "李四".into(),
        text: "is this *really* needed?\n</details>".into(),
    });
    let found = review(&scenario).unwrap();
    let exact = exact(&scenario, 2_000_000, None);
    insta::assert_snapshot!("whole-en", markdown(&scenario, &found, &exact, Lang::En));
    insta::assert_snapshot!("whole-zh", markdown(&scenario, &found, &exact, Lang::Zh));
}

#[test]
fn nothing_in_a_policy_is_taken_for_markdown() {
    let hostile = "<img src=x> | [a](b) ```";
    let before = vec![policy(hostile, Attach::Identity, &[READ])];
    let mut after = vec![policy(hostile, Attach::Identity, &[READ, WRITE])];
    if let ramplay_playground::Body::Document(text) = &mut after[0].body {
        text.push_str("\n````\n");
    }
    let scenario = between(before, after);
    let text = markdown(&scenario, &review(&scenario).unwrap(), &[], Lang::En);
    assert!(text.contains("\n`````diff\n"), "{text}");
    let plain = text.replace("\\<img", "");
    assert!(plain.lines().all(|line| line.starts_with('`') || !line.contains("<img")), "{text}");
}

#[test]
fn no_change_is_said() {
    let policies = vec![policy("a", Attach::Identity, &[READ])];
    let scenario = between(policies.clone(), policies);
    let text = markdown(&scenario, &review(&scenario).unwrap(), &[], Lang::En);
    assert_eq!(text, "### Policy review\n\nNo policy changed.\n\n");
}
