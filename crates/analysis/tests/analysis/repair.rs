//! Repairs do what they are for, and what else they change is what they report.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use ramplay_analysis::{
    Asked, Diff, Goal, Repair, RepairOptions, Repairs, Requests, SystemPolicy, Text, repair,
};
use ramplay_policy::{
    Attached, ContextMap, Decision, DocumentId, Place, PolicyKind, PolicySet, Principal, Reading, Request,
    Verdict, evaluate, read,
};
use serde_json::json;

use crate::generate::config;
use crate::layers::{Attachments, attachment, bases, readings, set};
use crate::sets::request;

const ACTIONS: [&str; 8] = ["a", "b", "ab", "ac", "cab", "c", "sts:assumerole", "sts:x"];
const RESOURCES: [&str; 9] = ["x", "X", "y", "xy", "xzy", "z", "*", "acs:ram::1:x", "acs:ram:r:1:x"];

/// Circumstances that the generated conditions tell apart.
fn contexts() -> Vec<ContextMap> {
    let contexts: [&[(&str, &str)]; 5] = [
        &[],
        &[("k:text", "a"), ("k:bool", "true"), ("k:number", "1"), ("acs:SourceIp", "10.0.0.1")],
        &[("k:text", "ab"), ("k:bool", "false"), ("k:number", "-3"), ("acs:SourceIp", "::1")],
        &[("k:text", "A"), ("k:mixed", "true"), ("k:number", "2"), ("acs:SourceIp", "10.1.0.0")],
        &[("k:mixed", "FALSE"), ("k:number", "0"), ("acs:SourceIp", "11.0.0.1")],
    ];
    let times = ["2025-06-01T00:00:00Z", "2025-12-31T18:00:00Z", "2026-06-01T00:00:00Z"];
    let context = |(context, time): (&&[(&str, &str)], &&str)| {
        let said = context.iter().map(|(key, value)| ((*key).to_owned(), vec![(*value).to_owned()]));
        said.chain([("acs:CurrentTime".to_owned(), vec![(*time).to_owned()])]).collect()
    };
    contexts.iter().zip(times.iter().cycle()).map(context).collect()
}

/// The policies after a repair, as its texts say.
struct After {
    readings: Vec<(DocumentId, Reading)>,
}

impl After {
    fn new(repair: &Repair, before: &[String], kinds: &[PolicyKind]) -> Self {
        let mut readings = Vec::new();
        for edited in &repair.edits {
            let Some(text) = &edited.text else { continue };
            let place = edited.document.0 as usize;
            if let (Some(edit), Some(old)) = (&edited.edit, before.get(place)) {
                let (start, end) = (edit.span.start as usize, edit.span.end as usize);
                assert_eq!(
                    &[&old.as_bytes()[..start], edit.text.as_bytes(), &old.as_bytes()[end..]].concat(),
                    text.as_bytes()
                );
            }
            let kind = kinds.get(place).copied().unwrap_or(match edited.layer {
                ramplay_policy::Layer::Trust => PolicyKind::Trust,
                ramplay_policy::Layer::Resource => PolicyKind::Resource,
                _ => PolicyKind::Identity,
            });
            let reading = read(text, kind);
            assert!(reading.is_usable(), "{text}");
            readings.push((edited.document, reading));
        }
        After { readings }
    }

