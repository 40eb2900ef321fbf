//! Everything is denied.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "deny-everything",
        class: GeneralWarning,
        validator: None,
        status: Stated,
        title: words("everything is denied", "拒绝一切操作"),
        message: words(
            "this denies every action on every resource, without a condition",
            "此语句无条件地拒绝在所有资源上执行所有操作",
        ),
        help: words(
            "no other policy can allow anything beside it: `Deny` wins",
            "任何其他策略都无法再授予权限：`Deny` 优先",
        ),
        source: source::EVALUATION,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Deny", "Action": ⟦"*"⟧, "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Deny", "Action": "*", "Resource": "*",
                    "Condition": {"Bool": {"acs:SecureTransport": "false"}}"#),
        identity(r#""Effect": "Allow", "Action": "*", "Resource": "*""#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let everybody = matches!(context.subject.kind, PolicyKind::Identity | PolicyKind::Control | PolicyKind::Session);
    if !statement.denies() || statement.is_conditional() || !everybody {
        return;
    }
    if let (Some(action), Some(resource)) = (statement.every_action(), statement.every_resource()) {
        sink.report(action.span).related(resource.span);
    }
}
