//! Condition key that is not `<ram-code>:<condition-key>`.

use super::prelude::*;
use crate::view::has_placeholder;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "condition-key-format",
        class: Error,
        validator: Some("Invalid condition key format"),
        status: Stated,
        title: words(
            "condition key that is not `<ram-code>:<condition-key>`",
            "条件键不是 `<ram-code>:<condition-key>` 的格式",
        ),
        message: words(
            "`{key}` is not of the form `<ram-code>:<condition-key>`",
            "`{key}` 不符合 `<ram-code>:<condition-key>` 的格式",
        ),
        help: words(
            "keys that every service has start with `acs:`, others with the code of their service",
            "通用条件键以 `acs:` 开头，其他条件键以云服务的代码开头",
        ),
        source: source::VALIDATOR,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {⟦"SourceVpc"⟧: "vpc-1", ⟦"acs:"⟧: "x"}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:SourceVpc": "vpc-1", "ecs:tag/a:b": "x", "<key>": "y"}}"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let key = clause.key.trim();
    let whole = key.split_once(':').is_some_and(|(service, name)| !service.is_empty() && !name.is_empty());
    if !whole && !has_placeholder(key) {
        sink.report(clause.key_span).arg("key", &clause.key);
    }
}
