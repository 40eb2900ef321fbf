//! `Deny` in a trust policy.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "trust-deny",
        class: Suggestion,
        validator: None,
        status: Assumed,
        title: words("`Deny` in a trust policy", "信任策略中的 `Deny`"),
        message: words(
            "the documentation has no `Deny` in trust policies",
            "文档的信任策略中没有 `Deny`",
        ),
        help: words(
            "it is assumed to win over `Allow`; RAM may refuse to save it. Name whom to trust instead",
            "此处假定它优先于 `Allow`；RAM 可能拒绝保存。请改为写出可信任的对象",
        ),
        source: source::TRUST,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        trust(r#""Effect": ⟦"Deny"⟧, "Action": "sts:AssumeRole",
                    "Principal": {"RAM": "acs:ram::1234567890123456:user/a"}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ecs.aliyuncs.com"}"#),
        identity(r#""Effect": "Deny", "Action": "sts:AssumeRole", "Resource": "*""#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    if context.subject.kind == PolicyKind::Trust && statement.denies() {
        sink.report(statement.effect_span);
    }
}
