//! `*` in place of several segments.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "arn-short",
        class: Suggestion,
        validator: None,
        status: Assumed,
        title: words("`*` in place of several segments", "用 `*` 代替多个字段"),
        message: words(
            "the last `*` of `{resource}` stands for several segments",
            "`{resource}` 末尾的 `*` 代替了多个字段",
        ),
        help: words(
            "whether `*` crosses `:` is not documented; it is assumed here. Write all 5 segments",
            "文档没有说明 `*` 能否跨越 `:`，此处假定可以；请写全 5 个字段",
        ),
        source: source::VALIDATOR,
    },
    check: Check::Resource(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": [⟦"acs:oss:*"⟧,
                    ⟦"acs:log:cn-hangzhou:*"⟧, ⟦"acs:l*"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["*", "acs:oss:*:*:*", "acs:oss:*:b",
                    "acs:odps:*:projects/p/*"]"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let text = &*entry.text;
    let fields = text.split(':').count();
    let other = !text.starts_with("acs:") || text.starts_with("acs:odps:");
    if !entry.is_plain() || other || fields >= 5 || !text.ends_with('*') {
        return;
    }
    let finding = sink.report(entry.span).arg("resource", text);
    // `acs:oss:*` reaches everything of OSS, and so does the long form.
    if text.ends_with(":*") {
        finding.same(entry.span, quoted(&format!("{text}{}", ":*".repeat(5 - fields))));
    }
}
