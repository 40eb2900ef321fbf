//! `Federated` that is no identity provider.

use super::prelude::*;
use crate::view::Arn;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "federated-kind",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("`Federated` that is no identity provider", "`Federated` 不是身份提供商"),
        message: words(
            "`{principal}` is not the ARN of an identity provider",
            "`{principal}` 不是身份提供商的 ARN",
        ),
        help: words(
            "write `acs:ram::<account id>:saml-provider/<name>` or `…:oidc-provider/<name>`",
            "请写 `acs:ram::<account id>:saml-provider/<name>` 或 `…:oidc-provider/<name>`",
        ),
        source: source::TRUST,
    },
    check: Check::Principal(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"Federated": ⟦"acs:ram::1234567890123456:user/alice"⟧}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"Federated": "acs:ram::1234567890123456:oidc-provider/github"}"#),
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"RAM": "acs:ram::1234567890123456:user/alice"}"#),
    ],
};

fn run(context: &Context<'_>, _: &Statement<'_>, principal: &Principal<'_>, sink: &mut Sink) {
    let Some(arn) = Arn::read(&principal.text).filter(|_| context.subject.kind == PolicyKind::Trust) else { return };
    let known = ["saml-provider/", "oidc-provider/"].iter().any(|head| arn.relative.starts_with(head));
    if principal.kind == PrincipalKind::Federated && !principal.placeholder && !known && !arn.relative.starts_with('*') {
        sink.report(principal.span).arg("principal", &principal.text);
    }
}
