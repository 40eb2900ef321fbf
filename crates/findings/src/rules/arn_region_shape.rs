//! Region that is none.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "arn-region-shape",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("region that is none", "不像地域的地域"),
        message: words("`{region}` does not look like the id of a region", "`{region}` 不像地域 ID"),
        help: words(
            "ids of regions look like `cn-hangzhou`; a zone such as `cn-hangzhou-b` is none",
            "地域 ID 形如 `cn-hangzhou`；`cn-hangzhou-b` 是可用区，不是地域",
        ),
        source: source::ELEMENTS,
    },
    check: Check::Resource(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": [⟦"acs:log:hangzhou:*:project/p"⟧,
                    ⟦"acs:log:cn_hangzhou:*:project/p"⟧, ⟦"acs:ecs:cn-hangzhou-b:*:instance/i"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:log:cn-hangzhou:*:project/p",
                    "acs:ecs:cn-shanghai-finance-1:*:*", "acs:ecs:cn-*:*:*", "acs:ecs:${region}:*:*",
                    "acs:ecs:us-west-1:*:*", "acs::ram::*"]"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let Some(arn) = entry.arn().filter(|arn| !matches!(arn.service, "" | "ram" | "oss")) else { return };
    let region = arn.region;
    if region.is_empty() || region.contains(['*', '?']) {
        return;
    }
    let lower = region.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let zone = region.rsplit_once('-').is_some_and(|(head, tail)| {
        tail.len() == 1 && tail.bytes().all(|byte| byte.is_ascii_lowercase()) && head.contains('-')
    });
    let single = matches!(region, "global" | "center" | "all");
    if !lower || zone || !(region.contains('-') || single) {
        sink.report(entry.span).arg("region", region);
    }
}
