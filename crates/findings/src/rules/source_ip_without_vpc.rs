//! `acs:SourceIp` without `acs:SourceVpc`.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "source-ip-without-vpc",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words(
            "`acs:SourceIp` without `acs:SourceVpc`",
            "`acs:SourceIp` 没有搭配 `acs:SourceVpc`",
        ),
        message: words(
            "for requests from a VPC `acs:SourceIp` is the private address; the statement has no \
              `acs:SourceVpc`",
            "来自 VPC 的请求中 `acs:SourceIp` 是私网地址；该语句没有 `acs:SourceVpc`",
        ),
        help: words(
            "OSS advises to write both; a report says that bucket policies with one alone are refused",
            "OSS 建议同时写出两者；有报告称只写其一的 Bucket Policy 会被拒绝",
        ),
        source: source::OSS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        resource(r#""Effect": "Deny", "Action": "oss:GetObject", "Principal": ["*"],
                    "Resource": "acs:oss:*:*:b/*",
                    "Condition": {"NotIpAddress": {⟦"acs:SourceIp"⟧: "203.0.113.0/24"}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        resource(r#""Effect": "Deny", "Action": "oss:GetObject", "Principal": ["*"],
                    "Resource": "acs:oss:*:*:b/*",
                    "Condition": {"NotIpAddress": {"acs:SourceIp": "203.0.113.0/24"},
                    "StringNotLike": {"acs:SourceVpc": "vpc-*"}}"#),
        resource(r#""Effect": "Allow", "Action": "oss:GetObject", "Principal": ["*"],
                    "Resource": "acs:oss:*:*:b/*",
                    "Condition": {"IpAddress": {"acs:SourceIp": "203.0.113.0/24"}}"#),
    ],
};

fn run(context: &Context<'_>, statement: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let oss = |entry: &Entry<'_>| entry.service() == Some("oss");
    let bucket = context.subject.kind == PolicyKind::Resource && statement.denies() && statement.actions().iter().any(oss);
    if bucket && clause.folded_key == "acs:sourceip" && clause.is_negated() && statement.clause("acs:sourcevpc").is_none() {
        sink.report(clause.key_span);
    }
}
