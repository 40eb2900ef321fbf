//! The words: in both languages, for everything that can be said.

use ramplay_flink::{Console, CustomRole, CustomRoleProblem, Family, LogonMethod, Status};
use ramplay_playground::{
    Attach, Field, FieldProblem, Member, Obstacle, PreconditionState, Reach, Scenario, Step, Withheld,
    answer, example, labels, sentence,
};
use ramplay_policy::{RequestProblem, condition::ValueType};
use ramplay_text::Lang;

use crate::say;
use crate::support::{
    MANAGEMENT, OTHER, allow, bare, capability, control, deny, document, identity, may_assume, operation,
    owner_with, policy, read_only, statement, system, trust, with,
};

fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// A role logon where everything that can be missing is missing.
fn everything_missing() -> Scenario {
    let mut scenario = with(
        LogonMethod::RamRoleOtherAccount,
        [
            system(Attach::Caller, "AliyunRAMReadOnlyAccess"),
            trust(&format!("acs:ram::{MANAGEMENT}:root")),
            control("Production", deny("stream:*", "*")),
            document(Attach::Session, allow("stream:*", "*")),
        ],
    );
    scenario.identities.user = "carol".into();
    scenario
}

/// Inputs and documents that cannot be used.
fn everything_wrong() -> Scenario {
    let mut scenario = owner_with(
        LogonMethod::RdRamAdminAsRole,
        [
            identity("{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", \"Acton\": \"log:*\"}]}"),
            system(Attach::Identity, "ReadOnlyAccess"),
            system(Attach::Identity, "AliyunNoSuchAccess"),
            document(Attach::Session, "// nothing\n"),
            control("Root", "{\"Version\": \"2\", \"Statement\": {}, \"Statement\": []}"),
            may_assume(),
        ],
    );
    for (field, value) in [
        (Field::Account, "my-company"),
        (Field::User, ""),
        (Field::Project, "web-*"),
        (Field::SourceIp, "here"),
        (Field::Time, "now"),
    ] {
        field.set(&mut scenario, value.to_owned());
    }
    let permissions = vec!["view-files".to_owned(), "fly".to_owned()];
    scenario.member = Some(Member::Custom(CustomRole { name: "1 role".into(), permissions }));
    scenario
}

/// A member whose verdicts come from every layer.
fn every_layer() -> Scenario {
    let conditions = r#"{"Effect": "Allow", "Action": "log:Get*", "Resource": "*", "Condition": {
        "IpAddress": {"acs:SourceIp": ["10.0.0.0/8"]}, "StringNotEquals": {"acs:SourceVpc": "vpc-1"}}}"#;
    let mut scenario = owner_with(
        LogonMethod::RdRamUser,
        [
            identity(policy(&[
                statement("Allow", "log:List*", "acs:log:*:*:project/*"),
                conditions.to_owned(),
            ])),
            control(
                "Production",
                policy(&[statement("Deny", "log:Post*", "*"), statement("Allow", "*", "*")]),
            ),
            document(
                Attach::Project,
                r#"{"Version": "1", "Statement": [{"Effect": "Deny", "Principal": ["*"], "Action": "log:Delete*",
                    "NotResource": "acs:log:*:*:project/other/*"}]}"#,
            ),
            system(Attach::Identity, "AliyunStreamFullAccess"),
        ],
    );
    scenario.circumstances.source_ip = "203.0.113.7".into();
    scenario
}

#[test]
fn steps_and_reach() {
    for lang in Lang::ALL {
        for (name, scenario) in
            [("nothing", bare(LogonMethod::RamUserSameAccount)), ("missing", everything_missing())]
        {
            let said = say::matrix(&scenario, &answer(&scenario), lang);
            insta::assert_snapshot!(format!("matrix-{name}-{}", lang.tag()), said);
        }
    }
}

#[test]
fn inputs_and_withheld_verdicts() {
    let scenario = everything_wrong();
    let found = answer(&scenario);
    for lang in Lang::ALL {
        let mut said = say::inputs(&scenario, &found, lang);
        let mut sound = scenario.clone();
        for (field, _) in &found.fields {
            field.set(&mut sound, field.get(&example()).to_owned());
        }
        for (name, scenario) in [("fields", &scenario), ("documents", &sound)] {
            let found = answer(scenario);
            let verdict = operation(&found, "describe-instances");
            say::verdict(&mut said, &format!("{name}, describe-instances"), verdict, &found, lang);
            let verdict = capability(&found, "logs.pull");
            say::verdict(&mut said, &format!("{name}, logs.pull"), verdict, &found, lang);
        }
        insta::assert_snapshot!(format!("inputs-{}", lang.tag()), said);
    }
}

