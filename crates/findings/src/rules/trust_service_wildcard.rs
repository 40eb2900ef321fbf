//! Wildcard in the name of a service.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "trust-service-wildcard",
        class: SecurityWarning,
        validator: None,
        status: Assumed,
        title: words("wildcard in the name of a service", "云服务名中有通配符"),
        message: words(
            "`{principal}` has a wildcard in the name of a service",
            "`{principal}` 的云服务名中有通配符",
        ),
        help: words(
            "what RAM makes of it is not documented; write each service out",
            "文档没有说明 RAM 如何处理；请逐一写出云服务",
        ),
        source: source::TRUST,
    },
    check: Check::Principal(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": ⟦"*.aliyuncs.com"⟧}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "ecs.aliyuncs.com"}"#),
        trust(r#""Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"RAM": "*"}"#),
    ],
};

fn run(context: &Context<'_>, _: &Statement<'_>, principal: &Principal<'_>, sink: &mut Sink) {
    let service = context.subject.kind == PolicyKind::Trust && principal.kind == PrincipalKind::Service;
    if service && !principal.placeholder && principal.text.contains(['*', '?']) {
        sink.report(principal.span).arg("principal", &principal.text);
    }
}
