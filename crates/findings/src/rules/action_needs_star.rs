//! Action that takes effect only on `*`.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "action-needs-star",
        class: GeneralWarning,
        validator: None,
        status: Stated,
        title: words("action that takes effect only on `*`", "只在 `*` 上生效的操作"),
        message: words(
            "by the documentation `{action}` has no resource-level authorization",
            "按文档，`{action}` 不支持资源级鉴权",
        ),
        help: words(
            "it takes effect only with `\"Resource\": \"*\"`; give it a statement of its own",
            "只有 `\"Resource\": \"*\"` 时才生效；请为它单独写一条语句",
        ),
        source: source::FLINK,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": [⟦"stream:CreateVvpInstance"⟧, "stream:DescribeVvpInstances"],
                    "Resource": "acs:stream:*:*:vvpinstance/*""#),
        identity(r#""Effect": "Allow", "Action": ⟦"log:PutProjectPolicy"⟧, "Resource": "acs:log:*:*:project/p""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "stream:CreateVvpInstance", "Resource": "*""#),
        identity(r#""Effect": "Allow", "Action": "stream:CreateVvpInstance", "Resource": "acs:stream:*:*:*""#),
        identity(r#""Effect": "Allow", "Action": "stream:*", "Resource": "acs:stream:*:*:vvpinstance/*""#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    // A service's system policy has `acs:stream:*:*:*` for such actions.
    let all = |entry: &Entry<'_>| entry.arn().is_some_and(|arn| arn.relative == "*" && arn.account == "*");
    if statement.resources().iter().any(all) {
        return;
    }
    super::action_on_other_resource::each(statement, &mut |entry, _, action| {
        if action.needs_star() {
            let list = statement.resource.as_ref().map_or(statement.span, |list| list.span);
            sink.report(entry.span).arg("action", &entry.text).related(list);
        }
    });
}
