//! Placeholder that was not filled in.

use super::prelude::*;
use crate::view::has_placeholder;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "placeholder",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("placeholder that was not filled in", "占位符未替换"),
        message: words("`{text}` still has something to fill in", "`{text}` 中还有未替换的占位符"),
        help: words(
            "put the name in; as it is, it is compared letter by letter, and each `*` is a wildcard",
            "请填入实际的名称；目前它会按原样比较，其中的 `*` 是通配符",
        ),
        source: source::SYNTAX,
    },
    check: Check::Document(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*",
                    "Resource": [⟦"acs:log:*:*:project/<Project name>"⟧,
                    ⟦"acs:log:*:123456789012****:project/p"⟧, ⟦"acs:log:*:*:project/${project}/*"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": ["acs:log:*:*:project/p*",
                    "acs:oss:*:*:b/${acs:username}/*", "**"]"#),
    ],
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    for (text, span) in &context.document.strings {
        if has_placeholder(text) && !super::policy_variable::is_variable(text) {
            sink.report(*span).arg("text", text);
        }
    }
}
