//! `Allow` with `NotAction`.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "allow-not-action",
        class: SecurityWarning,
        validator: None,
        status: Stated,
        title: words("`Allow` with `NotAction`", "`Allow` 与 `NotAction` 同用"),
        message: words(
            "`Allow` with `NotAction` allows everything that is not listed",
            "`Allow` 与 `NotAction` 同用会允许未列出的所有操作",
        ),
        help: words(
            "also the actions of services that come later; list what is needed in `Action`",
            "也包括今后新增云服务的操作；请在 `Action` 中列出所需的操作",
        ),
        source: source::ELEMENTS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "NotAction": ⟦["ram:*"]⟧, "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Deny", "NotAction": "ram:*", "Resource": "*""#),
        of(PolicyKind::Control, r#""Effect": "Allow", "NotAction": ["ram:*"], "Resource": "*""#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let list = statement.action.as_ref().filter(|list| list.negated);
    let grants = !matches!(context.subject.kind, PolicyKind::Control | PolicyKind::Trust);
    if let Some(list) = list.filter(|_| statement.allows() && grants) {
        sink.report(list.span);
    }
}