#[test]
fn explanations() {
    let (simple, layered) = (example(), every_layer());
    for lang in Lang::ALL {
        let mut said = String::new();
        for (scenario, ids) in [
            (&simple, &["logs.pull", "logs.write", "group.start-from-checkpoint"][..]),
            (&layered, &["project.list", "project.read", "logs.write", "project.delete"]),
        ] {
            let found = answer(scenario);
            for id in ids {
                say::verdict(&mut said, id, capability(&found, id), &found, lang);
            }
            say::verdict(&mut said, "create-namespace", operation(&found, "create-namespace"), &found, lang);
        }
        insta::assert_snapshot!(format!("explanations-{}", lang.tag()), said);
    }
}

#[test]
fn english_is_english_and_nothing_is_left_out() {
    let mut scenarios = vec![everything_missing(), everything_wrong(), every_layer(), example()];
    scenarios.extend(LogonMethod::ALL.map(|method| owner_with(method, [read_only()])));
    for scenario in scenarios {
        let found = answer(&scenario);
        let [english, chinese] = Lang::ALL.map(|lang| say::everything(&scenario, &found, lang));
        assert!(
            !is_chinese(&english),
            "{}",
            english.lines().find(|line| is_chinese(line)).unwrap_or_default()
        );
        assert_eq!(english.lines().count(), chinese.lines().count());
        for (english, chinese) in english.lines().zip(chinese.lines()) {
            assert!(
                !english.ends_with([' ', ':']) && !chinese.ends_with([' ', ':', '：']),
                "{english} | {chinese}"
            );
            assert!(!english.contains("  .") && !english.contains("{}"), "{english}");
        }
    }
}

/// Asserts that there is a sentence, and that the Chinese one is Chinese.
fn check(what: &str, say: impl Fn(Lang) -> String) {
    let [english, chinese] = Lang::ALL.map(say);
    assert!(!english.trim().is_empty() && !is_chinese(&english), "{what}: {english}");
    assert!(is_chinese(&chinese), "{what}: {chinese}");
}

#[test]
fn every_reach_state_and_status_has_its_words() {
    use FieldProblem::{Characters, Empty, NotADate, NotAnAddress, NotDigits};
    use PreconditionState::{Met, NotGiven, NotMet, Presumed, Withheld};

    for reach in [Reach::Open, Reach::Provided, Reach::Closed, Reach::Impossible, Reach::Withheld] {
        for console in Console::ALL {
            check(reach.id(), |lang| sentence::reach(reach, console, lang).to_owned());
        }
    }
    for state in [Met, NotMet, NotGiven, Presumed, Withheld] {
        check("state", |lang| sentence::precondition_state(state, lang).to_owned());
    }
    for status in [Status::Stated, Status::Derived, Status::Assumed, Status::Unknown] {
        check(status.code(), |lang| sentence::status(status, lang).to_owned());
    }
    for obstacle in [Obstacle::Errors, Obstacle::UnknownBody, Obstacle::UnknownName] {
        check("obstacle", |lang| sentence::obstacle(obstacle, lang).to_owned());
    }
    for problem in [Empty, NotDigits, Characters, NotAnAddress, NotADate] {
        check(problem.code(), |lang| sentence::field_problem(problem, lang).to_owned());
    }
}

#[test]
fn every_step_has_a_sentence_for_every_method() {
    let steps = [
        Step::LetCallerAssume,
        Step::LetCallerOpenMembers,
        Step::TrustCaller,
        Step::ChangeControl,
        Step::ChangeSession,
        Step::RemoveDeny,
        Step::GrantPolicy,
        Step::AddMember(&[]),
        Step::Correct,
        Step::OtherLogon,
    ];
    for method in LogonMethod::ALL {
        let scenario = bare(method);
        for console in answer(&scenario).consoles {
            for step in steps {
                let names_nobody = console.cell.principal.is_none()
                    && matches!(step, Step::GrantPolicy | Step::AddMember(_));
                if !names_nobody {
                    check(method.id(), |lang| sentence::step(step, &console, &scenario, method, lang));
                }
            }
        }
    }
}

