//! How long the whole answer takes: what a keystroke costs.

use std::hint::black_box;
use std::time::Duration;

use criterion::Criterion;
use ramplay_flink::LogonMethod;
use ramplay_playground::{Attach, Body, PolicyEntry, Scenario, answer, example};

/// As many statements as fit into a policy of RAM's limit.
fn filled(limit: usize, first: &str, statement: impl Fn(usize) -> String) -> String {
    let mut text = format!(r#"{{"Version":"1","Statement":[{first}"#);
    let mut index = 0;
    loop {
        let next = statement(index);
        if text.len() + next.len() + ",]}".len() > limit {
            break format!("{text}]}}");
        }
        text = format!("{text},{next}");
        index += 1;
    }
}

const NOTHING: &str = r#"{"Effect":"Allow","Action":"oss:GetObject","Resource":"acs:oss:*:*:backup/*"}"#;
const EVERYTHING: &str = r#"{"Effect":"Allow","Action":"*","Resource":"*"}"#;

/// Statements as administrators write them: several actions and resources, and conditions.
fn rich(index: usize) -> String {
    let effect = if index.is_multiple_of(4) { "Deny" } else { "Allow" };
    if index.is_multiple_of(2) {
        format!(
            r#"{{"Effect":"{effect}","Action":["log:Get*","log:List*","log:Post*"],"Resource":["acs:log:*:*:project/web-{index}","acs:log:*:*:project/web-{index}/logstore/*"],"Condition":{{"IpAddress":{{"acs:SourceIp":["10.{index}.0.0/16"]}},"StringLike":{{"acs:SourceVpc":["vpc-{index}*"]}}}}}}"#
        )
    } else {
        format!(
            r#"{{"Effect":"{effect}","Action":["stream:Describe*","stream:*Vvp*"],"Resource":"acs:stream:*:*:vvpinstance/*","Condition":{{"DateLessThan":{{"acs:CurrentTime":"2026-01-{:02}T00:00:00Z"}}}}}}"#,
            1 + index % 28
        )
    }
}

/// The shortest statements that the language allows, so that most of them fit.
fn short(index: usize) -> String {
    let service = if index.is_multiple_of(2) { "log" } else { "stream" };
    format!(r#"{{"Effect":"Deny","Action":"{service}:*","Resource":"x{index}"}}"#)
}

/// RAM's limits: five policies of 6,144 characters, three levels of control policies of 4,096.
fn at_limits(statement: fn(usize) -> String) -> Scenario {
    let mut scenario = example();
    scenario.logon = LogonMethod::RdRamUser;
    scenario.circumstances.source_ip = "203.0.113.7".into();
    scenario.circumstances.source_vpc = "vpc-example".into();
    scenario.circumstances.time = "2026-11-22T08:00:00Z".into();
    let entry = |attach, text| PolicyEntry { name: String::new(), attach, body: Body::Document(text) };
    let levels = scenario.directory.clone();
    let controls =
        levels.into_iter().map(|node| entry(Attach::Control(node), filled(4_096, EVERYTHING, statement)));
    let identities = (0..5).map(|_| entry(Attach::Identity, filled(6_144, NOTHING, statement)));
    scenario.policies = identities.chain(controls).collect();
    scenario
}

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    let scenarios = [
        ("example", example()),
        ("at RAM's limits", at_limits(rich)),
        ("short statements at limits", at_limits(short)),
    ];
    for (name, scenario) in scenarios {
        let answered = answer(&scenario);
        let statements: usize =
            answered.documents.iter().map(|document| document.reading.policy.statements.len()).sum();
        assert!(answered.documents.iter().all(|document| document.reading.diagnostics.is_empty()));
        assert!(answered.operations.iter().all(|row| row.verdict.decision().is_some()));
        criterion.bench_function(&format!("answer/{name} ({statements} statements)"), |bench| {
            bench.iter(|| answer(black_box(&scenario)));
        });
        // Reading alone, which the answer includes.
        criterion.bench_function(&format!("answer/{name}: reading"), |bench| {
            bench.iter(|| {
                for document in &answered.documents {
                    black_box(ramplay_policy::read(black_box(&document.text), document.kind));
                }
            });
        });
    }
    let stored = example().to_json();
    criterion.bench_function("scenario/read back", |bench| {
        bench.iter(|| Scenario::from_json(black_box(&stored)));
    });
    criterion.final_summary();
}
