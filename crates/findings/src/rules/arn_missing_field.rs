//! ARN with a missing segment.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "arn-missing-field",
        class: Error,
        validator: Some("Missing ARN field"),
        status: Stated,
        title: words("ARN with a missing segment", "ARN 缺少字段"),
        message: words(
            "`{resource}` has {count} of the 5 segments of an ARN",
            "`{resource}` 只有 ARN 的 5 个字段中的 {count} 个",
        ),
        help: words(
            "write `acs:<ram-code>:<region>:<account-id>:<relative-id>`, with `*` for what does \
              not matter",
            "请写成 `acs:<ram-code>:<region>:<account-id>:<relative-id>`，不限的字段写 `*`",
        ),
        source: source::VALIDATOR,
    },
    check: Check::Resource(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": [⟦"acs:log:*:project/p"⟧, ⟦"acs:oss"⟧,
                    ⟦"acs:oss:*:mybucket"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:log:*:*:project/p", "acs:oss:*",
                    "*", "acs:log:<project>", "acs:odps:*:projects/p"]"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let text = &*entry.text;
    let fields = text.split(':').count();
    // The documentation of MaxCompute has ARNs without an account.
    let short = text.starts_with("acs:odps:");
    if entry.is_plain() && text.starts_with("acs:") && fields < 5 && !text.ends_with('*') && !short {
        sink.report(entry.span).arg("resource", text).arg("count", fields.to_string());
    }
}