#[test]
fn steps_name_the_right_accounts() {
    let say = |method, step| {
        let scenario = bare(method);
        let [management, _] = answer(&scenario).consoles;
        sentence::step(step, &management, &scenario, method, Lang::En)
    };
    let other = say(LogonMethod::RamRoleOtherAccount, Step::TrustCaller);
    assert!(other.contains("flink-ops") && other.contains(OTHER), "{other}");
    let managed = say(LogonMethod::RdRamAdminAsRole, Step::LetCallerOpenMembers);
    assert!(managed.contains(MANAGEMENT) && managed.contains("alice"), "{managed}");
}

#[test]
fn granting_always_says_to_whom() {
    // A custom role in the member has to be granted what the default one brings along.
    let mut scenario = bare(LogonMethod::RdRamAdminAsRole);
    scenario.identities.member_role = "flink-operator".into();
    let [management, _] = answer(&scenario).consoles;
    assert_eq!(management.next, [Step::GrantPolicy]);
    let said = sentence::step(Step::GrantPolicy, &management, &scenario, scenario.logon, Lang::En);
    assert!(said.contains("role"), "{said}");
}

#[test]
fn every_reason_to_withhold_has_a_sentence() {
    let documents = answer(&bare(LogonMethod::RamUserSameAccount)).documents;
    let problem = RequestProblem {
        key: "acs:SourceIp".into(),
        value: "x".into(),
        expected: ValueType::Address,
        operator: "IpAddress",
    };
    let reasons = [
        Withheld::Documents(vec![(0, Obstacle::Errors), (99, Obstacle::UnknownName)]),
        Withheld::Fields(vec![Field::Account, Field::Logstore]),
        Withheld::Request(problem),
        Withheld::UnknownResource,
    ];
    for reason in reasons {
        check("withheld", |lang| sentence::withheld(&reason, &documents, lang));
    }
}

#[test]
fn every_attachment_and_method_has_its_words() {
    let attaches = [
        Attach::Identity,
        Attach::Group("rg-1".into()),
        Attach::Session,
        Attach::Trust,
        Attach::Caller,
        Attach::Control("Root".into()),
        Attach::Project,
        Attach::Job,
    ];
    for method in LogonMethod::ALL {
        check(method.id(), |lang| sentence::short_method(method, lang).to_owned());
        for attach in &attaches {
            check(method.id(), |lang| sentence::attach(attach, method, lang));
        }
    }
    for family in Family::ALL {
        check("family", |lang| sentence::short_family(family, lang).to_owned());
    }
}

#[test]
fn every_problem_of_a_custom_role_has_a_sentence() {
    let problems = [
        CustomRoleProblem::NameEmpty,
        CustomRoleProblem::NameTooLong { length: 65, max: 64 },
        CustomRoleProblem::NameStart { found: '1' },
        CustomRoleProblem::NameCharacter { found: '_' },
        CustomRoleProblem::UnknownPermission { id: "fly".into() },
        CustomRoleProblem::MissingViewerPermission { id: "view-files".into() },
        CustomRoleProblem::NothingBeyondViewer,
    ];
    for problem in problems {
        check(problem.code(), |lang| sentence::custom_role_problem(&problem, lang));
    }
}

#[test]
fn every_field_has_a_caption_and_every_label_both_languages() {
    for field in Field::ALL {
        let [english, chinese] = Lang::ALL.map(|lang| sentence::field_label(field, lang));
        assert!(!english.is_empty() && !is_chinese(english), "{english}");
        let product = matches!(field, Field::Project | Field::Logstore);
        assert_eq!(is_chinese(chinese), !product, "{chinese}");
    }
    let [english, chinese] = Lang::ALL.map(|lang| format!("{:#?}", labels(lang)));
    assert!(!is_chinese(&english) && !english.contains("\"\"") && !chinese.contains("\"\""));
    let same: Vec<&str> = chinese.lines().filter(|line| line.contains(": \"") && !is_chinese(line)).collect();
    assert_eq!(same.len(), 3, "product names: {same:?}");
}
