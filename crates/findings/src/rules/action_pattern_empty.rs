//! Action pattern that matches no listed action.

use super::prelude::*;
use crate::known::service;
use crate::view::is_wild;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "action-pattern-empty",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words("action pattern that matches no listed action", "操作模式不匹配任何已知操作"),
        message: words(
            "`{action}` matches none of the actions that we know",
            "`{action}` 不匹配任何我们已知的操作",
        ),
        help: words(
            "our list is put together from the documentation and may lack some; check the pattern",
            "我们的列表依据文档整理，可能并不完整；请核对该模式",
        ),
        source: source::SLS,
    },
    check: Check::Action(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": [⟦"log:GetLogstoreX*"⟧, ⟦"log:Get?"⟧], "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": ["log:GetLog*", "stream:Search*", "stream:Check*",
                    "ecs:Nothing*", "log:Query*"], "Resource": "*""#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let Some(service) = entry.service().filter(|_| entry.is_plain()).and_then(service) else { return };
    let name = entry.text.split_once(':').map_or("", |(_, name)| name);
    let head = name.trim_end_matches('*');
    // Read-only policies of the documentation list verbs that no action has yet.
    let verb = head.len() < name.len() && head.bytes().skip(1).all(|byte| byte.is_ascii_lowercase());
    if is_wild(name)
        && !verb
        && entry.pattern.as_str().len() < 256
        && super::action_misspelt::meant(entry).is_none()
        && service.matching(&entry.pattern).next().is_none()
    {
        sink.report(entry.span).arg("action", &entry.text);
    }
}
