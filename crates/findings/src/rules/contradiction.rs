//! Conditions that exclude each other.

use super::prelude::*;
use ramplay_policy::condition::Test;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "contradiction",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("conditions that exclude each other", "互相矛盾的条件"),
        message: words(
            "`{key}` cannot be `{value}` and not be it",
            "`{key}` 不可能既是 `{value}` 又不是它",
        ),
        help: words(
            "all conditions of a statement have to be met, so that it never applies",
            "语句的所有条件必须同时满足，因此它永远不会生效",
        ),
        source: source::OPERATORS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:SourceVpc": ⟦"vpc-1"⟧},
                    "StringNotEquals": {"acs:SourceVpc": ["vpc-1", "vpc-2"]}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:SourceVpc": ["vpc-1", "vpc-3"]},
                    "StringNotEquals": {"acs:SourceVpc": ["vpc-1", "vpc-2"]}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:SourceVpc": "vpc-1"},
                    "StringNotEquals": {"acs:UserAgent": "vpc-1"}}"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    let text = |clause: &&Clause<'_>| {
        clause.prefix.is_none() && clause.operator.is_some_and(|operator| operator.test == Test::TextEquals)
    };
    let mut clauses = statement.clauses.iter().filter(text).take(64);
    for clause in clauses.by_ref().filter(|clause| !clause.is_negated()) {
        let negated = |other: &&Clause<'_>| other.is_negated() && other.folded_key == clause.folded_key;
        let Some(other) = statement.clauses.iter().filter(text).take(64).find(negated) else { continue };
        let excluded = |value: &crate::view::Value<'_>| other.values.iter().take(64).any(|not| not.text == value.text);
        // Only if none of the values is left.
        if let Some(value) = clause.values.first().filter(|_| clause.values.iter().take(65).all(excluded)) {
            sink.report(value.span).arg("key", &clause.key).arg("value", &value.text).related(other.key_span);
        }
    }
}
