//! Resource that does not start with `acs:`.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "arn-prefix",
        class: Error,
        validator: Some("Invalid ARN prefix"),
        status: Stated,
        title: words("resource that does not start with `acs:`", "资源不以 `acs:` 开头"),
        message: words("`{resource}` does not start with `acs:`", "`{resource}` 不以 `acs:` 开头"),
        help: words(
            "resources are ARNs, `acs:<ram-code>:<region>:<account-id>:<relative-id>`, or `*`",
            "资源应为 ARN，即 `acs:<ram-code>:<region>:<account-id>:<relative-id>`，或 `*`",
        ),
        source: source::VALIDATOR,
    },
    check: Check::Resource(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": [⟦"mybucket/*"⟧, ⟦"ACS:oss:*:*:b"⟧, ⟦""⟧,
                    ⟦"oss:*:*:b"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["*", "acs:oss:*:*:b", "arn:aws:s3:::b",
                    "<resource>", " acs:oss:*:*:b"]"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let text = &*entry.text;
    let wild = text.starts_with(['*', '?']);
    if entry.is_plain() && !wild && !text.starts_with("acs:") && !text.starts_with("arn:") {
        sink.report(entry.span).arg("resource", text);
    }
}
