//! IP addresses and ranges.

use std::fmt;
use std::net::IpAddr;

use ipnet::IpNet;

/// An IPv4 or IPv6 address or CIDR range; an address is a range of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    net: IpNet,
}

impl Range {
    pub(super) fn read(text: &str) -> Option<Self> {
        let net = match text.parse::<IpAddr>() {
            Ok(address) => IpNet::from(address),
            Err(_) => text.parse::<IpNet>().ok()?,
        };
        Some(Range { net })
    }

    /// A value of a request: one address, never a range.
    pub(super) fn read_one(text: &str) -> Option<Self> {
        text.parse::<IpAddr>().ok().map(|address| Range { net: IpNet::from(address) })
    }

    /// The first address of the range.
    pub fn first(&self) -> IpAddr {
        self.net.network()
    }

    /// The last address of the range.
    pub fn last(&self) -> IpAddr {
        self.net.broadcast()
    }

    /// Bits outside the prefix are ignored, but worth a warning.
    pub(super) fn has_host_bits(&self) -> bool {
        self.net.addr() != self.net.network()
    }

    /// Whether `seen` lies wholly in this range. IPv4 never lies in IPv6.
    pub(super) fn contains(&self, seen: &Range) -> bool {
        self.net.contains(&seen.net.trunc())
    }
}

/// A CIDR range without host bits; an address alone without its prefix.
impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.net.prefix_len() == self.net.max_prefix_len() {
            write!(f, "{}", self.net.addr())
        } else {
            write!(f, "{}", self.net.trunc())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges() {
        let range = |text| Range::read(text).unwrap();
        let within = |net, address| range(net).contains(&range(address));
        assert!(within("10.0.0.0/8", "10.255.0.1"));
        assert!(within("10.0.0.1", "10.0.0.1"));
        assert!(within("10.0.0.1/32", "10.0.0.1"));
        assert!(within("10.9.9.9/8", "10.0.0.1"), "host bits are ignored");
        assert!(within("0.0.0.0/0", "203.0.113.5"));
        assert!(!within("0.0.0.0/0", "::1"));
        assert!(!within("::/0", "10.0.0.1"));
        assert!(within("2001:db8::/32", "2001:db8:1::5"));
        assert_eq!(range("10.9.9.9/8").first(), range("10.0.0.0").first());
        assert_eq!(range("10.9.9.9/8").last(), range("10.255.255.255").first());
        assert_eq!(range("10.9.9.9/8").to_string(), "10.0.0.0/8");
        assert_eq!(range("10.9.9.9/32").to_string(), "10.9.9.9");
        assert!(range("10.9.9.9/8").has_host_bits());
        assert!(!range("10.0.0.0/8").has_host_bits());
        for bad in ["", "10.0.0", "10.0.0.256", "10.0.0.0/33", "example.com", "10.0.0.*"] {
            assert!(Range::read(bad).is_none(), "{bad}");
        }
    }
}
