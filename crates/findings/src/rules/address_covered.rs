//! Address that a wider range covers.

use super::prelude::*;
use std::net::IpAddr;

use super::source_ip_private::{is_address, net};
use crate::view::Value;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "address-covered",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words("address that a wider range covers", "地址已被更大的地址段包含"),
        message: words("`{wide}` beside it covers `{value}`", "旁边的 `{wide}` 已包含 `{value}`"),
        help: words(
            "it has no effect of its own; keep one of the two",
            "它本身不起作用；请只保留其一",
        ),
        source: source::OPERATORS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"NotIpAddress": {"acs:SourceIp": ["203.0.113.0/24", ⟦"203.0.113.7"⟧,
                    "203.0.114.7"]}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"IpAddress": {"acs:SourceIp": ["203.0.113.0/24", "203.0.114.0/24",
                    "2001:db8::/32"]}}"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    if !is_address(clause) {
        return;
    }
    let nets: Vec<_> = clause.values.iter().filter_map(|value| Some((value, net(&value.text)?))).collect();
    let ranges: Vec<_> = nets.iter().filter(|(value, _)| value.text.contains('/')).take(32).collect();
    for (value, (address, prefix)) in &nets {
        let wide = |(other, (network, length)): &&&(&Value<'_>, (IpAddr, u8))| {
            other.span != value.span && length < prefix && head(*network, *length) == head(*address, *length)
                && network.is_ipv4() == address.is_ipv4()
        };
        if let Some((other, _)) = ranges.iter().find(wide) {
            sink.report(value.span)
                .arg("value", &value.text)
                .arg("wide", &other.text)
                .related(other.span)
                .without(value.removal);
        }
    }
}

/// The first bits of an address.
fn head(address: IpAddr, length: u8) -> u128 {
    let (bits, width) = match address {
        IpAddr::V4(address) => (u128::from(u32::from(address)), 32),
        IpAddr::V6(address) => (u128::from(address), 128),
    };
    bits.checked_shr(u32::from(128_u8.min(width).saturating_sub(length))).unwrap_or(0)
}
