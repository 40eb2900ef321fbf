//! Capital letters in the name of a role.

use super::prelude::*;
use ramplay_policy::condition::Test;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "role-name-case",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words("capital letters in the name of a role", "角色名中有大写字母"),
        message: words(
            "`{value}` has capital letters in the name of the role",
            "`{value}` 的角色名中有大写字母",
        ),
        help: words(
            "system policies and users' reports have role names in lower case in ARNs, and case \
              is assumed to matter; ignore it with `StringEqualsIgnoreCase`",
            "系统策略和用户的报告中，ARN 里的角色名都是小写，此处假定区分大小写；可用 \
              `StringEqualsIgnoreCase` 忽略大小写",
        ),
        source: source::CONTROL,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringLike": {"acs:PrincipalARN": ⟦"acs:ram:*:*:role/ResourceDirectoryAccountAccessRole"⟧}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringLike": {"acs:PrincipalARN": ["acs:ram:*:*:role/aliyunreservedsso*",
                    "acs:ram::1:user/Alice"]}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEqualsIgnoreCase": {"acs:PrincipalARN": "acs:ram::1:role/Admin"}}"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let exact = clause.operator.is_some_and(|operator| matches!(operator.test, Test::TextEquals | Test::TextLike));
    if !exact || clause.folded_key != "acs:principalarn" {
        return;
    }
    for value in clause.values.iter().filter(|value| !value.placeholder) {
        let role = value.text.split_once(":role/").map_or("", |(_, role)| role);
        if role.bytes().any(|byte| byte.is_ascii_uppercase()) {
            sink.report(value.span).arg("value", &value.text);
        }
    }
}
