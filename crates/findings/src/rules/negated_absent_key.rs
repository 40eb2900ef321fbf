//! Negated operator on a key that may be absent.

use super::prelude::*;
use crate::known::keys;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "negated-absent-key",
        class: Suggestion,
        validator: None,
        status: Assumed,
        title: words("negated operator on a key that may be absent", "对可能不存在的键使用否定运算符"),
        message: words(
            "a request without `{key}` meets `{operator}`, and is allowed",
            "不带 `{key}` 的请求满足 `{operator}`，因而会被允许",
        ),
        help: words(
            "that an absent key meets negated operators is not documented; it is assumed here",
            "文档没有说明键不存在时是否满足否定运算符，此处假定满足",
        ),
        source: source::EVALUATION,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringNotEquals": {⟦"acs:ResourceTag/stage"⟧: "prod"}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Deny", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringNotEquals": {"acs:ResourceTag/stage": "prod"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"NotIpAddress": {"acs:SourceIp": "203.0.113.1"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:SourceVpc": "vpc-1"}}"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let may_lack = keys::global(&clause.key).is_some_and(|key| !key.always);
    if statement.allows() && may_lack && clause.is_negated() && clause.prefix.is_none() {
        sink.report(clause.key_span).arg("key", &clause.key).arg("operator", clause.operator_name());
    }
}
