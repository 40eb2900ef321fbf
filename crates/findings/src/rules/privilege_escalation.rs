//! Rights to give oneself more rights.

use super::prelude::*;
use crate::known::ram::ESCALATING;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "privilege-escalation",
        class: SecurityWarning,
        validator: None,
        status: Derived,
        title: words("rights to give oneself more rights", "可为自己提升权限的操作"),
        message: words(
            "`{action}` on `{resource}` lets its holder give itself any permission",
            "在 `{resource}` 上允许 `{action}`，其持有者可以为自己授予任何权限",
        ),
        help: words(
            "name the users, groups, roles or policies it is for, or leave it to administrators",
            "请指明它适用的用户、用户组、角色或策略，或仅交给管理员",
        ),
        source: source::ELEMENTS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": [⟦"ram:AttachPolicyToUser"⟧, "ram:Get*", ⟦"ram:*"⟧],
                    "Resource": "*""#),
        identity(r#""Effect": "Allow", "Action": ⟦"ram:CreateAccessKey"⟧, "Resource": "acs:ram:*:*:*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "ram:CreateAccessKey", "Resource": "acs:ram:*:*:user/ci""#),
        identity(r#""Effect": "Allow", "Action": ["ram:Get*", "ram:List*"], "Resource": "*""#),
        identity(r#""Effect": "Deny", "Action": "ram:*", "Resource": "*""#),
        of(PolicyKind::Control, r#""Effect": "Allow", "Action": "ram:*", "Resource": "*""#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let own = matches!(context.subject.kind, PolicyKind::Identity | PolicyKind::Session);
    if !own || !statement.allows() || statement.is_conditional() || statement.every_action().is_some() {
        return;
    }
    let wide = |entry: &&Entry<'_>| {
        entry.text == "*" || entry.arn().is_some_and(|arn| arn.literal_service().is_none_or(|code| code == "ram") && arn.relative == "*")
    };
    let Some(resource) = statement.resources().iter().find(wide) else { return };
    for entry in statement.actions().iter().filter(|entry| entry.is_plain()) {
        if ESCALATING.iter().any(|action| entry.pattern.matches(action)) {
            sink.report(entry.span).arg("action", &entry.text).arg("resource", &resource.text).related(resource.span);
        }
    }
}