    fn set<'s>(&'s self, before: &PolicySet<'s>, repair: &Repair) -> PolicySet<'s> {
        let mut set = before.clone();
        for edited in &repair.edits {
            let reading = self.readings.iter().find(|(id, _)| *id == edited.document);
            let is = |attached: &Attached<'_>| attached.document == edited.document;
            let Some((document, Reading { policy, .. })) = reading.map(|(id, reading)| (*id, reading)) else {
                set.control.retain(|(_, attached)| !is(attached));
                set.group.retain(|(_, attached)| !is(attached));
                set.resource.retain(|given| !is(&given.attached));
                for list in [&mut set.identity, &mut set.session, &mut set.trust] {
                    list.retain(|attached| !is(attached));
                }
                continue;
            };
            let attached = Attached { document, policy };
            if edited.is_new {
                match edited.layer {
                    ramplay_policy::Layer::Trust => set.trust.push(attached),
                    ramplay_policy::Layer::Resource => {
                        set.resource.push(ramplay_policy::ResourceAttached { attached, spares_owner: true });
                    }
                    _ => set.identity.push(attached),
                }
            }
            set.control.iter_mut().filter(|(_, one)| is(one)).for_each(|(_, one)| one.policy = policy);
            set.group.iter_mut().filter(|(_, one)| is(one)).for_each(|(_, one)| one.policy = policy);
            set.resource
                .iter_mut()
                .filter(|one| is(&one.attached))
                .for_each(|one| one.attached.policy = policy);
            for list in [&mut set.identity, &mut set.session, &mut set.trust] {
                list.iter_mut().filter(|one| is(one)).for_each(|one| one.policy = policy);
            }
        }
        set
    }
}

/// Every witness is about something else, and is answered as it is said.
fn assert_witnesses(found: &Diff, own: &[Asked], a: &PolicySet<'_>, b: &PolicySet<'_>) {
    for change in &found.changes {
        let witness = change.witness();
        assert!(!own.contains(&Asked::of(&witness.checks[0])), "{witness:?}");
        assert_eq!(evaluate(a, witness).unwrap().verdict(), change.from.verdict());
        assert_eq!(evaluate(b, witness).unwrap().verdict(), change.to.verdict());
    }
}

/// Without the policies that are one principal's own.
fn shared<'p>(set: &PolicySet<'p>) -> PolicySet<'p> {
    let mut set = PolicySet { identity: vec![], group: vec![], session: vec![], ..set.clone() };
    set.unseen.retain(|unseen| !matches!(unseen.place, Place::Identity | Place::Group | Place::Session));
    set
}

/// What other principals get is reported, also if their own policies say nothing.
fn assert_others(repair: &Repair, a: &PolicySet<'_>, b: &PolicySet<'_>, base: &Request, goal: Goal) {
    let (a, b) = (shared(a), shared(b));
    // Of root users of other accounts and the like nobody speaks unless they are named.
    let users = bases().into_iter().filter(|other| other.principal.kind == base.principal.kind);
    for other in users.filter(|other| other.principal.arn != base.principal.arn) {
        let other = Request { directory_path: base.directory_path.clone(), ..other };
        for action in ACTIONS {
            for resource in RESOURCES {
                for context in contexts() {
                    let sample = request(&other, action, resource, context);
                    let allows = |set| evaluate(set, &sample).unwrap().is_allowed();
                    let moves = match goal {
                        Goal::Allow => !allows(&a) && allows(&b),
                        Goal::Deny => allows(&a) && !allows(&b),
                    };
                    let others = repair.others.as_ref();
                    let is_said = others.is_some_and(|others| match goal {
                        Goal::Allow => others.gives_access(),
                        Goal::Deny => others.takes_access(),
                    });
                    assert!(!moves || is_said, "{sample:?} {repair:?}");
                }
            }
        }
    }
}

