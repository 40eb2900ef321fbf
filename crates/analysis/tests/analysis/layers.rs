//! All layers, every kind of principal, unknown layers.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use ramplay_analysis::{Budget, Frame, Options, Relation, Requests, diff, principals};
use ramplay_policy::{
    Attached, ContextMap, DocumentId, Place, PolicyKind, PolicySet, Principal, PrincipalKind, Reading,
    Request, ResourceAttached, Unseen, evaluate, read,
};
use serde_json::{Value, json};

use crate::generate::{config, statement};
use crate::sets::{assert_true, request};

/// Where a document is attached.
const PLACES: [&str; 9] =
    ["identity", "identity", "group", "other-group", "root", "member", "session", "resource", "trust"];

/// A document somewhere, or a place whose policies are unknown.
pub(crate) fn attachment() -> impl Strategy<Value = (&'static str, Vec<Value>, u8)> {
    (select(&PLACES[..]), proptest::collection::vec((statement(), principal()), 0..3), 0..14_u8).prop_map(
        |(place, statements, unseen)| {
            let statement = |(mut statement, principal): (Value, Value)| {
                match place {
                    "trust" => {
                        let object = statement.as_object_mut().unwrap();
                        object.remove("Resource");
                        object.remove("NotResource");
                        statement["Principal"] = principal;
                    }
                    "resource" => statement["Principal"] = principal,
                    _ => {}
                }
                statement
            };
            (place, statements.into_iter().map(statement).collect(), unseen)
        },
    )
}

fn principal() -> impl Strategy<Value = Value> {
    let ram = select(vec![
        "acs:ram::1:root",
        "acs:ram::*:root",
        "acs:ram::2:root",
        "acs:ram::1:user/alice",
        "acs:ram::1:user/*",
        "acs:ram::1:role/r",
        "acs:ram::1:role/r/*",
    ]);
    let service = select(vec!["log.aliyuncs.com", "2@log.aliyuncs.com"]);
    prop_oneof![
        3 => ram.prop_map(|arn| json!({"RAM": arn})),
        1 => service.prop_map(|name| json!({"Service": name})),
        1 => Just(json!({"Federated": "acs:ram::1:saml-provider/p"})),
    ]
}

pub(crate) type Attachments = Vec<(&'static str, Vec<Value>, u8)>;

/// The second side is often the first with one place changed.
fn sides() -> impl Strategy<Value = (Attachments, Attachments)> {
    (
        proptest::collection::vec(attachment(), 1..5),
        proptest::collection::vec(attachment(), 1..5),
        attachment(),
        any::<Index>(),
        0..4_u8,
    )
        .prop_map(|(one, other, changed, at, how)| {
            let mut near = one.clone();
            match how {
                0 => near.push(changed),
                1 => drop(near.remove(at.index(one.len()))),
                2 => near[at.index(one.len())] = changed,
                _ => near = other,
            }
            (one, near)
        })
}

pub(crate) fn readings(attachments: &Attachments) -> Vec<Reading> {
    let kind = |place: &str| match place {
        "root" | "member" => PolicyKind::Control,
        "session" => PolicyKind::Session,
        "resource" => PolicyKind::Resource,
        "trust" => PolicyKind::Trust,
        _ => PolicyKind::Identity,
    };
    let reading = |(place, statements, _): &(&str, Vec<Value>, u8)| {
        let text = json!({"Version": "1", "Statement": statements}).to_string();
        let reading = read(&text, kind(place));
        assert!(reading.is_usable(), "{text} {:?}", reading.diagnostics);
        reading
    };
    attachments.iter().map(reading).collect()
}

pub(crate) fn set<'p>(attachments: &Attachments, readings: &'p [Reading]) -> PolicySet<'p> {
    let mut set = PolicySet::default();
    for (number, ((place, _, unseen), reading)) in (0..).zip(attachments.iter().zip(readings)) {
        let attached = Attached { document: DocumentId(number), policy: &reading.policy };
        if *unseen < 2 {
            let place = match *place {
                "identity" => Place::Identity,
                "group" | "other-group" => Place::Group,
                "root" => Place::Control(Some("Root")),
                "member" => Place::Control(None),
                "session" => Place::Session,
                "resource" => Place::Resource,
                _ => Place::Trust,
            };
            set.unseen.push(Unseen { place, may_deny: *unseen == 0 });
            continue;
        }
        match *place {
            "identity" => set.identity.push(attached),
            "group" => set.group.push(("rg", attached)),
            "other-group" => set.group.push(("rg-2", attached)),
            "root" => set.control.push(("Root", attached)),
            "member" => set.control.push(("Member", attached)),
            "session" => set.session.push(attached),
            "resource" => set.resource.push(ResourceAttached { attached, spares_owner: *unseen > 7 }),
            _ => set.trust.push(attached),
        }
    }
    set
}

