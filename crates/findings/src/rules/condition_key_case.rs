//! Condition key in another spelling.

use super::prelude::*;
use crate::known::keys;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "condition-key-case",
        class: Suggestion,
        validator: None,
        status: Assumed,
        title: words("condition key in another spelling", "条件键的大小写与文档不同"),
        message: words("the documentation writes `{key}` as `{meant}`", "文档将 `{key}` 写作 `{meant}`"),
        help: words(
            "that case does not matter in keys is not documented; it is assumed here",
            "文档没有说明条件键是否区分大小写，此处假定不区分",
        ),
        source: source::KEYS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"IpAddress": {⟦"acs:SourceIP"⟧: "203.0.113.1"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {⟦"acs:PrincipalArn"⟧: "acs:ram::1:user/a"}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"IpAddress": {"acs:SourceIp": "203.0.113.1"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:ResourceTag/Team": "a", "oss:prefix": "b"}}"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let Some(known) = keys::global(&clause.key) else { return };
    let tag = clause.key.split_once('/').map_or("", |(_, tag)| tag);
    let meant = if known.name.ends_with('/') { format!("{}{tag}", known.name) } else { known.name.to_owned() };
    if meant != *clause.key {
        let finding = sink.report(clause.key_span).arg("key", &clause.key).arg("meant", &meant);
        if statement.can_rename(clause, &meant) {
            finding.same(clause.key_span, quoted(&meant));
        }
    }
}
