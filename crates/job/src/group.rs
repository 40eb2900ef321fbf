//! From single needs to the fewest statements that allow exactly them.

use std::collections::{BTreeMap, BTreeSet};

use ramplay_flink::{Effect, OneOrMany, Statement};
use ramplay_policy::Pattern;

use crate::model::Need;

/// The fewest readable statements that allow exactly `needs`: one for all resources that need the same
/// actions, sorted by the first resource.
pub(crate) fn statements<'n>(needs: impl Iterator<Item = &'n Need>) -> Vec<Statement> {
    let mut resources: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for need in necessary(needs) {
        resources.entry(&need.resource).or_default().insert(&need.action);
    }
    let mut groups: BTreeMap<BTreeSet<&str>, Vec<&str>> = BTreeMap::new();
    for (resource, actions) in resources {
        groups.entry(actions).or_default().push(resource);
    }
    let mut groups: Vec<_> = groups.into_iter().map(|(actions, resources)| (resources, actions)).collect();
    groups.sort();
    let owned = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect();
    groups
        .into_iter()
        .map(|(resources, actions)| allow(owned(actions.into_iter().collect()), owned(resources)))
        .collect()
}

/// A statement that allows all of this.
pub(crate) fn allow(actions: Vec<String>, resources: Vec<String>) -> Statement {
    Statement {
        effect: Effect::Allow,
        principal: None,
        action: one_or_many(actions),
        resource: one_or_many(resources),
        condition: None,
    }
}

/// A list of one is written as that one.
fn one_or_many(mut list: Vec<String>) -> OneOrMany {
    match (list.pop(), list.is_empty()) {
        (Some(one), true) => OneOrMany::One(one),
        (last, _) => {
            list.extend(last);
            OneOrMany::Many(list)
        }
    }
}

/// The needs without those that another one, with a literal `*`, allows as a pattern anyway.
fn necessary<'n>(needs: impl Iterator<Item = &'n Need>) -> BTreeSet<&'n Need> {
    let all: BTreeSet<&Need> = needs.collect();
    // By action and what stands before the first `*`: whatever such a pattern matches begins with that, so
    // that a need has to look at the beginnings of its own resource only.
    let mut wild: BTreeMap<(&str, &str), Vec<(&str, Pattern)>> = BTreeMap::new();
    for need in &all {
        if let Some((head, _)) = need.resource.split_once('*') {
            let resource = need.resource.as_str();
            wild.entry((&need.action, head)).or_default().push((resource, Pattern::new(resource)));
        }
    }
    let is_covered = |need: &&Need| {
        let heads = (0..=need.resource.len()).filter_map(|end| need.resource.get(..end));
        let mut wider = heads.filter_map(|head| wild.get(&(need.action.as_str(), head))).flatten();
        wider.any(|(resource, pattern)| *resource != need.resource && pattern.matches(&need.resource))
    };
    all.iter().copied().filter(|need| !is_covered(need)).collect()
}
