use ramplay_flink::endpoint::EndpointProblem;
use ramplay_sql::Written;

use super::*;
use crate::problem::BadName;

/// Every sentence there is, in a language.
fn sentences(lang: Lang) -> Vec<String> {
    let placeholder = Written::new("${project}");
    let problems = [
        ProblemKind::NoConnector,
        ProblemKind::ConnectorUnfilled,
        ProblemKind::UnknownConnector { suggestion: None },
        ProblemKind::RoleNotSupported { role: TableRole::Lookup },
        ProblemKind::ForeignCatalog,
        ProblemKind::MissingOption { option: "project" },
        ProblemKind::Unfilled { option: "project", placeholder: placeholder.clone() },
        ProblemKind::BadName { option: "project", why: BadName::Empty },
        ProblemKind::BadName { option: "project", why: BadName::TooLong },
        ProblemKind::BadName { option: "project", why: BadName::Character('/') },
        ProblemKind::BadName { option: "project", why: BadName::Secret },
        ProblemKind::Endpoint(EndpointProblem::Foreign),
        ProblemKind::UnlistedRegion { region: "cn-new".to_owned() },
        ProblemKind::ForeignPath,
    ];
    let reasons = [
        Undecided::Unfilled { name: "project", placeholder },
        Undecided::NoName { name: "project" },
        Undecided::Region,
        Undecided::Account,
        Undecided::NoResource,
    ];
    let need = Need { action: "log:ListShards".to_owned(), resource: "*".to_owned() };
    let gaps = [true, false].map(|can_be_granted| Gap {
        missing: vec![Missing { need: need.clone(), can_be_granted, steps: Vec::new() }],
        ..Gap::default()
    });
    let mut all: Vec<String> = problems.iter().map(|kind| problem(kind, lang)).collect();
    all.extend(reasons.iter().map(|why| undecided(why, lang)));
    all.extend(gaps.iter().flat_map(|gap| gap.missing.iter().map(|one| missing(one, lang))));
    all.extend(gaps.iter().filter_map(|gap| closing(gap, lang)));
    let (user, policy) = ("job".to_owned(), "least".to_owned());
    let todos = [
        Todo::CreateUser { user: user.clone() },
        Todo::CreatePolicy { policy: policy.clone(), document: 0 },
        Todo::AttachPolicy { policy, user: user.clone() },
        Todo::CreateAccessKey { user },
        Todo::CreateVariables { names: vec!["id".to_owned(), "key".to_owned()] },
        Todo::ReplaceCredentials { credentials: 2 },
        Todo::RotateKeys,
    ];
    all.extend(todos.iter().map(|one| todo(one, lang)));
    all
}

#[test]
fn sentences_are_lower_case_without_a_full_stop() {
    for said in sentences(Lang::En) {
        let first = said.chars().next().unwrap();
        assert!(!first.is_uppercase() && !said.ends_with('.'), "{said}");
    }
}

#[test]
fn chinese_has_its_own_punctuation() {
    for said in sentences(Lang::Zh) {
        let outside: String = said.split('`').step_by(2).collect();
        assert!(!outside.contains([',', ';', '(', ')', '?', '!']) && !outside.contains(": "), "{said}");
        assert!(
            said.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c)) && !said.ends_with('。'),
            "{said}"
        );
    }
}
