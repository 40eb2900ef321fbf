//! Policy variable.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "policy-variable",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("policy variable", "策略变量"),
        message: words(
            "`{text}` has a policy variable, and no page that we read documents them",
            "`{text}` 中有策略变量，而我们查阅的文档都没有提及",
        ),
        help: words(
            "it is compared as it is written; write the name out",
            "它会按原样比较；请直接写出名称",
        ),
        source: source::SYNTAX,
    },
    check: Check::Document(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "oss:*", "Resource": ⟦"acs:oss:*:*:b/${acs:username}/*"⟧,
                    "Condition": {"StringEquals": {"acs:ResourceTag/team": ⟦"${ram:PrincipalTagValue/team}"⟧}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "oss:*", "Resource": ["acs:oss:*:*:b/${user}/*",
                    "acs:oss:*:*:c"]"#),
    ],
};

fn run(context: &Context<'_>, sink: &mut Sink) {
    for (text, span) in &context.document.strings {
        if is_variable(text) {
            sink.report(*span).arg("text", text);
        }
    }
}

/// Whether a text has `${acs:…}` or the like, as policies of AWS do.
pub(super) fn is_variable(text: &str) -> bool {
    text.split("${").skip(1).any(|rest| {
        ["acs:", "ram:", "sts:", "aws:", "saml:", "oidc:"].iter().any(|head| rest.starts_with(head))
    })
}
