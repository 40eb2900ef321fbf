//! ARN in a plain list of principals.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "resource-policy-arn",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words("ARN in a plain list of principals", "主体列表中使用了 ARN"),
        message: words(
            "OSS and SLS list ids here, and `{principal}` is an ARN",
            "OSS 和日志服务在此列出 ID，而 `{principal}` 是 ARN",
        ),
        help: words(
            "write the id of the RAM user or account; the documentation shows no ARNs of RAM in \
              this place",
            "请写 RAM 用户或账号的 ID；文档在此处没有使用 RAM 的 ARN",
        ),
        source: source::OSS_ELEMENTS,
    },
    check: Check::Principal(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        resource(r#""Effect": "Allow", "Action": "oss:GetObject",
                    "Principal": [⟦"acs:ram::1234567890123456:user/alice"⟧], "Resource": "acs:oss:*:*:b/*""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        resource(r#""Effect": "Allow", "Action": "oss:GetObject", "Principal": ["212345678901234567", "*",
                    "arn:sts::1234567890123456:assumed-role/r/*"], "Resource": "acs:oss:*:*:b/*""#),
        resource(r#""Effect": "Allow", "Action": "oss:GetObject",
                    "Principal": {"RAM": "acs:ram::1234567890123456:user/alice"}, "Resource": "acs:oss:*:*:b/*""#),
    ],
};

fn run(context: &Context<'_>, _: &Statement<'_>, principal: &Principal<'_>, sink: &mut Sink) {
    let listed = context.subject.kind == PolicyKind::Resource && principal.kind == PrincipalKind::Listed;
    if listed && !principal.placeholder && principal.text.starts_with("acs:ram:") {
        sink.report(principal.span).arg("principal", &principal.text);
    }
}