/// Repairs of what all layers say, each checked by all sampled requests.
fn check(attachments: &Attachments, base: &Request, asked: &Request) -> Repairs {
    let readings = readings(attachments);
    let before = set(attachments, &readings);
    let texts: Vec<String> = attachments
        .iter()
        .map(|(_, statements, _)| json!({"Version": "1", "Statement": statements}).to_string())
        .collect();
    let kinds: Vec<PolicyKind> = readings.iter().map(|reading| reading.policy.kind).collect();
    let given: Vec<Text<'_>> =
        (0..).zip(&texts).map(|(number, text)| Text { document: DocumentId(number), text }).collect();
    let answer = evaluate(&before, asked).unwrap();
    let goal = if answer.is_allowed() { Goal::Deny } else { Goal::Allow };
    let options = RepairOptions { requests: Requests::AnyText, most: 6, ..RepairOptions::default() };
    let found = repair(&before, &given, asked, goal, &options).unwrap();
    let own: Vec<Asked> = asked.checks.iter().map(Asked::of).collect();
    let mut last_is_exact = true;
    for repair in &found.repairs {
        let new = After::new(repair, &texts, &kinds);
        let after = new.set(&before, repair);
        let answer = evaluate(&after, asked).unwrap();
        match goal {
            Goal::Allow => assert!(
                answer.is_allowed()
                    || (!repair.needs.is_empty() && answer.possible.contains(Decision::Allow)),
                "{repair:?}"
            ),
            Goal::Deny => assert!(!answer.possible.contains(Decision::Allow), "{repair:?}"),
        }
        assert_witnesses(&repair.beyond, &own, &before, &after);
        assert!(repair.is_decided(), "{:?}", repair.beyond.obstacles);
        // What is proven to change nothing else comes first.
        assert!(last_is_exact || !repair.is_exact(goal));
        last_is_exact = repair.is_exact(goal);
        assert_others(repair, &before, &after, base, goal);
        let changes: Vec<_> =
            repair.beyond.changes.iter().map(|one| (one.from.verdict(), one.to.verdict())).collect();
        for action in ACTIONS {
            for resource in RESOURCES {
                for context in contexts() {
                    let sample = request(base, action, resource, context);
                    let (Ok(one), Ok(other)) = (evaluate(&before, &sample), evaluate(&after, &sample)) else {
                        continue;
                    };
                    if own.contains(&Asked::of(&sample.checks[0])) {
                        let is_met = match goal {
                            Goal::Allow => other.is_allowed(),
                            Goal::Deny => !other.possible.contains(Decision::Allow),
                        };
                        assert!(is_met || repair.unconditional != Some(true) || !repair.needs.is_empty());
                    } else if one.possible != other.possible {
                        let kind = (one.verdict(), other.verdict());
                        assert!(changes.contains(&kind), "{kind:?} by {sample:?}: {repair:?}");
                    }
                }
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(config())]

    /// Through all layers, for every principal: the goal is reached, and what else changes is what is reported.
    #[test]
    fn the_goal_and_exactly_the_reported_extras(
        attachments in proptest::collection::vec(attachment(), 1..4),
        at in any::<Index>(),
        action in select(&ACTIONS[..]),
        resource in select(&RESOURCES[..]),
        context in 0..5_usize,
        member in any::<bool>(),
    ) {
        let mut base = bases()[at.index(bases().len())].clone();
        if !member {
            base.directory_path.clear();
        }
        let asked = request(&base, action, resource, contexts()[context].clone());
        check(&attachments, &base, &asked);
    }

    /// One identity policy of a user of the account can always be repaired.
    #[test]
    fn an_identity_policy_can_always_be_repaired(
        (_, statements, _) in attachment().prop_filter("an identity policy", |(place, ..)| *place == "identity"),
        action in select(&ACTIONS[..6]),
        resource in select(&RESOURCES[..]),
        context in 0..5_usize,
    ) {
        let base = bases()[0].clone();
        let base = Request { directory_path: Vec::new(), ..base };
        let asked = request(&base, action, resource, contexts()[context].clone());
        let found = check(&vec![("identity", statements, 13)], &base, &asked);
        prop_assert!(!found.repairs.is_empty());
    }
}

const ALICE: &str = "acs:ram::1000000000000001:user/alice";
const SHARDS: &str = "acs:log:cn-hangzhou:1000000000000001:project/web/logstore/access";

fn alice(action: &str, resource: &str) -> Request {
    Request::new(Principal::ram_user("1000000000000001", "alice"), action, resource)
}

fn identity(text: &str, asked: &Request, goal: Goal, options: &RepairOptions<'_>) -> Repairs {
    let reading = read(text, PolicyKind::Identity);
    assert!(reading.is_usable());
    let document = DocumentId(0);
    let set =
        PolicySet { identity: vec![Attached { document, policy: &reading.policy }], ..PolicySet::default() };
    repair(&set, &[Text { document, text }], asked, goal, options).unwrap()
}

fn codes(repairs: &Repairs) -> Vec<String> {
    let one =
        |repair: &Repair| repair.steps.iter().map(|step| step.amendment.code()).collect::<Vec<_>>().join("+");
    repairs.repairs.iter().map(one).collect()
}

#[test]
fn texts_stay_as_they_were_written() {
    let text = "{\n    \"Version\": \"1\",\n    \"Statement\": [\n        {\n            \"Effect\": \"Allow\",\n            \
                \"Action\": [\n                \"log:Get*\"\n            ],\n            \"Resource\": \"*\"\n        }\n    ]\n}\n";
    let found = identity(text, &alice("log:ListShards", SHARDS), Goal::Allow, &RepairOptions::default());
    assert_eq!(codes(&found), ["add-statement", "add-entry"]);
    let texts: Vec<&str> =
        found.repairs.iter().map(|repair| repair.edits[0].text.as_deref().unwrap()).collect();
    assert_eq!(
        texts[1],
        text.replace("\"log:Get*\"\n", "\"log:Get*\",\n                \"log:ListShards\"\n")
    );
    assert_eq!(
        texts[0],
        text.replace(
            "        }\n    ]",
            &format!(
                "        }},\n        {{\n            \"Effect\": \"Allow\",\n            \"Action\": \"log:ListShards\",\n            \
                 \"Resource\": \"{SHARDS}\"\n        }}\n    ]"
            )
        )
    );
}

#[test]
fn a_deny_is_narrowed_before_it_is_taken_out() {
    let text = r#"{"Version": "1", "Statement": [
        {"Effect": "Allow", "Action": "log:*", "Resource": "*"},
        {"Effect": "Deny", "Action": ["log:DeleteLogStore", "log:DeleteProject"], "Resource": "*"}]}"#;
    let found = identity(text, &alice("log:DeleteLogStore", SHARDS), Goal::Allow, &RepairOptions::default());
    assert_eq!(codes(&found), ["split-statement", "remove-entries", "all-but", "remove-statement"]);
    assert!(found.repairs[0].is_exact(Goal::Allow));
    assert_eq!(found.repairs[0].unconditional, Some(true));
    assert!(found.repairs[1..].iter().all(|repair| !repair.is_exact(Goal::Allow)));
    assert!(
        found.repairs[0].edits[0].text.as_deref().unwrap().contains(&format!(r#""NotResource": "{SHARDS}""#)),
    );
}

#[test]
fn conditions_are_met_by_a_value_more_or_left_out() {
    let text = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:GetLogStore", "Resource": "*",
        "Condition": {"IpAddress": {"acs:SourceIp": "10.0.0.0/8"}}}]}"#;
    let mut asked = alice("log:GetLogStore", SHARDS);
    asked.context.insert("acs:SourceIp".to_owned(), vec!["203.0.113.7".to_owned()]);
    let found = identity(text, &asked, Goal::Allow, &RepairOptions::default());
    assert_eq!(codes(&found), ["add-statement", "add-values", "remove-condition"]);
    let unconditional: Vec<_> = found.repairs.iter().map(|repair| repair.unconditional).collect();
    assert_eq!(unconditional, [Some(true), Some(false), Some(true)]);
    let text = found.repairs[2].edits[0].text.as_deref().unwrap();
    assert!(!text.contains("Condition"), "{text}");
}

