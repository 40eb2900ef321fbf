//! Everything of a service.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "whole-service",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("everything of a service", "某个云服务的全部权限"),
        message: words(
            "`{action}` on `*` allows everything of the service, deleting too",
            "在 `*` 上允许 `{action}`，即允许该云服务的一切操作，也包括删除",
        ),
        help: words("list the actions and resources that are needed", "请列出所需的操作和资源"),
        source: source::ELEMENTS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": ⟦"log:*"⟧, "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:*", "Resource": "acs:log:*:*:project/p/*""#),
        identity(r#""Effect": "Allow", "Action": ["log:Get*", "*:*", "*:Describe*"], "Resource": "*""#),
        identity(r#""Effect": "Deny", "Action": "log:*", "Resource": "*""#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let own = matches!(context.subject.kind, PolicyKind::Identity | PolicyKind::Session);
    if !own || !statement.allows() || statement.is_conditional() || statement.every_resource().is_none() {
        return;
    }
    for entry in statement.actions().iter().filter(|entry| entry.is_plain()) {
        // Of RAM's own actions a graver rule speaks.
        let whole = matches!(entry.pattern.as_str().split_once(':'), Some((_, "*")));
        if whole && entry.service().is_some_and(|service| service != "ram") {
            sink.report(entry.span).arg("action", &entry.text);
        }
    }
}
