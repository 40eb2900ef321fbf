//! Open to everybody.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "resource-policy-everybody",
        class: SecurityWarning,
        validator: None,
        status: Stated,
        title: words("open to everybody", "对所有人开放"),
        message: words("`*` allows everybody, also without an account", "`*` 允许所有人，也包括匿名访问"),
        help: words(
            "name the ids, or add a condition such as `acs:SourceVpc`",
            "请写出具体的 ID，或添加 `acs:SourceVpc` 等条件",
        ),
        source: source::OSS_ELEMENTS,
    },
    check: Check::Principal(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        resource(r#""Effect": "Allow", "Action": "oss:GetObject", "Principal": [⟦"*"⟧],
                    "Resource": "acs:oss:*:*:b/*""#),
        resource(r#""Effect": "Allow", "Action": "oss:GetObject", "Principal": ⟦"*"⟧, "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        resource(r#""Effect": "Deny", "Action": "oss:GetObject", "Principal": ["*"],
                    "Resource": "acs:oss:*:*:b/*""#),
        resource(r#""Effect": "Allow", "Action": "oss:GetObject", "Principal": ["1234567890123456"],
                    "Resource": "acs:oss:*:*:b/*""#),
        resource(r#""Effect": "Allow", "Action": "oss:GetObject", "Principal": ["*"],
                    "Resource": "acs:oss:*:*:b/*", "Condition": {"StringEquals": {"acs:SourceVpc": "vpc-1"}}"#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, principal: &Principal<'_>, sink: &mut Sink) {
    let open = context.subject.kind == PolicyKind::Resource && statement.allows() && !statement.is_conditional();
    if open && principal.kind == PrincipalKind::Listed && principal.text == "*" {
        sink.report(principal.span);
    }
}
