//! The policies that changed, with the difference of their texts.

use ramplay_playground::{Body, PolicyEntry};
use ramplay_workspace::difference::{Line, lines, policy_pairs};

/// A policy that is another than it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyChange {
    /// Its place in the base; none if it was added.
    pub before: Option<usize>,
    /// Its place among the present policies; none if it was removed.
    pub after: Option<usize>,
    /// The difference of the texts. Of a system policy, its name is the text.
    pub lines: Vec<Line>,
    /// Whether it is attached elsewhere.
    pub moved: bool,
    /// Whether it has another name.
    pub renamed: bool,
}

/// The policies that changed: those that are there, in their order, then those that were removed. The order of
/// policies means nothing, so that it is no change.
pub fn policies(before: &[PolicyEntry], after: &[PolicyEntry]) -> Vec<PolicyChange> {
    let pairs = policy_pairs(before, after);
    let mut changes = Vec::new();
    for (new, is) in after.iter().enumerate() {
        let old = pairs.iter().find(|(_, paired)| *paired == new).map(|(old, _)| *old);
        let was = old.and_then(|old| before.get(old));
        let change = PolicyChange {
            before: old,
            after: Some(new),
            lines: lines(was.map_or("", |was| text(&was.body)), text(&is.body)),
            moved: was.is_some_and(|was| was.attach != is.attach),
            renamed: was.is_some_and(|was| was.name != is.name),
        };
        if old.is_none() || was.is_some_and(|was| was != is) {
            changes.push(change);
        }
    }
    for (old, was) in before.iter().enumerate() {
        if !pairs.iter().any(|(paired, _)| *paired == old) {
            let lines = lines(text(&was.body), "");
            changes.push(PolicyChange {
                before: Some(old),
                after: None,
                lines,
                moved: false,
                renamed: false,
            });
        }
    }
    changes
}

fn text(body: &Body) -> &str {
    match body {
        Body::Document(text) | Body::System(text) => text,
    }
}
