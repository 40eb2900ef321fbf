//! Operator on strings with a key of another type.

use super::prelude::*;
use ramplay_policy::condition::ValueType;

use crate::known::keys;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "string-on-typed-key",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words("operator on strings with a key of another type", "字符串运算符用于其他类型的键"),
        message: words(
            "`{operator}` compares strings, and by the documentation `{key}` holds {type}",
            "`{operator}` 比较字符串，而文档中 `{key}` 是{type}",
        ),
        help: words(
            "whether strings are compared here is not documented; use an operator of that type",
            "文档没有说明此处能否比较字符串；请使用该类型的运算符",
        ),
        source: source::KEYS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {⟦"StringEquals"⟧: {"acs:SecureTransport": "true"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {⟦"StringLike"⟧: {"acs:CurrentTime": "2024-*"}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"Bool": {"acs:SecureTransport": "true"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringLike": {"acs:SourceIp": "203.0.*"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:SourceVpc": "vpc-1"}}"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let Some(known) = keys::global(&clause.key).filter(|known| known.kind != ValueType::Text) else { return };
    let Some(operator) = clause.operator.filter(|operator| operator.test.value_type() == ValueType::Text) else { return };
    // OSS has wildcards in `acs:SourceIp`, and KMS gives it as a string; ranges are reported elsewhere.
    if known.kind != ValueType::Address {
        sink.report(clause.operator_span)
            .arg("operator", operator.name)
            .arg("key", &clause.key)
            .word("type", keys::type_name(known.kind))
            .related(clause.key_span);
    }
}
