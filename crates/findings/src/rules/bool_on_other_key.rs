//! `Bool` on a key that is not Boolean.

use super::prelude::*;
use ramplay_policy::condition::{Test, ValueType};

use crate::known::keys;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "bool-on-other-key",
        class: GeneralWarning,
        validator: None,
        status: Stated,
        title: words("`Bool` on a key that is not Boolean", "`Bool` 用于非布尔类型的键"),
        message: words(
            "`Bool` compares `true` and `false`, and `{key}` is neither",
            "`Bool` 比较 `true` 与 `false`，而 `{key}` 不是布尔值",
        ),
        help: words(
            "the condition is never met: it holds {type}, which have operators of their own",
            "该条件永远不会满足；它的值是{type}，请使用相应的运算符",
        ),
        source: source::KEYS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"Bool": {⟦"acs:SourceIp"⟧: "true"}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"Bool": {"acs:SecureTransport": "true", "acs:MFAPresent": "true",
                    "log:Encrypted": "true", "acs:Whatever": "true"}}"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let Some(known) = keys::global(&clause.key).filter(|known| known.kind != ValueType::Bool) else { return };
    if clause.operator.is_some_and(|operator| operator.test == Test::Bool) {
        sink.report(clause.key_span).arg("key", &clause.key).word("type", keys::type_name(known.kind));
    }
}
