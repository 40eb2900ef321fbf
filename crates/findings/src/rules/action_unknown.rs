//! Action that is not in the list.

use super::prelude::*;
use crate::known::service;
use crate::view::is_wild;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "action-unknown",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words("action that is not in the list", "列表中没有的操作"),
        message: words(
            "`{action}` is not among the actions that we know",
            "`{action}` 不在我们已知的操作之中",
        ),
        help: words(
            "our list is put together from the documentation and may lack some; check the name",
            "我们的列表依据文档整理，可能并不完整；请核对名称",
        ),
        source: source::SLS,
    },
    check: Check::Action(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": [⟦"log:ReadEverything"⟧, "log:Get*"], "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": ["log:getlogstore", "log:PostLogStoreLog", "ecs:Anything",
                    "log:", "log:Q*"], "Resource": "*""#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let Some(service) = entry.service().filter(|_| entry.is_plain()).and_then(service) else { return };
    let name = entry.text.split_once(':').map_or("", |(_, name)| name);
    let listed = name.is_empty() || is_wild(name) || service.find(entry.pattern.as_str()).is_some();
    if !listed && super::action_misspelt::meant(entry).is_none() {
        sink.report(entry.span).arg("action", &entry.text);
    }
}