/// A principal of every kind, in its own account and in another.
pub(crate) fn bases() -> Vec<Request> {
    let principal = |kind, arn: &str, account: &str| Principal {
        kind,
        arn: arn.to_owned(),
        account: account.to_owned(),
        uid: None,
    };
    [
        principal(PrincipalKind::RamUser, "acs:ram::1:user/alice", "1"),
        principal(PrincipalKind::RamUser, "acs:ram::2:user/alice", "2"),
        principal(PrincipalKind::RamRole, "acs:ram::1:role/r/s", "1"),
        principal(PrincipalKind::ServiceLinkedRole, "acs:ram::1:role/slr/s", "1"),
        principal(PrincipalKind::Root, "acs:ram::1:root", "1"),
        principal(PrincipalKind::Root, "acs:ram::2:root", "2"),
        principal(PrincipalKind::Service, "log.aliyuncs.com", "1"),
        principal(PrincipalKind::Federated, "acs:ram::1:saml-provider/p", "1"),
        principal(PrincipalKind::Anonymous, "anonymous", ""),
    ]
    .into_iter()
    .map(|principal| Request {
        resource_account: "1".to_owned(),
        resource_group: Some("rg".to_owned()),
        directory_path: vec!["Root".to_owned(), "Folder".to_owned(), "Member".to_owned()],
        ..Request::new(principal, "", "")
    })
    .collect()
}

