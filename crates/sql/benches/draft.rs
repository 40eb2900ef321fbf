//! A draft of 2,000 lines with 100 tables: reading it, checking its variables, masking it.

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use ramplay_sql::{Defined, VariableKind, check_variables, masked, read, rewrite};

/// 100 tables, every tenth with a key in plain text, and what uses them.
fn draft() -> String {
    let mut draft = String::new();
    for table in 0..100 {
        let key = if table % 10 == 0 {
            format!("plain-secret-number-{table}")
        } else {
            format!("${{secret_values.key_{table}}}")
        };
        write!(
            draft,
            "-- the table number {table}\n\
             CREATE TEMPORARY TABLE IF NOT EXISTS source_{table} (\n  id BIGINT,\n  `name` STRING COMMENT 'a name',\n  \
             price DECIMAL(10, 2),\n  tags MAP<STRING, ARRAY<STRING>>,\n  ts TIMESTAMP(3) METADATA FROM 'timestamp' VIRTUAL,\n  \
             WATERMARK FOR ts AS ts - INTERVAL '5' SECOND\n) WITH (\n  'connector' = 'sls',\n  \
             'endPoint' = 'cn-hangzhou-intranet.log.aliyuncs.com',\n  'project' = 'project-{table}',\n  \
             'logStore' = 'logstore-{table}',\n  'accessId' = '${{secret_values.id_{table}}}',\n  'accessKey' = '{key}',\n  \
             'consumerGroup' = 'group'\n);\n\
             INSERT INTO sink_db.t{table}\n\
             SELECT s.id, COUNT(*) FROM source_{table} AS s JOIN cat.db.dim FOR SYSTEM_TIME AS OF s.ts AS d ON s.id = d.id GROUP BY s.id;\n"
        )
        .ok();
    }
    draft
}

fn drafts(criterion: &mut Criterion) {
    let text = draft();
    assert!(text.lines().count() >= 1_900);
    let defined: Vec<Defined> = (0..100)
        .flat_map(|table| [format!("id_{table}"), format!("key_{table}")])
        // Some are not defined, so that near misses are looked for.
        .filter(|name| !name.ends_with('7'))
        .map(|name| Defined { name, kind: VariableKind::Namespace })
        .collect();
    let script = read(&text);
    assert_eq!(script.tables.len(), 100);
    criterion
        .bench_function("read 2,000 lines, 100 tables", |bencher| bencher.iter(|| read(black_box(&text))));
    criterion.bench_function("check its variables", |bencher| {
        bencher.iter(|| check_variables(black_box(&script), &defined));
    });
    criterion.bench_function("mask it", |bencher| bencher.iter(|| masked(black_box(&script))));
    criterion.bench_function("rewrite it", |bencher| bencher.iter(|| rewrite(black_box(&script), &defined)));
}

criterion_group!(benches, drafts);
criterion_main!(benches);
