//! Region in an ARN of OSS.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "arn-region-oss",
        class: GeneralWarning,
        validator: None,
        status: Stated,
        title: words("region in an ARN of OSS", "OSS 的 ARN 中写了地域"),
        message: words(
            "`{resource}` names a region, and OSS accepts only `*` there",
            "`{resource}` 写了地域，而 OSS 在此只接受 `*`",
        ),
        help: words(
            "write `acs:oss:*:…`; names of buckets are unique without it",
            "请写 `acs:oss:*:…`；存储空间名称本身全局唯一",
        ),
        source: source::OSS_ELEMENTS,
    },
    check: Check::Resource(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": [⟦"acs:oss:cn-hangzhou:*:b/*"⟧,
                    ⟦"acs:oss:oss-cn-hangzhou:*:b"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:oss:*:*:b/*",
                    "acs:oss:oss-cn-hangzhou:1234567890123456:accesspoint/ap-1",
                    "acs:log:cn-hangzhou:*:project/p"]"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let Some(arn) = entry.arn().filter(|arn| arn.service == "oss") else { return };
    // Access points do have a region.
    let bucket = !arn.relative.starts_with("accesspoint/") && !arn.relative.starts_with('*');
    if bucket && !arn.region.is_empty() && !arn.region.contains(['*', '?']) {
        let text = format!("acs:oss:*:{}:{}", arn.account, arn.relative);
        sink.report(entry.span).arg("resource", &entry.text).meant(entry.span, quoted(&text));
    }
}
