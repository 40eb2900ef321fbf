//! Wide action in a trust policy.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "trust-action-wide",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("wide action in a trust policy", "信任策略的操作过宽"),
        message: words(
            "`{action}` is wider than a trust policy needs",
            "`{action}` 超出了信任策略的需要",
        ),
        help: words(
            "the action of a trust policy is `sts:AssumeRole`",
            "信任策略的操作是 `sts:AssumeRole`",
        ),
        source: source::TRUST,
    },
    check: Check::Action(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        trust(r#""Effect": "Allow", "Action": [⟦"*"⟧], "Principal": {"Service": "ecs.aliyuncs.com"}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ecs.aliyuncs.com"}"#),
        identity(r#""Effect": "Allow", "Action": "sts:*", "Resource": "*""#),
    ],
};

fn run(context: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let wide = matches!(entry.pattern.as_str(), "*" | "sts:*" | "*:*");
    if context.subject.kind == PolicyKind::Trust && wide {
        sink.report(entry.span).arg("action", &entry.text).meant(entry.span, quoted("sts:AssumeRole"));
    }
}
