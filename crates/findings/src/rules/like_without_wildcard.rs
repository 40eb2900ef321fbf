//! `StringLike` without a wildcard.

use super::prelude::*;
use ramplay_policy::condition::{SetPrefix, Test};

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "like-without-wildcard",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("`StringLike` without a wildcard", "`StringLike` 中没有通配符"),
        message: words("no value of `{key}` has a wildcard", "`{key}` 的值中没有通配符"),
        help: words(
            "`{meant}` says the same; or was a `*` forgotten?",
            "与 `{meant}` 含义相同；是否漏写了 `*`？",
        ),
        source: source::OPERATORS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {⟦"StringLike"⟧: {"acs:SourceVpc": "vpc-1"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {⟦"ForAnyValue:StringNotLike"⟧: {"acs:SourceVpc": ["vpc-1", "vpc-2"]}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringLike": {"acs:SourceVpc": ["vpc-*", "vpc-1"]}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringLike": {"oss:Prefix": "${p}"}}"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let Some(operator) = clause.operator.filter(|operator| operator.test == Test::TextLike) else { return };
    let wild = clause.values.iter().any(|value| value.placeholder || crate::view::is_wild(&value.text));
    if wild || clause.values.is_empty() {
        return;
    }
    let meant = if operator.negated { "StringNotEquals" } else { "StringEquals" };
    let prefix = clause.prefix.map_or("", SetPrefix::as_str);
    sink.report(clause.operator_span).arg("key", &clause.key).arg("meant", format!("{prefix}{meant}")).related(clause.key_span);
}
