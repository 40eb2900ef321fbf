//! Address that nobody has.

use super::prelude::*;
use std::net::IpAddr;

use super::source_ip_private::{is_address, net};

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "source-ip-zero",
        class: GeneralWarning,
        validator: None,
        status: Derived,
        title: words("address that nobody has", "没有人拥有的地址"),
        message: words(
            "`{value}` is one address, and no request comes from it",
            "`{value}` 是单个地址，没有请求会来自它",
        ),
        help: words(
            "every address is `0.0.0.0/0`, a network needs its prefix such as `/8`",
            "所有地址写作 `0.0.0.0/0`，网段需要写出前缀，例如 `/8`",
        ),
        source: source::OPERATORS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"IpAddress": {"acs:SourceIp": [⟦"0.0.0.0"⟧, ⟦"10.0.0.0"⟧]}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"IpAddress": {"acs:SourceIp": ["0.0.0.0/0", "10.0.0.0/8", "10.0.1.0"]}}"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    for value in clause.values.iter().filter(|_| is_address(clause)) {
        let zero = |address: IpAddr| match address {
            IpAddr::V4(address) => address.is_unspecified() || matches!(address.octets(), [10 | 172 | 192, _, 0, 0]),
            IpAddr::V6(address) => address.is_unspecified(),
        };
        if net(&value.text).is_some_and(|(address, prefix)| zero(address) && prefix >= 32) {
            sink.report(value.span).arg("value", &value.text);
        }
    }
}
