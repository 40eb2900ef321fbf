//! Every role may be assumed.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "assume-any-role",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("every role may be assumed", "允许扮演任何角色"),
        message: words(
            "`{action}` on `*` reaches every role that trusts the account",
            "在 `*` 上允许 `{action}`，即可扮演所有信任该账号的角色",
        ),
        help: words(
            "name the roles, `acs:ram::<account id>:role/<name>`",
            "请指明角色：`acs:ram::<account id>:role/<name>`",
        ),
        source: source::ASSUME_ROLE,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": ⟦"sts:AssumeRole"⟧, "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Resource": "acs:ram::1234567890123456:role/r""#),
        identity(r#""Effect": "Deny", "Action": "sts:AssumeRole", "Resource": "*""#),
        identity(r#""Effect": "Allow", "Action": "sts:*", "Resource": "*""#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let own = matches!(context.subject.kind, PolicyKind::Identity | PolicyKind::Session);
    let Some(resource) = statement.every_resource().filter(|_| own && statement.allows()) else { return };
    let named = |entry: &&Entry<'_>| {
        entry.pattern.as_str().starts_with("sts:a") && entry.pattern.matches("sts:assumerole")
    };
    if let Some(entry) = statement.actions().iter().find(named).filter(|_| !statement.is_conditional()) {
        sink.report(entry.span).arg("action", &entry.text).related(resource.span);
    }
}
