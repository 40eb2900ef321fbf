//! `Allow` with `NotResource`.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "allow-not-resource",
        class: SecurityWarning,
        validator: None,
        status: Derived,
        title: words("`Allow` with `NotResource`", "`Allow` 与 `NotResource` 同用"),
        message: words(
            "`Allow` with `NotResource` allows the actions on everything that is not listed",
            "`Allow` 与 `NotResource` 同用会允许在未列出的所有资源上执行这些操作",
        ),
        help: words(
            "also on what is created later; list what is needed in `Resource`",
            "也包括今后创建的资源；请在 `Resource` 中列出所需的资源",
        ),
        source: source::SYNTAX,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "oss:*", "NotResource": ⟦"acs:oss:*:*:b"⟧"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Deny", "Action": "oss:*", "NotResource": "acs:oss:*:*:b""#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let list = statement.resource.as_ref().filter(|list| list.negated);
    if let Some(list) = list.filter(|_| statement.allows()) {
        sink.report(list.span);
    }
}
