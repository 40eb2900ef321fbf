//! Condition key of another cloud.

use super::prelude::*;
use crate::known::keys;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "condition-key-of-aws",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("condition key of another cloud", "其他云的条件键"),
        message: words(
            "`{key}` is a key of AWS, which no request to Alibaba Cloud carries",
            "`{key}` 是 AWS 的条件键，对阿里云的请求中没有它",
        ),
        help: words(
            "keys that every service has start with `acs:`, such as `acs:SourceIp`",
            "通用条件键以 `acs:` 开头，例如 `acs:SourceIp`",
        ),
        source: source::KEYS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"IpAddress": {⟦"aws:SourceIp"⟧: "203.0.113.1"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {⟦"s3:prefix"⟧: "a"}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"IpAddress": {"acs:SourceIp": "203.0.113.1"}}"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let key = &clause.folded_key;
    if !["aws:", "iam:", "s3:", "ec2:"].iter().any(|head| key.starts_with(head)) {
        return;
    }
    let finding = sink.report(clause.key_span).arg("key", &clause.key);
    if let Some(ours) = keys::from_aws(key).filter(|ours| statement.can_rename(clause, ours)) {
        finding.meant(clause.key_span, quoted(ours));
    }
}
