//! List action on a single resource.

use super::prelude::*;
use crate::known::arn;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "list-on-one",
        class: GeneralWarning,
        validator: None,
        status: Stated,
        title: words("list action on a single resource", "在单个资源上授予列表类操作"),
        message: words(
            "`{action}` never matches these resources: it is checked on a literal `/*`",
            "`{action}` 不会匹配这些资源：它在字面的 `/*` 上鉴权",
        ),
        help: words("write `{form}`; it is all or nothing", "请写 `{form}`；此权限无法只授予其中一个"),
        source: source::SLS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": ⟦"log:ListProject"⟧, "Resource": "acs:log:*:*:project/p""#),
        identity(r#""Effect": "Allow", "Action": [⟦"log:ListLogStores"⟧, "log:GetLogStore"],
                    "Resource": "acs:log:*:*:project/p/logstore/l""#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:ListProject", "Resource": "acs:log:*:*:project/*""#),
        identity(r#""Effect": "Allow", "Action": "log:ListLogStores", "Resource": ["acs:log:*:*:project/p/*"]"#),
        identity(r#""Effect": "Allow", "Action": "log:List*", "Resource": "acs:log:*:*:project/p""#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    super::action_on_other_resource::each(statement, &mut |entry, service, action| {
        if action.lists() {
            let form = action.on.first().map(|form| arn(service.code, form).replace("{}", "*")).unwrap_or_default();
            let list = statement.resource.as_ref().map_or(statement.span, |list| list.span);
            sink.report(entry.span).arg("action", &entry.text).arg("form", form).related(list);
        }
    });
}
