//! Wildcard under an operator that compares whole strings.

use super::prelude::*;
use ramplay_policy::condition::Test;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "equals-wildcard",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words(
            "wildcard under an operator that compares whole strings",
            "完整比较的运算符中使用了通配符",
        ),
        message: words(
            "`{value}` has a wildcard, and `{operator}` compares it as it is written",
            "`{value}` 中有通配符，而 `{operator}` 会按原样比较",
        ),
        help: words(
            "the operators with wildcards are `StringLike` and `StringNotLike`; examples of the \
              documentation differ here",
            "支持通配符的运算符是 `StringLike` 和 `StringNotLike`；文档的示例在这一点上并不一致",
        ),
        source: source::OPERATORS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:PrincipalARN": ["acs:ram::1:user/a",
                    ⟦"acs:ram:*:*:role/a-*"⟧]}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringLike": {"acs:PrincipalARN": "acs:ram:*:*:role/a-*"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:SourceVpc": ["vpc-1", "vpc-****"]}}"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let Some(operator) = clause.operator else { return };
    if !matches!(operator.test, Test::TextEquals | Test::TextEqualsIgnoreCase) {
        return;
    }
    for value in clause.values.iter().filter(|value| !value.placeholder && crate::view::is_wild(&value.text)) {
        sink.report(value.span).arg("value", &value.text).arg("operator", operator.name).related(clause.operator_span);
    }
}
