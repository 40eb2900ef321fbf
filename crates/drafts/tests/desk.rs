//! The drafts of a scenario, as a person works on them.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use ramplay_drafts::{Desk, Edit, Scenario, Summary, example};
use ramplay_job::Mark;
use ramplay_playground::{Attach, Body, Reader, example as example_scenario};
use ramplay_sql::VariableFindingKind;

fn desk(edits: impl IntoIterator<Item = Edit>) -> Desk {
    let mut desk = Desk::new(example_scenario());
    for edit in edits {
        assert!(desk.edit(edit.clone()), "{edit:?} changes nothing");
    }
    desk
}

fn guide() -> Desk {
    desk(example::guide(&example_scenario()))
}

/// The steps of a table of the first draft, with their marks.
fn marks(desk: &Desk, table: &str) -> Vec<String> {
    let answer = &desk.answer().drafts[0].answer;
    let subject = answer.subjects.iter().find(|subject| subject.name == table).unwrap();
    subject.steps.iter().map(|step| format!("{} {}", step.step.id, step.mark().code())).collect()
}

/// Changes the text of the first draft.
fn replace(desk: &mut Desk, from: &str, to: &str) {
    let text = desk.text(0).unwrap().replace(from, to);
    assert!(desk.edit(Edit::SetText(0, text)));
}

const GROUP: &str = "'batchGetSize' = '10',\n  'consumerGroup' = 'g',";

#[test]
fn the_guide_of_the_example() {
    let desk = guide();
    assert_eq!(desk.answer().user.arn, "acs:ram::1000000000000001:user/alice");
    assert_eq!(marks(&desk, "sls_input"), ["shards allow", "read allow"]);
    assert!(marks(&desk, "print_sink").is_empty());
    let found = &desk.answer().drafts[0].answer.variables;
    let suggestions: Vec<_> = found
        .iter()
        .filter_map(|one| match &one.kind {
            VariableFindingKind::Undefined { suggestion } => {
                Some((one.name.as_str(), suggestion.as_ref()?.as_str()))
            }
            _ => None,
        })
        .collect();
    assert_eq!(suggestions, [("slsak", "slslak")]);
    assert_eq!(desk.answer().summary, Summary { tables: 2, undefined: 1, ..Summary::default() });
    assert!(desk.answer().proof().holds());
}

#[test]
fn the_suggested_variable_takes_its_place() {
    let mut desk = guide();
    let found = &desk.answer().drafts[0].answer.variables;
    let span = found.iter().find(|one| one.kind.code() == "variable-undefined").unwrap().span.unwrap();
    assert!(desk.edit(Edit::RenameVariable { draft: 0, span, name: "slslak".to_owned() }));
    assert!(desk.text(0).unwrap().contains("'accessId' = '${secret_values.slslak}'"));
    assert_eq!(desk.answer().summary, Summary { tables: 2, ..Summary::default() });
}

#[test]
fn a_consumer_group_is_the_trap_and_one_click_closes_it() {
    let mut desk = guide();
    replace(&mut desk, "'batchGetSize' = '10',", GROUP);
    let denied: Vec<_> =
        marks(&desk, "sls_input").into_iter().filter(|mark| mark.ends_with("denied")).collect();
    assert_eq!(denied, ["group-create denied", "progress-store denied"]);
    let policies = desk.scenario().policies.len();
    assert!(desk.edit(Edit::Grant(0)));
    assert_eq!(desk.scenario().policies.len(), policies, "the policy that is there takes the statement");
    assert_eq!(desk.answer().summary.denied, 0);
    let Body::Document(text) = &desk.scenario().policies[0].body else { panic!() };
    assert!(text.contains("log:CreateConsumerGroup"), "{text}");
    assert!(
        text.lines().all(|line| line.len() < 120 && !line.ends_with(' ')),
        "it is laid out like its neighbours: {text}"
    );
    assert!(!desk.edit(Edit::Grant(0)), "nothing is left to grant");
}

