//! Resource that a wider pattern covers.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "resource-covered",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("resource that a wider pattern covers", "资源已被更宽的模式包含"),
        message: words("`{wide}` beside it covers `{resource}`", "旁边的 `{wide}` 已包含 `{resource}`"),
        help: words(
            "it has no effect of its own; keep one of the two",
            "它本身不起作用；请只保留其一",
        ),
        source: source::SYNTAX,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": [⟦"acs:oss:*:*:b/a"⟧, "acs:oss:*:*:b/*"]"#),
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["*", ⟦"acs:log:*:*:project/p"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:oss:*:*:b", "acs:oss:*:*:b/*"]"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let Some(list) = &statement.resource else { return };
    super::action_covered::covered(&list.entries, &mut |entry, wide| {
        sink.report(entry.span)
            .arg("resource", &entry.text)
            .arg("wide", &wide.text)
            .related(wide.span)
            .without(entry.removal);
    });
}
