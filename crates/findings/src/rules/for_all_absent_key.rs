//! `ForAllValues:` on a key that may be absent.

use super::prelude::*;
use ramplay_policy::condition::SetPrefix;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "for-all-absent-key",
        class: Suggestion,
        validator: None,
        status: Assumed,
        title: words(
            "`ForAllValues:` on a key that may be absent",
            "对可能不存在的键使用 `ForAllValues:`",
        ),
        message: words(
            "a request without `{key}` meets `{operator}`, and is allowed",
            "不带 `{key}` 的请求满足 `{operator}`，因而会被允许",
        ),
        help: words(
            "that an absent key meets `ForAllValues:` is not documented; it is assumed here",
            "文档没有说明键不存在时是否满足 `ForAllValues:`，此处假定满足",
        ),
        source: source::EVALUATION,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "ram:CreateRole", "Resource": "*",
                    "Condition": {"ForAllValues:StringEquals": {⟦"ram:TrustedPrincipalTypes"⟧: "Service"}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Deny", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"ForAllValues:StringEquals": {"ram:TrustedPrincipalTypes": "Service"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"ForAnyValue:StringEquals": {"cs:AddonNames": "a"}}"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let for_all = clause.prefix == Some(SetPrefix::ForAllValues);
    if statement.allows() && for_all && clause.operator.is_some() {
        sink.report(clause.key_span).arg("key", &clause.key).arg("operator", clause.operator_name());
    }
}
