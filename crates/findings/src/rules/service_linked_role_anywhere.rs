//! Service-linked roles of any service.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "service-linked-role-anywhere",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words("service-linked roles of any service", "任何云服务的服务关联角色"),
        message: words(
            "`{action}` reaches the service-linked roles of every service",
            "`{action}` 涉及所有云服务的服务关联角色",
        ),
        help: words(
            "system policies add the condition \
              `\"StringEquals\": {\"ram:ServiceName\": \"<service>.aliyuncs.com\"}`",
            "系统策略会添加条件 `\"StringEquals\": {\"ram:ServiceName\": \"<service>.aliyuncs.com\"}`",
        ),
        source: source::PASS_ROLE,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": ⟦"ram:CreateServiceLinkedRole"⟧, "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "ram:CreateServiceLinkedRole", "Resource": "*",
                    "Condition": {"StringEquals": {"ram:ServiceName": "audit.log.aliyuncs.com"}}"#),
        identity(r#""Effect": "Allow", "Action": "ram:CreateServiceLinkedRole",
                    "Resource": "acs:ram:*:*:role/aliyunserviceroleforslsaudit""#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    if !statement.allows() || statement.is_conditional() || statement.every_resource().is_none() {
        return;
    }
    let named = |entry: &&Entry<'_>| {
        matches!(entry.pattern.as_str(), "ram:createservicelinkedrole" | "ram:deleteservicelinkedrole")
    };
    for entry in statement.actions().iter().filter(named) {
        sink.report(entry.span).arg("action", &entry.text);
    }
}
