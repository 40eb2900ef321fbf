//! Only unencrypted requests are allowed.

use super::prelude::*;
use ramplay_policy::condition::Test;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "plain-http-allowed",
        class: SecurityWarning,
        validator: None,
        status: Derived,
        title: words("only unencrypted requests are allowed", "只允许未加密的请求"),
        message: words(
            "`Allow` with `acs:SecureTransport` `false` allows plain HTTP only",
            "`Allow` 与 `acs:SecureTransport` 为 `false` 同用，只允许未加密的 HTTP",
        ),
        help: words("was `\"true\"` meant, or `Deny`?", "是否应为 `\"true\"`，或改用 `Deny`？"),
        source: source::KEYS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"Bool": {"acs:SecureTransport": ⟦"false"⟧}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Deny", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"Bool": {"acs:SecureTransport": "false"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"Bool": {"acs:SecureTransport": "true"}}"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let boolean = clause.operator.is_some_and(|operator| operator.test == Test::Bool);
    if !statement.allows() || !boolean || clause.folded_key != "acs:securetransport" {
        return;
    }
    if let [value] = &*clause.values
        && value.text.eq_ignore_ascii_case("false")
    {
        sink.report(value.span).meant(value.span, quoted("true"));
    }
}
