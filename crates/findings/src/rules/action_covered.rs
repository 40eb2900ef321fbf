//! Action that a wider pattern covers.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "action-covered",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("action that a wider pattern covers", "操作已被更宽的模式包含"),
        message: words("`{wide}` beside it covers `{action}`", "旁边的 `{wide}` 已包含 `{action}`"),
        help: words(
            "it has no effect of its own; keep one of the two",
            "它本身不起作用；请只保留其一",
        ),
        source: source::SYNTAX,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": ["log:Get*", ⟦"log:GetLogStore"⟧, ⟦"log:getlog*"⟧,
                    "log:ListShards"], "Resource": "*""#),
        identity(r#""Effect": "Allow", "Action": [⟦"oss:*"⟧, "*"], "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": ["log:Get*", "log:List*", "log:Get*", "log:?et*"],
                    "Resource": "*""#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let Some(list) = &statement.action else { return };
    covered(&list.entries, &mut |entry, wide| {
        sink.report(entry.span)
            .arg("action", &entry.text)
            .arg("wide", &wide.text)
            .related(wide.span)
            .without(entry.removal);
    });
}

/// Calls `report` for each entry that another one covers. Only the first wide entries are compared with
/// all: a list has few of them, and a hostile one is not worth the time.
pub(super) fn covered<'a>(entries: &'a [Entry<'a>], report: &mut dyn FnMut(&'a Entry<'a>, &'a Entry<'a>)) {
    let wide: Vec<_> =
        entries.iter().filter(|entry| entry.pattern.is_wild() && entry.text.len() < 256).take(24).collect();
    for entry in entries {
        let same = |wide: &Entry<'_>| wide.pattern.as_str() == entry.pattern.as_str();
        if let Some(wide) = wide.iter().find(|wide| !same(wide) && wide.covers(entry)) {
            report(entry, wide);
        }
    }
}
