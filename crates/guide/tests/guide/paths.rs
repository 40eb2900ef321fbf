//! Paths that people know from the documentation, and how they are said.

use std::fmt::Write as _;

use ramplay_flink::{Lang, NamespaceRole};
use ramplay_guide::{fulfilled, plan, sentence};

use super::*;

fn logon(method: LogonMethod) -> Who {
    Who::Logon(method)
}

/// A plan in both languages, as a page would print it.
fn said(scenario: &Scenario, wish: &Wish) -> String {
    let mut out = String::new();
    for lang in [Lang::En, Lang::Zh] {
        writeln!(out, "# {}", sentence::wish(wish, scenario, lang)).unwrap();
        match plan(scenario, wish) {
            Ok(plan) => {
                for (number, step) in plan.steps.iter().enumerate() {
                    writeln!(
                        out,
                        "{}. {} [{}; {}; {}; {:?} {}]",
                        number + 1,
                        sentence::task(&step.task, &plan, lang),
                        sentence::by(step.by, &plan, lang),
                        sentence::place(step.place, &plan, lang),
                        sentence::state(step.state, lang),
                        step.status,
                        step.sources.join(" ")
                    )
                    .unwrap();
                }
            }
            Err(refusal) => {
                writeln!(out, "{}", sentence::refusal(&refusal, &wish.asked_in(scenario), lang)).unwrap();
                if let Some(method) = refusal.instead {
                    writeln!(out, "{}", sentence::instead(method, lang)).unwrap();
                }
            }
        }
    }
    out
}

#[test]
fn what_is_said() {
    use LogonMethod as M;
    let start = bare(M::RamUserSameAccount);
    let wishes = [
        Wish::new(logon(M::RamUserSameAccount), What::Management(Extent::View)),
        Wish::new(logon(M::RamRoleOtherAccount), What::Development(NamespaceRole::Editor)),
        Wish::new(logon(M::RdRamAdminAsRole), What::Assume),
        Wish::new(logon(M::CloudSsoRamRole), What::Logstore(Access::Group)),
        Wish::new(logon(M::CloudSsoRamUser), What::Key(Access::Write)),
        Wish::new(Who::Job, What::Logstore(Access::Pull)),
        Wish::new(logon(M::AccountOther), What::Management(Extent::Operate)),
        Wish::new(logon(M::AccountOther), What::Assume),
    ];
    let all: Vec<String> = wishes.iter().map(|wish| said(&start, wish)).collect();
    insta::assert_snapshot!(all.join("\n"));
}

/// Nothing is said in the other language, and nothing is left out.
#[test]
fn every_sentence_is_whole() {
    let is_han = |text: &str| text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    let mut start = bare(LogonMethod::RamUserSameAccount);
    start.circumstances.resource_group = "rg-flink".to_owned();
    start.policies.push(document(Attach::Session, &one("Allow", "oss:Get*")));
    for wish in super::all::wishes() {
        let asked = wish.asked_in(&start);
        let mut texts = [Lang::En, Lang::Zh].map(|lang| vec![sentence::wish(&wish, &start, lang)]);
        let planned = plan(&start, &wish);
        for (lang, texts) in [Lang::En, Lang::Zh].into_iter().zip(&mut texts) {
            match &planned {
                Ok(plan) => {
                    for step in &plan.steps {
                        texts.push(sentence::task(&step.task, plan, lang));
                        assert!(!sentence::by(step.by, plan, lang).is_empty());
                        assert!(!sentence::place(step.place, plan, lang).is_empty());
                    }
                }
                Err(refusal) => texts.push(sentence::refusal(refusal, &asked, lang)),
            }
        }
        let [english, chinese] = texts;
        assert_eq!(english.len(), chinese.len());
        for text in english {
            assert!(text.ends_with('.') && !is_han(&text) && !text.contains("  "), "{text}");
        }
        for text in chinese {
            assert!(text.ends_with('。') && is_han(&text), "{text}");
        }
    }
}

#[test]
fn a_role_takes_three_grants_in_order() {
    let wish = Wish::new(logon(LogonMethod::RamRoleOtherAccount), What::Management(Extent::View));
    let plan = plan_of(&bare(LogonMethod::RamUserSameAccount), &wish);
    assert_eq!(
        steps(&plan),
        [
            "Unknown: attach AliyunSTSAssumeRoleAccess Caller [CallerAdministrator, CallerRam]",
            "Unknown: trust 2000000000000002 [Administrator, Ram]",
            "Unknown: check RootCannotAssume [Person, Session]",
            "Missing: attach AliyunStreamReadOnlyAccess Identity [Administrator, Ram]",
        ]
    );
    assert!(plan.applied().policies.iter().any(|entry| entry.attach == Attach::Trust));
}

