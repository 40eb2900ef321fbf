//! Asking the engine for the job's RAM user.

use ramplay_policy::{Check, ContextMap, Pattern, Policy, PolicySet, evaluate};

use crate::job::Job;
use crate::model::{Ruling, StepVerdict, Undecided};
use crate::resource::Resource;

/// The job's RAM user before its policies.
pub(crate) struct Court<'j, 'a> {
    job: &'j Job<'a>,
    /// Resource patterns that tell regions or accounts apart.
    telling: Vec<Telling>,
}

/// A resource pattern that has something else than `*` in the place of the region or account.
struct Telling {
    service: Pattern,
    region: bool,
    account: bool,
}

impl<'j, 'a> Court<'j, 'a> {
    pub(crate) fn new(job: &'j Job<'a>) -> Self {
        let lists = policies(&job.policies).flat_map(|policy| &policy.statements);
        let patterns =
            lists.filter_map(|statement| statement.resource.as_ref()).flat_map(|list| &list.patterns);
        let mut all: Vec<Telling> = Vec::new();
        for one in patterns.filter_map(|pattern| telling(&pattern.written)) {
            // Policies of thousands of resources name few services.
            match all.iter_mut().find(|known| known.service.as_str() == one.service.as_str()) {
                Some(known) => {
                    known.region |= one.region;
                    known.account |= one.account;
                }
                None => all.push(one),
            }
        }
        Court { job, telling: all }
    }

    /// Asks for all of `actions` on all of `resources`.
    pub(crate) fn ask(&self, actions: &[String], resources: &[Resource]) -> StepVerdict {
        let mut reasons: Vec<Undecided> = Vec::new();
        for resource in resources {
            let tells = |place: fn(&Telling) -> bool| {
                let of_service = |one: &&Telling| one.service.matches(resource.service());
                self.telling.iter().filter(of_service).any(place)
            };
            if resource.region_unknown && tells(|one| one.region) {
                reasons.push(Undecided::Region);
            }
            // Resource policies name principals, and so accounts.
            if resource.account_unknown
                && (tells(|one| one.account) || !self.job.policies.resource.is_empty())
            {
                reasons.push(Undecided::Account);
            }
        }
        if !reasons.is_empty() {
            reasons.dedup();
            return StepVerdict::Undecided(reasons);
        }
        let each = resources.iter().flat_map(|resource| {
            actions.iter().map(|action| Check {
                action: action.clone(),
                resource: resource.asked.clone(),
                context: ContextMap::new(),
            })
        });
        let request = self.job.request(each.collect());
        match evaluate(&self.job.policies, &request) {
            Ok(evaluation) => StepVerdict::Ruled(Box::new(Ruling { request, evaluation })),
            Err(problem) => StepVerdict::Undecided(vec![Undecided::Request(problem)]),
        }
    }
}

/// The policies of all layers.
fn policies<'s>(set: &'s PolicySet<'_>) -> impl Iterator<Item = &'s Policy> {
    let named = set.control.iter().chain(&set.group).map(|(_, attached)| attached);
    let plain = set.session.iter().chain(&set.identity).chain(&set.trust);
    let resource = set.resource.iter().map(|one| &one.attached);
    named.chain(plain).chain(resource).map(|attached| attached.policy)
}

/// What a pattern tells apart; `None` if neither regions nor accounts. One with fewer parts than an ARN has
/// is taken to tell them, unless its last part is `*`, which stands for all the rest.
fn telling(pattern: &str) -> Option<Telling> {
    let parts: Vec<&str> = pattern.split(':').collect();
    let open_end = parts.len() < 5 && parts.last() == Some(&"*");
    let tells = |place: usize| match parts.get(place) {
        Some(part) => *part != "*",
        None => !open_end,
    };
    let (region, account) = (tells(2), tells(3));
    let service = parts.get(1).copied().filter(|_| parts.len() > 2).unwrap_or("*");
    (region || account).then(|| Telling { service: Pattern::new(service), region, account })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_that_tell_regions_or_accounts() {
        let rows = [
            ("*", None),
            ("acs:*", None),
            ("acs:log:*", None),
            ("acs:log:*:*", None),
            ("acs:log:*:*:project/web/*", None),
            ("acs:log:cn-hangzhou:*:project/web/*", Some((true, false))),
            ("acs:log:*:1234:project/web/*", Some((false, true))),
            ("acs:log:cn-*:1234:*", Some((true, true))),
            ("acs:log:cn-hangzhou:*", Some((true, false))),
            ("acs:log:*:project/web/*", Some((false, true))),
            ("acs:log*", Some((true, true))),
            ("project/web", Some((true, true))),
        ];
        for (pattern, expected) in rows {
            let found = telling(pattern).map(|one| (one.region, one.account));
            assert_eq!(found, expected, "{pattern}");
        }
    }
}
