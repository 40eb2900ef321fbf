//! Condition key with blanks.

use super::prelude::*;
use crate::view::{has_placeholder, is_invisible};

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "condition-key-blank",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("condition key with blanks", "条件键中有空白字符"),
        message: words("`{key}` has blanks or invisible characters", "`{key}` 中有空白或不可见的字符"),
        help: words(
            "no request carries such a key; remove them",
            "没有请求会带有这样的键；请删除这些字符",
        ),
        source: source::SYNTAX,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"Bool": {⟦"acs:MFAPresent "⟧: "true"}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"StringEquals": {"acs:ResourceTag/cost center": "x"}}"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let hidden = |character: char| character != ' ' && is_invisible(character);
    let clean: String = clause.key.trim().chars().filter(|character| !hidden(*character)).collect();
    if clean != *clause.key && !has_placeholder(&clause.key) {
        let finding = sink.report(clause.key_span).arg("key", &clause.key);
        if statement.can_rename(clause, &clean) {
            finding.meant(clause.key_span, quoted(&clean));
        }
    }
}
