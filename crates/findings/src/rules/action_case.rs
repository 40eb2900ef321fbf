//! Action in another spelling.

use super::prelude::*;
use crate::known::service;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "action-case",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("action in another spelling", "操作的大小写与文档不同"),
        message: words(
            "the documentation writes `{action}` as `{meant}`",
            "文档将 `{action}` 写作 `{meant}`",
        ),
        help: words(
            "actions are compared ignoring case in most cases; RAM advises to write them as \
              documented",
            "操作在多数情况下不区分大小写；RAM 建议按文档书写",
        ),
        source: source::ELEMENTS,
    },
    check: Check::Action(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": [⟦"log:CreateLogstore"⟧, ⟦"Log:GetLogStore"⟧], "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": ["log:CreateLogStore", "log:get*", "ecs:describeinstances"],
                    "Resource": "*""#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let Some(service) = entry.service().filter(|_| entry.is_plain()).and_then(service) else { return };
    let Some(action) = service.find(entry.pattern.as_str()) else { return };
    let meant = format!("{}:{}", service.code, action.name);
    if meant != *entry.text {
        sink.report(entry.span).arg("action", &entry.text).arg("meant", &meant).same(entry.span, quoted(&meant));
    }
}
