//! Questions about a scenario, and repairs that are made in it.

use proptest::prelude::*;
use proptest::sample::select;
use ramplay_playground::{Attach, Body, Mark, PolicyEntry, Reader, Scenario, answer as answer_to, example};
use ramplay_questions::{Ask, Message, PolicyChange, Reply, WaysForm, answer, apply};

fn ask(scenario: &Scenario, ask: Ask) -> Reply {
    let scenario = Some(Box::new(scenario.clone()));
    answer(&Message { lang: "en".to_owned(), steps: None, scenario, ask }, &|_, _| {})
}

fn ways(scenario: &Scenario, row: &str) -> WaysForm {
    match ask(scenario, Ask::Row { row: row.to_owned() }) {
        Reply::Repairs(ways) => ways,
        other => panic!("{other:?}"),
    }
}

fn mark(scenario: &Scenario, row: &str) -> Mark {
    let answer = answer_to(scenario);
    let capability = answer.logstore.rows.iter().find(|known| known.capability.id == row);
    let operation = answer.operations.iter().find(|known| known.operation.id == row);
    capability.map(|row| row.verdict.mark()).or(operation.map(|row| row.verdict.mark())).unwrap()
}

fn entry(attach: Attach, text: &str) -> PolicyEntry {
    PolicyEntry { name: String::new(), attach, body: Body::Document(text.to_owned()) }
}

/// Every repair of a denied row that can be made in the scenario makes the row allowed there.
fn assert_repairs(scenario: &Scenario, row: &str) -> usize {
    let ways = ways(scenario, row);
    assert_eq!(ways.changes.len(), ways.answer.repairs.len());
    let mut made = 0;
    for (repair, changes) in ways.answer.repairs.iter().zip(&ways.changes) {
        let Some(changes) = changes else { continue };
        // As a page gets them.
        let text = serde_json::to_string(changes).unwrap();
        let changes: Vec<PolicyChange> = serde_json::from_str(&text).unwrap();
        let mut after = scenario.clone();
        apply(&mut after, &changes);
        if repair.needs.is_empty() {
            assert_eq!(mark(&after, row), Mark::Allow, "{row}: {:?}", repair.steps);
        }
        made += 1;
    }
    made
}

#[test]
fn a_denied_row_is_allowed_after_each_of_its_repairs() {
    let mut scenario = example();
    assert_eq!(mark(&scenario, "logs.write"), Mark::ImplicitDeny);
    assert!(assert_repairs(&scenario, "logs.write") > 2);
    let first = ways(&scenario, "logs.write");
    assert!(first.answer.repairs[0].exact, "{:?}", first.answer.repairs[0]);
    // The project's policy denies: it has to be narrowed, too.
    let deny = r#"{"Version": "1", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "log:Post*", "Resource": "*"}]}"#;
    scenario.policies.push(entry(Attach::Project, deny));
    assert_eq!(mark(&scenario, "logs.write"), Mark::ExplicitDeny);
    assert!(assert_repairs(&scenario, "logs.write") > 0);
}

#[test]
fn operations_and_questions_are_repaired_where_they_are_asked() {
    let mut scenario = example();
    scenario.reader = Reader::Job;
    // The RAM user of the job gets policies of its own.
    let ways = ways(&scenario, "logs.pull");
    let added = ways.changes.iter().flatten().flatten().find_map(|change| match change {
        PolicyChange::Add { entry } => Some(entry.attach.clone()),
        _ => None,
    });
    assert_eq!(added, Some(Attach::Job));
    assert!(assert_repairs(&scenario, "logs.pull") > 0);
    scenario.policies.clear();
    let denied = ramplay_playground::answer(&scenario).operations;
    let denied: Vec<&str> = denied
        .iter()
        .filter(|row| row.verdict.mark() == Mark::ImplicitDeny)
        .map(|row| row.operation.id.as_str())
        .collect();
    assert!(denied.len() > 3);
    for row in denied.iter().take(4) {
        assert!(assert_repairs(&scenario, row) > 0, "{row}");
    }
    let question = Ask::Question {
        who: Reader::Principal,
        action: "ecs:StopInstance".to_owned(),
        resource: "acs:ecs:cn-hangzhou:1000000000000001:instance/i-1".to_owned(),
        keys: Vec::new(),
    };
    let Reply::Repairs(found) = ask(&scenario, question) else { panic!() };
    assert!(found.answer.repairs[0].exact && found.changes[0].is_some());
}