#[test]
fn system_policies_and_trust_and_control() {
    let reader = read(
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": ["log:Get*", "log:List*"], "Resource": "*"}]}"#,
        PolicyKind::Identity,
    );
    let system = [SystemPolicy { name: "Reader", policy: &reader.policy }];
    let options = RepairOptions { system: &system, ..RepairOptions::default() };
    let set = PolicySet::default();
    let found = repair(&set, &[], &alice("log:ListShards", SHARDS), Goal::Allow, &options).unwrap();
    assert_eq!(codes(&found), ["new-policy", "attach-system-policy"]);
    assert_eq!(found.before, Verdict::Decided(Decision::ImplicitDeny));

    // A role that alice may not assume from either side.
    let trust_text = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"Service": ["log.aliyuncs.com"]}}]}"#;
    let trust = read(trust_text, PolicyKind::Trust);
    let set = PolicySet {
        trust: vec![Attached { document: DocumentId(0), policy: &trust.policy }],
        ..PolicySet::default()
    };
    let asked = alice("sts:AssumeRole", "acs:ram::1000000000000001:role/r");
    let texts = [Text { document: DocumentId(0), text: trust_text }];
    let found = repair(&set, &texts, &asked, Goal::Allow, &RepairOptions::default()).unwrap();
    assert_eq!(codes(&found)[0], "add-principal+new-policy");
    let first = &found.repairs[0];
    assert!(first.edits[0].text.as_deref().unwrap().contains(&format!(r#""RAM": ["{ALICE}"]"#)));
    assert!(first.is_exact(Goal::Allow), "{:?}", first.others);

    // A guardrail: sparing the principal changes nothing for others, leaving the action out does.
    let control_text = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"},
        {"Effect": "Deny", "Action": "log:ListShards", "Resource": "*"}]}"#;
    let control = read(control_text, PolicyKind::Control);
    let all = read(
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:*", "Resource": "*"}]}"#,
        PolicyKind::Identity,
    );
    let set = PolicySet {
        control: vec![("Root", Attached { document: DocumentId(0), policy: &control.policy })],
        identity: vec![Attached { document: DocumentId(1), policy: &all.policy }],
        ..PolicySet::default()
    };
    let asked = Request { directory_path: vec!["Root".to_owned()], ..alice("log:ListShards", SHARDS) };
    let texts = [Text { document: DocumentId(0), text: control_text }];
    let found = repair(&set, &texts, &asked, Goal::Allow, &RepairOptions::default()).unwrap();
    let of = |code: &str| &found.repairs[codes(&found).iter().position(|known| known == code).unwrap()];
    assert!(!of("add-condition").others.as_ref().unwrap().gives_access());
    assert!(of("all-but").others.as_ref().unwrap().gives_access());
    assert!(of("remove-statement").others.as_ref().unwrap().gives_access());
}

