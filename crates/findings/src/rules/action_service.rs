//! Name of a product in place of its RAM code.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "action-service",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("name of a product in place of its RAM code", "写了产品名而不是 RAM 代码"),
        message: words(
            "no service of RAM has the code `{service}`",
            "RAM 中没有代码为 `{service}` 的云服务",
        ),
        help: words("did you mean `{meant}`?", "是否想写 `{meant}`？"),
        source: source::ELEMENTS,
    },
    check: Check::Action(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": [⟦"sls:Get*"⟧, ⟦"flink:*"⟧, ⟦"s3:GetObject"⟧], "Resource": "*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": ["log:Get*", "stream:*", "oss:GetObject", "cs:Get*"],
                    "Resource": "*""#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let Some((service, name)) = entry.text.split_once(':').filter(|_| entry.is_plain()) else { return };
    if let Some(meant) = crate::known::meant(service) {
        let meant = format!("{meant}:{name}");
        sink.report(entry.span).arg("service", service).arg("meant", &meant).meant(entry.span, quoted(&meant));
    }
}
