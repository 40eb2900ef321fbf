//! `Principal` that names nobody.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "principal-nobody",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("`Principal` that names nobody", "`Principal` 没有指定任何人"),
        message: words(
            "`Principal` names nobody, so that the statement never applies",
            "`Principal` 没有指定任何人，语句永远不会生效",
        ),
        help: words("name users, roles, services or accounts", "请写出用户、角色、云服务或账号"),
        source: source::ELEMENTS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": ⟦{}⟧"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ecs.aliyuncs.com"}"#),
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": []}"#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let takes = matches!(context.subject.kind, PolicyKind::Trust | PolicyKind::Resource);
    let Some(span) = statement.principal.filter(|_| takes && statement.principals.is_empty()) else { return };
    let bare = |character: char| matches!(character, '{' | '}') || character.is_whitespace();
    if span.of(context.text).chars().all(bare) {
        sink.report(span);
    }
}
