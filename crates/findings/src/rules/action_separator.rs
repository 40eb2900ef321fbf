//! Action with another separator than a colon.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "action-separator",
        class: Error,
        validator: Some("Invalid action format"),
        status: Stated,
        title: words("action with another separator than a colon", "操作使用了冒号以外的分隔符"),
        message: words(
            "`{action}` has no plain colon behind the service",
            "`{action}` 的服务代码之后不是半角冒号",
        ),
        help: words("did you mean `{meant}`?", "是否想写 `{meant}`？"),
        source: source::VALIDATOR,
    },
    check: Check::Action(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": [⟦"log.GetLogStore"⟧, ⟦"log：GetLogStore"⟧, ⟦"log::Get*"⟧,
                    ⟦"oss/PutObject"⟧], "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": ["log:GetLogStore", "PutObject", "a.b.c", "log:a.b"],
                    "Resource": "*""#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    if let Some(meant) = meant(&entry.text).filter(|_| entry.is_plain()) {
        let text = quoted(&meant);
        sink.report(entry.span).arg("action", &entry.text).arg("meant", &meant).meant(entry.span, text);
    }
}

/// The action with a colon, if something else stands in its place.
pub(super) fn meant(text: &str) -> Option<String> {
    for separator in ["::", "：", ".", "/", "->"] {
        let Some((service, name)) = text.split_once(separator) else { continue };
        let is_service = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        let is_name = |part: &str| part.starts_with(|first: char| first.is_ascii_uppercase() || first == '*');
        if is_service(service) && is_name(name) && !name.contains([':', '.', '/']) {
            return Some(format!("{service}:{name}"));
        }
    }
    None
}
