//! Unknown type of Flink resource.

use super::prelude::*;
use crate::view::is_wild;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "stream-resource-type",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words("unknown type of Flink resource", "未知的 Flink 资源类型"),
        message: words(
            "`{type}` is not among the types of resources that we know of `stream`",
            "`{type}` 不在我们已知的 `stream` 资源类型之中",
        ),
        help: words(
            "workspaces are `vvpinstance/<id>`, namespaces `vvpinstance/<id>/vvpnamespace/<name>`",
            "工作空间写作 `vvpinstance/<id>`，项目空间写作 `vvpinstance/<id>/vvpnamespace/<name>`",
        ),
        source: source::FLINK,
    },
    check: Check::Resource(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": [⟦"acs:stream:*:*:instance/i"⟧,
                    ⟦"acs:stream:*:*:vvpinstance/i/namespace/n"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:stream:*:*:*",
                    "acs:stream:*:*:vvpinstance/i", "acs:stream:*:*:vvpinstance/*/vvpnamespace/n",
                    "acs:stream:*:*:users/default/aliyun/*", "acs:log:*:*:instance/i"]"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let Some(arn) = entry.arn().filter(|arn| arn.service == "stream") else { return };
    let mut parts = arn.relative.split('/');
    let (first, second) = (parts.next(), parts.nth(1));
    // `users` is where a service's system policy lets Flink act for somebody.
    let unknown = |part: Option<&str>, known: &[&str]| {
        part.filter(|part| !part.is_empty() && !is_wild(part) && !known.contains(part)).map(str::to_owned)
    };
    let inner = second.filter(|_| first == Some("vvpinstance"));
    if let Some(part) = unknown(first, &["vvpinstance", "users"]).or_else(|| unknown(inner, &["vvpnamespace"])) {
        sink.report(entry.span).arg("type", part);
    }
}