#[test]
fn calls_with_several_checks_are_repaired_together() {
    let text = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:GetLogStore", "Resource": "*"}]}"#;
    let mut asked = alice("log:ListShards", SHARDS);
    asked.checks.extend(alice("log:GetCursorOrData", SHARDS).checks);
    let found = identity(text, &asked, Goal::Allow, &RepairOptions::default());
    assert!(found.repairs[0].is_exact(Goal::Allow));
    assert_eq!(codes(&found)[0], "add-statement+add-entry");
}

#[test]
fn what_is_allowed_is_denied_by_the_least() {
    let text = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": ["log:GetLogStore", "log:ListShards"],
        "Resource": "*"}]}"#;
    let found = identity(text, &alice("log:ListShards", SHARDS), Goal::Deny, &RepairOptions::default());
    assert!(found.repairs[0].is_exact(Goal::Deny));
    let mut codes = codes(&found);
    codes.sort();
    assert_eq!(codes, ["add-statement", "all-but", "detach", "remove-entries", "split-statement"]);
}

#[test]
fn nothing_to_repair_and_nothing_that_can_be() {
    let root = Principal {
        kind: ramplay_policy::PrincipalKind::Root,
        arn: "acs:ram::1:root".to_owned(),
        account: "1".to_owned(),
        uid: None,
    };
    let assume = Request::new(root.clone(), "sts:AssumeRole", "acs:ram::1:role/r");
    let none = PolicySet::default();
    assert_eq!(repair(&none, &[], &assume, Goal::Allow, &RepairOptions::default()).unwrap().repairs, []);
    let own = Request::new(root, "log:ListShards", "*");
    assert_eq!(repair(&none, &[], &own, Goal::Allow, &RepairOptions::default()).unwrap().repairs, []);
}
