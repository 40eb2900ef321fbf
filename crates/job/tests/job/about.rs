//! What is said about a draft.

use ramplay_job::{Job, JobAnswer, StepAnswer, analyse};
use ramplay_policy::{Attached, DocumentId, PolicyKind, PolicySet, Reading, read};

pub(crate) const ACCOUNT: &str = "1000000000000001";

/// A usable policy.
pub(crate) fn policy(text: &str) -> Reading {
    let reading = read(text, PolicyKind::Identity);
    assert!(reading.is_usable(), "{:?}", reading.diagnostics);
    reading
}

/// A job whose RAM user has these policies.
pub(crate) fn job(policies: &[Reading]) -> Job<'_> {
    let identity = (0..)
        .zip(policies)
        .map(|(place, reading)| Attached { document: DocumentId(place), policy: &reading.policy })
        .collect();
    Job { account: Some(ACCOUNT.to_owned()), ..Job::new(PolicySet { identity, ..PolicySet::default() }) }
}

/// The answer to a draft.
pub(crate) fn answer(sql: &str, job: &Job<'_>) -> JobAnswer {
    analyse(&ramplay_sql::read(sql), job)
}

/// The steps of a subject.
pub(crate) fn steps<'a>(answer: &'a JobAnswer, name: &str) -> &'a [StepAnswer] {
    let subject = answer.subjects.iter().find(|subject| subject.name == name);
    &subject.unwrap_or_else(|| panic!("no {name}")).steps
}

/// Step and verdict, one line each.
pub(crate) fn marks(answer: &JobAnswer, name: &str) -> Vec<String> {
    let line = |step: &StepAnswer| format!("{} {}", step.step.id, step.mark().code());
    steps(answer, name).iter().map(line).collect()
}

/// The codes of what is wrong with a subject.
pub(crate) fn problems(answer: &JobAnswer, name: &str) -> Vec<&'static str> {
    let subject = answer.subjects.iter().find(|subject| subject.name == name).unwrap();
    subject.problems.iter().map(|problem| problem.kind.code()).collect()
}

const SLS: &str =
    "'connector' = 'sls', 'project' = 'web', 'logstore' = 'access', 'accessId' = '${secret_values.id}',
    'accessKey' = '${secret_values.key}'";

fn sls(more: &str) -> String {
    format!(
        "CREATE TEMPORARY TABLE s (a INT) WITH ({SLS}, {more});
        CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print'); INSERT INTO p SELECT a FROM s;"
    )
}

const HANGZHOU: &str = "'endpoint' = 'cn-hangzhou.log.aliyuncs.com'";

#[test]
fn the_region_comes_from_the_endpoint() {
    let answer = answer(&sls(HANGZHOU), &job(&[]));
    let needs = &steps(&answer, "s")[0].needs;
    assert_eq!(needs[0].resource, "acs:log:cn-hangzhou:1000000000000001:project/web/logstore/access");
    assert!(problems(&answer, "s").is_empty());
}

