//! `?` stands for one character.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "question-mark",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("`?` stands for one character", "`?` 表示一个字符"),
        message: words(
            "the `?` in `{text}` stands for exactly one character",
            "`{text}` 中的 `?` 恰好表示一个字符",
        ),
        help: words("write `*` for any number of characters", "任意个字符请写 `*`"),
        source: source::SYNTAX,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": ⟦"oss:?etObject"⟧, "Resource": ⟦"acs:oss:*:*:b/?"⟧"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "oss:*", "Resource": "acs:oss:*:*:b/*""#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    for list in statement.action.iter().chain(&statement.resource) {
        for entry in list.entries.iter().filter(|entry| entry.is_plain() && entry.text.contains('?')) {
            sink.report(entry.span).arg("text", &entry.text);
        }
    }
}
