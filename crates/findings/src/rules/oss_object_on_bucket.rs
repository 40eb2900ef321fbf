//! Object action on a bucket.

use super::prelude::*;
use ramplay_text::Span;

use crate::known::oss::{Kind, kind};

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "oss-object-on-bucket",
        class: GeneralWarning,
        validator: None,
        status: Stated,
        title: words("object action on a bucket", "在存储空间上授予对象操作"),
        message: words(
            "`{action}` is checked on objects, and only buckets are listed",
            "`{action}` 在对象上鉴权，而此处只列出了存储空间",
        ),
        help: words(
            "objects are `acs:oss:*:*:<bucket>/*`; the bucket itself does not cover them",
            "对象写作 `acs:oss:*:*:<bucket>/*`；存储空间本身不包含对象",
        ),
        source: source::OSS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": [⟦"oss:GetObject"⟧, "oss:ListObjects"],
                    "Resource": ["acs:oss:*:*:b"]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "oss:GetObject", "Resource": ["acs:oss:*:*:b",
                    "acs:oss:*:*:b/*"]"#),
        identity(r#""Effect": "Allow", "Action": "oss:GetObject", "Resource": "acs:oss:*:*:b*""#),
        identity(r#""Effect": "Allow", "Action": "oss:Get*", "Resource": "acs:oss:*:*:b""#),
        identity(r#"{"Effect": "Allow", "Action": "oss:GetObject", "Resource": "acs:oss:*:*:b"},
                    {"Effect": "Allow", "Action": "oss:Get*", "Resource": "acs:oss:*:*:b/*"}"#),
        identity(r#""Effect": "Allow", "Action": "oss:GetObject", "Resource": ["acs:oss:*:*:b", "*"]"#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    each(context, statement, Kind::Object, &|relative| relative.contains(['/', '*', '?']), &mut |action, list| {
        sink.report(action.span).arg("action", &action.text).related(list);
    });
}

/// Calls `report` for each action of a kind if all resources are OSS ARNs and none of them `can` match.
pub(super) fn each(
    context: &Context<'_>,
    statement: &Statement<'_>,
    wanted: Kind,
    can: &dyn Fn(&str) -> bool,
    report: &mut dyn FnMut(&Entry<'_>, Span),
) {
    let Some(list) = statement.resource.as_ref().filter(|list| !list.negated && statement.allows()) else { return };
    let never = |entry: &Entry<'_>| entry.arn().is_some_and(|arn| arn.service == "oss" && !can(arn.relative));
    if list.entries.is_empty() || list.entries.len() > 64 {
        return;
    }
    let mut none = None;
    for action in statement.actions().iter().filter(|action| action.is_plain()) {
        let wanted = kind(action.pattern.as_str()) == Some(wanted);
        if !wanted || !*none.get_or_insert_with(|| list.entries.iter().all(never)) {
            continue;
        }
        // Policies that the OSS console makes list all actions everywhere; one statement of them fits.
        let fits = |other: &Statement<'_>| {
            other.allows()
                && other.actions().iter().any(|entry| entry.covers(action))
                && other.resources().iter().any(|entry| !never(entry))
        };
        if !context.document.statements.iter().take(64).any(fits) {
            report(action, list.span);
        }
    }
}
