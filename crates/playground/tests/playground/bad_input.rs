//! What a person can paste or type wrongly: each is said with its place, and nothing panics.

use std::time::Instant;

use ramplay_flink::{Console, LogonMethod};
use ramplay_playground::{
    Answer, Attach, Document, Field, FieldProblem, Mark, Obstacle, Reach, Verdict, Withheld, answer, example,
};
use ramplay_policy::Severity;
use ramplay_text::Lines;

use crate::support::{
    allow, capabilities_marked, capability, control, document, full_access, identity, operations_marked,
    owner_with, policy, statement, trust, with,
};

const USER: LogonMethod = LogonMethod::RamUserSameAccount;

/// Codes with line and column.
fn problems(document: &Document) -> Vec<String> {
    let lines = Lines::new(&document.text);
    let place = |span: ramplay_text::Span| lines.position(span.start);
    let of = |diagnostic: &ramplay_policy::Diagnostic| {
        let at = place(diagnostic.span);
        let mark = if diagnostic.severity() == Severity::Error { "" } else { " (warning)" };
        format!("{}:{} {}{mark}", at.line, at.column, diagnostic.code())
    };
    document.reading.diagnostics.iter().map(of).collect()
}

fn pasted(text: &str) -> Answer {
    answer(&owner_with(USER, [identity(text), full_access()]))
}

#[test]
fn every_mistake_is_named_with_its_place() {
    let good = r#""Effect": "Allow", "Action": "log:*", "Resource": "*""#;
    let one = |body: &str| format!("{{\n  \"Version\": \"1\",\n  \"Statement\": [{{\n    {body}\n  }}]\n}}");
    let rows: Vec<(&str, String, &[&str])> = vec![
        ("nothing", String::new(), &["1:1 json-empty"]),
        ("blanks", " \n\t\n".into(), &["1:1 json-empty"]),
        ("no JSON", "Allow alice".into(), &["1:1 json-syntax"]),
        ("cut off", "{\n  \"Version\": \"1\",\n  \"Statement\": [".into(), &["3:17 json-syntax"]),
        ("a list", "[]".into(), &["1:1 wrong-type"]),
        ("an empty policy", "{}".into(), &["1:1 missing-element", "1:1 missing-element"]),
        ("no statement", "{\"Version\": \"1\",\n \"Statement\": []}".into(), &["2:15 empty-list (warning)"]),
        (
            "a duplicate key",
            one(
                "\"Effect\": \"Deny\",\n    \"Effect\": \"Allow\", \"Action\": \"log:*\", \"Resource\": \"*\"",
            ),
            &["5:5 json-duplicate-key"],
        ),
        ("an unknown element", one(&format!("{good},\n    \"Sid\": \"x\"")), &["5:5 unknown-element"]),
        ("a number as a list", one(&good.replace("\"log:*\"", "7")), &["4:34 wrong-type"]),
        ("an unknown effect", one(&good.replace("Allow", "allow")), &["4:15 bad-effect"]),
        (
            "an unknown operator",
            one(&format!("{good},\n    \"Condition\": {{\"StringEqual\": {{\"acs:SourceVpc\": \"v\"}}}}")),
            &["5:19 unknown-operator"],
        ),
        (
            "an operator of another cloud",
            one(&format!("{good},\n    \"Condition\": {{\"Null\": {{\"acs:SourceVpc\": \"true\"}}}}")),
            &["5:19 refused-operator"],
        ),
        (
            "no address",
            one(&format!(
                "{good},\n    \"Condition\": {{\"IpAddress\": {{\"acs:SourceIp\": \"10.0.0.300\"}}}}"
            )),
            &["5:49 bad-value"],
        ),
        ("a version of another cloud", one(good).replace("\"1\"", "\"2012-10-17\""), &["2:14 bad-version"]),
        ("a principal", one(&format!("\"Principal\": \"*\", {good}")), &["4:5 principal-not-allowed"]),
        ("a comment", one(&format!("// mine\n    {good}")), &["4:5 json-comment"]),
        ("a trailing comma", one(&format!("{good},")), &["4:58 json-trailing-comma"]),
        ("a byte order mark", format!("\u{feff}{}", one(good)), &["1:1 json-byte-order-mark"]),
    ];
    for (name, text, expected) in rows {
        let found = pasted(&text);
        assert_eq!(problems(&found.documents[0]), expected, "{name}: {text}");
        let errors = expected.iter().any(|problem| !problem.ends_with("(warning)"));
        assert_eq!(found.documents[0].obstacle(), errors.then_some(Obstacle::Errors), "{name}");
        let reach = if errors { Reach::Withheld } else { Reach::Open };
        assert_eq!(found.console(Console::Management).reach, reach, "{name}");
        assert_eq!(found.console(Console::Development).reach, Reach::Open, "{name}: no policy counts there");
        assert_eq!(found.permission_count(), (50, 50), "{name}");
        assert_eq!(problems(&found.documents[1]), [""; 0], "{name}: the others are read as ever");
    }
}

