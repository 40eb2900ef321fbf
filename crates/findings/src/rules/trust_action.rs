//! Trust policy without `sts:AssumeRole`.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "trust-action",
        class: GeneralWarning,
        validator: None,
        status: Stated,
        title: words("trust policy without `sts:AssumeRole`", "信任策略中没有 `sts:AssumeRole`"),
        message: words(
            "`{action}` does not let anyone assume the role",
            "`{action}` 不会让任何人扮演该角色",
        ),
        help: words(
            "the action of a trust policy is `sts:AssumeRole`",
            "信任策略的操作是 `sts:AssumeRole`",
        ),
        source: source::TRUST,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        trust(r#""Effect": "Allow", "Action": ⟦"ram:PassRole"⟧, "Principal": {"Service": "ecs.aliyuncs.com"}"#),
        trust(r#""Effect": "Allow", "Action": [⟦"sts:GetCallerIdentity"⟧, "log:*"],
                    "Principal": {"Service": "ecs.aliyuncs.com"}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ecs.aliyuncs.com"}"#),
        trust(r#""Effect": "Allow", "Action": ["sts:TagSession", "sts:AssumeRole"],
                    "Principal": {"Service": "ecs.aliyuncs.com"}"#),
        trust(r#""Effect": "Allow", "Action": "sts:*", "Principal": {"Service": "ecs.aliyuncs.com"}"#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    const ASSUMING: [&str; 3] = ["sts:assumerole", "sts:assumerolewithsaml", "sts:assumerolewithoidc"];
    if context.subject.kind != PolicyKind::Trust {
        return;
    }
    let assumes = |entry: &Entry<'_>| !entry.is_plain() || ASSUMING.iter().any(|action| entry.pattern.matches(action));
    let actions = statement.actions();
    if let Some(first) = actions.first().filter(|_| !actions.iter().any(assumes)) {
        let finding = sink.report(first.span).arg("action", &first.text);
        if let [only] = actions {
            finding.meant(only.span, quoted("sts:AssumeRole"));
        }
    }
}
