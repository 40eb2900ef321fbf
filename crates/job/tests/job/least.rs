//! The least policy, by the engine: it allows what is used and nothing else.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use ramplay_flink::{Circumstance, OneOrMany, PolicyDocument, Statement, connectors, reference};
use ramplay_job::{Generated, Job, JobAnswer, Mark, Need, analyse, least_policy};
use ramplay_policy::{
    Attached, Check, Decision, DocumentId, Pattern, PolicyKind, PolicySet, Principal, Reading, Request,
    evaluate, read,
};

use crate::about::{ACCOUNT, job, policy};

/// A table: the SQL of its options.
fn table() -> impl Strategy<Value = String> {
    let name = select(&["a", "b", "c-1"][..]);
    let region = select(&["cn-hangzhou", "cn-beijing"][..]);
    let group = prop::option::of(select(&["g", "h"][..]));
    let start = select(&["timestamp", "consumer_group", "${start}"][..]);
    let sls = (name.clone(), name.clone(), region, group, start, any::<bool>()).prop_map(
        |(project, logstore, region, group, start, processor)| {
            let mut options = format!(
                "'connector' = 'sls', 'project' = '{project}', 'logstore' = '{logstore}',
                'endpoint' = '{region}.log.aliyuncs.com', 'startupMode' = '{start}', 'accessId' = '${{i}}', 'accessKey' = '${{k}}'"
            );
            if let Some(group) = group {
                let _ = write!(options, ", 'consumerGroup' = '{group}'");
            }
            if processor {
                options.push_str(", 'processor' = 'p'");
            }
            options
        },
    );
    let named = |before: &'static str, after: &'static str| {
        select(&["a", "b", "c-1"][..]).prop_map(move |name| format!("{before}{name}{after}"))
    };
    prop_oneof![
        4 => sls,
        2 => named("'connector' = 'filesystem', 'path' = 'oss://", "/dir'"),
        1 => named("'connector' = 'paimon', 'path' = 'oss://", "/dir'"),
        1 => named("'connector' = 'ots', 'instanceName' = 'i', 'tableName' = '", "'"),
        1 => named("'connector' = 'datahub', 'project' = 'p', 'topic' = '", "'"),
        1 => named("'connector' = 'mq', 'topic' = '", "', 'consumerGroup' = 'g', 'instanceID' = 'i'"),
        1 => named("'connector' = 'mysql', 'table-name' = '", "'"),
        1 => named("'connector' = 'sls', 'project' = '<", ">'"),
    ]
}

/// A draft in which every table is read, written or both.
fn draft() -> impl Strategy<Value = String> {
    let catalogs = subsequence(vec!["paimon", "sls"], 0..3);
    (prop::collection::vec((table(), 1..4_u8), 1..6), catalogs).prop_map(|(tables, catalogs)| {
        let mut sql = "CREATE TEMPORARY TABLE g (a INT) WITH ('connector' = 'datagen');
            CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');\n"
            .to_owned();
        for (place, (options, use_of)) in tables.iter().enumerate() {
            let _ = writeln!(sql, "CREATE TEMPORARY TABLE t{place} (a INT) WITH ({options});");
            if use_of & 1 != 0 {
                let _ = writeln!(sql, "INSERT INTO p SELECT a FROM t{place};");
            }
            if use_of & 2 != 0 {
                let _ = writeln!(sql, "INSERT INTO t{place} SELECT a FROM g;");
            }
        }
        for catalog in catalogs {
            sql.push_str(match catalog {
                "paimon" => {
                    "CREATE CATALOG lake WITH ('type' = 'paimon', 'metastore' = 'filesystem', 'warehouse' = 'oss://a/w');
                    INSERT INTO lake.d.t SELECT a FROM lake.d.u;\n"
                }
                _ => {
                    "CREATE CATALOG logs WITH ('type' = 'sls', 'endpoint' = 'cn-hangzhou.log.aliyuncs.com', 'project' = 'a',
                    'accessId' = '${i}', 'accessKey' = '${k}');
                    INSERT INTO p SELECT a FROM logs.`default`.b;\n"
                }
            });
        }
        sql
    })
}