#[test]
fn the_least_policy_is_enough_alone() {
    let mut desk = guide();
    replace(&mut desk, "'batchGetSize' = '10',", GROUP);
    assert!(desk.edit(Edit::SetReader(Reader::Job)));
    assert_eq!(desk.answer().user.arn, "acs:ram::1000000000000001:user/flink-job");
    assert!(!desk.scenario().has_job_policy());
    assert_eq!(desk.answer().summary.denied, 5);
    assert!(desk.edit(Edit::AttachLeast));
    assert_eq!(desk.answer().summary.denied, 0);
    let attached: Vec<_> =
        desk.scenario().policies.iter().filter(|entry| entry.attach == Attach::Job).collect();
    assert_eq!(attached.len(), 1);
    assert!(desk.answer().proof().holds());
    assert!(!desk.edit(Edit::AttachLeast), "once is enough");

    // It follows the draft under its own name.
    replace(&mut desk, GROUP, "'batchGetSize' = '10',");
    assert!(desk.edit(Edit::AttachLeast));
    assert_eq!(desk.scenario().policies.iter().filter(|entry| entry.attach == Attach::Job).count(), 1);
}

#[test]
fn a_statement_goes_into_a_policy_of_its_own_where_there_is_none() {
    let mut desk = guide();
    assert!(desk.edit(Edit::SetReader(Reader::Job)));
    assert!(desk.edit(Edit::Grant(0)));
    assert_eq!(desk.answer().summary.denied, 0);
}

#[test]
fn secrets_stay_on_the_desk() {
    let secret = "Sq7cretSecretSecretSecretSecre";
    let mut desk = guide();
    replace(&mut desk, "${secret_values.slsaks}", secret);
    assert!(desk.text(0).unwrap().contains(secret));
    assert!(!desk.scenario().to_json().contains(secret), "what is stored is masked");
    assert!(
        !format!("{desk:?}").contains(secret) || cfg!(debug_assertions),
        "and is not printed in a release"
    );
    assert_eq!(desk.answer().summary.credentials, 1);

    // The page hands back what it was told, edited elsewhere: the text that was typed is found again.
    let edited = Scenario { logon: desk.scenario().logon, reader: Reader::Job, ..desk.scenario().clone() };
    assert!(!desk.take(edited), "nothing new to mask");
    assert!(desk.text(0).unwrap().contains(secret));

    assert!(desk.edit(Edit::ReplaceCredentials(0)));
    assert!(!desk.text(0).unwrap().contains(secret));
    assert_eq!(desk.answer().summary.credentials, 0);
    assert!(desk.text(0).unwrap().contains("'accessKey' = '${secret_values.sls_input_accesskey}'"));
}

#[test]
fn a_scenario_that_comes_back_has_its_texts() {
    let secret = "Sq7cretSecretSecretSecretSecre";
    let mut desk = guide();
    replace(&mut desk, "${secret_values.slsaks}", secret);
    let before = desk.scenario().clone();
    desk.take(example_scenario());
    assert!(desk.text(0).is_none());
    assert!(!desk.take(before));
    assert!(desk.text(0).unwrap().contains(secret));
}

#[test]
fn a_scenario_that_comes_with_secrets_is_masked_at_once() {
    let secret = "Sq7cretSecretSecretSecretSecre";
    let mut scenario = guide().scenario().clone();
    let draft = &mut scenario.jobs.drafts[0];
    draft.text = draft.text.replace("${secret_values.slsaks}", secret);
    let mut desk = Desk::new(example_scenario());
    assert!(desk.take(scenario), "it is to be stored again");
    assert!(!desk.scenario().to_json().contains(secret));
    // What is masked counts as a credential in plain text all the same.
    let again = Desk::new(Scenario::from_json(&desk.scenario().to_json()).unwrap());
    assert_eq!(again.answer().summary.credentials, 1);
    assert_eq!(again.scenario(), desk.scenario(), "masking again changes nothing");
}