#[test]
fn named_questions_have_a_witness_or_a_proof() {
    let scenario = example();
    let Reply::WhoCan(found) = ask(&scenario, Ask::Named {}) else { panic!() };
    let of = |code: &str| found.questions.iter().find(|one| one.code == Some(code)).unwrap();
    assert_eq!(of("delete-logstore").answer, "no");
    assert_eq!(of("create-access-key").answer, "no");
    let mut wide = scenario.clone();
    let all = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}"#;
    wide.policies.push(entry(Attach::Identity, all));
    let Reply::WhoCan(found) = ask(&wide, Ask::Named {}) else { panic!() };
    for one in &found.questions {
        // The trust policies of the roles that there are were not given.
        let expected = if one.code == Some("assume-role") { "perhaps" } else { "yes" };
        assert_eq!((one.answer, one.examples.is_empty()), (expected, false), "{:?}", one.code);
    }
    let delete = found.questions.iter().find(|one| one.code == Some("delete-logstore")).unwrap();
    assert_eq!(delete.examples[0].request.action, "log:DeleteLogStore");
}

#[test]
fn the_least_policy_covers_what_is_ticked_and_what_is_listed() {
    let calls = "log:ListShards acs:log:cn-hangzhou:1000000000000001:project/web-project/logstore/access-log # shards";
    let needs = |capabilities: &[&str], calls: &str| Ask::Tighten {
        capabilities: capabilities.iter().map(|id| (*id).to_owned()).collect(),
        jobs: false,
        assertions: false,
        calls: calls.to_owned(),
    };
    let scenario = example();
    let Reply::Tight(found) = ask(&scenario, needs(&["logs.write"], calls)) else { panic!() };
    assert!(
        found.policies[0].contains("log:PostLogStoreLogs") && found.policies[0].contains("log:ListShards")
    );
    assert!(found.still_denied.is_empty() && !found.denied_today.is_empty());
    let mut after = scenario.clone();
    after.policies = vec![entry(Attach::Identity, &found.policies[0])];
    assert_eq!(mark(&after, "logs.write"), Mark::Allow);
    let Reply::Failed(why) = ask(&scenario, needs(&[], "\nlog:ListShards web")) else { panic!() };
    assert_eq!(why[0].line, Some(2));
    assert!(matches!(ask(&scenario, needs(&[], "")), Reply::Failed(_)));
}

#[test]
fn the_least_policy_covers_what_assertions_say_to_be_allowed() {
    let said = Ask::Tighten { capabilities: Vec::new(), jobs: false, assertions: true, calls: String::new() };
    let mut scenario = example();
    assert!(matches!(ask(&scenario, said.clone()), Reply::Failed(_)));
    scenario.assertions.lines = ["user alice can write", "logs.pull is denied"].map(str::to_owned).to_vec();
    let Reply::Tight(found) = ask(&scenario, said) else { panic!() };
    let mut after = scenario.clone();
    after.policies = vec![entry(Attach::Identity, &found.policies[0])];
    assert_eq!((mark(&after, "logs.write"), mark(&after, "logs.pull")), (Mark::Allow, Mark::ImplicitDeny));
}

