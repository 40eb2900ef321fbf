//! Region in an ARN of RAM.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "arn-region-ram",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("region in an ARN of RAM", "RAM 的 ARN 中写了地域"),
        message: words(
            "`{resource}` names a region, and RAM has none",
            "`{resource}` 写了地域，而 RAM 不分地域",
        ),
        help: words(
            "the region of RAM is empty; write `acs:ram::…` or `acs:ram:*:…`",
            "RAM 的地域字段为空；请写 `acs:ram::…` 或 `acs:ram:*:…`",
        ),
        source: source::ASSUME_ROLE,
    },
    check: Check::Resource(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*",
                    "Resource": [⟦"acs:ram:cn-hangzhou:1234567890123456:role/r"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:ram::1234567890123456:role/r",
                    "acs:ram:*:*:role/*"]"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let Some(arn) = entry.arn().filter(|arn| arn.service == "ram") else { return };
    if !arn.region.is_empty() && !arn.region.contains(['*', '?']) {
        let text = format!("acs:ram:*:{}:{}", arn.account, arn.relative);
        sink.report(entry.span).arg("resource", &entry.text).meant(entry.span, quoted(&text));
    }
}
