//! How long comparing two policies takes, with all witnesses and counts.
//!
//! The guide's template against a one-word change, an administrator's policy against a power user's, and every
//! policy of the corpus, where that is at hand, against its neighbour; and policies that are made to be hard, which the budget
//! ends.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on must stop")]

mod corpus;

use std::hint::black_box;

use ramplay_analysis::{Budget, Catalogue, Diff, Frame, Options, diff, principals};
use ramplay_policy::{Attached, DocumentId, Policy, PolicyKind, PolicySet, ResourceAttached, read};

use crate::corpus::{TEMPLATE, corpus, criterion, print_quantiles};

const ACCOUNT: &str = "1000000000000001";

const ADMINISTRATOR: &str =
    r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}"#;

const POWER_USER: &str = r#"{"Version": "1", "Statement": [
    {"Effect": "Allow", "NotAction": ["ram:*", "ims:*", "resourcemanager:*", "sts:*"], "Resource": "*"},
    {"Effect": "Allow", "Action": ["ram:List*", "ram:Get*", "ims:List*", "ims:Get*"], "Resource": "*"},
    {"Effect": "Deny", "Action": "log:Delete*", "Resource": "acs:log:*:*:project/prod-*",
     "Condition": {"NotIpAddress": {"acs:SourceIp": ["10.0.0.0/8", "192.168.0.0/16"]}}}]}"#;

fn set(kind: PolicyKind, policy: &Policy) -> PolicySet<'_> {
    let attached = Attached { document: DocumentId(0), policy };
    let mut set = PolicySet::default();
    match kind {
        PolicyKind::Resource => set.resource.push(ResourceAttached { attached, spares_owner: true }),
        PolicyKind::Trust => set.trust.push(attached),
        PolicyKind::Identity | PolicyKind::Session | PolicyKind::Control => set.identity.push(attached),
    }
    set
}

/// All that a person gets, principals included.
fn compare(kind: PolicyKind, a: &Policy, b: &Policy, options: &Options<'_>) -> Diff {
    let (a, b) = (set(kind, a), set(kind, b));
    let frame = Frame::around(principals(&[&a, &b], ACCOUNT, &Budget::default()).unwrap());
    diff(&a, &b, &frame, options).unwrap()
}

fn main() {
    let mut criterion = criterion();
    let catalogue = Catalogue::of_flink();
    let options = Options { catalogue: Some(&catalogue), ..Options::default() };
    let identity = |text: &str| read(text, PolicyKind::Identity).policy;
    let template = identity(TEMPLATE);
    let edited = identity(&TEMPLATE.replacen("log:Get*", "log:*", 1));
    let (administrator, power_user) = (identity(ADMINISTRATOR), identity(POWER_USER));
    for (name, a, b) in [
        ("diff/template and itself", &template, &template),
        ("diff/template and one word", &template, &edited),
        ("diff/administrator and power user", &administrator, &power_user),
    ] {
        criterion.bench_function(name, |bench| {
            bench.iter(|| compare(PolicyKind::Identity, black_box(a), black_box(b), &options));
        });
    }
    worst(&options);
    quantiles(&options);
    criterion.final_summary();
}

/// How long the budget lets policies take that are made to be hard: once, with all steps spent.
#[expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark runs where there is a clock"
)]
fn worst(options: &Options<'_>) {
    let hard = |seed: usize| {
        let statement = |at: usize| {
            let (one, other) = ((at * 7 + seed) % 26, (at * 11 + 3) % 26);
            let letter = |at: usize| char::from(b'a' + u8::try_from(at).unwrap_or_default());
            let effect = if at.is_multiple_of(3) { "Deny" } else { "Allow" };
            format!(
                r#"{{"Effect": "{effect}", "Action": ["*{0}*{1}*", "log:*{1}?{0}*"], "Resource": ["*{1}*{0}*", "acs:log:*{0}*"],
                    "Condition": {{"StringLike": {{"acs:RequestTag/k{2}": ["*{0}*", "{1}*"]}}}}}}"#,
                letter(one),
                letter(other),
                at % 5
            )
        };
        let statements: Vec<String> = (0..40).map(statement).collect();
        read(
            &format!(r#"{{"Version": "1", "Statement": [{}]}}"#, statements.join(", ")),
            PolicyKind::Identity,
        )
        .policy
    };
    let (a, b) = (hard(0), hard(1));
    let start = std::time::Instant::now();
    let found = compare(PolicyKind::Identity, &a, &b, options);
    println!("made to be hard: {:?} ({}, {} steps)", start.elapsed(), found.relation.code(), found.steps);
}

/// How long neighbours of the corpus take: one run each is what a person waits for.
#[expect(clippy::disallowed_methods, reason = "a benchmark runs where there is a clock")]
fn quantiles(options: &Options<'_>) {
    let corpus = corpus();
    let mut times = Vec::new();
    for (at, (kind, reading, _)) in corpus.iter().enumerate() {
        let rest = corpus.get(at + 1..).unwrap_or_default();
        let Some((_, next, _)) = rest.iter().chain(&corpus).find(|(of, ..)| of == kind) else { continue };
        let start = std::time::Instant::now();
        let found = compare(*kind, &reading.policy, &next.policy, options);
        let what = format!("policy {at}, {} steps, {} changes", found.steps, found.changes.len());
        times.push((start.elapsed(), what));
    }
    print_quantiles(times);
}