#[test]
fn dead_parts_go_without_a_change_of_any_answer() {
    let mut scenario = example();
    let twice = r#"{"Version": "1", "Statement": [
        {"Effect": "Allow", "Action": ["oss:Get*", "oss:GetObject"], "Resource": "*"},
        {"Effect": "Allow", "Action": "log:GetLogStoreLogs", "Resource": "acs:log:*:*:project/web-project/logstore/access-log"}]}"#;
    scenario.policies.push(entry(Attach::Identity, twice));
    let place = u32::try_from(scenario.policies.len() - 1).unwrap();
    let Reply::Dead(found) = ask(&scenario, Ask::Dead {}) else { panic!() };
    let own: Vec<(&str, &str)> = found
        .answer
        .parts
        .iter()
        .zip(&found.policies)
        .filter(|(_, policy)| **policy == place)
        .map(|(part, _)| (part.what, part.text.as_str()))
        .collect();
    assert!(own.contains(&("action", r#""oss:GetObject""#)), "{own:?}");
    let before = answer_to(&scenario);
    let mut after = scenario.clone();
    apply(&mut after, &found.changes);
    let after = answer_to(&after);
    let marks = |answer: &ramplay_playground::Answer| {
        answer.logstore.rows.iter().map(|row| row.verdict.mark()).collect::<Vec<_>>()
    };
    assert_eq!(marks(&before), marks(&after));
    // A condition that these circumstances happen to meet is not dead.
    scenario.policies = vec![entry(
        Attach::Identity,
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:*", "Resource": "*",
            "Condition": {"Bool": {"acs:SecureTransport": "true"}}}]}"#,
    )];
    scenario.circumstances.tls = Some(true);
    let Reply::Dead(found) = ask(&scenario, Ask::Dead {}) else { panic!() };
    assert!(found.answer.parts.is_empty(), "{:?}", found.answer.parts);
}

#[test]
fn a_denial_is_explained_and_repaired() {
    let scenario = example();
    let text = "denied by sts or ram, action: log:PostLogStoreLogs, resource: acs:log:cn-hangzhou:1000000000000001:project/web-project/logstore/access-log";
    let denial =
        |text: &str, resource: &str| Ask::Denial { text: text.to_owned(), resource: resource.to_owned() };
    let Reply::Denials(found) = ask(&scenario, denial(text, "")) else { panic!() };
    assert_eq!(found.denials[0].answer.explained, "explained");
    let changes = found.denials[0].changes[0].as_ref().unwrap();
    let mut after = scenario.clone();
    apply(&mut after, changes);
    assert_eq!(mark(&after, "logs.write"), Mark::Allow);
    let Reply::Denials(found) = ask(&scenario, denial("no denial at all", "")) else { panic!() };
    assert!(found.denials.is_empty() && !found.problems.is_empty());
}

#[test]
fn whoever_watches_hears_how_far_it_is() {
    let scenario = Some(Box::new(example()));
    let message = Message { lang: "zh-CN".to_owned(), steps: Some(10_000), scenario, ask: Ask::Named {} };
    let heard = std::cell::RefCell::new(Vec::new());
    answer(&message, &|done, of| heard.borrow_mut().push((done, of)));
    let heard = heard.into_inner();
    assert!(heard.len() > 5 && heard.windows(2).all(|pair| pair[0].0 < pair[1].0), "{heard:?}");
    assert!(heard.iter().all(|(done, of)| done < of));
}

#[test]
fn a_message_is_read_as_a_page_writes_it() {
    for text in [
        r#"{"lang": "en", "steps": null, "scenario": null, "ask": {"dead_in": {"text": "{", "kind": "identity"}}}"#,
        r#"{"lang": "en", "ask": {"named": {}}}"#,
        r#"{"lang": "en", "ask": {"question": {"who": "job", "action": "log:a", "resource": "*", "keys": [{"key": "k", "value": "v"}]}}}"#,
    ] {
        let message: Message = serde_json::from_str(text).unwrap();
        serde_json::to_string(&answer(&message, &|_, _| {})).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn repairs_allow_whatever_stands_against_them(
        row in select(vec!["logs.pull", "logs.write", "group.flink"]),
        effects in proptest::collection::vec((any::<bool>(), select(vec!["log:*", "log:Get*", "log:Post*", "*"]),
            select(vec!["*", "acs:log:*:*:project/web-project/*"])), 0..3),
        place in select(vec![Attach::Identity, Attach::Project]),
    ) {
        let mut scenario = example();
        scenario.policies.clear();
        for (allows, action, resource) in effects {
            let effect = if allows { "Allow" } else { "Deny" };
            let principal = if place == Attach::Project { r#""Principal": "*","# } else { "" };
            let text = format!(
                r#"{{"Version": "1", "Statement": [{{"Effect": "{effect}", {principal} "Action": "{action}", "Resource": "{resource}"}}]}}"#
            );
            scenario.policies.push(entry(place.clone(), &text));
        }
        if mark(&scenario, row) != Mark::Allow {
            assert_repairs(&scenario, row);
        }
    }
}
