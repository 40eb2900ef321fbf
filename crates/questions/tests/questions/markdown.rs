//! Answers as Markdown, for a comment on a change.

use ramplay_analysis::{Goal, needed};
use ramplay_policy::{Check, PolicyKind, Request, read};
use ramplay_questions::{
    Asking, Loose, Side, Ways, WhoCan, Written, principal, repair, text, tighten, who_can,
};
use ramplay_text::Lang;

const POLICY: &str = r#"{"Version": "1", "Statement": [
  {"Effect": "Allow", "Action": "log:Get*", "Resource": "acs:log:*:*:project/web/*"},
  {"Effect": "Deny", "Action": "log:GetIndex", "Resource": "*"}]}"#;

fn with<R>(what: impl Fn(&Side<'_>) -> R) -> R {
    let reading = read(POLICY, PolicyKind::Identity);
    let loose = Loose { title: "web.json", kind: PolicyKind::Identity, text: POLICY, reading: &reading };
    what(&Side::of_documents("web.json", &[loose], principal("acs:ram::1000000000000001:user/alice")))
}

/// Lists in Markdown are marked by `-`, and what belongs to an entry is indented by two blanks.
fn assert_markdown(text: &str) {
    assert!(text.contains("\n- ") || text.starts_with("- ") || text.contains("```json"), "{text}");
    for line in text.lines() {
        let blanks = line.len() - line.trim_start().len();
        assert!(blanks % 2 == 0 || line.trim_start().starts_with('"'), "{text}");
    }
    assert_eq!(text.matches("```").count() % 2, 0, "{text}");
}

#[test]
fn every_answer_can_be_a_comment_in_both_languages() {
    for lang in Lang::ALL {
        let asking = Asking::new(lang);
        let repairs = with(|side| {
            let mut request: Request = side.base.clone();
            request.checks = vec![Check {
                action: "log:ListShards".to_owned(),
                resource: "acs:log:cn-hangzhou:1000000000000001:project/web/logstore/access".to_owned(),
                context: std::collections::BTreeMap::new(),
            }];
            let (form, _) = repair(side, &request, Goal::Allow, Ways::default(), &asking).unwrap();
            text::repair(&form, Written::Markdown, lang)
        });
        assert!(repairs.starts_with("### ") && repairs.contains("- **1. ") && repairs.contains("```json"));
        assert_markdown(&repairs);
        let list = with(|side| {
            let form = who_can(std::slice::from_ref(side), &WhoCan::Everything, &asking).unwrap();
            text::who_can(&form, Written::Markdown, lang)
        });
        assert!(list.contains("- `+` **`log:Get*`"), "{list}");
        assert_markdown(&list);
        let answers = with(|side| {
            let form = who_can(std::slice::from_ref(side), &WhoCan::Named, &asking).unwrap();
            text::who_can(&form, Written::Markdown, lang)
        });
        assert_markdown(&answers);
        let least = with(|side| {
            let calls = needed("log:GetLogStore acs:log:*:*:project/web/logstore/access").unwrap();
            let form = tighten(side, &calls, &asking).unwrap();
            text::tighten(&form, Written::Markdown, lang)
        });
        assert!(least.starts_with("```json\n"), "{least}");
        assert_markdown(&least);
    }
}
