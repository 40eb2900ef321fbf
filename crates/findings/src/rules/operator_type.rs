//! Operator of another type than its key.

use super::prelude::*;
use ramplay_policy::condition::ValueType;

use crate::known::keys;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "operator-type",
        class: GeneralWarning,
        validator: None,
        status: Stated,
        title: words("operator of another type than its key", "运算符与条件键的类型不符"),
        message: words(
            "`{operator}` compares {other}, and `{key}` holds {type}",
            "`{operator}` 比较的是{other}，而 `{key}` 是{type}",
        ),
        help: words("use an operator of the key's type", "请使用与该键类型相符的运算符"),
        source: source::KEYS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {⟦"IpAddress"⟧: {"acs:SourceVpc": "203.0.113.1"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {⟦"NumericLessThan"⟧: {"acs:CurrentTime": "1700000000"}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"IpAddress": {"acs:SourceIp": "203.0.113.1"},
                    "DateLessThan": {"acs:CurrentTime": "2024-01-01T00:00:00Z"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:SourceIp": "203.0.113.1"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"NumericLessThan": {"kms:RecoveryWindowInDays": "7"}}"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let (Some(known), Some(operator)) = (keys::global(&clause.key), clause.operator) else { return };
    let kind = operator.test.value_type();
    // Of `Bool` and of operators on strings, which are milder, other rules speak.
    if kind == known.kind || matches!(kind, ValueType::Bool | ValueType::Text) {
        return;
    }
    sink.report(clause.operator_span)
        .arg("operator", operator.name)
        .arg("key", &clause.key)
        .word("other", keys::type_name(kind))
        .word("type", keys::type_name(known.kind))
        .related(clause.key_span);
}
