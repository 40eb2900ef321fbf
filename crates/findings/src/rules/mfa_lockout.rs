//! MFA cannot be set up.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "mfa-lockout",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words("MFA cannot be set up", "无法绑定 MFA"),
        message: words(
            "this also denies binding an MFA device, which one does without MFA",
            "此语句也会拒绝绑定 MFA 设备，而绑定时还没有 MFA",
        ),
        help: words(
            "deny with `NotAction` and leave out the actions that bind a device",
            "请使用 `NotAction` 拒绝，并排除绑定设备所需的操作",
        ),
        source: source::KEYS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Deny", "Action": ⟦"*"⟧, "Resource": "*",
                    "Condition": {"Bool": {"acs:MFAPresent": "false"}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Deny", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"Bool": {"acs:MFAPresent": "false"}}"#),
        identity(r#""Effect": "Deny", "Action": "*", "Resource": "*",
                    "Condition": {"Bool": {"acs:MFAPresent": "true"}}"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let without_mfa = |clause: &&Clause<'_>| {
        clause.folded_key == "acs:mfapresent" && clause.values.iter().any(|value| value.text.eq_ignore_ascii_case("false"))
    };
    let Some(action) = statement.every_action().filter(|_| statement.denies()) else { return };
    if let Some(clause) = statement.clauses.iter().find(without_mfa) {
        sink.report(action.span).related(clause.key_span);
    }
}