#[test]
fn drafts_come_and_go() {
    let mut desk = guide();
    assert!(desk.edit(Edit::AddDraft { name: "second".into(), text: "SELECT 1;\r\n".into() }));
    assert_eq!(desk.text(1).unwrap().as_ref(), "SELECT 1;\n");
    assert!(desk.edit(Edit::RemoveDraft(0)));
    assert_eq!(desk.answer().drafts.len(), 1);
    assert!(desk.can_undo() && desk.edit(Edit::UndoRemove));
    assert_eq!(marks(&desk, "sls_input"), ["shards allow", "read allow"]);
    for nowhere in [Edit::RemoveDraft(9), Edit::SetText(9, "x".into()), Edit::Grant(9), Edit::UndoRemove] {
        assert!(!desk.edit(nowhere));
    }
}

#[test]
fn placeholders_are_asked_for_and_bound() {
    let mut desk = guide();
    replace(&mut desk, "'web-project'", "'<Project name>'");
    assert_eq!(desk.answer().placeholders, ["<Project name>"]);
    assert_eq!(marks(&desk, "sls_input"), ["shards undecided", "read undecided"]);
    assert!(desk.edit(Edit::Bind("<Project name>".into(), "web-project".into())));
    assert_eq!(marks(&desk, "sls_input"), ["shards allow", "read allow"]);
    assert_eq!(desk.answer().placeholders, ["<Project name>"], "it can be changed again");
    assert!(desk.edit(Edit::Bind("<Project name>".into(), String::new())));
    assert_eq!(marks(&desk, "sls_input"), ["shards undecided", "read undecided"]);
}

#[test]
fn circumstances_are_assumed_or_not() {
    let mut desk = guide();
    replace(&mut desk, "'batchGetSize' = '10',", GROUP);
    let create = |desk: &Desk| {
        let steps = &desk.answer().drafts[0].answer.subjects[0].steps;
        steps.iter().find(|step| step.step.id == "group-create").unwrap().mark()
    };
    assert_eq!(create(&desk), Mark::Denied);
    assert!(desk.edit(Edit::Assume("group-missing", false)));
    assert_eq!(create(&desk), Mark::NotTaken);
    assert!(desk.edit(Edit::Assume("group-missing", true)));
    assert_eq!(create(&desk), Mark::Denied);
}

#[test]
fn who_logs_on_by_a_role_has_no_key_to_lend() {
    let mut scenario = guide().scenario().clone();
    scenario.logon = ramplay_flink::LogonMethod::RamRoleSameAccount;
    let desk = Desk::new(scenario);
    assert_eq!(desk.answer().user.arn, "acs:ram::1000000000000001:user/flink-job");
    assert_eq!(marks(&desk, "sls_input"), ["shards denied", "read denied"]);
}

#[test]
fn two_drafts_never_mean_two_secrets_by_one_name() {
    let sql = |secret: &str| {
        format!(
            "CREATE TEMPORARY TABLE t (a INT) WITH ('connector' = 'sls', 'endpoint' = 'cn-hangzhou.log.aliyuncs.com', 'project' = 'p', 'logstore' = 'l', 'accessId' = '${{secret_values.id}}', 'accessKey' = '{secret}');"
        )
    };
    let add = |secret: &str| Edit::AddDraft { name: String::new(), text: sql(secret) };
    let mut desk = desk([add("Sq7cretSecretSecretSecretSecre"), add("Aq7cretSecretSecretSecretSecre")]);
    let asked = format!("{:?}", desk.answer().steps);
    let names = |desk: &Desk| -> Vec<String> {
        let of = |place: usize| {
            let text = desk.text(place).unwrap();
            let (_, name) = text.rsplit_once("secret_values.").unwrap();
            name.split_once('}').unwrap().0.to_owned()
        };
        vec![of(0), of(1)]
    };
    assert!(desk.edit(Edit::ReplaceCredentials(0)));
    assert!(desk.edit(Edit::ReplaceCredentials(1)));
    let names = names(&desk);
    assert_ne!(names[0], names[1]);
    assert!(names.iter().all(|name| asked.contains(name)), "{asked} has {names:?}");
}
