//! Value listed twice.

use super::prelude::*;
use crate::view::Seen;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "value-duplicate",
        class: Suggestion,
        validator: None,
        status: Stated,
        title: words("value listed twice", "值重复列出"),
        message: words("`{value}` is listed already", "`{value}` 已经列出"),
        help: words("remove one of the two", "请删除其中一个"),
        source: source::OPERATORS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:SourceVpc": ["vpc-1", ⟦"vpc-1"⟧]}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:SourceVpc": ["vpc-1", "vpc-2"]}}"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let mut seen = Seen::default();
    for value in &clause.values {
        if let Some(first) = seen.before(&value.text, value.span) {
            sink.report(value.span).arg("value", &value.text).related(first).without(value.removal);
        }
    }
}
