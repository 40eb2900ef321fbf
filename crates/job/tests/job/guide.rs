//! The guide "Manage permissions for secure access to Flink SQL jobs": its SQL, its policy, its variables.

use ramplay_flink::catalogue;
use ramplay_job::{Job, Mark, Todo, analyse, checklist, least_policy, sentence, terraform};
use ramplay_policy::Reading;
use ramplay_sql::{Defined, VariableFindingKind, VariableKind};
use ramplay_text::Lang;

use crate::about::{ACCOUNT, job, marks, policy, steps};

const SQL: &str = "CREATE TEMPORARY TABLE sls_input(
  `time` BIGINT,
  url STRING,
  dt STRING,
  float_field FLOAT,
  double_field DOUBLE,
  boolean_field BOOLEAN,
  `__topic__` STRING METADATA VIRTUAL,
  `__source__` STRING METADATA VIRTUAL,
  `__timestamp__` STRING METADATA VIRTUAL,
  `__tag__` MAP<VARCHAR, VARCHAR> METADATA VIRTUAL,
  proctime as PROCTIME()
) WITH (
  'connector' = 'sls',
  'endpoint' ='cn-hangzhou-intranet.log.aliyuncs.com',
  'accessId' = '${secret_values.slsak}',
  'accessKey' = '${secret_values.slsaks}',
  'starttime' = '2024-08-30 15:39:00',
  'project' ='<Project name>',
  'batchGetSize' = '10',
  'logstore' ='<Logstore name>'
);

CREATE TEMPORARY TABLE print_sink(
  `time` BIGINT,
  url STRING
) WITH (
  'connector' = 'print'
);

INSERT INTO print_sink SELECT `time`, url FROM sls_input;";

/// The guide's read-only policy, with the names filled in.
fn template() -> Reading {
    let row = catalogue().templates.iter().find(|row| row.id == "guide-sls-read").unwrap();
    policy(&row.document.filled(&[("project", "web"), ("logstore", "access")]).to_text())
}

fn guide(policies: &[Reading]) -> Job<'_> {
    let defined =
        ["slslak", "slsaks"].map(|name| Defined { name: name.to_owned(), kind: VariableKind::Namespace });
    let bindings = [("Project name", "web"), ("Logstore name", "access")];
    Job {
        defined: Some(defined.into()),
        bindings: bindings.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        ..job(policies)
    }
}

fn with_group() -> String {
    SQL.replace("'batchGetSize' = '10',", "'consumerGroup' = 'g',")
}

#[test]
fn the_template_is_enough_without_a_consumer_group() {
    let readings = [template()];
    let answer = analyse(&ramplay_sql::read(SQL), &guide(&readings));
    assert_eq!(marks(&answer, "sls_input"), ["shards allow", "read allow"]);
    assert_eq!(answer.subjects[0].role.unwrap().code(), "source");
    let checks: Vec<_> = steps(&answer, "sls_input").iter().flat_map(|step| &step.needs).collect();
    assert_eq!(checks.len(), 2);
    assert!(answer.subjects[1].steps.is_empty() && answer.subjects[1].problems.is_empty());
    assert_eq!(answer.subjects[1].connector.unwrap().id, "print");
    assert!(!answer.is_denied() && answer.gap.missing.is_empty() && answer.gap.closing.is_none());
}

#[test]
fn the_variable_of_the_guide_is_undefined() {
    let readings = [template()];
    let script = ramplay_sql::read(SQL);
    let answer = analyse(&script, &guide(&readings));
    let said = &answer.variables[0];
    let VariableFindingKind::Undefined { suggestion: Some(suggestion) } = &said.kind else {
        panic!("{said:?}")
    };
    assert_eq!((said.name.as_str(), suggestion.as_str()), ("slsak", "slslak"));
    // Without the list of variables there is nothing to say.
    let unknown = Job { defined: None, ..guide(&readings) };
    assert!(analyse(&script, &unknown).variables.is_empty());
}

