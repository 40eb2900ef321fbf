//! Action on a resource it is never checked on.

use super::prelude::*;
use crate::known::{Action, Service, arn, service};

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "action-on-other-resource",
        class: GeneralWarning,
        validator: None,
        status: Stated,
        title: words("action on a resource it is never checked on", "操作不在该类资源上鉴权"),
        message: words(
            "`{action}` is never checked on any of these resources",
            "`{action}` 不会在这些资源上鉴权",
        ),
        help: words("it is checked on `{form}`", "它在 `{form}` 上鉴权"),
        source: source::SLS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": [⟦"log:GetLogStore"⟧, "log:GetProject"],
                    "Resource": "acs:log:*:*:project/p""#),
        identity(r#""Effect": "Allow", "Action": ⟦"log:UpdateConsumerGroup"⟧,
                    "Resource": ["acs:log:*:*:project/p/logstore/l"]"#),
        identity(r#""Effect": "Allow", "Action": ⟦"stream:ModifyVvpInstanceSpec"⟧,
                    "Resource": "acs:stream:*:*:vvpinstance/i/vvpnamespace/n""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:GetLogStore", "Resource": ["acs:log:*:*:project/p/*"]"#),
        identity(r#""Effect": "Allow", "Action": ["log:GetLogStore", "log:GetProject", "log:Get*"],
                    "Resource": ["acs:log:*:*:project/p", "acs:log:*:*:project/p/logstore/l"]"#),
        identity(r#""Effect": "Allow", "Action": "log:GetLogStoreLogs", "Resource": "acs:log:*:*:project/p""#),
        identity(r#""Effect": "Allow", "Action": ["log:GetLogStore", "log:CreateDashboard", "log:CreateConfig"],
                    "Resource": ["acs:log:*:*:project/p/Logstore/l", "acs:log:*:*:project/p/dashboard/d*",
                    "acs:log:*:*:project/p/logtailconfig/c"]"#),
        identity(r#""Effect": "Allow", "Action": "log:ListProject", "Resource": "acs:log:*:*:project/p""#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    each(statement, &mut |entry, service, action| {
        if !action.needs_star() && !action.lists() {
            let form = action.on.first().map(|form| arn(service.code, form).replace("{}", "*")).unwrap_or_default();
            let list = statement.resource.as_ref().map_or(statement.span, |list| list.span);
            sink.report(entry.span).arg("action", &entry.text).arg("form", form).related(list);
        }
    });
}

/// Calls `report` for each listed action whose documented resources no entry of the statement can match.
pub(super) fn each(
    statement: &Statement<'_>,
    report: &mut dyn FnMut(&Entry<'_>, &'static Service, &'static Action),
) {
    let resources = statement.resources();
    // Longer lists are written by programs, and are not worth the time.
    if resources.is_empty() || resources.len() > 64 {
        return;
    }
    let mut known: Vec<(&'static [&'static str], bool)> = Vec::new();
    for entry in statement.actions().iter().filter(|entry| entry.is_plain()) {
        let Some(service) = entry.service().and_then(service) else { continue };
        let Some(action) = service.find(entry.pattern.as_str()) else { continue };
        // Pages disagree on these: a project's ARN is seen as well, or `*` beside a type of resource. Whether
        // a literal `/*` is meant where nothing is listed is doubtful too.
        let disputed = matches!(action.name, "GetLogStoreLogs" | "PostLogStoreLogs")
            || (action.on.len() > 1 && action.on.contains(&"*"))
            || (action.ends_in_star() && !action.lists());
        if !action.stated || disputed {
            continue;
        }
        let here = |resource: &Entry<'_>| {
            let other = resource.arn().and_then(|arn| arn.literal_service()).is_some_and(|code| code != service.code);
            // Of other services, and of ARNs that are not whole, other rules speak.
            (!other && resource.is_plain() && resource.arn().is_none() && resource.text != "*")
                || (!other && action.can_be_on(service.code, resource))
        };
        let reached = match known.iter().find(|(on, _)| std::ptr::eq(*on, action.on)) {
            Some((_, reached)) => *reached,
            None => {
                let reached = resources.iter().any(here) || resources.iter().all(|resource| is_other(service, resource));
                known.push((action.on, reached));
                reached
            }
        };
        if !reached {
            report(entry, service, action);
        }
    }
}

/// Whether an entry is of another service than the action.
fn is_other(service: &Service, resource: &Entry<'_>) -> bool {
    resource.arn().and_then(|arn| arn.literal_service()).is_some_and(|code| code != service.code)
}
