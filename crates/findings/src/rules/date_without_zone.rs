//! Date without a zone.

use super::prelude::*;
use ramplay_policy::condition::{Test, Value};

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "date-without-zone",
        class: Suggestion,
        validator: None,
        status: Assumed,
        title: words("date without a zone", "日期没有时区"),
        message: words("`{value}` has no zone", "`{value}` 没有时区"),
        help: words(
            "it is assumed to be UTC; write `Z` or an offset such as `+08:00`",
            "此处假定为 UTC；请写出 `Z` 或 `+08:00` 这样的偏移",
        ),
        source: source::OPERATORS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"DateLessThan": {"acs:CurrentTime": ⟦"2025-01-01T00:00:00"⟧}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"DateLessThan": {"acs:CurrentTime": "2025-01-01T00:00:00+08:00"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"DateLessThan": {"acs:CurrentTime": "2025-01-01T00:00:00Z"}}"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let Some(operator) = clause.operator.filter(|operator| matches!(operator.test, Test::Date(_))) else { return };
    for value in &clause.values {
        if let Ok((Value::Date(instant), _)) = operator.test.read(&value.text)
            && instant.zoneless
        {
            sink.report(value.span).arg("value", &value.text).same(value.span, quoted(&format!("{}Z", value.text)));
        }
    }
}
