//! Role that a whole account may assume.

use super::prelude::*;
use crate::view::Arn;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "trust-whole-account",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("role that a whole account may assume", "整个账号都可扮演的角色"),
        message: words(
            "`{principal}` stands for every RAM user and RAM role of the account",
            "`{principal}` 表示该账号下的所有 RAM 用户和 RAM 角色",
        ),
        help: words(
            "each still needs `sts:AssumeRole` of its own; name users or roles to say whom it is for",
            "它们各自仍需要 `sts:AssumeRole` 权限；如需限定，请写出用户或角色",
        ),
        source: source::TRUST,
    },
    check: Check::Principal(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"RAM": [⟦"acs:ram::1234567890123456:root"⟧]}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"RAM": "acs:ram::1234567890123456:user/alice"}"#),
        owned(PolicyKind::Trust, r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"RAM": "acs:ram::9876543210987654:root"}"#),
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"RAM": "acs:ram::*:root"}"#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, principal: &Principal<'_>, sink: &mut Sink) {
    let Some(arn) = Arn::read(&principal.text).filter(|_| context.subject.kind == PolicyKind::Trust) else { return };
    let own = context.subject.account.is_none_or(|own| own == arn.account);
    let literal = arn.literal_account().is_some() && !principal.placeholder;
    if statement.allows() && principal.kind == PrincipalKind::Ram && arn.relative == "root" && literal && own {
        sink.report(principal.span).arg("principal", &principal.text);
    }
}
