//! Range of all addresses.

use super::prelude::*;
use super::source_ip_private::{is_address, net};

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "source-ip-any",
        class: SecurityWarning,
        validator: None,
        status: Derived,
        title: words("range of all addresses", "包含所有地址的地址段"),
        message: words(
            "`{value}` is every address, so that the condition restricts nothing",
            "`{value}` 包含所有地址，该条件没有任何限制",
        ),
        help: words(
            "name the addresses, or leave the condition out",
            "请写出具体的地址，或去掉该条件",
        ),
        source: source::OPERATORS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"IpAddress": {"acs:SourceIp": ["203.0.113.1", ⟦"0.0.0.0/0"⟧]}}"#),
        identity(r#""Effect": "Deny", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"NotIpAddress": {"acs:SourceIp": [⟦"::/0"⟧]}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"IpAddress": {"acs:SourceIp": ["203.0.113.0/24", "0.0.0.0"]}}"#),
        identity(r#""Effect": "Deny", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"IpAddress": {"acs:SourceIp": "0.0.0.0/0"}}"#),
    ],
};

fn run(_: &Context<'_>, statement: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    let address = clause.folded_key == "acs:sourceip" && is_address(clause);
    // A denial for addresses outside of everything denies nothing.
    if !address || clause.is_negated() == statement.allows() {
        return;
    }
    for value in &clause.values {
        if net(&value.text).is_some_and(|(_, prefix)| prefix == 0) {
            sink.report(value.span).arg("value", &value.text);
        }
    }
}
