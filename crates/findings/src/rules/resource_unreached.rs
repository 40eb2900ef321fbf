//! Resource of a service that no action is of.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "resource-unreached",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words("resource of a service that no action is of", "没有操作涉及该资源的云服务"),
        message: words(
            "no action of the statement is checked on `{resource}`",
            "该语句中没有操作会在 `{resource}` 上鉴权",
        ),
        help: words(
            "it has no effect; add an action of `{service}`, or remove it",
            "它不起作用；请添加 `{service}` 的操作，或将其删除",
        ),
        source: source::ELEMENTS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": ["acs:log:*:*:project/p",
                    ⟦"acs:oss:*:*:b"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": ["acs:log:*:*:project/p",
                    "acs:log:*:*:project/p/*"]"#),
        identity(r#""Effect": "Allow", "Action": ["log:Get*", "ecs:*"], "Resource": ["acs:log:*:*:project/p",
                    "acs:oss:*:*:b"]"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": ["acs:oss:*:*:b"]"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let mut own = Vec::new();
    for action in statement.actions() {
        let code = action.service().filter(|_| action.is_plain());
        let Some(services) = code.and_then(crate::known::arn_services) else { return };
        own.push(services);
    }
    own.dedup();
    let mut reached = 0;
    let mut unreached = Vec::new();
    for entry in statement.resources() {
        match entry.arn().and_then(|arn| arn.literal_service()) {
            Some(service) if !own.iter().any(|services| services.contains(&service)) => unreached.push((entry, service)),
            Some(_) | None => reached += 1,
        }
    }
    // If none is reached, the actions are what is wrong.
    if reached > 0 && !own.is_empty() {
        for (entry, service) in unreached {
            sink.report(entry.span).arg("resource", &entry.text).arg("service", service).without(entry.removal);
        }
    }
}
