//! Service without its domain.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "trust-service-name",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("service without its domain", "云服务名缺少域名"),
        message: words(
            "`{principal}` is not the name of a service such as `ecs.aliyuncs.com`",
            "`{principal}` 不是 `ecs.aliyuncs.com` 这样的云服务名",
        ),
        help: words(
            "services are named `<service>.aliyuncs.com`, with `<account id>@` in front for \
              another account",
            "云服务写作 `<service>.aliyuncs.com`，其他账号在前面加 `<account id>@`",
        ),
        source: source::TRUST,
    },
    check: Check::Principal(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": [⟦"ecs"⟧,
                    ⟦"ec2.amazonaws.com"⟧, "log.aliyuncs.com"]}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": ["ecs.aliyuncs.com",
                    "1234567890123456@log.aliyuncs.com", "${service}"]}"#),
    ],
};

fn run(context: &Context<'_>, _: &Statement<'_>, principal: &Principal<'_>, sink: &mut Sink) {
    if context.subject.kind != PolicyKind::Trust || principal.kind != PrincipalKind::Service || principal.placeholder {
        return;
    }
    let name = principal.text.split_once('@').map_or(&*principal.text, |(_, name)| name);
    let service = name.strip_suffix(".aliyuncs.com").is_some_and(|service| !service.is_empty());
    if !service && !name.contains(['*', '?']) {
        sink.report(principal.span).arg("principal", &principal.text);
    }
}
