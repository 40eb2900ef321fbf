//! `oss:ListBuckets` on one bucket.

use super::prelude::*;
use super::oss_object_on_bucket::each;
use crate::known::oss::Kind;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "oss-list-buckets",
        class: GeneralWarning,
        validator: None,
        status: Stated,
        title: words("`oss:ListBuckets` on one bucket", "在单个存储空间上授予 `oss:ListBuckets`"),
        message: words(
            "`{action}` lists all buckets and is never checked on one",
            "`{action}` 列出所有存储空间，不会在单个存储空间上鉴权",
        ),
        help: words(
            "write `acs:oss:*:*:*`; the list cannot be narrowed",
            "请写 `acs:oss:*:*:*`；列表范围无法收窄",
        ),
        source: source::OSS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": ⟦"oss:ListBuckets"⟧, "Resource": ["acs:oss:*:*:b",
                    "acs:oss:*:*:b/*"]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "oss:ListBuckets", "Resource": "acs:oss:*:*:*""#),
        identity(r#""Effect": "Allow", "Action": "oss:ListBuckets", "Resource": "*""#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    each(context, statement, Kind::Account, &|relative| relative.chars().all(|character| character == '*'), &mut |action, list| {
        sink.report(action.span).arg("action", &action.text).related(list);
    });
}
