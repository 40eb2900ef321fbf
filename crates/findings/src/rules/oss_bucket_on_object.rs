//! Bucket action on objects.

use super::prelude::*;
use super::oss_object_on_bucket::each;
use crate::known::oss::Kind;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "oss-bucket-on-object",
        class: GeneralWarning,
        validator: None,
        status: Stated,
        title: words("bucket action on objects", "在对象上授予存储空间操作"),
        message: words(
            "`{action}` is checked on the bucket, and only objects are listed",
            "`{action}` 在存储空间上鉴权，而此处只列出了对象",
        ),
        help: words(
            "`<bucket>/*` does not cover the bucket; list `acs:oss:*:*:<bucket>` too",
            "`<bucket>/*` 不包含存储空间本身；请同时列出 `acs:oss:*:*:<bucket>`",
        ),
        source: source::OSS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": [⟦"oss:ListObjects"⟧, "oss:GetObject"],
                    "Resource": "acs:oss:*:*:b/*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "oss:ListObjects", "Resource": ["acs:oss:*:*:b",
                    "acs:oss:*:*:b/*"]"#),
        identity(r#""Effect": "Allow", "Action": "oss:ListObjects", "Resource": "acs:oss:*:*:b*""#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    // A `*` in front of the first `/` can stand for the whole name.
    let can = |relative: &str| relative.split_once('/').is_none_or(|(bucket, _)| bucket.is_empty());
    let alone = |relative: &str| relative.starts_with("accesspoint/");
    each(context, statement, Kind::Bucket, &|relative| can(relative) || alone(relative), &mut |action, list| {
        sink.report(action.span).arg("action", &action.text).related(list);
    });
}
