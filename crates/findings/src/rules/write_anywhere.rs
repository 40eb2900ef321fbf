//! Writing or deleting on every resource.

use super::prelude::*;
use crate::known::{Level, arn, service};

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "write-anywhere",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words("writing or deleting on every resource", "可在所有资源上写入或删除"),
        message: words(
            "`{action}` changes things, and is allowed on `*`",
            "`{action}` 会更改资源，而此处在 `*` 上允许",
        ),
        help: words("it can be narrowed to `{form}`", "可以收窄到 `{form}`"),
        source: source::SLS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": [⟦"log:DeleteLogStore"⟧, "log:GetLogStore"], "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:DeleteLogStore",
                    "Resource": "acs:log:*:*:project/p/logstore/l""#),
        identity(r#""Effect": "Allow", "Action": ["log:PutProjectPolicy", "log:*", "log:GetLogStore"],
                    "Resource": "*""#),
        identity(r#""Effect": "Deny", "Action": "log:DeleteLogStore", "Resource": "*""#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let Some(resource) = statement.every_resource().filter(|_| statement.allows()) else { return };
    if statement.is_conditional() {
        return;
    }
    for entry in statement.actions().iter().filter(|entry| entry.is_plain()) {
        let Some(service) = entry.service().and_then(service) else { continue };
        let Some(action) = service.find(entry.pattern.as_str()) else { continue };
        if action.level == Level::Write && action.stated && !action.on.contains(&"*") {
            let form = action.on.first().map(|form| arn(service.code, form).replacen("{}", "*", 2).replace("{}", "<name>"));
            sink.report(entry.span)
                .arg("action", &entry.text)
                .arg("form", form.unwrap_or_default())
                .related(resource.span);
        }
    }
}
