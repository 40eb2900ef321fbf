//! Which needs are allowed anyway by others, whose resource has a `*` and stands for more as a pattern.

use std::collections::BTreeMap;

use ramplay_policy::Pattern;

use crate::least::Need;

/// For each of some needs the other ones that, as patterns, stand for it too.
#[derive(Debug)]
pub struct Wider {
    of: Vec<Vec<usize>>,
}

/// A need in the order in which all that a pattern can match stand together, behind it: by action, service,
/// and what follows the account. Regions and accounts are often `*` and tell nothing of that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key<'n> {
    action: &'n str,
    service: &'n str,
    rest: &'n str,
}

/// A need with a `*`.
struct Wild<'n> {
    /// With what stands before the first `*` behind the account.
    head: Key<'n>,
    resource: &'n str,
    place: usize,
    /// Made when something is near that it may match.
    pattern: Option<Pattern>,
}

impl Wider {
    /// Compares needs, of which none is there twice.
    pub fn new(needs: &[&Need]) -> Self {
        let mut of = vec![Vec::new(); needs.len()];
        // Patterns without the parts of an ARN, such as `*`: asked about everything, as there are few.
        let mut loose: BTreeMap<&str, Vec<Wild<'_>>> = BTreeMap::new();
        let mut wild: Vec<Wild<'_>> = Vec::new();
        let mut all: Vec<(Key<'_>, usize)> = Vec::with_capacity(needs.len());
        for (place, need) in needs.iter().enumerate() {
            let parts = parts(&need.resource);
            let (service, rest) = parts.unwrap_or(("", &need.resource));
            let key = Key { action: &need.action, service, rest };
            all.push((key, place));
            if need.resource.contains('*') {
                let head = Key { rest: rest.split_once('*').map_or(rest, |(head, _)| head), ..key };
                let one = Wild { head, resource: &need.resource, place, pattern: None };
                if parts.is_some() {
                    wild.push(one);
                } else {
                    loose.entry(&need.action).or_default().push(one);
                }
            }
        }
        all.sort_unstable();
        wild.sort_unstable_by(|a, b| (a.head, a.place).cmp(&(b.head, b.place)));
        let mut coming = wild.into_iter().peekable();
        // The patterns that begin as the need does. Each begins with the one before.
        let mut near: Vec<Wild<'_>> = Vec::new();
        for (key, place) in all {
            let Some((resource, wider)) =
                needs.get(place).map(|need| need.resource.as_str()).zip(of.get_mut(place))
            else {
                continue;
            };
            while let Some(next) = coming.next_if(|next| next.head <= key) {
                leave(&mut near, next.head);
                near.push(next);
            }
            leave(&mut near, key);
            for one in near.iter_mut().chain(loose.get_mut(key.action).into_iter().flatten()) {
                if one.resource != resource && one.matches(resource) {
                    wider.push(one.place);
                }
            }
        }
        Wider { of }
    }

    /// The places of those that stand for the need at this place, too.
    pub fn of(&self, place: usize) -> &[usize] {
        self.of.get(place).map_or(&[], Vec::as_slice)
    }
}

impl Wild<'_> {
    fn matches(&mut self, resource: &str) -> bool {
        self.pattern.get_or_insert_with(|| Pattern::new(self.resource)).matches(resource)
    }
}

/// Leaves the patterns that `key` does not begin with.
fn leave(near: &mut Vec<Wild<'_>>, key: Key<'_>) {
    let begins = |head: Key<'_>| {
        head.action == key.action && head.service == key.service && key.rest.starts_with(head.rest)
    };
    while near.last().is_some_and(|last| !begins(last.head)) {
        near.pop();
    }
}

/// The service of an ARN, and what follows the account.
fn parts(resource: &str) -> Option<(&str, &str)> {
    let mut parts = resource.splitn(5, ':');
    let (service, rest) = (parts.nth(1)?, parts.nth(2)?);
    (!service.contains('*')).then_some((service, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By trying all with all.
    fn naive(needs: &[&Need]) -> Vec<Vec<usize>> {
        let is_wider = |one: &Need, other: &Need| {
            one.action == other.action
                && one.resource != other.resource
                && Pattern::new(&one.resource).matches(&other.resource)
        };
        let of = |other: &&Need| (0..needs.len()).filter(|one| is_wider(needs[*one], other)).collect();
        needs.iter().map(of).collect()
    }

    #[test]
    fn as_if_all_were_tried() {
        let resources = [
            "*",
            "acs:log:*:*:project/*",
            "acs:log:*:1:project/p",
            "acs:log:cn-hangzhou:1:project/p",
            "acs:log:cn-hangzhou:1:project/p/logstore/l",
            "acs:log:cn-hangzhou:*:project/p/logstore/*",
            "acs:log:*:*:project/p!",
            "acs:log:*:*:*",
            "acs:oss:*:*:b",
            "acs:oss:*:*:b/*",
            "acs:oss:*:*:b/dir/*",
            "acs:oss:*:1:b/dir/x",
            "acs:oss:*:*:b/dir",
            "acs:*:*:*:b/dir/x",
        ];
        let of = |action: &'static str| {
            resources.map(|resource| Need { action: action.to_owned(), resource: resource.to_owned() })
        };
        let needs: Vec<Need> = of("log:A").into_iter().chain(of("log:B")).collect();
        // Every set of up to all but a few, in one order and the other.
        for step in 1..6 {
            let mut some: Vec<&Need> = needs.iter().step_by(step).collect();
            for _ in 0..2 {
                let wider = Wider::new(&some);
                let sorted = |place| {
                    let mut wider = wider.of(place).to_vec();
                    wider.sort_unstable();
                    wider
                };
                let found: Vec<Vec<usize>> = (0..some.len()).map(sorted).collect();
                assert_eq!(found, naive(&some));
                some.reverse();
            }
        }
    }
}