#[test]
fn a_region_that_is_not_known_matters_only_where_a_policy_names_regions() {
    let any = policy(
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:*", "Resource": "acs:log:*:*:project/web/*"}]}"#,
    );
    let one = policy(
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "log:*", "Resource": "acs:log:cn-beijing:*:project/web/*"}]}"#,
    );
    let other = policy(
        r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "oss:*", "Resource": "acs:oss:cn-beijing:*:web/*"}]}"#,
    );
    for endpoint in ["logs.example.com", "<endpoint>"] {
        let sql = sls(&format!("'endpoint' = '{endpoint}'"));
        assert_eq!(
            marks(&answer(&sql, &job(std::slice::from_ref(&any))), "s"),
            ["shards allow", "read allow"]
        );
        assert_eq!(
            marks(&answer(&sql, &job(&[any.clone(), other.clone()])), "s"),
            ["shards allow", "read allow"]
        );
        assert_eq!(
            marks(&answer(&sql, &job(std::slice::from_ref(&one))), "s"),
            ["shards undecided", "read undecided"]
        );
        assert_eq!(
            steps(&answer(&sql, &job(&[])), "s")[0].needs[0].resource,
            "acs:log:*:1000000000000001:project/web/logstore/access"
        );
    }
}

#[test]
fn an_account_that_is_not_known_matters_only_where_a_policy_names_accounts() {
    for (account, expected) in [("*", "shards allow"), ("1000000000000001", "shards undecided")] {
        let text = format!(
            r#"{{"Version": "1", "Statement": [{{"Effect": "Allow", "Action": "log:*", "Resource": "acs:log:*:{account}:project/web/*"}}]}}"#
        );
        let readings = [policy(&text)];
        let job = Job { account: None, ..job(&readings) };
        assert_eq!(marks(&answer(&sls(HANGZHOU), &job), "s")[0], expected);
    }
}

#[test]
fn placeholders_are_shown_until_they_are_bound() {
    let sql = sls(HANGZHOU).replace("'web'", "'<Project name>'").replace("'access'", "'${store}'");
    let mut job = job(&[]);
    let open = answer(&sql, &job);
    assert_eq!(marks(&open, "s"), ["shards undecided", "read undecided"]);
    assert_eq!(problems(&open, "s"), ["option-unfilled", "option-unfilled"]);
    assert!(steps(&open, "s")[0].needs[0].resource.ends_with(":project/<Project name>/logstore/${store}"));
    job.bindings =
        [("Project name", "web"), ("store", "access")].map(|(a, b)| (a.to_owned(), b.to_owned())).into();
    let bound = answer(&sql, &job);
    assert_eq!(marks(&bound, "s"), ["shards denied", "read denied"]);
    assert!(problems(&bound, "s").is_empty());
}

#[test]
fn names_that_would_mean_something_else_in_a_policy_are_refused() {
    for name in ["a*", "a/logstore/b", "", "LTAI5tFAKEFAKEFAKEFAKE01"] {
        let sql = sls(HANGZHOU).replace("'web'", &format!("'{name}'"));
        let answer = answer(&sql, &job(&[]));
        assert_eq!(problems(&answer, "s"), ["option-bad-name"], "{name}");
        assert!(!format!("{answer:?}").contains("FAKEFAKE"));
    }
}

#[test]
fn a_broken_table_spoils_only_itself() {
    let sql = "CREATE TEMPORARY TABLE a (x INT) WITH ('connector' = 'slss');
        CREATE TEMPORARY TABLE b (x INT) WITH ('connector' = '${c}');
        CREATE TEMPORARY TABLE c (x INT) WITH ('endpoint' = 'x');
        CREATE TEMPORARY TABLE d (x INT) WITH ('connector' = 'sls', 'endpoint' = 'oss-cn-hangzhou.aliyuncs.com');
        CREATE TEMPORARY TABLE e (x INT) WITH ('connector' = 'print');
        CREATE TEMPORARY TABLE f (x INT) WITH ('connector' = 'oss-of-my-own');
        INSERT INTO e SELECT x FROM a UNION SELECT x FROM b UNION SELECT x FROM c UNION SELECT x FROM d UNION SELECT x FROM f
            UNION SELECT x FROM e UNION SELECT x FROM g.h.i;";
    let answer = answer(sql, &job(&[]));
    assert_eq!(problems(&answer, "a"), ["connector-unknown"]);
    assert_eq!(problems(&answer, "b"), ["connector-unfilled"]);
    assert_eq!(problems(&answer, "c"), ["connector-missing"]);
    let missing = ["option-missing"; 4];
    assert_eq!(problems(&answer, "d"), [&missing[..], &["endpoint-other-service"]].concat());
    assert_eq!(problems(&answer, "e"), ["role-not-supported"]);
    assert_eq!(problems(&answer, "f"), ["connector-unknown"]);
    assert_eq!(problems(&answer, "g.h.i"), ["catalog-elsewhere"]);
}

#[test]
fn a_hint_adds_steps_of_its_own() {
    let sql = format!(
        "CREATE TEMPORARY TABLE s (a INT) WITH ({SLS}, {HANGZHOU});
        CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');
        INSERT INTO p SELECT a FROM s; INSERT INTO p SELECT a FROM s /*+ OPTIONS('consumerGroup' = 'g', 'logstore' = 'other') */;
        INSERT INTO s SELECT a FROM p;"
    );
    let answer = answer(&sql, &job(&[]));
    let expected = [
        "shards access",
        "read access",
        "shards other",
        "read other",
        "group-exists *",
        "group-create *",
        "progress-store g",
        "write access",
    ];
    let last = |step: &StepAnswer| step.needs[0].resource.rsplit('/').next().unwrap().to_owned();
    let found: Vec<_> =
        steps(&answer, "s").iter().map(|step| format!("{} {}", step.step.id, last(step))).collect();
    assert_eq!(found, expected);
}

