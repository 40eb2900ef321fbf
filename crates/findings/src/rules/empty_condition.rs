//! Empty `Condition`.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "empty-condition",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words("empty `Condition`", "`Condition` 为空"),
        message: words("an empty `Condition` restricts nothing", "空的 `Condition` 没有任何限制"),
        help: words(
            "remove it, or write the condition that was meant",
            "请将其删除，或写出想要的条件",
        ),
        source: source::SYNTAX,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*", "Condition": ⟦{}⟧"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*""#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"Bool": {"acs:SecureTransport": "true"}}"#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let Some(span) = statement.condition.filter(|_| statement.clauses.is_empty()) else { return };
    let bare = |character: char| matches!(character, '{' | '}') || character.is_whitespace();
    if span.of(context.text).chars().all(bare) {
        sink.report(span).without(statement.condition_removal);
    }
}
