//! Span of numbers that is empty.

use super::prelude::*;
use ramplay_policy::condition::Test;

use super::date_window_empty::windows;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "numeric-window-empty",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("span of numbers that is empty", "数值范围为空"),
        message: words(
            "no number is both above `{lower}` and below `{upper}`",
            "没有任何数值既大于 `{lower}` 又小于 `{upper}`",
        ),
        help: words(
            "both conditions have to be met; check the numbers",
            "两个条件必须同时满足；请核对数值",
        ),
        source: source::OPERATORS,
    },
    check: Check::Statement(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"NumericGreaterThan": {"kms:RecoveryWindowInDays": "30"},
                    "NumericLessThan": {"kms:RecoveryWindowInDays": ⟦"7"⟧}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"NumericGreaterThan": {"kms:RecoveryWindowInDays": "7"},
                    "NumericLessThanEquals": {"kms:RecoveryWindowInDays": ⟦"7.0"⟧}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"NumericGreaterThan": {"kms:RecoveryWindowInDays": "7"},
                    "NumericLessThan": {"kms:RecoveryWindowInDays": "30"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"NumericGreaterThan": {"a:b": "7"}, "NumericLessThan": {"a:c": "3"}}"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, sink: &mut Sink) {
    windows(statement, |test| matches!(test, Test::Number(_)), sink);
}