#[test]
fn places_count_characters_and_carriage_returns_move_nothing() {
    let bad = r#""Effect": "许可", "Action": "log:*", "Resource": "😀", "Sid": 1"#;
    let unix = format!("{{\"Version\": \"1\",\n\"Statement\": [{{\n{bad}}}]}}");
    let expected = ["3:11 bad-effect", "3:53 unknown-element"];
    assert_eq!(problems(&pasted(&unix).documents[0]), expected);
    assert_eq!(problems(&pasted(&unix.replace('\n', "\r\n")).documents[0]), expected);
    let marked = format!("\u{feff}{}", unix.replace('\n', "\r\n"));
    assert_eq!(problems(&pasted(&marked).documents[0])[0], "1:1 json-byte-order-mark");
}

#[test]
fn windows_line_ends_alone_are_no_mistake() {
    let text = allow("log:*", "*").replace(' ', "\r\n");
    let found = pasted(&text);
    assert_eq!(problems(&found.documents[0]), [""; 0]);
    assert_eq!(capability(&found, "logs.pull").mark(), Mark::Allow);
}

#[test]
fn too_much_is_refused_before_work_is_spent_on_it() {
    let padded = |bytes: usize| {
        let text = allow("log:*", "*");
        format!("{text}{}", " ".repeat(bytes - text.len()))
    };
    let bomb = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let many = |count: usize| policy(&vec![statement("Allow", "log:*", "*"); count]);
    let rows: [(&str, String, &str); 8] = [
        ("64 KiB", padded(65_536), "over-length"),
        ("one byte more", padded(65_537), "json-too-long"),
        ("a megabyte", "x".repeat(1 << 20), "json-too-long"),
        ("a nesting bomb", bomb(30_000), "json-too-deep"),
        ("an unclosed one", "{\"a\":".repeat(13_000), "json-too-deep"),
        ("one level too many", bomb(33), "json-too-deep"),
        ("1,000 statements", many(1_000), "over-length"),
        ("one more", many(1_001), "too-many-statements"),
    ];
    let start = clock();
    for (name, text, code) in rows {
        let found = pasted(&text);
        let codes: Vec<_> =
            found.documents[0].reading.diagnostics.iter().map(ramplay_policy::Diagnostic::code).collect();
        assert!(codes.contains(&code), "{name}: {codes:?}");
        let usable = code == "over-length";
        assert_eq!(found.documents[0].obstacle(), (!usable).then_some(Obstacle::Errors), "{name}");
        assert_eq!(found.console(Console::Development).reach, Reach::Open, "{name}");
    }
    assert!(start.elapsed().as_secs() < 20, "even unoptimized");
}

#[test]
fn hostile_patterns_are_answered_at_once() {
    let stars = format!("{}b", "*a".repeat(200));
    let mut statements = vec![statement("Deny", &format!("log:{stars}"), &stars); 20];
    statements.push(statement("Allow", "log:*", "*"));
    let condition = format!(
        r#"{{"Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {{"StringLike": {{"acs:SourceVpc": "{stars}"}}}}}}"#
    );
    statements.push(condition);
    let mut scenario = with(USER, [identity(policy(&statements))]);
    scenario.logstore.project = "a".repeat(5_000);
    scenario.logstore.name = "a".repeat(5_000);
    scenario.circumstances.source_vpc = "a".repeat(5_000);
    let start = clock();
    assert_eq!(capabilities_marked(&answer(&scenario), Mark::Allow).len(), 24);
    assert!(start.elapsed().as_secs() < 20, "even unoptimized");
}

#[expect(clippy::disallowed_methods, reason = "this test runs natively")]
fn clock() -> Instant {
    Instant::now()
}

#[test]
fn names_in_any_script_are_names() {
    let mut scenario = example();
    scenario.identities.user = "张三".into();
    scenario.logstore.project = "项目-😀".into();
    scenario.logstore.name = "日志".into();
    scenario.workspace.namespace = "名前👩‍👩‍👧".into();
    let arn = "acs:log:*:*:project/项目-?/logstore/日志";
    scenario.policies = vec![identity(allow("log:*", arn)), full_access()];
    let found = answer(&scenario);
    assert_eq!(found.fields, []);
    assert_eq!(
        capability(&found, "logs.pull").mark(),
        Mark::Allow,
        "? is one character, however it is stored"
    );
    assert_eq!(found.person.arn, "acs:ram::1000000000000001:user/张三");
    assert_eq!(found.operation_count(), (22, 22));
}

