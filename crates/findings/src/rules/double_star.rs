//! Two `*` in a row.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "double-star",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("two `*` in a row", "连续两个 `*`"),
        message: words("`{text}` has several `*` in a row", "`{text}` 中有连续的多个 `*`"),
        help: words(
            "`*` crosses `/` already, so that one says the same",
            "`*` 已可跨越 `/`，写一个即可",
        ),
        source: source::SYNTAX,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": ⟦"oss:Get**"⟧, "Resource": ["acs:oss:*:*:b",
                    ⟦"acs:oss:*:*:b/**"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "oss:Get*", "Resource": "acs:oss:*:123456789012****:b/*""#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    for list in statement.action.iter().chain(&statement.resource) {
        for entry in list.entries.iter().filter(|entry| !entry.placeholder && entry.text.contains("**")) {
            let mut text = String::with_capacity(entry.text.len());
            for character in entry.text.chars() {
                if character != '*' || !text.ends_with('*') {
                    text.push(character);
                }
            }
            sink.report(entry.span).arg("text", &entry.text).same(entry.span, quoted(&text));
        }
    }
}
