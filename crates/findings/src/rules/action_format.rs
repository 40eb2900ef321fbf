//! Action that is not `<ram-code>:<action-name>`.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "action-format",
        class: Error,
        validator: Some("Invalid action format"),
        status: Stated,
        title: words(
            "action that is not `<ram-code>:<action-name>`",
            "操作不是 `<ram-code>:<action-name>` 的格式",
        ),
        message: words(
            "`{action}` is not of the form `<ram-code>:<action-name>`",
            "`{action}` 不符合 `<ram-code>:<action-name>` 的格式",
        ),
        help: words(
            "write the RAM code of the service, a colon and the name of the action, or `*`",
            "写出云服务的 RAM 代码、冒号和操作名称，或写 `*`",
        ),
        source: source::VALIDATOR,
    },
    check: Check::Action(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": [⟦"PutObject"⟧, ⟦"oss:"⟧, ⟦":GetObject"⟧, ⟦"aws:s3:GetObject"⟧,
                    ⟦""⟧], "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": ["*", "oss:*", "*:Describe*", "oss:GetObject", "<action>"],
                    "Resource": "*""#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let text = &*entry.text;
    if !entry.is_plain() || text == "*" || crate::rules::action_separator::meant(text).is_some() {
        return;
    }
    // A wildcard in front may stand for the colon too.
    let whole = match text.split_once(':') {
        Some((service, name)) => !service.is_empty() && !name.is_empty() && !name.contains(':'),
        None => text.starts_with('*'),
    };
    if !whole && !text.starts_with("acs:") {
        sink.report(entry.span).arg("action", text);
    }
}
