//! Action with `acs:` in front.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "action-acs-prefix",
        class: Error,
        validator: Some("Invalid action format"),
        status: Stated,
        title: words("action with `acs:` in front", "操作以 `acs:` 开头"),
        message: words(
            "`{action}` starts with `acs:` as resources do",
            "`{action}` 像资源一样以 `acs:` 开头",
        ),
        help: words("actions start with the RAM code of the service", "操作以云服务的 RAM 代码开头"),
        source: source::VALIDATOR,
    },
    check: Check::Action(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": [⟦"acs:log:GetLogStore"⟧, ⟦"acs:log:*:*:project/p"⟧],
                    "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:GetLogStore",
                    "Resource": "acs:log:*:*:project/p/logstore/l""#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let Some(rest) = entry.text.strip_prefix("acs:").filter(|_| entry.is_plain()) else { return };
    let finding = sink.report(entry.span).arg("action", &entry.text);
    if matches!(rest.split_once(':'), Some((service, name)) if !service.is_empty() && !name.is_empty() && !name.contains(':')) {
        finding.meant(entry.span, quoted(rest));
    }
}