#[test]
fn tables_of_catalogs_are_asked_by_the_catalog() {
    let sql = "CREATE CATALOG logs WITH ('type' = 'sls', 'project' = 'web', 'endpoint' = 'cn-hangzhou.log.aliyuncs.com',
            'accessId' = '${secret_values.id}', 'accessKey' = '${secret_values.key}');
        CREATE CATALOG lake WITH ('type' = 'paimon', 'metastore' = 'filesystem', 'warehouse' = 'oss://bucket/dir');
        CREATE TABLE IF NOT EXISTS lake.db.rows (x INT);
        USE CATALOG logs;
        INSERT INTO lake.db.rows SELECT x FROM access;
        INSERT INTO lake.db.more SELECT x FROM logs.web.access;";
    let answer = answer(sql, &job(&[]));
    assert_eq!(marks(&answer, "logs"), ["tables denied"]);
    assert_eq!(marks(&answer, "access"), ["table denied", "read denied"]);
    assert_eq!(marks(&answer, "logs.web.access"), ["table denied", "read denied"]);
    assert!(steps(&answer, "access")[0].needs[0].resource.ends_with("project/web/logstore/access"));
    assert_eq!(marks(&answer, "lake.db.rows"), ["list denied", "read denied", "write denied"]);
    assert_eq!(marks(&answer, "lake.db.more"), ["list denied", "read denied", "write denied"]);
    assert_eq!(steps(&answer, "lake.db.more")[1].needs[0].resource, "acs:oss:*:*:bucket/*");
}

#[test]
fn what_an_explicit_deny_forbids_no_statement_grants() {
    let deny = policy(
        r#"{"Version": "1", "Statement": [{"Effect": "Deny", "Action": "log:ListShards", "Resource": "*"}]}"#,
    );
    let readings = [deny];
    let answer = answer(&sls(HANGZHOU), &job(&readings));
    let granted: Vec<_> =
        answer.gap.missing.iter().map(|one| (one.need.action.as_str(), one.can_be_granted)).collect();
    assert_eq!(granted, [("log:GetCursorOrData", true), ("log:ListShards", false)]);
    assert_eq!(answer.gap.closing.unwrap().action.as_slice(), ["log:GetCursorOrData"]);
}

#[test]
fn data_ingestion_is_answered_too() {
    let yaml = "source:\n  type: sls\n  endpoint: cn-hangzhou.log.aliyuncs.com\n  project: web\n  logstore: access\n  accessId: ${secret_values.id}\n  accessKey: ${secret_values.key}\nsink:\n  type: nothing-known\n";
    let answer = answer(yaml, &job(&[]));
    let names: Vec<_> = answer.subjects.iter().map(|subject| subject.name.as_str()).collect();
    assert_eq!(marks(&answer, names[0]), ["read denied"]);
    assert_eq!(problems(&answer, names[1]), ["connector-unknown"]);
}
