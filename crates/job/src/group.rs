//! From single needs to the fewest statements that allow exactly them.

use std::collections::BTreeMap;

use ramplay_flink::{Effect, OneOrMany, Statement};

use crate::model::Need;
use crate::wider::Wider;

/// The fewest readable statements that allow exactly `needs`: one for all resources that need the same
/// actions, sorted by the first resource. `wider` is that of the needs.
pub(crate) fn statements(needs: &[&Need], wider: &Wider) -> Vec<Statement> {
    let mut necessary: Vec<(&str, &str)> = (needs.iter().enumerate())
        .filter(|(place, _)| wider.of(*place).is_empty())
        .map(|(_, need)| (need.resource.as_str(), need.action.as_str()))
        .collect();
    necessary.sort_unstable();
    necessary.dedup();
    let mut groups: BTreeMap<Vec<&str>, Vec<&str>> = BTreeMap::new();
    for of_resource in necessary.chunk_by(|(one, _), (next, _)| one == next) {
        let actions = of_resource.iter().map(|(_, action)| *action).collect();
        groups.entry(actions).or_default().extend(of_resource.first().map(|(resource, _)| *resource));
    }
    let mut groups: Vec<_> = groups.into_iter().map(|(actions, resources)| (resources, actions)).collect();
    groups.sort();
    let owned = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect();
    groups.into_iter().map(|(resources, actions)| allow(owned(actions), owned(resources))).collect()
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
