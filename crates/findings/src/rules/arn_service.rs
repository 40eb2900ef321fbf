//! Name of a product in an ARN.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "arn-service",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("name of a product in an ARN", "ARN 中写了产品名"),
        message: words(
            "no service of RAM has the code `{service}`",
            "RAM 中没有代码为 `{service}` 的云服务",
        ),
        help: words("did you mean `{meant}`?", "是否想写 `{meant}`？"),
        source: source::ELEMENTS,
    },
    check: Check::Resource(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": [⟦"acs:sls:*:*:project/p"⟧,
                    ⟦"acs:s3:*:*:b"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:log:*:*:project/p",
                    "acs:oss:*:*:b", "acs:*:*:*:x"]"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let Some(arn) = entry.arn() else { return };
    if let Some(code) = crate::known::meant(arn.service) {
        let meant = format!("acs:{code}:{}:{}:{}", arn.region, arn.account, arn.relative);
        sink.report(entry.span).arg("service", arn.service).arg("meant", &meant).meant(entry.span, quoted(&meant));
    }
}
