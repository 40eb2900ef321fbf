//! Set prefix on a key with one value.

use super::prelude::*;
use crate::known::keys;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "set-prefix-on-one-value",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words("set prefix on a key with one value", "对单值的键使用集合前缀"),
        message: words(
            "`{operator}` is for keys with several values, and `{key}` has one",
            "`{operator}` 用于多值的键，而 `{key}` 只有一个值",
        ),
        help: words("leave the prefix out", "请去掉前缀"),
        source: source::KEYS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {⟦"ForAnyValue:IpAddress"⟧: {"acs:SourceIp": "203.0.113.1"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {⟦"ForAllValues:StringEquals"⟧: {"acs:SourceVpc": "vpc-1"}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"IpAddress": {"acs:SourceIp": "203.0.113.1"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"ForAnyValue:StringEquals": {"cs:AddonNames": "a"}}"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let (Some(_), Some(operator)) = (clause.prefix, clause.operator) else { return };
    if keys::global(&clause.key).is_some() {
        let finding = sink.report(clause.operator_span);
        finding.arg("operator", clause.operator_name()).arg("key", &clause.key).related(clause.key_span);
        if clause.siblings == 1 && statement.is_free(operator.name) {
            finding.meant(clause.operator_span, quoted(operator.name));
        }
    }
}
