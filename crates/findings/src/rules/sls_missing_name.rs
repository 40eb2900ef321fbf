//! SLS resource without a name.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "sls-missing-name",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("SLS resource without a name", "日志服务资源没有名称"),
        message: words("`{resource}` ends without a name", "`{resource}` 末尾没有名称"),
        help: words("write the name, or `/*` for all", "请写出名称，或用 `/*` 表示全部"),
        source: source::SLS,
    },
    check: Check::Resource(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": [⟦"acs:log:*:*:project"⟧,
                    ⟦"acs:log:*:*:project/p/logstore/"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:log:*:*:project/p",
                    "acs:log:*:*:project/p/logstore", "acs:log:*:*:project/p/logstore/*",
                    "acs:log:*:*:project/p/savedsearch", "acs:log:*:*:project/logstore"]"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let Some(arn) = entry.arn().filter(|arn| arn.service == "log") else { return };
    let relative = arn.relative.trim_end_matches('/');
    let parts = relative.split('/').count();
    let last = relative.rsplit('/').next().unwrap_or_default();
    let bare = matches!((parts, last), (1, "project") | (3, "logstore" | "machinegroup" | "logtailconfig" | "metricstore"));
    // Beside the same with `/*` it does no harm, and pages of the documentation print it so.
    let beside = |other: &Entry<'_>| other.text.strip_suffix("/*") == Some(entry.text.trim_end_matches('/'));
    if bare && !statement.resources().iter().any(beside) {
        sink.report(entry.span)
            .arg("resource", &entry.text)
            .meant(entry.span, quoted(&format!("{}/*", entry.text.trim_end_matches('/'))));
    }
}
