//! Role that another account may assume.

use super::prelude::*;
use crate::view::Arn;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "trust-other-account",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("role that another account may assume", "其他账号可扮演的角色"),
        message: words(
            "`{principal}` is of the account `{account}`, and the role of `{own}`",
            "`{principal}` 属于账号 `{account}`，而角色属于 `{own}`",
        ),
        help: words(
            "check the id. For an account of somebody else a condition on `sts:ExternalId` keeps \
              it from being used on behalf of others",
            "请核对 ID。对于他人的账号，可通过 `sts:ExternalId` 条件防止被代他人使用",
        ),
        source: source::TRUST,
    },
    check: Check::Principal(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        owned(PolicyKind::Trust, r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"RAM": [⟦"acs:ram::9876543210987654:root"⟧,
                    "acs:ram::1234567890123456:user/a"]}"#),
        owned(PolicyKind::Trust, r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"Service": ⟦"9876543210987654@log.aliyuncs.com"⟧}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        owned(PolicyKind::Trust, r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"RAM": "acs:ram::1234567890123456:root"}"#),
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"RAM": "acs:ram::9876543210987654:root"}"#),
        owned(PolicyKind::Trust, r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"RAM": "acs:ram::9876543210987654:root"},
                    "Condition": {"StringEquals": {"sts:ExternalId": "42"}}"#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, principal: &Principal<'_>, sink: &mut Sink) {
    if context.subject.kind != PolicyKind::Trust || !statement.allows() || principal.placeholder {
        return;
    }
    let account = match principal.kind {
        PrincipalKind::Service => principal.text.split_once('@').map(|(account, _)| account),
        _ => Arn::read(&principal.text).and_then(|arn| arn.literal_account()),
    };
    let (Some(own), Some(account)) = (context.subject.account, account) else { return };
    if account != own && statement.clause("sts:externalid").is_none() {
        sink.report(principal.span).arg("principal", &principal.text).arg("account", account).arg("own", own);
    }
}
