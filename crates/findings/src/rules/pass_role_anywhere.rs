//! `ram:PassRole` without `acs:Service`.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "pass-role-anywhere",
        class: SecurityWarning,
        validator: None,
        status: Derived,
        title: words("`ram:PassRole` without `acs:Service`", "`ram:PassRole` 没有限定 `acs:Service`"),
        message: words(
            "`{action}` lets roles be passed to every service",
            "`{action}` 允许将角色传递给任何云服务",
        ),
        help: words(
            "add the condition `\"StringEquals\": {\"acs:Service\": \"<service>.aliyuncs.com\"}`\
              , and name the role",
            "请添加条件 `\"StringEquals\": {\"acs:Service\": \"<service>.aliyuncs.com\"}`，并指明角色",
        ),
        source: source::PASS_ROLE,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": ["fc:*", ⟦"ram:PassRole"⟧], "Resource": "*""#),
        identity(r#""Effect": "Allow", "Action": ⟦"ram:PassRole"⟧, "Resource": "acs:ram:*:*:role/*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "ram:PassRole", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:Service": "fc.aliyuncs.com"}}"#),
        identity(r#""Effect": "Deny", "Action": "ram:PassRole", "Resource": "*""#),
        identity(r#""Effect": "Allow", "Action": "ram:PassRole", "Resource": "acs:ram:*:*:role/flink-job""#),
        identity(r#""Effect": "Allow", "Action": "ram:*", "Resource": "*""#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let own = matches!(context.subject.kind, PolicyKind::Identity | PolicyKind::Session);
    if !own || !statement.allows() || statement.clause("acs:service").is_some() {
        return;
    }
    let named = |entry: &&Entry<'_>| {
        entry.pattern.as_str().starts_with("ram:pass") && entry.pattern.matches("ram:passrole")
    };
    // Roles that are written out are a choice.
    let wide = |entry: &Entry<'_>| entry.text == "*" || entry.arn().is_some_and(|arn| arn.relative.contains('*'));
    if let Some(entry) = statement.actions().iter().find(named).filter(|_| statement.resources().iter().any(wide)) {
        sink.report(entry.span).arg("action", &entry.text);
    }
}
