//! `Deny` with `NotAction`.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "deny-not-action",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("`Deny` with `NotAction`", "`Deny` 与 `NotAction` 同用"),
        message: words(
            "this denies everything but what is listed, without a condition",
            "此语句无条件地拒绝未列出的所有操作",
        ),
        help: words(
            "what is listed is not allowed by it either: another statement has to allow it",
            "列出的操作并不因此获得允许：还需要其他语句允许它们",
        ),
        source: source::ELEMENTS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Deny", "NotAction": ⟦["log:*"]⟧, "Resource": "*""#),
        identity(r#""Effect": "Deny", "NotAction": ⟦"log:*"⟧, "NotResource": "acs:log:*:*:project/p""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Deny", "NotAction": "log:*", "Resource": "acs:log:*:*:project/p""#),
        identity(r#""Effect": "Deny", "NotAction": "ram:*", "Resource": "*",
                    "Condition": {"Bool": {"acs:MFAPresent": "false"}}"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let list = statement.action.as_ref().filter(|list| list.negated);
    let all = statement.resource.as_ref().is_some_and(|list| list.negated) || statement.every_resource().is_some();
    if let Some(list) = list.filter(|_| statement.denies() && all && !statement.is_conditional()) {
        sink.report(list.span);
    }
}
