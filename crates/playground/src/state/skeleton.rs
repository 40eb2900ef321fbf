//! What a new document starts with.

use ramplay_flink::Caller;
use ramplay_policy::PolicyKind;

use crate::documents::kind_of;
use crate::scenario::{Attach, Scenario};

/// The account whose RAM user assumes the role.
fn caller_account(scenario: &Scenario) -> &str {
    let ids = &scenario.identities;
    match scenario.logon.caller() {
        Caller::OtherAccountRamUser => &ids.other_account,
        Caller::ManagementAccountRamUser => &ids.management_account,
        Caller::Root | Caller::RamUser | Caller::CloudSsoUser => &ids.account,
    }
}

/// What a new document starts with.
pub(super) fn skeleton(attach: &Attach, scenario: &Scenario) -> String {
    let account = caller_account(scenario);
    let statement = match kind_of(attach) {
        PolicyKind::Trust => format!(
            r#"{{
      "Effect": "Allow",
      "Action": "sts:AssumeRole",
      "Principal": {{
        "RAM": ["acs:ram::{account}:root"]
      }}
    }}"#
        ),
        PolicyKind::Control => r#"{
      "Effect": "Deny",
      "Action": "stream:DeleteVvpInstance",
      "Resource": "*"
    }"#
        .to_owned(),
        PolicyKind::Resource => r#"{
      "Effect": "Deny",
      "Principal": ["*"],
      "Action": "log:PostLogStoreLogs",
      "Resource": "*",
      "Condition": {
        "StringNotLike": {"acs:SourceVpc": ["vpc-*"]}
      }
    }"#
        .to_owned(),
        PolicyKind::Identity | PolicyKind::Session => r#"{
      "Effect": "Allow",
      "Action": "log:ListProject",
      "Resource": "*"
    }"#
        .to_owned(),
    };
    format!("{{\n  \"Version\": \"1\",\n  \"Statement\": [\n    {statement}\n  ]\n}}")
}
