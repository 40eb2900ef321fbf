//! Value with blanks at its ends.

use super::prelude::*;
use ramplay_policy::condition::ValueType;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "value-blank",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("value with blanks at its ends", "值的首尾有空格"),
        message: words("`{value}` starts or ends with a blank", "`{value}` 以空格开头或结尾"),
        help: words("it is compared with the blank; remove it", "比较时会包含空格；请删除"),
        source: source::OPERATORS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:SourceVpc": ⟦"vpc-1 "⟧}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:SourceVpc": "vpc-1", "acs:UserAgent": "a b",
                    "oss:Prefix": ""}}"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let text = clause.operator.is_some_and(|operator| operator.test.value_type() == ValueType::Text);
    for value in clause.values.iter().filter(|value| text && value.text.trim() != value.text && !value.placeholder) {
        sink.report(value.span).arg("value", &value.text).meant(value.span, quoted(value.text.trim()));
    }
}