/// What the answer needs, as far as a policy can be made of it.
fn needs(answer: &JobAnswer) -> BTreeSet<Need> {
    let taken = answer.steps().filter(|(_, step)| step.taken.counts() && step.is_known());
    taken.flat_map(|(_, step)| step.needs.iter().cloned()).collect()
}

fn readings(generated: &Generated) -> Vec<Reading> {
    generated.documents.iter().map(|document| policy(&document.text)).collect()
}

fn allows(policies: &[Reading], needs: &[Need]) -> Vec<bool> {
    let identity = policies.iter().map(|one| Attached { document: DocumentId(0), policy: &one.policy });
    let set = PolicySet { identity: identity.collect(), ..PolicySet::default() };
    let check = |need: &Need| Check {
        action: need.action.clone(),
        resource: need.resource.clone(),
        ..Check::default()
    };
    let mut request = Request::new(Principal::ram_user(ACCOUNT, "job"), "", "");
    request.checks = needs.iter().map(check).collect();
    let answer = evaluate(&set, &request).unwrap();
    answer.checks.iter().map(|check| check.decision() == Some(Decision::Allow)).collect()
}

/// Every action that is known: of SLS, of Flink, and of all connectors.
fn all_actions() -> BTreeSet<String> {
    let reference = reference();
    let sls = reference.sls_actions.iter().map(|row| row.action.clone());
    let development = reference.development_api_actions.actions.iter().map(|row| row.action.clone());
    let stream = reference.other_stream_actions.iter().map(|row| row.action.clone());
    let steps = connectors().connectors.iter().flat_map(|row| &row.steps);
    sls.chain(development).chain(stream).chain(steps.flat_map(|step| step.actions.clone())).collect()
}