#[test]
fn the_default_role_of_a_member_needs_no_policy_and_another_does() {
    let wish = Wish::new(logon(LogonMethod::RdRamAdminAsRole), What::Management(Extent::Operate));
    let mut scenario = bare(LogonMethod::RdRamAdminAsRole);
    let policies = |scenario: &Scenario| {
        let of_role = |step: &&Step| matches!(&step.task, Task::Attach { attach: Attach::Identity, .. });
        plan_of(scenario, &wish).steps.iter().filter(of_role).count()
    };
    assert_eq!(policies(&scenario), 0);
    scenario.identities.member_role = "flink-reader".to_owned();
    assert_eq!(policies(&scenario), 1);
}

/// What is there is seen, and not granted again.
#[test]
fn what_is_done_is_done() {
    let method = LogonMethod::RamRoleSameAccount;
    let trust = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"RAM": ["acs:ram::1000000000000001:root"]}}]}"#;
    let mut scenario = with(
        method,
        [
            document(Attach::Caller, &one("Allow", "sts:AssumeRole")),
            document(Attach::Trust, trust),
            document(Attach::Identity, &one("Allow", "stream:*")),
        ],
    );
    scenario.member = Some(Member::System(NamespaceRole::Owner));
    for what in [What::Management(Extent::Operate), What::Development(NamespaceRole::Editor), What::Assume] {
        let plan = plan_of(&scenario, &Wish::new(logon(method), what));
        let states: Vec<_> = plan.steps.iter().filter(|step| !matches!(step.task, Task::Check(_))).collect();
        assert!(states.iter().all(|step| step.state == State::Done), "{:?}", steps(&plan));
        assert_eq!(plan.applied(), scenario);
    }
}

/// A member keeps what it has: an editor who is to create roles becomes more, not less.
#[test]
fn joining_takes_nothing_away() {
    let user = logon(LogonMethod::RamUserSameAccount);
    let role = |member: Option<Member>, what: What| {
        let scenario = Scenario { member, ..bare(LogonMethod::RamUserSameAccount) };
        plan_of(&scenario, &Wish::new(user, what)).applied().member
    };
    let permission = |id: &str| What::Permission(catalogue().console_permission(id).unwrap());
    let system = |role| Some(Member::System(role));
    assert_eq!(role(None, permission("view-files")), system(NamespaceRole::Viewer));
    assert_eq!(
        role(system(NamespaceRole::Owner), What::Development(NamespaceRole::Viewer)),
        system(NamespaceRole::Owner)
    );
    let Some(Member::Custom(one)) = role(None, permission("start-stop-jobs")) else {
        panic!("no custom role")
    };
    assert!(one.problems().is_empty() && one.holds("start-stop-jobs") && !one.holds("deploy-job-drafts"));
    let Some(Member::Custom(two)) = role(system(NamespaceRole::Editor), permission("create-roles")) else {
        panic!("no custom role")
    };
    assert!(two.holds("deploy-job-drafts") && two.holds("create-roles") && !two.holds("edit-members"));
    let more = role(Some(Member::Custom(one.clone())), permission("create-roles"));
    let Some(Member::Custom(more)) = more else { panic!("no custom role") };
    assert!(more.name == one.name && more.holds("start-stop-jobs") && more.holds("create-roles"));
}

/// The text of each policy is one that the engine reads without a finding of its own, and is what is attached.
#[test]
fn policy_texts_are_those_that_are_attached() {
    for method in LogonMethod::ALL {
        for what in What::all().into_iter().filter(|what| !matches!(what, What::Permission(_))) {
            let Ok(plan) = plan(&bare(method), &Wish::new(logon(method), what)) else { continue };
            for step in &plan.steps {
                let (kind, text) = match &step.task {
                    Task::Attach { text: Some(text), .. } => (ramplay_policy::PolicyKind::Identity, text),
                    Task::Trust { text, .. } => (ramplay_policy::PolicyKind::Trust, text),
                    _ => continue,
                };
                let reading = ramplay_policy::read(text, kind);
                assert_eq!(reading.diagnostics, [], "{text}");
                if let Some(ramplay_guide::Edit::Attach(entry)) = &step.edit
                    && let Body::Document(attached) = &entry.body
                {
                    assert_eq!(attached, text);
                }
            }
        }
    }
}

#[test]
fn a_logstore_of_another_account_is_that_accounts_own() {
    let mut scenario = bare(LogonMethod::RamUserSameAccount);
    scenario.logstore.account = "2000000000000002".to_owned();
    let wish = |method| Wish::new(logon(method), What::Logstore(Access::Pull));
    assert!(plan(&scenario, &wish(LogonMethod::RamUserSameAccount)).is_err());
    let cross = wish(LogonMethod::RamUserCrossAccount);
    let plan = plan_of(&scenario, &cross);
    assert_eq!(fulfilled(&plan.applied(), &cross), Some(true));
    let own = wish(LogonMethod::AccountOther);
    assert_eq!(plan_of(&scenario, &own).steps, []);
}
