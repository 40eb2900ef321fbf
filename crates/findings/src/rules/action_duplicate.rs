//! Action listed twice.

use super::prelude::*;
use crate::view::Seen;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "action-duplicate",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("action listed twice", "操作重复列出"),
        message: words("`{action}` is listed already", "`{action}` 已经列出"),
        help: words("remove one of the two", "请删除其中一个"),
        source: source::ELEMENTS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": ["log:GetIndex", "log:GetLogStore", ⟦"log:getindex"⟧],
                    "Resource": "*""#),
        identity(r#""Effect": "Deny", "NotAction": ["a:B", ⟦"a:B"⟧, "a:C"], "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": ["log:GetIndex", "log:GetLogStore"], "Resource": "*""#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let Some(list) = &statement.action else { return };
    let mut seen = Seen::default();
    for entry in &list.entries {
        if let Some(first) = seen.before(entry.pattern.as_str(), entry.span) {
            sink.report(entry.span).arg("action", &entry.text).related(first).without(entry.removal);
        }
    }
}
