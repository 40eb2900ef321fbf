//! OIDC without `oidc:aud`.

use super::prelude::*;
use super::saml_without_recipient::provider;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "oidc-without-audience",
        class: SecurityWarning,
        validator: None,
        status: Derived,
        title: words("OIDC without `oidc:aud`", "OIDC 缺少 `oidc:aud`"),
        message: words(
            "trust in the identity provider `{principal}` has no condition on `oidc:aud`",
            "对身份提供商 `{principal}` 的信任没有 `oidc:aud` 条件",
        ),
        help: words(
            "without it tokens that were made for others are accepted; add the client id",
            "缺少该条件会接受为其他应用签发的令牌；请写出客户端 ID",
        ),
        source: source::TRUST,
    },
    check: Check::Principal(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"Federated": ⟦"acs:ram::1234567890123456:oidc-provider/github"⟧}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"Federated": "acs:ram::1234567890123456:oidc-provider/github"},
                    "Condition": {"StringEquals": {"oidc:aud": "sts.aliyuncs.com", "oidc:sub": "repo:a/b:*"}}"#),
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"Federated": "acs:ram::1234567890123456:saml-provider/idp"}"#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, principal: &Principal<'_>, sink: &mut Sink) {
    let trust = context.subject.kind == PolicyKind::Trust && statement.allows();
    let limited = statement.clauses.iter().any(|clause| clause.folded_key.ends_with(":aud"));
    if trust && provider(principal) == Some("oidc-provider") && !limited {
        sink.report(principal.span).arg("principal", &principal.text);
    }
}
