//! Role that anyone may assume.

use super::prelude::*;
use crate::view::Arn;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "trust-anyone",
        class: SecurityWarning,
        validator: None,
        status: Assumed,
        title: words("role that anyone may assume", "任何人都可扮演的角色"),
        message: words(
            "`{principal}` lets the users and roles of every account assume the role",
            "`{principal}` 允许所有账号的用户和角色扮演此角色",
        ),
        help: words(
            "what RAM makes of a wildcard here is not documented; name the accounts, users or roles",
            "文档没有说明 RAM 如何处理此处的通配符；请写出账号、用户或角色",
        ),
        source: source::TRUST,
    },
    check: Check::Principal(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"RAM": ⟦"*"⟧}"#),
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"RAM": [⟦"acs:ram::*:root"⟧]}"#),
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": ⟦"*"⟧"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"RAM": "acs:ram::1234567890123456:root"}"#),
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ecs.aliyuncs.com"}"#),
        resource(r#""Effect": "Allow", "Action": "oss:GetObject", "Principal": ["*"],
                    "Resource": "acs:oss:*:*:b/*""#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, principal: &Principal<'_>, sink: &mut Sink) {
    if context.subject.kind != PolicyKind::Trust || !statement.allows() {
        return;
    }
    let account = Arn::read(&principal.text).map(|arn| arn.account);
    let anyone = matches!(principal.kind, PrincipalKind::Ram | PrincipalKind::Listed)
        && (principal.text == "*" || account.is_some_and(|account| !account.is_empty() && account.trim_matches('*').is_empty()));
    if anyone && !principal.placeholder {
        sink.report(principal.span).arg("principal", &principal.text);
    }
}
