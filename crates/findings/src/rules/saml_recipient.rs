//! Unknown `saml:recipient`.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "saml-recipient",
        class: GeneralWarning,
        validator: None,
        status: Stated,
        title: words("unknown `saml:recipient`", "未知的 `saml:recipient`"),
        message: words(
            "`{value}` is not an address that SAML responses for roles are sent to",
            "`{value}` 不是角色 SSO 接收 SAML 响应的地址",
        ),
        help: words(
            "it is `https://signin.aliyun.com/saml-role/sso`, or \
              `https://signin.alibabacloud.com/saml-role/sso` on the international site",
            "应为 `https://signin.aliyun.com/saml-role/sso`，国际站为 \
              `https://signin.alibabacloud.com/saml-role/sso`",
        ),
        source: source::TRUST,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"Federated": "acs:ram::1234567890123456:saml-provider/idp"},
                    "Condition": {"StringEquals": {"saml:recipient": ⟦"https://signin.aws.amazon.com/saml"⟧}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"Federated": "acs:ram::1234567890123456:saml-provider/idp"},
                    "Condition": {"StringEquals": {"saml:recipient": ["https://signin.aliyun.com/saml-role/sso",
                    "${recipient}"]}}"#),
    ],
};

fn run(context: &Context<'_>, _: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    if context.subject.kind != PolicyKind::Trust || clause.folded_key != "saml:recipient" || clause.is_negated() {
        return;
    }
    for value in clause.values.iter().filter(|value| !value.placeholder && !value.text.contains('*')) {
        let host = value.text.strip_prefix("https://").and_then(|rest| rest.strip_suffix("/saml-role/sso"));
        if !matches!(host, Some("signin.aliyun.com" | "signin.alibabacloud.com")) {
            sink.report(value.span).arg("value", &value.text);
        }
    }
}
