//! How long a repair takes, with everything that else changes and all candidates compared.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on must stop")]

mod corpus;

use std::hint::black_box;

use ramplay_analysis::{Catalogue, Goal, Options, RepairOptions, Repairs, Text, repair};
use ramplay_policy::{Attached, DocumentId, PolicyKind, PolicySet, Principal, Request, read};

use crate::corpus::{TEMPLATE, corpus, criterion, print_quantiles};

const GUARDED: &str = r#"{"Version": "1", "Statement": [
    {"Effect": "Allow", "Action": "log:*", "Resource": "*"},
    {"Effect": "Deny", "Action": ["log:DeleteLogStore", "log:DeleteProject"], "Resource": "*",
     "Condition": {"NotIpAddress": {"acs:SourceIp": ["10.0.0.0/8", "192.168.0.0/16"]}}}]}"#;

fn request(action: &str) -> Request {
    let alice = Principal::ram_user("1000000000000001", "alice");
    let resource = "acs:log:cn-hangzhou:1000000000000001:project/web-project/logstore/access-log";
    let mut request = Request::new(alice, action, resource);
    request.context.insert("acs:SourceIp".to_owned(), vec!["203.0.113.7".to_owned()]);
    request
}

fn one(text: &str, request: &Request, options: &RepairOptions<'_>) -> Repairs {
    let reading = read(text, PolicyKind::Identity);
    let document = DocumentId(0);
    let attached = Attached { document, policy: &reading.policy };
    let set = PolicySet { identity: vec![attached], ..PolicySet::default() };
    repair(&set, &[Text { document, text }], request, Goal::Allow, options).unwrap()
}

fn main() {
    let mut criterion = criterion();
    let catalogue = Catalogue::of_flink();
    let diff = Options { catalogue: Some(&catalogue), ..Options::default() };
    let options = RepairOptions { diff, ..RepairOptions::default() };
    for (name, text, action) in [
        ("repair/template and a missing action", TEMPLATE, "log:CreateConsumerGroup"),
        ("repair/a deny with a condition", GUARDED, "log:DeleteLogStore"),
    ] {
        let request = request(action);
        criterion.bench_function(name, |bench| bench.iter(|| one(black_box(text), &request, &options)));
    }
    quantiles(&options);
    criterion.final_summary();
}

/// How long each identity-based policy of the corpus takes, once.
#[expect(clippy::disallowed_methods, reason = "a benchmark runs where there is a clock")]
fn quantiles(options: &RepairOptions<'_>) {
    let request = request("log:CreateConsumerGroup");
    let identity = corpus().into_iter().enumerate().filter(|(_, (kind, ..))| *kind == PolicyKind::Identity);
    let mut times = Vec::new();
    for (at, (_, reading, text)) in identity {
        let document = DocumentId(0);
        let attached = Attached { document, policy: &reading.policy };
        let set = PolicySet { identity: vec![attached], ..PolicySet::default() };
        let start = std::time::Instant::now();
        let texts = [Text { document, text: &text }];
        let Ok(found) = repair(&set, &texts, &request, Goal::Allow, options) else { continue };
        times.push((start.elapsed(), format!("policy {at}, {} repairs", found.repairs.len())));
    }
    print_quantiles(times);
}
