//! Resource of another account.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "arn-other-account",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("resource of another account", "其他账号的资源"),
        message: words(
            "`{resource}` belongs to the account `{account}`, and the policy to `{own}`",
            "`{resource}` 属于账号 `{account}`，而策略属于 `{own}`",
        ),
        help: words(
            "a policy grants nothing on resources of another account; check the id, or assume a \
              role of that account",
            "策略无法授予其他账号资源的权限；请核对 ID，或扮演该账号的角色",
        ),
        source: source::EVALUATION,
    },
    check: Check::Resource(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        owned(PolicyKind::Identity, r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:log:*:1234567890123456:project/p",
                    ⟦"acs:log:*:9876543210987654:project/p"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        owned(PolicyKind::Identity, r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Resource": "acs:ram::9876543210987654:role/r""#),
        owned(PolicyKind::Identity, r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:oss:*:9876543210987654:b",
                    "acs:log:*:*:project/p"]"#),
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:log:*:9876543210987654:project/p"]"#),
        owned(PolicyKind::Control, r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:log:*:9876543210987654:project/p"]"#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let (Some(own), Some(arn)) = (context.subject.account, entry.arn()) else { return };
    let Some(account) = arn.literal_account().filter(|account| *account != own) else { return };
    // A control policy is about members. Roles of other accounts are assumed, and buckets have policies of their own.
    let elsewhere = match arn.service {
        "oss" => true,
        "ram" => statement.actions().iter().any(|action| action.pattern.matches("sts:assumerole")),
        _ => false,
    };
    let id = account.len() >= 10 && account.bytes().all(|byte| byte.is_ascii_digit());
    if id && !elsewhere && statement.allows() && context.subject.kind != PolicyKind::Control {
        sink.report(entry.span).arg("resource", &entry.text).arg("account", account).arg("own", own);
    }
}
