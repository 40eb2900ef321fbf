//! `oidc:sub` that anyone has.

use super::prelude::*;
use ramplay_policy::condition::Test;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "oidc-subject-anyone",
        class: SecurityWarning,
        validator: None,
        status: Derived,
        title: words("`oidc:sub` that anyone has", "任何人都满足的 `oidc:sub`"),
        message: words("`{value}` lets everyone in", "`{value}` 允许任何人"),
        help: words(
            "say whose tokens are meant, such as `repo:<owner>/<repository>:*`",
            "请写明是谁的令牌，例如 `repo:<owner>/<repository>:*`",
        ),
        source: source::TRUST,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"Federated": "acs:ram::1234567890123456:oidc-provider/github"},
                    "Condition": {"StringLike": {"oidc:sub": ⟦"repo:*"⟧}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"Federated": "acs:ram::1234567890123456:oidc-provider/github"},
                    "Condition": {"StringLike": {"oidc:sub": "repo:owner/*"}}"#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let trust = context.subject.kind == PolicyKind::Trust && statement.allows();
    let like = clause.operator.is_some_and(|operator| operator.test == Test::TextLike && !operator.negated);
    if !trust || !like || !clause.folded_key.ends_with(":sub") {
        return;
    }
    for value in &clause.values {
        if matches!(&*value.text, "*" | "repo:*" | "repo:*/*" | "repo:*/*:*" | "system:serviceaccount:*" | "system:serviceaccount:*:*") {
            sink.report(value.span).arg("value", &value.text);
        }
    }
}
