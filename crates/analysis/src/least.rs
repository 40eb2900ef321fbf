//! From single needs to the fewest statements that allow exactly them.

use std::collections::BTreeMap;

use ramplay_flink::{Effect, OneOrMany, Statement};
use ramplay_policy::{PolicyKind, limits};

use crate::wider::Wider;

/// One action on one resource.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Need {
    /// The action.
    pub action: String,
    /// The resource, as a policy grants it: with `*` in the place of a region or account that is not known.
    pub resource: String,
}

/// The fewest readable statements that allow exactly `needs`: one for all resources that need the same
/// actions, sorted by the first resource. `wider` is that of the needs.
pub fn least(needs: &[&Need], wider: &Wider) -> Vec<Statement> {
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
pub fn allow(actions: Vec<String>, resources: Vec<String>) -> Statement {
    Statement {
        effect: Effect::Allow,
        principal: None,
        action: one_or_many(actions),
        resource: one_or_many(resources),
        condition: None,
    }
}

/// A list of one is written as that one.
pub(crate) fn one_or_many(mut list: Vec<String>) -> OneOrMany {
    match (list.pop(), list.is_empty()) {
        (Some(one), true) => OneOrMany::One(one),
        (last, _) => {
            list.extend(last);
            OneOrMany::Many(list)
        }
    }
}

/// What a document, a statement and an entry of a list take beside their words, in characters, at most.
const AROUND: [usize; 3] = [60, 160, 16];

/// Parts that are each within RAM's limit on an identity-based policy. A statement that is too long by itself is
/// taken apart.
pub fn split(statements: Vec<Statement>) -> Vec<Vec<Statement>> {
    let [document, around, entry] = AROUND;
    let limit = limits::ram_length(PolicyKind::Identity).unwrap_or(6_144);
    let length = |word: &String| word.chars().count() + entry;
    let mut parts: Vec<Vec<Statement>> = Vec::new();
    let mut room = 0;
    for statement in statements {
        let actions = statement.action.as_slice();
        let of_condition = |values: &OneOrMany| values.as_slice().iter().map(length).sum::<usize>();
        let conditions = statement.condition.iter().flatten().map(|(operator, keys)| {
            let keys = keys.iter().map(|(key, values)| 2 * entry + length(key) + of_condition(values));
            2 * entry + length(operator) + keys.sum::<usize>()
        });
        let base = around + actions.iter().map(length).sum::<usize>() + conditions.sum::<usize>();
        let mut resources: Vec<String> = Vec::new();
        for resource in statement.resource.as_slice() {
            let costs = length(resource) + if resources.is_empty() { base } else { 0 };
            if costs > room {
                close(&mut parts, &statement, &mut resources);
                parts.push(Vec::new());
                room = limit - document;
                room = room.saturating_sub(length(resource) + base);
            } else {
                room -= costs;
            }
            resources.push(resource.clone());
        }
        close(&mut parts, &statement, &mut resources);
    }
    parts
}

/// Puts a statement with these resources into the last part.
fn close(parts: &mut [Vec<Statement>], of: &Statement, resources: &mut Vec<String>) {
    if let Some(part) = parts.last_mut()
        && !resources.is_empty()
    {
        let statement = allow(of.action.as_slice().to_vec(), std::mem::take(resources));
        part.push(Statement { condition: of.condition.clone(), ..statement });
    }
}
