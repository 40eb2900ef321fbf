//! Denial without MFA.

use super::prelude::*;
use ramplay_policy::condition::Test;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "mfa-deny",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words("denial without MFA", "未使用 MFA 时拒绝"),
        message: words(
            "calls with an AccessKey do not carry `acs:MFAPresent`, and this `Deny` lets them pass",
            "使用 AccessKey 的调用不带 `acs:MFAPresent`，此 `Deny` 不会拦截它们",
        ),
        help: words(
            "reported by users, not documented: allow with `\"true\"` instead of denying with \
              `\"false\"`",
            "这是用户的报告，文档没有说明：可改为在 `\"true\"` 时允许，而不是在 `\"false\"` 时拒绝",
        ),
        source: source::KEYS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Deny", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"Bool": {⟦"acs:MFAPresent"⟧: "false"}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"Bool": {"acs:MFAPresent": "true"}}"#),
        identity(r#""Effect": "Deny", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"Bool": {"acs:SecureTransport": "false"}}"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let boolean = clause.operator.is_some_and(|operator| operator.test == Test::Bool);
    let denied = clause.values.iter().any(|value| value.text.eq_ignore_ascii_case("false"));
    if statement.denies() && boolean && clause.folded_key == "acs:mfapresent" && denied {
        sink.report(clause.key_span);
    }
}
