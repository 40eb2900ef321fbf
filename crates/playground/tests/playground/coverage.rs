//! Statements that decide nothing in the answers shown.

use ramplay_flink::LogonMethod::{RamRoleSameAccount, RamUserSameAccount as RamUser};
use ramplay_playground::{Attach, Draft, Jobs, Reader, Scenario, answer};

use crate::support::{document, identity, system, with};

const READ: &str = r#"{"Effect": "Allow", "Action": "log:Get*", "Resource": "*"}"#;
const OTHER: &str = r#"{"Effect": "Allow", "Action": "ecs:DescribeInstances", "Resource": "*"}"#;

/// Document and statement, from 0.
type Places = &'static [(u32, u16)];

fn policy(statements: &[&str]) -> String {
    format!(r#"{{"Version": "1", "Statement": [{}]}}"#, statements.join(","))
}

fn idle(scenario: &Scenario) -> Vec<(u32, u16)> {
    let idle = answer(scenario).idle_statements(scenario);
    idle.iter().map(|at| (at.document.0, at.statement)).collect()
}

#[test]
fn only_what_decides_no_answer_is_idle() {
    let both = || identity(policy(&[READ, OTHER]));
    let trust = policy(&[
        r#"{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ecs.aliyuncs.com"}}"#,
    ]);
    let drafts = Jobs { drafts: vec![Draft { name: String::new(), text: String::new() }], ..Jobs::default() };
    let job = || with(RamUser, [document(Attach::Job, policy(&[READ, OTHER]))]);
    let rows: [(&str, Scenario, Places); 8] = [
        ("one of two", with(RamUser, [both()]), &[(0, 1)]),
        // What an earlier one has decided already is still decided by the later one too.
        ("twice the same", with(RamUser, [identity(policy(&[READ, READ]))]), &[]),
        (
            "not used with this logon method",
            with(RamUser, [both(), document(Attach::Trust, trust.clone())]),
            &[(0, 1)],
        ),
        ("nobody is let in by it", with(RamRoleSameAccount, [document(Attach::Trust, trust)]), &[(0, 0)]),
        ("a document with an error", with(RamUser, [both(), identity("{")]), &[]),
        (
            "a system policy that is not known",
            with(RamUser, [both(), system(Attach::Identity, "Nothing")]),
            &[],
        ),
        ("the job's user", Scenario { reader: Reader::Job, ..job() }, &[(0, 1)]),
        (
            "the job's user, and drafts that ask more",
            Scenario { reader: Reader::Job, jobs: drafts, ..job() },
            &[],
        ),
    ];
    for (what, scenario, expected) in rows {
        assert_eq!(idle(&scenario), expected, "{what}");
    }
}
