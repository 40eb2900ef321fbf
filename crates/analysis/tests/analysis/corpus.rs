//! Policies that people published, each beside its neighbour. They are not part of the project: where they are
//! not at hand, this test says so and passes.

use std::collections::BTreeMap;
use std::path::Path;

use ramplay_analysis::{Budget, Catalogue, Frame, Options, Relation, diff, principals};
use ramplay_policy::{Attached, DocumentId, PolicyKind, PolicySet, Reading, ResourceAttached, read};
use serde_json::Value;

use crate::sets::assert_true;

fn readings() -> Option<Vec<(PolicyKind, Reading)>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/policies.jsonl");
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!("skipped: {} is not here", file.display());
        return None;
    };
    let line = |line: &str| {
        let document: Value = serde_json::from_str(line).unwrap();
        let kind = match document["kind"].as_str().unwrap() {
            "trust" => PolicyKind::Trust,
            "bucket" => PolicyKind::Resource,
            "session" => PolicyKind::Session,
            "control" => PolicyKind::Control,
            _ => PolicyKind::Identity,
        };
        (kind, read(&document["policy"].to_string(), kind))
    };
    Some(text.lines().map(line).collect())
}

/// A policy where it is attached; what has errors is compared as far as it was read.
fn set(kind: PolicyKind, reading: &Reading) -> PolicySet<'_> {
    let attached = Attached { document: DocumentId(0), policy: &reading.policy };
    let mut set = PolicySet::default();
    match kind {
        PolicyKind::Resource => set.resource.push(ResourceAttached { attached, spares_owner: true }),
        PolicyKind::Trust => set.trust.push(attached),
        PolicyKind::Identity | PolicyKind::Session | PolicyKind::Control => set.identity.push(attached),
    }
    set
}

#[test]
fn published_policies_beside_their_neighbours() {
    let Some(readings) = readings() else { return };
    let catalogue = Catalogue::of_flink();
    let options = Options { catalogue: Some(&catalogue), ..Options::default() };
    let mut relations = BTreeMap::<&str, u32>::new();
    let mut steps = Vec::new();
    let mut obstacles = BTreeMap::<&str, u32>::new();
    for (at, (kind, reading)) in readings.iter().enumerate() {
        let (_, next) = readings[at + 1..].iter().chain(&readings).find(|(of, _)| of == kind).unwrap();
        let (a, b) = (set(*kind, reading), set(*kind, next));
        let frame = Frame::around(principals(&[&a, &b], "1000000000000001", &Budget::default()).unwrap());
        let same = diff(&a, &a, &frame, &Options::default()).unwrap();
        assert_eq!(same.relation, Relation::Equivalent);
        let found = diff(&a, &b, &frame, &options).unwrap();
        assert_true(&a, &b, &found);
        let back = diff(&b, &a, &frame, &Options::default()).unwrap();
        let mirrored = match found.relation {
            Relation::Wider => Relation::Narrower,
            Relation::Narrower => Relation::Wider,
            other => other,
        };
        assert_eq!(back.relation, mirrored);
        *relations.entry(found.relation.code()).or_default() += 1;
        for obstacle in &found.obstacles {
            *obstacles.entry(obstacle.code()).or_default() += 1;
        }
        steps.push(found.steps);
    }
    steps.sort_unstable();
    let at = |share: usize| steps[(steps.len() - 1) * share / 100];
    println!("{} pairs: {relations:?}, obstacles {obstacles:?}", readings.len());
    println!("steps: median {}, 99 of 100 {}, most {}", at(50), at(99), at(100));
    assert_eq!(obstacles.get("budget"), None);
}
