//! One instant as a condition.

use super::prelude::*;
use ramplay_policy::condition::{Comparison, Test};

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "date-equals",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("one instant as a condition", "以某一时刻为条件"),
        message: words(
            "`{operator}` on `acs:CurrentTime` compares with one instant",
            "`acs:CurrentTime` 使用 `{operator}` 时只与某一时刻比较",
        ),
        help: words(
            "for a span of time use `DateGreaterThan` and `DateLessThan`",
            "时间范围请使用 `DateGreaterThan` 和 `DateLessThan`",
        ),
        source: source::OPERATORS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {⟦"DateEquals"⟧: {"acs:CurrentTime": "2025-01-01T00:00:00Z"}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"DateLessThan": {"acs:CurrentTime": "2025-01-01T00:00:00Z"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"DateEquals": {"ecs:Something": "2025-01-01T00:00:00Z"}}"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let equals = clause.operator.filter(|operator| operator.test == Test::Date(Comparison::Equals));
    if let Some(operator) = equals.filter(|_| clause.folded_key == "acs:currenttime") {
        sink.report(clause.operator_span).arg("operator", operator.name).related(clause.key_span);
    }
}