proptest! {
    #![proptest_config(config())]

    /// Whatever sampled requests show is found: for every principal, through all layers, with unknown ones.
    #[test]
    fn finds_what_samples_show((one, other) in sides(), at in any::<Index>(), member in any::<bool>()) {
        let (readings_a, readings_b) = (readings(&one), readings(&other));
        let (a, b) = (set(&one, &readings_a), set(&other, &readings_b));
        let mut base = bases()[at.index(bases().len())].clone();
        if !member {
            base.directory_path.clear();
        }
        let frame = Frame { requests: Requests::AnyText, ..Frame::around(vec![base.clone()]) };
        let found = diff(&a, &b, &frame, &Options::default()).unwrap();
        assert_true(&a, &b, &found);
        prop_assert!(found.obstacles.is_empty());
        let said: Vec<_> =
            found.changes.iter().map(|change| (change.from.verdict(), change.to.verdict())).collect();
        let contexts: [&[(&str, &str)]; 5] = [
            &[],
            &[("k:text", "a"), ("k:bool", "true"), ("k:number", "1"), ("acs:SourceIp", "10.0.0.1")],
            &[("k:text", "ab"), ("k:bool", "false"), ("k:number", "-3"), ("acs:SourceIp", "::1")],
            &[("k:text", "A"), ("k:mixed", "true"), ("k:number", "2"), ("acs:SourceIp", "10.1.0.0")],
            &[("k:mixed", "FALSE"), ("k:number", "0"), ("acs:SourceIp", "11.0.0.1")],
        ];
        for action in ["", "a", "b", "ab", "ac", "cab", "c", "sts:assumerole", "sts:x"] {
            for resource in ["", "x", "X", "y", "xy", "xzy", "xyz", "z", "acs:ram::1:x", "acs:ram:r:1:x", "acs:ram::1:y"] {
                for (number, context) in contexts.iter().enumerate() {
                    let mut context: ContextMap = context
                        .iter()
                        .map(|(key, value)| ((*key).to_owned(), vec![(*value).to_owned()]))
                        .collect();
                    let time = ["2025-06-01T00:00:00Z", "2025-12-31T18:00:00Z", "2026-06-01T00:00:00Z"][number % 3];
                    context.insert("acs:CurrentTime".to_owned(), vec![time.to_owned()]);
                    let asked = request(&base, action, resource, context);
                    let (one, other) = (evaluate(&a, &asked).unwrap(), evaluate(&b, &asked).unwrap());
                    if one.possible != other.possible {
                        let kind = (one.verdict(), other.verdict());
                        prop_assert!(said.contains(&kind), "{kind:?} by {asked:?}, not among {said:?}");
                    }
                }
            }
        }
    }

    /// The principals that are asked for are enough: no other one shows a change of another kind.
    #[test]
    fn principals_of_every_class_are_asked((one, other) in sides()) {
        let (readings_a, readings_b) = (readings(&one), readings(&other));
        let (a, b) = (set(&one, &readings_a), set(&other, &readings_b));
        let all = principals(&[&a, &b], "1", &Budget::default()).unwrap();
        let options = Options::default();
        let with = |bases: Vec<Request>| Frame { requests: Requests::AnyText, ..Frame::around(bases) };
        let kinds = |frame: &Frame| {
            let found = diff(&a, &b, frame, &options).unwrap();
            assert!(found.obstacles.is_empty());
            let changes = found.changes.iter();
            changes.map(|change| (change.from.verdict().code(), change.to.verdict().code())).collect::<Vec<_>>()
        };
        let said = kinds(&with(all.clone()));
        for mut base in bases() {
            // Those that nobody names are left out.
            let is_own = |account: &str| account == "1";
            let is_asked = all.iter().any(|asked| {
                asked.principal.kind == base.principal.kind
                    && is_own(&asked.principal.account) == is_own(&base.principal.account)
            });
            if !is_asked {
                continue;
            }
            base.directory_path.clear();
            base.resource_group = None;
            for kind in kinds(&with(vec![base.clone()])) {
                prop_assert!(said.contains(&kind), "{kind:?} for {:?}, not among {said:?}", base.principal);
            }
        }
    }
}

#[test]
fn unknown_layers_are_compared_by_what_they_must_say() {
    let text = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}"#;
    let reading = read(text, PolicyKind::Identity);
    let identity = vec![Attached { document: DocumentId(0), policy: &reading.policy }];
    let unseen = |place, may_deny| vec![Unseen { place, may_deny }];
    let frame = Frame::of(Principal::ram_user("1", "alice"));
    let relation = |a: &PolicySet<'_>, b: &PolicySet<'_>| {
        let found = diff(a, b, &frame, &Options::default()).unwrap();
        assert_true(a, b, &found);
        found.relation
    };
    let known = PolicySet { identity: identity.clone(), ..PolicySet::default() };
    let maybe = PolicySet { identity, unseen: unseen(Place::Resource, true), ..PolicySet::default() };
    let only = PolicySet { unseen: unseen(Place::Resource, true), ..PolicySet::default() };
    let none = PolicySet::default();
    assert_eq!(relation(&known, &maybe), Relation::Narrower);
    assert_eq!(relation(&only, &maybe), Relation::Wider);
    assert_eq!(relation(&none, &only), Relation::Wider);
    assert_eq!(relation(&only, &only.clone()), Relation::Equivalent);
    // Both depend, each allows where the other does not: two changes of the same two answers.
    let group = |action: &str| {
        let text = format!(
            r#"{{"Version": "1", "Statement": [{{"Effect": "Allow", "Action": "{action}", "Resource": "*"}}]}}"#
        );
        read(&text, PolicyKind::Identity)
    };
    let (one, other) = (group("log:Get*"), group("log:List*"));
    let set = |reading| PolicySet {
        identity: vec![Attached { document: DocumentId(0), policy: reading }],
        unseen: unseen(Place::Resource, true),
        ..PolicySet::default()
    };
    assert_eq!(relation(&set(&one.policy), &set(&other.policy)), Relation::Incomparable);
}
