//! Wildcard inside the service.

use super::prelude::*;
use crate::view::is_wild;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "action-service-wildcard",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words("wildcard inside the service", "服务代码中有通配符"),
        message: words(
            "`{action}` reaches every service whose RAM code matches `{service}`",
            "`{action}` 会匹配 RAM 代码符合 `{service}` 的所有云服务",
        ),
        help: words(
            "also services that come later; write each service out",
            "今后新增的云服务也包括在内；请逐一写出云服务",
        ),
        source: source::SYNTAX,
    },
    check: Check::Action(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": [⟦"pai*:*"⟧, ⟦"l?g:Get*"⟧], "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": ["*:Describe*", "log:*", "*"], "Resource": "*""#),
        identity(r#""Effect": "Deny", "Action": "pai*:*", "Resource": "*""#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let Some((service, _)) = entry.text.split_once(':').filter(|_| entry.is_plain()) else { return };
    if statement.allows() && service != "*" && is_wild(service) {
        sink.report(entry.span).arg("action", &entry.text).arg("service", service);
    }
}
