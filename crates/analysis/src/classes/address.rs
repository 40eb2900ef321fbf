//! Addresses: between two neighbouring ends of ranges, every address lies in the same ranges.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ramplay_policy::condition::{Clause, Value};

/// Addresses that people recognise, tried first.
const FAMILIAR: [&str; 4] = ["203.0.113.7", "10.0.0.1", "192.168.0.1", "2001:db8::1"];

pub(super) fn representatives(clauses: &[&Clause]) -> Vec<String> {
    let mut texts: Vec<String> = FAMILIAR.map(str::to_owned).into();
    let (mut v4, mut v6) = (vec![0_u32], vec![0_u128]);
    for value in clauses.iter().flat_map(|clause| &clause.values) {
        let Value::Address(range) = value else { continue };
        match (range.first(), range.last()) {
            (IpAddr::V4(first), IpAddr::V4(last)) => {
                v4.push(first.to_bits());
                v4.extend(last.to_bits().checked_add(1));
            }
            (IpAddr::V6(first), IpAddr::V6(last)) => {
                v6.push(first.to_bits());
                v6.extend(last.to_bits().checked_add(1));
            }
            _ => {}
        }
    }
    v4.sort_unstable();
    v4.dedup();
    v6.sort_unstable();
    v6.dedup();
    texts.extend(v4.into_iter().map(|bits| Ipv4Addr::from_bits(bits).to_string()));
    texts.extend(v6.into_iter().map(|bits| Ipv6Addr::from_bits(bits).to_string()));
    texts
}
