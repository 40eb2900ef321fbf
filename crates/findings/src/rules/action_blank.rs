//! Action with blanks.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "action-blank",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("action with blanks", "操作中有空白字符"),
        message: words(
            "`{action}` has blanks or invisible characters",
            "`{action}` 中有空白或不可见的字符",
        ),
        help: words(
            "no action has them, so that it matches nothing; remove them",
            "没有任何操作名称含有这些字符，因此不会匹配任何操作；请删除",
        ),
        source: source::SYNTAX,
    },
    check: Check::Action(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": [⟦" log:GetLogStore"⟧, ⟦"log: GetIndex"⟧,
                    ⟦"log:ListShards\u200b"⟧], "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:GetLogStore", "Resource": "*""#),
        identity(r#""Effect": "Allow", "Action": "<the action>", "Resource": "*""#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    if entry.blank && !entry.placeholder {
        let clean: String = entry.text.chars().filter(|character| !crate::view::is_invisible(*character)).collect();
        sink.report(entry.span).arg("action", &entry.text).meant(entry.span, quoted(&clean));
    }
}