/// Whether one of the needs, as a pattern, stands for the resource: that is what a literal `*` costs.
fn is_needed(needs: &BTreeSet<Need>, asked: &Need) -> bool {
    let mut of_action = needs.iter().filter(|need| need.action.eq_ignore_ascii_case(&asked.action));
    of_action.any(|need| Pattern::new(&need.resource).matches(&asked.resource))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn everything_used_is_allowed_and_nothing_else(sql in draft(), made in any::<bool>(), known in any::<bool>()) {
        let script = ramplay_sql::read(&sql);
        let mut asked = job(&[]);
        asked.account = asked.account.filter(|_| known);
        asked.circumstances = if made { [].into() } else { [Circumstance::GroupMissing].into() };
        let answer = analyse(&script, &asked);
        let generated = least_policy(&[&answer]);
        let policies = readings(&generated);

        // All green, but for what is not known.
        let again =
            Job { circumstances: asked.circumstances.clone(), account: asked.account.clone(), ..job(&policies) };
        let green = analyse(&script, &again);
        for (_, step) in green.steps() {
            let fine = matches!(step.mark(), Mark::Allowed | Mark::NotRam | Mark::NotTaken);
            prop_assert!(fine || !step.is_known(), "{} {:?}", step.step.id, step.mark());
        }
        // Nothing else: all known actions on all resources, on their neighbours and on everything.
        let needs = needs(&answer);
        let mut resources: BTreeSet<String> = needs.iter().map(|need| need.resource.clone()).collect();
        for need in &needs {
            resources.insert(format!("{}x", need.resource));
            resources.insert(format!("{}/x", need.resource));
            resources.insert(need.resource.replace("cn-hangzhou", "cn-shanghai"));
            resources.insert(need.resource.rsplit_once('/').map_or("*", |(before, _)| before).to_owned());
        }
        resources.extend(["*", "acs:log:cn-hangzhou:1000000000000001:project/*", "acs:stream:cn-hangzhou:1000000000000001:vvpinstance/i"].map(str::to_owned));
        let each = all_actions().into_iter().flat_map(|action| {
            let on = |resource: &String| Need { action: action.clone(), resource: resource.clone() };
            resources.iter().map(on).collect::<Vec<_>>()
        });
        let each: Vec<Need> = each.collect();
        for (need, is_allowed) in each.iter().zip(allows(&policies, &each)) {
            prop_assert_eq!(is_allowed, is_needed(&needs, need), "{:?}", need);
        }
    }

    #[test]
    fn nothing_can_be_taken_away(sql in draft(), known in any::<bool>()) {
        let job = job(&[]);
        let job = Job { account: job.account.clone().filter(|_| known), ..job };
        let answer = analyse(&ramplay_sql::read(&sql), &job);
        let needs: Vec<Need> = needs(&answer).into_iter().collect();
        let generated = least_policy(&[&answer]);
        let whole: Vec<PolicyDocument> = generated.documents.iter().map(|one| one.document.clone()).collect();
        let breaks = |changed: &[PolicyDocument]| {
            let policies: Vec<Reading> =
                changed.iter().map(|one| read(&one.to_text(), PolicyKind::Identity)).collect();
            allows(&policies, &needs).contains(&false)
        };
        prop_assert!(!breaks(&whole));
        for (document, one) in whole.iter().enumerate() {
            for (place, statement) in one.statement.iter().enumerate() {
                let with = |statement: Statement| {
                    let mut changed = whole.clone();
                    changed[document].statement[place] = statement;
                    changed
                };
                let words = statement.action.as_slice();
                for action in 0..words.len() {
                    let mut fewer = words.to_vec();
                    fewer[action] = "log:NothingKnown".to_owned();
                    let statement = Statement { action: OneOrMany::Many(fewer), ..statement.clone() };
                    prop_assert!(breaks(&with(statement)), "without {}", words[action]);
                }
                let resources = statement.resource.as_slice();
                for (at, resource) in resources.iter().enumerate() {
                    let pieces: Vec<&str> = resource.split('*').collect();
                    for star in 0..pieces.len() {
                        let mut narrower = resources.to_vec();
                        let (before, after) = pieces.split_at(star + 1);
                        narrower[at] = format!("{}narrow{}", before.join("*"), after.join("*"));
                        let statement = Statement { resource: OneOrMany::Many(narrower.clone()), ..statement.clone() };
                        prop_assert!(breaks(&with(statement)), "{}", narrower[at]);
                    }
                }
            }
        }
    }

    #[test]
    fn every_statement_says_why(sql in draft()) {
        let answer = analyse(&ramplay_sql::read(&sql), &job(&[]));
        for document in least_policy(&[&answer]).documents {
            prop_assert_eq!(document.why.len(), document.document.statement.len());
            prop_assert!(document.why.iter().all(|steps| !steps.is_empty()));
        }
    }

    #[test]
    fn any_text_is_answered(
        pieces in subsequence(vec!["CREATE TEMPORARY TABLE t (a INT) WITH (", "'connector' = 'sls'", ", 'project' = '", "*", "<p>", "')",
            "; INSERT INTO t SELECT * FROM t", ";", "CREATE CATALOG c WITH ('type' = 'paimon', 'warehouse' = '${w}')", "; USE CATALOG c;",
            "SELECT * FROM a.b.c"], 0..11),
        noise in ".{0,20}",
    ) {
        let sql = pieces.concat() + &noise;
        let answer = analyse(&ramplay_sql::read(&sql), &job(&[]));
        let _ = readings(&least_policy(&[&answer]));
    }
}

#[test]
fn a_long_policy_is_split() {
    let mut sql = "CREATE TEMPORARY TABLE p (a INT) WITH ('connector' = 'print');".to_owned();
    for place in 0..300 {
        let _ = write!(
            sql,
            "CREATE TEMPORARY TABLE t{place} (a INT) WITH ('connector' = 'sls', 'project' = 'project-{place}', 'logstore' = 'l',
                'endpoint' = 'cn-hangzhou.log.aliyuncs.com', 'consumerGroup' = 'g'); INSERT INTO p SELECT a FROM t{place};"
        );
    }
    let answer = analyse(&ramplay_sql::read(&sql), &job(&[]));
    let generated = least_policy(&[&answer]);
    assert!(generated.documents.len() > 5);
    assert!(generated.documents.iter().all(|document| document.text.chars().count() <= 6_144));
    let least = generated.documents.iter().map(|document| document.text.chars().count()).min().unwrap();
    assert!(generated.documents.len() < 30 && least > 500, "{} {least}", generated.documents.len());
    let policies = readings(&generated);
    assert!(!analyse(&ramplay_sql::read(&sql), &job(&policies)).is_denied());
}
