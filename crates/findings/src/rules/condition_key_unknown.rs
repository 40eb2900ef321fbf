//! Condition key that is not in the list.

use super::prelude::*;
use crate::known::keys;
use crate::view::{has_placeholder, is_invisible};

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "condition-key-unknown",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words("condition key that is not in the list", "列表中没有的条件键"),
        message: words(
            "`{key}` is not among the keys that every service has",
            "`{key}` 不在通用条件键之中",
        ),
        help: words(
            "our list is put together from several pages and may lack some; if no request \
              carries the key, the condition is never met",
            "我们的列表由多个页面整理而成，可能并不完整；如果请求中没有该键，条件就不会满足",
        ),
        source: source::KEYS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {⟦"acs:RegionId"⟧: "cn-hangzhou"}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:SourceVpc": "vpc-1", "acs:ResourceTag/a": "b",
                    "acs:<key>": "x", "ecs:tag/x": "y", "acs:SuorceVpc": "vpc-1"}}"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let key = &*clause.key;
    let plain = !has_placeholder(key) && !key.contains(is_invisible);
    if key.starts_with("acs:") && key.len() > 4 && plain && keys::global(key).is_none()
        && super::condition_key_misspelt::meant(key).is_none()
    {
        sink.report(clause.key_span).arg("key", key);
    }
}
