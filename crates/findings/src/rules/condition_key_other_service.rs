//! Condition key that the service does not send.

use super::prelude::*;
use crate::known::keys;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "condition-key-other-service",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("condition key that the service does not send", "云服务不发送的条件键"),
        message: words(
            "`{key}` is a key of `{service}`, and the statement has no action of it",
            "`{key}` 是 `{service}` 的条件键，而该语句中没有它的操作",
        ),
        help: words(
            "no request that the statement is about carries it; move it to the actions of `{service}`",
            "该语句涉及的请求中没有这个键；请移到 `{service}` 的操作上",
        ),
        source: source::KEYS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringLike": {⟦"oss:Prefix"⟧: "a/*"}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "oss:ListObjects", "Resource": "*",
                    "Condition": {"StringLike": {"oss:Prefix": "a/*"}}"#),
        identity(r#""Effect": "Allow", "Action": "*", "Resource": "*",
                    "Condition": {"StringLike": {"oss:Prefix": "a/*"}}"#),
        identity(r#""Effect": "Allow", "Action": "vpc:*", "Resource": "*",
                    "Condition": {"StringEquals": {"ecs:tag/a": "b"}}"#),
        identity(r#""Effect": "Deny", "NotAction": "log:*", "Resource": "*",
                    "Condition": {"StringLike": {"oss:Prefix": "a/*"}}"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let Some((service, _)) = clause.folded_key.split_once(':') else { return };
    let actions = statement.actions();
    let other = |action: &Entry<'_>| action.service().is_some_and(|own| own != service);
    let plain = actions.iter().all(Entry::is_plain);
    if keys::OWN.contains(&service) && plain && !actions.is_empty() && actions.iter().all(other) {
        sink.report(clause.key_span).arg("key", &clause.key).arg("service", service);
    }
}