#[test]
fn with_a_consumer_group_exactly_these_actions_are_missing() {
    let readings = [template()];
    let answer = analyse(&ramplay_sql::read(&with_group()), &guide(&readings));
    let expected =
        ["shards allow", "read allow", "group-exists allow", "group-create denied", "progress-store denied"];
    assert_eq!(marks(&answer, "sls_input"), expected);
    let missing: Vec<_> =
        answer.gap.missing.iter().map(|one| (one.need.action.as_str(), one.need.resource.as_str())).collect();
    let group = format!("acs:log:cn-hangzhou:{ACCOUNT}:project/web/logstore/access/consumergroup/");
    let expected = [
        ("log:CreateConsumerGroup", format!("{group}*")),
        ("log:ConsumerGroupUpdateCheckPoint", format!("{group}g")),
    ];
    assert_eq!(missing, expected.each_ref().map(|(action, resource)| (*action, resource.as_str())));
    assert!(answer.gap.missing.iter().all(|one| one.can_be_granted));
    assert!(sentence::closing(&answer.gap, Lang::En).unwrap().starts_with("this statement closes the gap"));

    // Whoever has made the group already lacks one action less.
    let made = Job { circumstances: [].into(), ..guide(&readings) };
    let answer = analyse(&ramplay_sql::read(&with_group()), &made);
    assert_eq!(steps(&answer, "sls_input")[3].mark(), Mark::NotTaken);
    assert_eq!(answer.gap.missing.len(), 1);
    assert!(answer.gap.closing_is_exact);
}

#[test]
fn the_generated_policy_makes_it_green() {
    let readings = [template()];
    let script = ramplay_sql::read(&with_group());
    let denied = analyse(&script, &guide(&readings));
    // The one statement that closes the gap, beside the template.
    let closing = ramplay_flink::PolicyDocument::of(denied.gap.closing.clone().into_iter().collect());
    let closed = [template(), policy(&closing.to_text())];
    assert!(!analyse(&script, &guide(&closed)).is_denied());
    // The least policy alone.
    let generated = least_policy(&[&denied]);
    assert_eq!(generated.documents.len(), 1);
    let least = [policy(&generated.documents[0].text)];
    let green = analyse(&script, &guide(&least));
    assert!(green.steps().all(|(_, step)| step.mark() == Mark::Allowed));
    insta::assert_snapshot!(generated.documents[0].text);
}

#[test]
fn the_steps_of_the_guide_have_the_names_of_the_job() {
    let job = Job { user: "flink-job".to_owned(), ..guide(&[]) };
    let script = ramplay_sql::read(SQL);
    let generated = least_policy(&[&analyse(&script, &job)]);
    let todo = checklist(&script, &job, &generated, "flink-sls");
    let commands: Vec<_> = todo.iter().filter_map(Todo::command).collect();
    let expected = [
        "aliyun ram CreateUser --UserName flink-job",
        "aliyun ram CreatePolicy --PolicyName flink-sls --PolicyDocument \"$(cat flink-sls.json)\"",
        "aliyun ram AttachPolicyToUser --PolicyType Custom --PolicyName flink-sls --UserName flink-job",
        "aliyun ram CreateAccessKey --UserName flink-job",
    ];
    assert_eq!(commands, expected);
    assert_eq!(todo.last(), Some(&Todo::CreateVariables { names: vec!["slsak".to_owned()] }));

    let plain = SQL.replace("${secret_values.slsak}", "LTAI5tFAKEFAKEFAKEFAKE01");
    let todo = checklist(&ramplay_sql::read(&plain), &job, &generated, "flink-sls");
    let count = todo.len();
    assert_eq!(todo[count - 2..], [Todo::ReplaceCredentials { credentials: 1 }, Todo::RotateKeys]);
    assert!(matches!(&todo[count - 3], Todo::CreateVariables { names } if names == &["sls_input_accessid"]));

    insta::assert_snapshot!(terraform(&job, &generated, "flink-sls"));
}
