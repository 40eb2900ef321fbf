//! What both benchmarks share: a template, published policies, where they are at hand, and how long they take.
#![expect(clippy::print_stdout, reason = "quantiles are not among what the harness prints")]

use std::path::Path;
use std::time::Duration;

use criterion::Criterion;
use ramplay_policy::{PolicyKind, Reading, read};
use serde_json::Value;

/// The guide's template for reading one Logstore.
pub(crate) const TEMPLATE: &str = r#"{"Version": "1", "Statement": [
    {"Effect": "Allow", "Action": "log:ListProject", "Resource": "acs:log:*:*:project/*"},
    {"Effect": "Allow", "Action": "log:List*", "Resource": "acs:log:*:*:project/web-project/logstore/*"},
    {"Effect": "Allow", "Action": ["log:Get*", "log:List*"],
     "Resource": "acs:log:*:*:project/web-project/logstore/access-log"}]}"#;

/// Quick enough for each change of the code.
pub(crate) fn criterion() -> Criterion {
    let criterion = Criterion::default();
    let criterion = criterion.warm_up_time(Duration::from_millis(300));
    criterion.measurement_time(Duration::from_secs(1)).configure_from_args()
}

/// The policies of the corpus with their texts; none where it is not at hand.
pub(crate) fn corpus() -> Vec<(PolicyKind, Reading, String)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/policies.jsonl");
    let line = |line: &str| {
        let document: Value = serde_json::from_str(line).unwrap();
        let kind = match document.get("kind").and_then(Value::as_str) {
            Some("trust") => PolicyKind::Trust,
            Some("bucket") => PolicyKind::Resource,
            _ => PolicyKind::Identity,
        };
        let policy = document.get("policy").map(ToString::to_string).unwrap_or_default();
        (kind, read(&policy, kind), policy)
    };
    std::fs::read_to_string(file).map(|text| text.lines().map(line).collect()).unwrap_or_default()
}

/// Prints how long so many of them took.
pub(crate) fn print_quantiles(mut times: Vec<(Duration, String)>) {
    times.sort();
    for percent in [50, 90, 99, 100] {
        if let Some((time, what)) = times.get(times.len().saturating_sub(1) * percent / 100) {
            println!("corpus {percent} %: {time:?} ({what})");
        }
    }
}
