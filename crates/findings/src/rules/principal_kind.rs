//! Principal that is no user, role or account.

use super::prelude::*;
use crate::view::Arn;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "principal-kind",
        class: GeneralWarning,
        validator: None,
        status: Stated,
        title: words("principal that is no user, role or account", "主体不是用户、角色或账号"),
        message: words(
            "`{principal}` is not a RAM user, a RAM role or `root`",
            "`{principal}` 不是 RAM 用户、RAM 角色或 `root`",
        ),
        help: words(
            "groups and policies cannot be trusted; write `…:user/<name>`, `…:role/<name>` or \
              `…:root`",
            "用户组和策略不能作为主体；请写 `…:user/<name>`、`…:role/<name>` 或 `…:root`",
        ),
        source: source::TRUST,
    },
    check: Check::Principal(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"RAM": [⟦"acs:ram::1234567890123456:group/devs"⟧,
                    ⟦"acs:ram::1234567890123456:alice"⟧]}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"RAM": ["acs:ram::1234567890123456:root", "acs:ram::1234567890123456:user/a",
                    "acs:ram::1234567890123456:role/r"]}"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, principal: &Principal<'_>, sink: &mut Sink) {
    let Some(arn) = Arn::read(&principal.text).filter(|arn| matches!(arn.service, "ram")) else { return };
    let known = arn.relative == "root"
        || ["user/", "role/", "*", "assumed-role/"].iter().any(|head| arn.relative.starts_with(head));
    if matches!(principal.kind, PrincipalKind::Ram) && !principal.placeholder && !known {
        sink.report(principal.span).arg("principal", &principal.text);
    }
}
