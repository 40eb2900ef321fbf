//! OIDC without `oidc:sub`.

use super::prelude::*;
use super::saml_without_recipient::provider;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "oidc-without-subject",
        class: SecurityWarning,
        validator: None,
        status: Derived,
        title: words("OIDC without `oidc:sub`", "OIDC 缺少 `oidc:sub`"),
        message: words(
            "everyone whom `{principal}` knows can assume the role: there is no condition on \
              `oidc:sub`",
            "`{principal}` 中的所有身份都可扮演该角色：没有 `oidc:sub` 条件",
        ),
        help: words(
            "with a public provider that is the whole world; say whose tokens are meant",
            "对于公共的身份提供商，这意味着任何人；请写明是谁的令牌",
        ),
        source: source::TRUST,
    },
    check: Check::Principal(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"Federated": ⟦"acs:ram::1234567890123456:oidc-provider/github"⟧},
                    "Condition": {"StringEquals": {"oidc:aud": "sts.aliyuncs.com"}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"Federated": "acs:ram::1234567890123456:oidc-provider/github"},
                    "Condition": {"StringEquals": {"oidc:aud": "x"}, "StringLike": {"oidc:sub": "repo:a/b:*"}}"#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, principal: &Principal<'_>, sink: &mut Sink) {
    let trust = context.subject.kind == PolicyKind::Trust && statement.allows();
    let limited = statement.clauses.iter().any(|clause| clause.folded_key.ends_with(":sub"));
    if trust && provider(principal) == Some("oidc-provider") && !limited {
        sink.report(principal.span).arg("principal", &principal.text);
    }
}
