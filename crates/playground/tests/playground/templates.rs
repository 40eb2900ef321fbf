//! Templates and system policies against the capabilities on the Logstore.

use ramplay_flink::{Console, LogonMethod, StoreKind, catalogue};
use ramplay_playground::{
    Attach, Body, Mark, PolicyEntry, Reach, Reader, Scenario, answer, compact, example, from_template,
};
use ramplay_policy::Decision;

use crate::support::{
    OTHER, OWNER, bare, capabilities_marked, capability, document, identity, missing, policy, reaches,
    statement, system, template, with,
};

const USER: LogonMethod = LogonMethod::RamUserSameAccount;

/// A policy's name, then each capability with what is missing.
type Section = (&'static str, Vec<(&'static str, Vec<String>)>);

/// The sections of `coverage.txt`.
fn coverage() -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for line in include_str!("coverage.txt").lines() {
        if let Some(name) = line.strip_prefix("## ") {
            sections.push((name, Vec::new()));
        } else if let Some((_, rows)) = sections.last_mut() {
            if let Some(missing) = line.strip_prefix("  ") {
                let (action, resource) = missing.split_once(" on ").unwrap();
                let resource = match resource {
                    "*" => "*".to_owned(),
                    relative => format!("acs:log:cn-hangzhou:{OWNER}:{relative}"),
                };
                rows.last_mut().unwrap().1.push(format!("{action} on {resource}"));
            } else if let Some((id, _)) = line.split_once(':') {
                rows.push((id, Vec::new()));
            }
        }
    }
    sections
}

fn policy_of(name: &str) -> PolicyEntry {
    match catalogue().template(name) {
        Some(_) => template(name),
        None => system(Attach::Identity, name),
    }
}

#[test]
fn each_policy_covers_what_the_documentation_says() {
    let sections = coverage();
    assert_eq!(sections.len(), 7);
    for (name, rows) in sections {
        assert_eq!(rows.len(), 24, "{name}");
        let answer = answer(&with(USER, [policy_of(name)]));
        assert_eq!(answer.logstore.rows.len(), rows.len());
        for (id, expected) in rows {
            let verdict = capability(&answer, id);
            assert_eq!(missing(verdict), expected, "{id} with {name}");
            let decision = if expected.is_empty() { Decision::Allow } else { Decision::ImplicitDeny };
            assert_eq!(verdict.decision(), Some(decision), "{id} with {name}");
        }
    }
}

#[test]
fn the_same_holds_for_every_identity_that_reads() {
    let (name, rows) = coverage().remove(0);
    for method in LogonMethod::ALL.into_iter().filter(|method| !method.is_root()) {
        for reader in [Reader::Principal, Reader::Job] {
            let attach = match reader {
                Reader::Principal => Attach::Identity,
                Reader::Job => Attach::Job,
            };
            // The default role of a member brings its own policy along.
            let mut scenario = with(method, [PolicyEntry { attach, ..policy_of(name) }]);
            scenario.identities.member_role = "reader".into();
            scenario.reader = reader;
            let foreign = reader == Reader::Principal && !method.in_owning_account();
            let answer = answer(&scenario);
            for (id, expected) in &rows {
                let allowed = expected.is_empty() && !foreign;
                let decision = capability(&answer, id).decision();
                assert_eq!(decision.map(Decision::is_allow), Some(allowed), "{id} by {}", method.id());
            }
        }
    }
}

#[test]
fn least_policies_cover_their_job_and_no_more() {
    let source = ["logs.pull"];
    let group =
        ["logs.pull", "group.flink", "group.flink-existing", "group.start-from-checkpoint", "group.list"];
    for (name, expected) in [
        ("flink-source", &source[..]),
        ("flink-source-group", &group),
        ("sls-project-list", &["project.list"]),
    ] {
        let answer = answer(&with(USER, [template(name)]));
        assert_eq!(capabilities_marked(&answer, Mark::Allow), expected, "{name}");
    }
    let both = [template("sls-project-write"), template("flink-source")];
    assert_eq!(capabilities_marked(&answer(&with(USER, both)), Mark::Allow), ["logs.pull", "logs.write"]);
}

