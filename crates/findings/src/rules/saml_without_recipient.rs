//! SAML without `saml:recipient`.

use super::prelude::*;
use crate::view::Arn;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "saml-without-recipient",
        class: GeneralWarning,
        validator: None,
        status: Stated,
        title: words("SAML without `saml:recipient`", "SAML 缺少 `saml:recipient`"),
        message: words(
            "trust in the identity provider `{principal}` has no condition on `saml:recipient`",
            "对身份提供商 `{principal}` 的信任没有 `saml:recipient` 条件",
        ),
        help: words(
            "RAM asks for it: \
              `\"StringEquals\": {\"saml:recipient\": \"https://signin.aliyun.com/saml-role/sso\"}`",
            "RAM 要求写出该条件：\
              `\"StringEquals\": {\"saml:recipient\": \"https://signin.aliyun.com/saml-role/sso\"}`",
        ),
        source: source::TRUST,
    },
    check: Check::Principal(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"Federated": ⟦"acs:ram::1234567890123456:saml-provider/idp"⟧}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"Federated": "acs:ram::1234567890123456:saml-provider/idp"},
                    "Condition": {"StringEquals": {"saml:recipient": "https://signin.aliyun.com/saml-role/sso"}}"#),
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"Federated": "acs:ram::1234567890123456:oidc-provider/idp"}"#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, principal: &Principal<'_>, sink: &mut Sink) {
    let trust = context.subject.kind == PolicyKind::Trust && statement.allows();
    if trust && provider(principal) == Some("saml-provider") && statement.clause("saml:recipient").is_none() {
        sink.report(principal.span).arg("principal", &principal.text);
    }
}

/// What kind of provider a principal under `Federated` is.
pub(super) fn provider<'a>(principal: &'a Principal<'_>) -> Option<&'a str> {
    if principal.kind != PrincipalKind::Federated {
        return None;
    }
    let (kind, _) = Arn::read(&principal.text)?.relative.split_once('/')?;
    Some(kind)
}
