//! Type of SLS resource in another spelling.

use super::prelude::*;
use super::sls_resource_type::{INNER, OUTER};

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "sls-resource-case",
        class: Suggestion,
        validator: None,
        status: Assumed,
        title: words("type of SLS resource in another spelling", "日志服务资源类型的大小写与文档不同"),
        message: words(
            "the documentation mostly writes `{type}` as `{meant}`",
            "文档通常将 `{type}` 写作 `{meant}`",
        ),
        help: words(
            "that case matters in resources is not documented; it is assumed here",
            "文档没有说明资源是否区分大小写，此处假定区分",
        ),
        source: source::SLS,
    },
    check: Check::Resource(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": [⟦"acs:log:*:*:project/p/Logstore/l"⟧,
                    ⟦"acs:log:*:*:Project/p"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*",
                    "Resource": ["acs:log:*:*:project/p/logstore/Logstore",
                    "acs:log:*:*:project/p/ConsumeProcessor/*", "acs:log:*:*:*"]"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let Some(arn) = entry.arn().filter(|arn| arn.service == "log") else { return };
    let mut parts = arn.relative.split('/');
    let first = parts.next();
    let second = parts.nth(1).filter(|_| first.is_some_and(|first| first.eq_ignore_ascii_case("project")));
    for (part, known) in [(first, &OUTER[..]), (second, &INNER[..])] {
        let Some(part) = part else { continue };
        let meant = known.iter().find(|name| part.eq_ignore_ascii_case(name) && part != **name);
        if let Some(meant) = meant {
            let text = entry.text.replacen(&format!("{part}/"), &format!("{meant}/"), 1);
            sink.report(entry.span).arg("type", part).arg("meant", meant).meant(entry.span, quoted(&text));
            return;
        }
    }
}
