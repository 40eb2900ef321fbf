//! Action and resources of different services.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "service-mismatch",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("action and resources of different services", "操作与资源属于不同的云服务"),
        message: words(
            "`{action}` is never checked on any of these resources",
            "`{action}` 不会在这些资源上鉴权",
        ),
        help: words(
            "its resources are those of `{service}`; the statement has none of them",
            "它的资源属于 `{service}`，而该语句中没有这类资源",
        ),
        source: source::ELEMENTS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": [⟦"log:*"⟧, "oss:GetObject", "ecs:Get*"],
                    "Resource": "acs:oss:*:*:b/*""#),
        identity(r#""Effect": "Allow", "Action": ⟦"stream:GetJob"⟧, "Resource": "acs:log:*:*:project/p""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": ["log:*", "oss:*"], "Resource": ["acs:oss:*:*:b/*",
                    "acs:log:*:*:project/p"]"#),
        identity(r#""Effect": "Allow", "Action": "log:*", "Resource": ["acs:oss:*:*:b/*", "*"]"#),
        identity(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "acs:ram::*:role/r""#),
        identity(r#""Effect": "Allow", "Action": "sls:*", "Resource": "acs:log:*:*:project/p""#),
        identity(r#""Effect": "Allow", "Action": "ecs:*", "Resource": "acs:vpc:*:*:*""#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let Some(list) = statement.resource.as_ref().filter(|list| !list.negated && !list.entries.is_empty()) else {
        return;
    };
    let mut services = Vec::new();
    for entry in &list.entries {
        // A wildcard, or something that is reported elsewhere.
        let Some(service) = entry.arn().and_then(|arn| arn.literal_service()) else { return };
        if crate::known::meant(service).is_some() {
            return;
        }
        if !services.contains(&service) {
            services.push(service);
        }
    }
    for action in statement.actions().iter().filter(|action| action.is_plain()) {
        let Some(code) = action.service() else { continue };
        let Some(own) = crate::known::arn_services(code) else { continue };
        if !services.iter().any(|service| own.contains(service)) {
            let service = own.first().copied().unwrap_or_default();
            sink.report(action.span).arg("action", &action.text).arg("service", service).related(list.span);
        }
    }
}
