//! Operator on strings with an address range.

use super::prelude::*;
use ramplay_policy::condition::{Test, ValueType};

use crate::known::keys;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "string-on-range",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("operator on strings with an address range", "字符串运算符用于地址段"),
        message: words(
            "`{operator}` compares `{value}` letter by letter, not as a range of addresses",
            "`{operator}` 会逐字比较 `{value}`，而不是作为地址段",
        ),
        help: words("use `IpAddress` or `NotIpAddress`", "请使用 `IpAddress` 或 `NotIpAddress`"),
        source: source::OPERATORS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:SourceIp": ["203.0.113.1", ⟦"203.0.113.0/24"⟧]}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"IpAddress": {"acs:SourceIp": "203.0.113.0/24"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringLike": {"acs:SourceIp": "203.0.*", "oss:Prefix": "a/b"}}"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    if keys::global(&clause.key).is_none_or(|known| known.kind != ValueType::Address) {
        return;
    }
    let Some(operator) = clause.operator.filter(|operator| operator.test.value_type() == ValueType::Text) else { return };
    for value in clause.values.iter().filter(|value| value.text.contains('/') && !value.placeholder) {
        let finding = sink.report(value.span).arg("operator", operator.name).arg("value", &value.text).related(clause.operator_span);
        // Only where the operator has no other key and every value is an address.
        let addresses = clause.values.iter().all(|value| Test::Address.read(&value.text).is_ok());
        let name = if operator.negated { "NotIpAddress" } else { "IpAddress" };
        if clause.siblings == 1 && clause.prefix.is_none() && addresses && statement.is_free(name) {
            finding.meant(clause.operator_span, quoted(name));
        }
    }
}
