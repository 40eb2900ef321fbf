//! Account that is no id.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "arn-account",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("account that is no id", "账号不是 ID"),
        message: words("`{account}` is not the id of an account", "`{account}` 不是账号 ID"),
        help: words(
            "write the digits of the account id (UID), or `*`",
            "请写账号 ID（UID）的数字，或 `*`",
        ),
        source: source::ELEMENTS,
    },
    check: Check::Resource(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": [⟦"acs:log:*:my-account:project/p"⟧,
                    ⟦"acs:oss:*:alice@example.com:b"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:log:*:1234567890123456:project/p",
                    "acs:ram:*:system:policy/*", "acs:oss:*:123456789012****:b", "acs:oss:*:<uid>:b"]"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let Some(account) = entry.arn().and_then(|arn| arn.literal_account()) else { return };
    // `system` stands where the documentation names system policies.
    if account != "system" && !account.bytes().all(|byte| byte.is_ascii_digit()) {
        sink.report(entry.span).arg("account", account);
    }
}