#[test]
fn single_inputs_are_checked() {
    use FieldProblem::{Characters, Empty, NotADate, NotAnAddress, NotDigits};
    let rows = [
        (Field::Account, "", Some(Empty)),
        (Field::Account, "12a4", Some(NotDigits)),
        (Field::Account, "１２３", Some(NotDigits)),
        (Field::Account, " 123", Some(NotDigits)),
        (Field::Account, "123", None),
        (Field::OtherAccount, "*", Some(NotDigits)),
        (Field::ManagementAccount, "my-alias", Some(NotDigits)),
        (Field::ProjectAccount, "", None),
        (Field::ProjectAccount, "a", Some(NotDigits)),
        (Field::User, "", Some(Empty)),
        (Field::User, "alice@example.onaliyun.com", None),
        (Field::User, "a b", Some(Characters)),
        (Field::Role, "role/x", Some(Characters)),
        (Field::Role, "a\u{3000}b", Some(Characters)),
        (Field::Project, "web-*", Some(Characters)),
        (Field::Logstore, "a?", Some(Characters)),
        (Field::ConsumerGroup, "a\"b", Some(Characters)),
        (Field::Region, "cn:hangzhou", Some(Characters)),
        (Field::Instance, "a\\b", Some(Characters)),
        (Field::Namespace, "a\u{0}b", Some(Characters)),
        (Field::SourceIp, "", None),
        (Field::SourceIp, "203.0.113.7", None),
        (Field::SourceIp, "2001:db8::1", None),
        (Field::SourceIp, "203.0.113.0/24", Some(NotAnAddress)),
        (Field::SourceIp, "203.0.113.256", Some(NotAnAddress)),
        (Field::Time, "2026-11-22T08:00:00Z", None),
        (Field::Time, "2026-11-22T08:00:00+08:00", None),
        (Field::Time, "2026-11-22", Some(NotADate)),
        (Field::Time, "2026-02-30T08:00:00Z", Some(NotADate)),
        (Field::Time, "now", Some(NotADate)),
        (Field::SourceVpc, "vpc *", Some(Characters)),
        (Field::ResourceGroup, "rg-1", None),
    ];
    for (field, value, expected) in rows {
        let mut scenario = example();
        field.set(&mut scenario, value.to_owned());
        assert_eq!(field.get(&scenario), value);
        let expected: Vec<_> = expected.map(|problem| (field, problem)).into_iter().collect();
        assert_eq!(answer(&scenario).fields, expected, "{}: {value:?}", field.id());
    }
    let ids: std::collections::BTreeSet<_> = Field::ALL.iter().map(|field| field.id()).collect();
    assert_eq!(ids.len(), Field::ALL.len());
}

#[test]
fn circumstances_that_no_condition_reads_change_nothing() {
    let mut scenario = owner_with(USER, [full_access()]);
    scenario.circumstances.source_ip = "nowhere".into();
    scenario.circumstances.time = "later".into();
    let found = answer(&scenario);
    assert_eq!(found.fields.len(), 2);
    assert_eq!(found.operation_count(), (22, 22));

    let reads = r#"{"Effect": "Allow", "Action": "stream:Describe*", "Resource": "*",
        "Condition": {"IpAddress": {"acs:SourceIp": "10.0.0.0/8"}}}"#;
    scenario.policies = vec![identity(policy(&[reads.to_owned()]))];
    let found = answer(&scenario);
    let withheld = ["describe-instances", "describe-namespaces"];
    assert_eq!(operations_marked(&found, Mark::Withheld), withheld, "only what reads the address");
    let Verdict::Withheld(Withheld::Request(problem)) =
        found.console(Console::Management).opening.as_ref().unwrap()
    else {
        panic!("the request is at fault")
    };
    assert_eq!((&*problem.key, &*problem.value, problem.operator), ("acs:SourceIp", "nowhere", "IpAddress"));
}

#[test]
fn a_system_policy_in_the_wrong_place_is_an_error_there() {
    let place = |attach| crate::support::system(attach, "AliyunLogFullAccess");
    let scenario = owner_with(LogonMethod::RamRoleSameAccount, [place(Attach::Trust), full_access()]);
    let found = answer(&scenario);
    assert_eq!(found.documents[0].obstacle(), Some(Obstacle::Errors), "a trust policy needs a principal");
    assert_eq!(found.console(Console::Management).reach, Reach::Withheld);
    let unused = owner_with(USER, [place(Attach::Trust), full_access()]);
    assert_eq!(answer(&unused).console(Console::Management).reach, Reach::Open, "no role, no trust policy");
}

#[test]
fn all_at_once() {
    let mut scenario = owner_with(LogonMethod::RdRamAdminAsRole, []);
    for field in Field::ALL {
        field.set(&mut scenario, "*: \u{0}😀".to_owned());
    }
    let attaches = [
        Attach::Identity,
        Attach::Group("*".into()),
        Attach::Session,
        Attach::Trust,
        Attach::Caller,
        Attach::Project,
        Attach::Job,
    ];
    scenario.policies = attaches.map(|attach| document(attach, "{\"Statement\": [[[")).to_vec();
    scenario.policies.push(control("Root", "\u{feff}"));
    scenario.policies.push(trust("*"));
    for method in LogonMethod::ALL {
        scenario.logon = method;
        let found = answer(&scenario);
        assert_eq!(found.fields.len(), 20);
        assert_eq!(capabilities_marked(&found, Mark::Withheld).len(), 24, "{}", method.id());
    }
}
