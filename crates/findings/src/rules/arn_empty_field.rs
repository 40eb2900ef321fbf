//! Empty segment in an ARN.

use super::prelude::*;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "arn-empty-field",
        class: GeneralWarning,
        validator: None,
        status: Assumed,
        title: words("empty segment in an ARN", "ARN 中有空字段"),
        message: words(
            "the field `{field}` of `{resource}` is empty",
            "`{resource}` 的 `{field}` 字段为空",
        ),
        help: words(
            "an empty segment is assumed to match only an empty one, which requests do not have; \
              write `*`",
            "空字段假定只匹配空值，而请求中没有空值；请写 `*`",
        ),
        source: source::ELEMENTS,
    },
    check: Check::Resource(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": [⟦"acs:oss:::mybucket"⟧,
                    ⟦"acs:log:*::project/p"⟧, ⟦"acs::*:*:x"⟧, ⟦"acs:ecs:*:*:"⟧, ⟦"acs:log::*:project/p"⟧]"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "*:Get*", "Resource": ["acs:ram::1234567890123456:role/r",
                    "acs:oss:*:*:b", "acs:log::*:collectionpolicy/*", "acs:starops::*:digitalemployee/*"]"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, entry: &Entry<'_>, sink: &mut Sink) {
    let Some(arn) = entry.arn() else { return };
    // Global services have an empty region; these have none of that kind.
    let regional = matches!(arn.service, "log" | "oss" | "stream" | "ecs" | "vpc" | "slb" | "rds" | "kms");
    let region = arn.region.is_empty() && regional && !arn.relative.starts_with("collectionpolicy");
    let empty = [
        (arn.service.is_empty(), "<ram-code>"),
        (region, "<region>"),
        (arn.account.is_empty(), "<account-id>"),
        (arn.relative.is_empty(), "<relative-id>"),
    ];
    let Some((_, field)) = empty.into_iter().find(|(empty, _)| *empty) else { return };
    let finding = sink.report(entry.span).arg("resource", &entry.text).arg("field", field);
    if !arn.service.is_empty() && !arn.relative.is_empty() {
        let star = |part: &str, is_empty| if is_empty { "*".to_owned() } else { part.to_owned() };
        let (region, account) = (star(arn.region, region), star(arn.account, arn.account.is_empty()));
        finding.meant(entry.span, quoted(&format!("acs:{}:{region}:{account}:{}", arn.service, arn.relative)));
    }
}
