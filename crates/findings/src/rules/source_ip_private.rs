//! Private address as the source.

use super::prelude::*;
use std::net::IpAddr;

use ramplay_policy::condition::Test;

use crate::view::Value;

pub(super) const RULE: Rule = Rule {
    row: &Row {
        code: "source-ip-private",
        class: Suggestion,
        validator: None,
        status: Derived,
        title: words("private address as the source", "来源为私网地址"),
        message: words(
            "`{value}` is private: requests over the internet never come from it",
            "`{value}` 是私网地址：经公网的请求不会来自该地址",
        ),
        help: words(
            "behind NAT the source is the public address; inside a VPC it depends on the service",
            "经 NAT 访问时来源是公网地址；在 VPC 内则取决于云服务",
        ),
        source: source::KEYS,
    },
    check: Check::Clause(run),
    #[cfg(any(test, feature = "cases"))]
    fires: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"IpAddress": {"acs:SourceIp": [⟦"192.168.0.0/16"⟧, "10.0.0.1"]}}"#),
    ],
    #[cfg(any(test, feature = "cases"))]
    silent: &[
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"IpAddress": {"acs:SourceIp": ["192.168.0.0/16", "203.0.113.0/24"]}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"IpAddress": {"acs:VpcSourceIp": "192.168.0.0/16"}}"#),
        identity(r#""Effect": "Allow", "Action": "log:Get*", "Resource": "*",
                    "Condition": {"IpAddress": {"acs:SourceIp": "0.0.0.0/0"}}"#),
    ],
};

fn run(_: &Context<'_>, _: &Statement<'_>, clause: &Clause<'_>, sink: &mut Sink) {
    if clause.folded_key != "acs:sourceip" || !is_address(clause) {
        return;
    }
    let private = |value: &Value<'_>| net(&value.text).is_some_and(|(address, _)| is_private(address));
    if let Some(value) = clause.values.first().filter(|_| clause.values.iter().all(private)) {
        sink.report(value.span).arg("value", &value.text);
    }
}

/// Whether the clause compares addresses.
pub(super) fn is_address(clause: &Clause<'_>) -> bool {
    clause.operator.is_some_and(|operator| operator.test == Test::Address)
}

/// The address and the length of the prefix; `None` for what the strict reader cannot read either.
pub(super) fn net(text: &str) -> Option<(IpAddr, u8)> {
    let (address, prefix) = text.split_once('/').map_or((text, None), |(address, prefix)| (address, Some(prefix)));
    let address: IpAddr = address.parse().ok()?;
    let most = if address.is_ipv4() { 32 } else { 128 };
    let prefix = prefix.map_or(Some(most), |prefix| prefix.parse().ok()).filter(|prefix| *prefix <= most)?;
    Some((address, prefix))
}

fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => address.is_private() || address.is_loopback() || address.is_link_local(),
        IpAddr::V6(address) => address.is_unique_local() || address.is_loopback() || address.is_unicast_link_local(),
    }
}
