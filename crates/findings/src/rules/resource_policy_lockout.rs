//! Everybody is shut out.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "resource-policy-lockout",
        class: GeneralWarning,
        validator: None,
        status: Stated,
        title: words("everybody is shut out", "所有人都被拒绝"),
        message: words(
            "this denies everybody every action, the owner too",
            "此语句拒绝所有人的所有操作，也包括所有者",
        ),
        help: words(
            "only a condition leaves anybody in; the policy itself may no longer be changed",
            "只有条件才能留下访问的途径；策略本身可能也无法再修改",
        ),
        source: source::OSS_ELEMENTS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        resource(r#""Effect": "Deny", "Action": ⟦"oss:*"⟧, "Principal": ["*"], "Resource": "acs:oss:*:*:b/*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        resource(r#""Effect": "Deny", "Action": "oss:PutObject", "Principal": ["*"],
                    "Resource": "acs:oss:*:*:b/*""#),
        resource(r#""Effect": "Deny", "Action": "oss:*", "Principal": ["212345678901234567"],
                    "Resource": "acs:oss:*:*:b/*""#),
        resource(r#""Effect": "Deny", "Action": "oss:*", "Principal": ["*"], "Resource": "acs:oss:*:*:b/*",
                    "Condition": {"NotIpAddress": {"acs:SourceIp": "203.0.113.0/24"}}"#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    if context.subject.kind != PolicyKind::Resource || !statement.denies() || statement.is_conditional() {
        return;
    }
    let everybody = statement.principals.iter().find(|principal| principal.text == "*");
    let every = |entry: &&Entry<'_>| entry.text == "*" || entry.text.ends_with(":*");
    if let (Some(everybody), Some(action)) = (everybody, statement.actions().iter().find(every)) {
        sink.report(action.span).related(everybody.span);
    }
}