#[test]
fn metricstores_are_listed_and_configured_by_their_own_actions() {
    let scenario = |name| {
        let mut scenario = with(USER, [policy_of(name)]);
        scenario.logstore.kind = StoreKind::Metricstore;
        scenario
    };
    let arn = |rest| format!("acs:log:cn-hangzhou:{OWNER}:project/web-project/metricstore/{rest}");
    let read = answer(&scenario("guide-sls-read"));
    let list = format!("log:ListMetricStores on {}", arn("*"));
    let get = format!("log:GetMetricStore on {}", arn("access-log"));
    assert_eq!(missing(capability(&read, "logstore.list")), [&*list]);
    assert_eq!(missing(capability(&read, "logstore.read-settings")), [&*get]);
    assert_eq!(missing(capability(&read, "logs.query-console")), [list, get]);
    assert_eq!(missing(capability(&read, "logs.pull")), [""; 0], "data is read as of a Logstore");
    let write = answer(&scenario("guide-sls-write"));
    assert_eq!(capabilities_marked(&write, Mark::Allow), ["logs.write"]);
    let full = answer(&scenario("AliyunLogFullAccess"));
    assert_eq!(capabilities_marked(&full, Mark::Allow).len(), 24);
}

#[test]
fn encryption_template_rests_on_its_condition_key() {
    let mut scenario = with(USER, [template("sls-force-encryption")]);
    assert_eq!(capabilities_marked(&answer(&scenario), Mark::Allow), [""; 0]);
    scenario.circumstances.keys =
        vec![ramplay_playground::KeyValue { key: " log:Encrypted".into(), value: "TRUE ".into() }];
    assert_eq!(capabilities_marked(&answer(&scenario), Mark::Allow), ["logstore.create", "logstore.update"]);
}

#[test]
fn project_policies_deny_what_identity_policies_allow() {
    let full = || system(Attach::Identity, "AliyunLogFullAccess");
    // Action * on project/web-project/*: the project itself and what has another resource stay allowed.
    let outside = ["project.list", "project.read", "projectpolicy.manage", "project.delete"];
    let mut vpc = with(USER, [full(), template("sls-policy-vpc")]);
    assert_eq!(capabilities_marked(&answer(&vpc), Mark::Allow), outside);
    vpc.circumstances.source_vpc = "vpc-example".into();
    assert_eq!(capabilities_marked(&answer(&vpc), Mark::Allow).len(), 24);
    vpc.circumstances.source_vpc = "vpc-other".into();
    assert_eq!(capability(&answer(&vpc), "logs.pull").mark(), Mark::ExplicitDeny);

    let mut address = with(USER, [full(), template("sls-policy-ip")]);
    for (ip, mark) in [
        ("192.168.3.4", Mark::Allow),
        ("172.16.215.218", Mark::Allow),
        ("172.16.215.219", Mark::ExplicitDeny),
        ("2001:db8::1", Mark::ExplicitDeny),
        ("", Mark::ExplicitDeny),
    ] {
        ip.clone_into(&mut address.circumstances.source_ip);
        assert_eq!(capability(&answer(&address), "logs.pull").mark(), mark, "{ip}");
    }
}

#[test]
fn another_accounts_project_opens_only_by_its_project_policy() {
    let mut scenario = with(USER, [system(Attach::Identity, "AliyunLogFullAccess")]);
    OTHER.clone_into(&mut scenario.logstore.account);
    assert_eq!(capabilities_marked(&answer(&scenario), Mark::Allow), [""; 0]);
    let statement = format!(
        r#"{{"Effect": "Allow", "Principal": ["acs:ram::{OWNER}:user/alice"], "Action": "log:*",
            "Resource": "acs:log:*:{OTHER}:project/web-project/*"}}"#
    );
    scenario.policies = vec![document(Attach::Project, policy(&[statement]))];
    let answer = answer(&scenario);
    assert_eq!(capability(&answer, "logs.pull").mark(), Mark::Allow);
    assert_eq!(capability(&answer, "project.list").mark(), Mark::ImplicitDeny);
}

