//! Everything is allowed.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "allow-everything",
        class: SecurityWarning,
        validator: None,
        status: Stated,
        title: words("everything is allowed", "允许一切操作"),
        message: words(
            "this allows every action on every resource",
            "此语句允许在所有资源上执行所有操作",
        ),
        help: words(
            "whoever has it is an administrator, of RAM too; allow what is needed",
            "拥有它的身份就是管理员，也包括 RAM 的管理；请只授予所需的权限",
        ),
        source: source::VALIDATOR,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": ⟦"*"⟧, "Resource": "*""#),
        identity(r#""Effect": "Allow", "Action": ["a:B", ⟦"*:*"⟧], "Resource": ["*"]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        of(PolicyKind::Control, r#""Effect": "Allow", "Action": "*", "Resource": "*""#),
        identity(r#""Effect": "Allow", "Action": "log:*", "Resource": "*""#),
        identity(r#""Effect": "Deny", "Action": "*", "Resource": "*""#),
        identity(r#""Effect": "Allow", "Action": "*", "Resource": "*",
                    "Condition": {"Bool": {"acs:MFAPresent": "true"}}"#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    // The control policy that allows everything is there to be attached everywhere.
    if !statement.allows() || statement.is_conditional() || context.subject.kind == PolicyKind::Control {
        return;
    }
    if let (Some(action), Some(resource)) = (statement.every_action(), statement.every_resource()) {
        sink.report(action.span).related(resource.span);
    }
}
