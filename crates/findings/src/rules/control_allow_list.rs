//! Control policy as a list of what is allowed.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "control-allow-list",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("control policy as a list of what is allowed", "以白名单方式书写的管控策略"),
        message: words(
            "beside `FullAliyunAccess` this `Allow` changes nothing",
            "与 `FullAliyunAccess` 并存时，此 `Allow` 不起任何作用",
        ),
        help: words(
            "a control policy grants nothing. To use it as a list of what is allowed, detach \
              `FullAliyunAccess` at the node",
            "管控策略不授予权限。如需作为白名单，请在该节点解绑 `FullAliyunAccess`",
        ),
        source: source::CONTROL,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        of(PolicyKind::Control, r#""Effect": ⟦"Allow"⟧, "Action": "log:*", "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        of(PolicyKind::Control, r#""Effect": "Allow", "Action": "*", "Resource": "*""#),
        of(PolicyKind::Control, r#""Effect": "Deny", "Action": "log:*", "Resource": "*""#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*""#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let everything = statement.every_action().is_some() && statement.every_resource().is_some();
    if context.subject.kind == PolicyKind::Control && statement.allows() && !everything {
        sink.report(statement.effect_span);
    }
}