#[test]
fn the_job_reads_with_its_own_policies() {
    let mut scenario = with(USER, [template("guide-sls-read")]);
    scenario.reader = Reader::Job;
    let without = answer(&scenario);
    assert_eq!(without.logstore.reader.arn, format!("acs:ram::{OWNER}:user/flink-job"));
    assert_eq!(
        capabilities_marked(&without, Mark::Allow),
        [""; 0],
        "the person's policies are not the job's"
    );
    scenario.policies.push(PolicyEntry { attach: Attach::Job, ..template("guide-sls-write") });
    assert_eq!(capabilities_marked(&answer(&scenario), Mark::Allow), ["logs.write"]);
}

#[test]
fn the_example_is_the_guides_read_only_template() {
    let scenario = example();
    let answer = answer(&scenario);
    assert_eq!(answer.fields, []);
    assert!(answer.documents.iter().all(|document| document.reading.diagnostics.is_empty()));
    let (_, rows) = coverage().remove(0);
    let read: Vec<&str> = rows.iter().filter(|(_, missing)| missing.is_empty()).map(|(id, _)| *id).collect();
    let mut allowed = capabilities_marked(&answer, Mark::Allow);
    allowed.sort_unstable();
    let mut expected = read.clone();
    expected.sort_unstable();
    assert_eq!(allowed, expected);
    assert_eq!(reaches(&scenario), [Reach::Open; 2]);
    let deciding = capability(&answer, "logs.pull").deciding();
    let at: Vec<_> = deciding.iter().map(|at| (at.document.0, at.statement)).collect();
    assert_eq!(at, [(0, 1), (0, 2)], "shards are listed by two statements, data read by the third");
}

#[test]
fn templates_read_without_a_problem_and_stay_themselves_when_compacted() {
    for template in &catalogue().templates {
        let text = template.document.to_text();
        let values = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(values(&compact(&text)), values(&text), "{}", template.id);
        assert!(compact(&text).lines().count() <= text.lines().count());
        let mut scenario = bare(USER);
        let entry = from_template(&scenario, template, &template.id);
        let Body::Document(text) = &entry.body else { panic!("a template is text") };
        assert!(!text.contains(['{']) || serde_json::from_str::<serde_json::Value>(text).is_ok());
        assert!(!text.contains("{project}") && !text.contains("{logstore}"), "{}", template.id);
        scenario.policies.push(entry);
        let answer = answer(&scenario);
        assert_eq!(answer.documents[0].reading.diagnostics, [], "{}", template.id);
    }
}

#[test]
fn the_least_template_for_the_console_opens_it() {
    let scenario = with(USER, [template("flink-view")]);
    let answer = answer(&scenario);
    assert_eq!(answer.console(Console::Management).reach, Reach::Open);
    assert_eq!(answer.operation_count(), (3, 22), "the two, and what needs no permission");
}

#[test]
fn compact_keeps_every_text_json() {
    let long = format!("\"{}\"", "x".repeat(90));
    for value in [
        r#"{"a": []}"#.to_owned(),
        r#"{"a": ["b: c", "d ["]}"#.to_owned(),
        r#"["[", "]", "{", ", "]"#.to_owned(),
        format!("[{long}, {long}]"),
        r#"{"中": ["😀", "\" \\"], "b": [["x"], {"y": ["z"]}]}"#.to_owned(),
        "[1, null, true]".to_owned(),
    ] {
        let value: serde_json::Value = serde_json::from_str(&value).unwrap();
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        assert_eq!(serde_json::from_str::<serde_json::Value>(&compact(&pretty)).unwrap(), value);
    }
    let scenario =
        Scenario { policies: vec![identity(policy(&[statement("Allow", "*", "*")]))], ..example() };
    assert_eq!(answer(&scenario).documents[0].counts(), (0, 0));
}
