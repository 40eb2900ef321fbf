//! Session policy that allows nothing.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "session-without-allow",
        class: GeneralWarning,
        validator: None,
        status: Stated,
        title: words("session policy that allows nothing", "会话策略没有允许任何操作"),
        message: words(
            "a session policy without `Allow` leaves the session no permission",
            "没有 `Allow` 的会话策略不会给会话留下任何权限",
        ),
        help: words(
            "a session has what the role and the session policy both allow; add what it may do",
            "会话的权限是角色与会话策略的交集；请写出允许的操作",
        ),
        source: source::ASSUME_ROLE,
    },
    check: Check::Document(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        of(PolicyKind::Session, r#""Effect": ⟦"Deny"⟧, "Action": "log:Delete*", "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        of(PolicyKind::Session, r#"{"Effect": "Deny", "Action": "log:Delete*", "Resource": "*"}, {"Effect": "Allow",
                    "Action": "log:*", "Resource": "*"}"#),
        identity(r#""Effect": "Deny", "Action": "log:Delete*", "Resource": "*""#),
    ],
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    let statements = &context.document.statements;
    let readable = statements.iter().all(Statement::denies);
    if context.subject.kind != PolicyKind::Session || !readable {
        return;
    }
    if let Some(first) = statements.first() {
        sink.report(first.effect_span);
    }
}
