//! Scenarios with a base.

use proptest::prelude::*;
use ramplay_flink::LogonMethod;
use ramplay_playground::{Attach, Body, PolicyEntry, Reader, Scenario, example};

pub(crate) const READ: &str = r#"{"Effect": "Allow", "Action": ["log:Get*", "log:List*"], "Resource": "acs:log:*:*:project/web-project/*"}"#;
pub(crate) const WRITE: &str = r#"{"Effect": "Allow", "Action": "log:PostLogStoreLogs", "Resource": "*"}"#;
pub(crate) const KEEP: &str = r#"{"Effect": "Deny", "Action": "log:Delete*", "Resource": "*"}"#;
pub(crate) const STREAM: &str = r#"{"Effect": "Allow", "Action": "stream:*", "Resource": "*"}"#;
pub(crate) const BLOCK: &str = r#"{"Effect": "Deny", "Action": "stream:*", "Resource": "*", "Condition": {"Bool": {"acs:MFAPresent": "false"}}}"#;
const LOG: &str = r#"{"Effect": "Allow", "Action": "log:*", "Resource": "*"}"#;

/// A policy of these statements.
pub(crate) fn policy(name: &str, attach: Attach, statements: &[&str]) -> PolicyEntry {
    let text = format!("{{\n  \"Version\": \"1\",\n  \"Statement\": [\n{}\n]}}", statements.join(",\n"));
    PolicyEntry { name: name.to_owned(), attach, body: Body::Document(text) }
}

/// The example with these policies before and after.
pub(crate) fn between(before: Vec<PolicyEntry>, after: Vec<PolicyEntry>) -> Scenario {
    Scenario { base: Some(before), policies: after, ..example() }
}

/// The other way round.
pub(crate) fn swapped(scenario: &Scenario) -> Scenario {
    Scenario {
        base: Some(scenario.policies.clone()),
        policies: scenario.base.clone().unwrap(),
        ..scenario.clone()
    }
}

fn entry() -> impl Strategy<Value = PolicyEntry> {
    let attach = prop_oneof![
        4 => Just(Attach::Identity),
        1 => Just(Attach::Session),
        1 => Just(Attach::Control("Root".to_owned())),
        1 => Just(Attach::Project),
        1 => Just(Attach::Job),
        1 => Just(Attach::Caller),
    ];
    let statements =
        prop::collection::vec(prop::sample::select(vec![READ, WRITE, KEEP, STREAM, BLOCK, LOG]), 1..4);
    ("[ab]?", attach, statements, 0..8).prop_map(|(name, attach, statements, broken)| {
        let mut entry = policy(&name, attach, &statements);
        if broken == 0 {
            entry.body = Body::System("AliyunLogReadOnlyAccess".to_owned());
        }
        entry
    })
}

/// Any scenario with a base.
pub(crate) fn scenario() -> impl Strategy<Value = Scenario> {
    let list = || prop::collection::vec(entry(), 0..4);
    (list(), list(), prop::sample::select(&LogonMethod::ALL[..]), any::<bool>(), any::<Option<bool>>())
        .prop_map(|(before, after, logon, job, mfa)| {
            let mut scenario = between(before, after);
            scenario.logon = logon;
            scenario.reader = if job { Reader::Job } else { Reader::Principal };
            scenario.circumstances.mfa = mfa;
            scenario
        })
}
