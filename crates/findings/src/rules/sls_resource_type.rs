//! Unknown type of SLS resource.

use super::prelude::*;
use crate::view::is_wild;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "sls-resource-type",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("unknown type of SLS resource", "未知的日志服务资源类型"),
        message: words("SLS has no resources of the type `{type}`", "日志服务没有类型为 `{type}` 的资源"),
        help: words("did you mean `{meant}`?", "是否想写 `{meant}`？"),
        source: source::SLS,
    },
    check: Check::Resource(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": [⟦"acs:log:*:*:project/p/logstores/l"⟧,
                    ⟦"acs:log:*:*:projects/p"⟧, ⟦"acs:log:*:*:project/p/log-store/l"⟧,
                    ⟦"acs:log:*:*:logstore/l"⟧, ⟦"acs:log:*:*:projects"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:log:*:*:project/p/logstore/l",
                    "acs:log:*:*:*", "acs:log:*:*:project/p/logStore/l", "acs:log:*:*:project/p/*/l",
                    "acs:log:*:*:project/p/etl/e", "acs:log:*:*:service"]"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let Some(arn) = entry.arn().filter(|arn| arn.service == "log") else { return };
    let mut parts = arn.relative.split('/');
    let Some(first) = parts.next().filter(|first| !is_wild(first)) else { return };
    let second = parts.nth(1).filter(|_| first == "project");
    for (part, known) in [(Some(first), &OUTER[..]), (second, &INNER[..])] {
        let Some(part) = part.filter(|part| !is_wild(part) && !known.contains(part)) else { continue };
        let plain = part.to_ascii_lowercase().replace(['-', '_'], "");
        let meant = if first == part && INNER.contains(&&*plain) { Some("project/<name>/…") } else {
            known.iter().find(|name| {
                let name = name.to_ascii_lowercase();
                // Of the case alone another rule speaks.
                !part.eq_ignore_ascii_case(&name)
                    && (name == plain || plain.strip_suffix('s') == Some(&name) || strsim::osa_distance(&name, &plain) == 1)
            }).copied()
        };
        if let Some(meant) = meant {
            let finding = sink.report(entry.span).arg("type", part).arg("meant", meant);
            if !meant.contains('<') {
                let before = entry.text.strip_suffix(arn.relative).unwrap_or_default();
                let meant = arn.relative.split('/').map(|other| if other == part { meant } else { other });
                finding.meant(entry.span, quoted(&format!("{before}{}", meant.collect::<Vec<_>>().join("/"))));
            }
        }
        return;
    }
}

/// The first part of a relative id.
pub(super) const OUTER: [&str; 4] = ["project", "resource", "collectionpolicy", "app"];

/// What stands behind the project's name.
pub(super) const INNER: [&str; 10] = [
    "logstore", "logtailconfig", "machinegroup", "savedsearch", "dashboard", "alert", "job", "metricstore",
    "ingestprocessor", "ConsumeProcessor",
];
