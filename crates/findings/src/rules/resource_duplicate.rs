//! Resource listed twice.

use super::prelude::*;
use crate::view::Seen;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "resource-duplicate",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("resource listed twice", "资源重复列出"),
        message: words("`{resource}` is listed already", "`{resource}` 已经列出"),
        help: words("remove one of the two", "请删除其中一个"),
        source: source::ELEMENTS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:oss:*:*:b", ⟦"acs:oss:*:*:b"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:oss:*:*:b", "acs:oss:*:*:B"]"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let Some(list) = &statement.resource else { return };
    let mut seen = Seen::default();
    for entry in &list.entries {
        if let Some(first) = seen.before(&entry.text, entry.span) {
            sink.report(entry.span).arg("resource", &entry.text).related(first).without(entry.removal);
        }
    }
}
