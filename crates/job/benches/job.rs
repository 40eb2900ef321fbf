//! A draft of 2,000 lines with 100 tables: reading it, answering it, making its least policy.

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use ramplay_job::{Job, analyse, least_policy};
use ramplay_policy::{Attached, DocumentId, PolicyKind, PolicySet, read};

/// 100 tables, each with a consumer group of its own, and what reads them.
fn draft() -> String {
    let mut draft = "CREATE TEMPORARY TABLE p (id BIGINT) WITH ('connector' = 'print');\n".to_owned();
    for table in 0..100 {
        write!(
            draft,
            "-- the table number {table}\n\
             CREATE TEMPORARY TABLE IF NOT EXISTS source_{table} (\n  id BIGINT,\n  `name` STRING COMMENT 'a name',\n  \
             price DECIMAL(10, 2),\n  tags MAP<STRING, ARRAY<STRING>>,\n  ts TIMESTAMP(3) METADATA FROM 'timestamp' VIRTUAL,\n  \
             WATERMARK FOR ts AS ts - INTERVAL '5' SECOND\n) WITH (\n  'connector' = 'sls',\n  \
             'endPoint' = 'cn-hangzhou-intranet.log.aliyuncs.com',\n  'project' = 'project-{table}',\n  \
             'logStore' = 'logstore-{table}',\n  'accessId' = '${{secret_values.id_{table}}}',\n  \
             'accessKey' = '${{secret_values.key_{table}}}',\n  'consumerGroup' = 'group',\n  'batchGetSize' = '10'\n);\n\
             INSERT INTO p\nSELECT s.id FROM source_{table} AS s;\n"
        )
        .ok();
    }
    draft
}

fn jobs(criterion: &mut Criterion) {
    let text = draft();
    assert!(text.lines().count() >= 1_900);
    let policy = read(
        r#"{"Version": "1", "Statement": [
            {"Effect": "Allow", "Action": ["log:Get*", "log:List*"], "Resource": "acs:log:*:*:project/*"},
            {"Effect": "Deny", "Action": "log:Delete*", "Resource": "*"}]}"#,
        PolicyKind::Identity,
    );
    let identity = vec![Attached { document: DocumentId(0), policy: &policy.policy }];
    let job = Job {
        account: Some("1000000000000001".to_owned()),
        ..Job::new(PolicySet { identity, ..PolicySet::default() })
    };
    let script = ramplay_sql::read(&text);
    let answer = analyse(&script, &job);
    assert_eq!((answer.subjects.len(), answer.gap.missing.len()), (101, 200));
    criterion.bench_function("read 2,000 lines, 100 tables", |bencher| {
        bencher.iter(|| ramplay_sql::read(black_box(&text)));
    });
    criterion.bench_function("answer it", |bencher| bencher.iter(|| analyse(black_box(&script), &job)));
    criterion.bench_function("make its least policy", |bencher| {
        bencher.iter(|| least_policy(black_box(&[&answer])));
    });
}

criterion_group!(benches, jobs);
criterion_main!(benches);
