//! How long reading a policy and deciding on one request take, with the whole trace.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on must stop")]

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput};
use ramplay_policy::{
    Attached, Check, DocumentId, Pattern, Policy, PolicyKind, PolicySet, Principal, PrincipalKind, Request,
    evaluate, read,
};

/// The read-only template of the guide "Secure access best practices", filled in.
const EXAMPLE: &str = r#"{
  "Version": "1",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "log:ListProject",
      "Resource": "acs:log:*:*:project/*"
    },
    {
      "Effect": "Allow",
      "Action": "log:List*",
      "Resource": "acs:log:*:*:project/web-project/logstore/*"
    },
    {
      "Effect": "Allow",
      "Action": ["log:Get*", "log:List*"],
      "Resource": "acs:log:*:*:project/web-project/logstore/access-log"
    }
  ]
}"#;

fn request() -> Request {
    Request {
        principal: Principal {
            kind: PrincipalKind::RamUser,
            arn: "acs:ram::1000000000000001:user/alice".to_owned(),
            account: "1000000000000001".to_owned(),
            uid: None,
        },
        checks: vec![Check {
            action: "log:GetCursorOrData".to_owned(),
            resource: "acs:log:cn-hangzhou:1000000000000001:project/web-project/logstore/access-log"
                .to_owned(),
            ..Check::default()
        }],
        resource_account: "1000000000000001".to_owned(),
        resource_group: None,
        context: [("acs:SecureTransport".to_owned(), vec!["true".to_owned()])].into(),
        time: None,
        directory_path: Vec::new(),
        in_management_account: false,
    }
}

fn attached(policy: &Policy) -> PolicySet<'_> {
    PolicySet { identity: vec![Attached { document: DocumentId(0), policy }], ..PolicySet::default() }
}

/// Statements that all match the action and come as far as the resource or the condition.
fn statements(count: usize) -> String {
    let statement = |index: usize| {
        let condition = if index.is_multiple_of(2) {
            r#", "Condition": {"IpAddress": {"acs:SourceIp": ["10.0.0.0/8"]}}"#
        } else {
            ""
        };
        let store = if index.is_multiple_of(2) { "access-log".to_owned() } else { format!("log-{index}") };
        format!(
            r#"{{"Effect": "Allow", "Action": ["log:Get*", "log:List*"],
                "Resource": "acs:log:*:*:project/web-project/logstore/{store}"{condition}}}"#
        )
    };
    let list: Vec<_> = (0..count).map(statement).collect();
    format!(r#"{{"Version": "1", "Statement": [{}]}}"#, list.join(","))
}

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();

    let reading = read(EXAMPLE, PolicyKind::Identity);
    let (set, asked) = (attached(&reading.policy), request());
    assert!(evaluate(&set, &asked).unwrap().is_allowed());
    criterion.bench_function("decision/example with trace", |bench| {
        bench.iter(|| evaluate(black_box(&set), black_box(&asked)));
    });

    let mut group = criterion.benchmark_group("read");
    group.throughput(Throughput::Bytes(u64::try_from(EXAMPLE.len()).unwrap()));
    group.bench_function("example", |bench| bench.iter(|| read(black_box(EXAMPLE), PolicyKind::Identity)));
    group.finish();

    let mut group = criterion.benchmark_group("decision/statements");
    for count in [10, 100, 1_000] {
        // In documents of 100 statements, as a single one of 1,000 would be refused for its length.
        let readings = vec![read(&statements(count.min(100)), PolicyKind::Identity); count.div_ceil(100)];
        let documents = (0..).map(DocumentId).zip(&readings);
        let identity = documents.map(|(document, one)| Attached { document, policy: &one.policy }).collect();
        let set = PolicySet { identity, ..PolicySet::default() };
        let traced = evaluate(&set, &asked).unwrap();
        let layers = traced.checks.iter().flat_map(|check| &check.layers);
        assert_eq!(layers.map(|layer| layer.statements.len()).sum::<usize>(), count);
        group.throughput(Throughput::Elements(u64::try_from(count).unwrap()));
        group.bench_with_input(BenchmarkId::from_parameter(count), &set, |bench, set| {
            bench.iter(|| evaluate(black_box(set), black_box(&asked)));
        });
    }
    group.finish();

    let mut group = criterion.benchmark_group("pattern/20 stars that never match");
    for length in [100, 1_000, 10_000] {
        let pattern = Pattern::new(&format!("{}b", "*a".repeat(20)));
        let text = "a".repeat(length);
        assert!(!pattern.matches(&text));
        group.throughput(Throughput::Bytes(u64::try_from(length).unwrap()));
        group.bench_with_input(BenchmarkId::from_parameter(length), &text, |bench, text| {
            bench.iter(|| black_box(&pattern).matches(black_box(text)));
        });
    }
    group.finish();

    criterion.final_summary();
}
