//! Account id of unusual length.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "arn-account-length",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words("account id of unusual length", "账号 ID 的长度不常见"),
        message: words(
            "`{account}` has {count} digits, and account ids usually have 16",
            "`{account}` 有 {count} 位数字，而账号 ID 通常为 16 位",
        ),
        help: words(
            "ids of RAM users have 18, those of AWS accounts 12; see the UID of the account",
            "RAM 用户的 ID 为 18 位，AWS 账号的 ID 为 12 位；请查看账号的 UID",
        ),
        source: source::ELEMENTS,
    },
    check: Check::Resource(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": [⟦"acs:log:*:123456789012:project/p"⟧,
                    ⟦"acs:log:*:212345678901234567:project/p"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:log:*:1234567890123456:project/p",
                    "acs:log:*:*:project/p", "acs:log:*:me:project/p"]"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let Some(account) = entry.arn().and_then(|arn| arn.literal_account()) else { return };
    let count = account.len();
    if account.bytes().all(|byte| byte.is_ascii_digit()) && count != 16 {
        sink.report(entry.span).arg("account", account).arg("count", count.to_string());
    }
}
