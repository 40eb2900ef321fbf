//! Span of time that is empty.

use super::prelude::*;
use ramplay_policy::condition::{Comparison, Test, Value};
use ramplay_text::Span;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "date-window-empty",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("span of time that is empty", "时间范围为空"),
        message: words(
            "no time is both after `{lower}` and before `{upper}`",
            "没有任何时间既晚于 `{lower}` 又早于 `{upper}`",
        ),
        help: words(
            "both conditions have to be met; check the dates",
            "两个条件必须同时满足；请核对日期",
        ),
        source: source::OPERATORS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"DateGreaterThan": {"acs:CurrentTime": "2025-01-01T00:00:00Z"},
                    "DateLessThan": {"acs:CurrentTime": ⟦"2024-01-01T00:00:00Z"⟧}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"DateGreaterThan": {"acs:CurrentTime": "2024-01-01T00:00:00Z"},
                    "DateLessThan": {"acs:CurrentTime": "2025-01-01T00:00:00Z"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"DateGreaterThanEquals": {"acs:CurrentTime": "2024-01-01T00:00:00+08:00"},
                    "DateLessThanEquals": {"acs:CurrentTime": "2023-12-31T16:00:00Z"}}"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    windows(statement, |test| matches!(test, Test::Date(_)), sink);
}

/// What a clause leaves open at one end.
struct Bound<'a> {
    key: &'a str,
    text: &'a str,
    span: Span,
    value: Value,
    /// Whether the value itself is left open too.
    touches: bool,
}

/// Reports each pair of a lower and an upper bound of one key between which nothing lies.
pub(super) fn windows(statement: &Statement<'_>, family: fn(Test) -> bool, sink: &mut Sink) {
    let (mut lower, mut upper) = (Vec::new(), Vec::new());
    for clause in &statement.clauses {
        let Some(operator) = clause.operator.filter(|operator| !operator.negated && family(operator.test)) else {
            continue;
        };
        // Several values are alternatives, and a prefix speaks of several values of the request.
        let [value] = &*clause.values else { continue };
        let (Ok((read, _)), None) = (operator.test.read(&value.text), clause.prefix) else { continue };
        let (Test::Date(order) | Test::Number(order)) = operator.test else { continue };
        let touches = matches!(order, Comparison::LessOrEqual | Comparison::GreaterOrEqual);
        let bound =
            Bound { key: &clause.folded_key, text: &value.text, span: value.span, value: read, touches };
        match order {
            Comparison::Less | Comparison::LessOrEqual => upper.push(bound),
            Comparison::Greater | Comparison::GreaterOrEqual => lower.push(bound),
            Comparison::Equals => {}
        }
    }
    for upper in upper.iter().take(8) {
        let empty = |lower: &&Bound<'_>| lower.key == upper.key && is_empty(lower, upper);
        if let Some(lower) = lower.iter().take(8).find(empty) {
            sink.report(upper.span).arg("lower", lower.text).arg("upper", upper.text).related(lower.span);
        }
    }
}

fn is_empty(lower: &Bound<'_>, upper: &Bound<'_>) -> bool {
    let order = match (&lower.value, &upper.value) {
        (Value::Date(lower), Value::Date(upper)) => lower.micros.cmp(&upper.micros),
        (Value::Number(lower), Value::Number(upper)) if lower == upper => std::cmp::Ordering::Equal,
        (Value::Number(_), Value::Number(_)) => {
            // The engine's numbers do not compare outside of it; whole ones are enough here.
            match (lower.text.parse::<i64>(), upper.text.parse::<i64>()) {
                (Ok(lower), Ok(upper)) => lower.cmp(&upper),
                _ => return false,
            }
        }
        _ => return false,
    };
    order.is_gt() || (order.is_eq() && !(lower.touches && upper.touches))
}
