//! `*` as the whole value.

use super::prelude::*;
use ramplay_policy::condition::Test;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "like-anything",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("`*` as the whole value", "整个值为 `*`"),
        message: words("`*` matches every value of `{key}`", "`*` 匹配 `{key}` 的任何值"),
        help: words(
            "the condition asks only that the request carries the key",
            "该条件只要求请求中带有这个键",
        ),
        source: source::OPERATORS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringLike": {"oss:Prefix": [⟦"*"⟧]}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringLike": {"oss:Prefix": ["a*"]}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringNotLike": {"acs:SourceVpc": "*"}}"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let like = clause.operator.is_some_and(|operator| operator.test == Test::TextLike && !operator.negated);
    for value in clause.values.iter().filter(|value| like && value.text == "*") {
        sink.report(value.span).arg("key", &clause.key);
    }
}
