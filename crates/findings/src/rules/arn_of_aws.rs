//! ARN of another cloud.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "arn-of-aws",
        class: Error,
        validator: Some("Invalid ARN prefix"),
        status: Stated,
        title: words("ARN of another cloud", "其他云的 ARN"),
        message: words(
            "`{resource}` starts with `arn:`, which RAM does not have",
            "`{resource}` 以 `arn:` 开头，RAM 没有这种写法",
        ),
        help: words("ARNs of Alibaba Cloud start with `acs:`", "阿里云的 ARN 以 `acs:` 开头"),
        source: source::VALIDATOR,
    },
    check: Check::Resource(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": [⟦"arn:aws:s3:::b/*"⟧,
                    ⟦"arn:acs:oss:*:*:b"⟧, ⟦"arn:aws:iam::123456789012:role/r"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:oss:*:*:b", "arn:<anything>"]"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    if !entry.is_plain() || !entry.text.starts_with("arn:") {
        return;
    }
    let finding = sink.report(entry.span).arg("resource", &entry.text);
    let bucket = entry.text.strip_prefix("arn:aws:s3:::");
    let meant = entry
        .text
        .strip_prefix("arn:acs:")
        .map(|rest| format!("acs:{rest}"))
        .or_else(|| bucket.map(|bucket| format!("acs:oss:*:*:{bucket}")));
    if let Some(meant) = meant {
        finding.meant(entry.span, quoted(&meant));
    }
}
