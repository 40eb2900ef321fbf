//! Several Boolean values.

use super::prelude::*;
use ramplay_policy::condition::Test;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "bool-several",
        class: Error,
        validator: Some("Invalid condition multiple Boolean"),
        status: Stated,
        title: words("several Boolean values", "多个布尔值"),
        message: words("`{key}` has {count} Boolean values", "`{key}` 有 {count} 个布尔值"),
        help: words(
            "RAM accepts one; with both `true` and `false` there would be no condition at all",
            "RAM 只接受一个；同时写 `true` 和 `false` 就等于没有条件",
        ),
        source: source::VALIDATOR,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"Bool": {⟦"acs:SecureTransport"⟧: ["true", "false"]}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"Bool": {"acs:SecureTransport": ["true"], "acs:MFAPresent": "true"}}"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let count = clause.values.len();
    if count > 1 && clause.operator.is_some_and(|operator| operator.test == Test::Bool) {
        sink.report(clause.key_span).arg("key", &clause.key).arg("count", count.to_string());
    }
}
