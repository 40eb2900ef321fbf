//! A repair as an edit of a scenario.

use ramplay_analysis::{Amendment, Repair};
use ramplay_playground::{Attach, Body, MAX_POLICIES, PolicyEntry, Scenario};
use ramplay_policy::Layer;
use serde::{Deserialize, Serialize};

/// A change of a scenario's policies. Places are those before the changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PolicyChange {
    /// A policy has another text.
    Rewrite {
        /// Its place.
        policy: usize,
        /// The text.
        text: String,
    },
    /// A policy is removed.
    Remove {
        /// Its place.
        policy: usize,
    },
    /// A policy is added at the end.
    Add {
        /// The policy.
        entry: PolicyEntry,
    },
}

/// What a repair does to a scenario; `attach` is where identity-based policies of who asks are attached. None if it
/// cannot be done there: a policy that the logon method brings along cannot be taken away, and there are at most
/// [`MAX_POLICIES`].
pub fn policy_changes(scenario: &Scenario, attach: &Attach, repair: &Repair) -> Option<Vec<PolicyChange>> {
    let mut changes = Vec::new();
    for edited in &repair.edits {
        let policy = usize::try_from(edited.document.0).ok()?;
        if edited.is_new {
            let attach = match edited.layer {
                Layer::Resource => Attach::Project,
                Layer::Trust => Attach::Trust,
                Layer::IdentityAccount => attach.clone(),
                Layer::Control(_) | Layer::Session | Layer::IdentityGroup => return None,
            };
            let system = repair.steps.iter().find_map(|step| match &step.amendment {
                Amendment::AttachSystem { name } if step.document == edited.document => Some(name.clone()),
                _ => None,
            });
            let body = system.map(Body::System).or(edited.text.clone().map(Body::Document))?;
            changes.push(PolicyChange::Add { entry: PolicyEntry { name: String::new(), attach, body } });
        } else if policy >= scenario.policies.len() {
            return None;
        } else {
            changes.push(match &edited.text {
                Some(text) => PolicyChange::Rewrite { policy, text: text.clone() },
                None => PolicyChange::Remove { policy },
            });
        }
    }
    let added = changes.iter().filter(|change| matches!(change, PolicyChange::Add { .. })).count();
    (scenario.policies.len() + added <= MAX_POLICIES).then_some(changes)
}

/// Makes changes, which have to be of this scenario.
pub fn apply(scenario: &mut Scenario, changes: &[PolicyChange]) {
    let mut removed = Vec::new();
    for change in changes {
        match change {
            PolicyChange::Rewrite { policy, text } => {
                if let Some(entry) = scenario.policies.get_mut(*policy) {
                    entry.body = Body::Document(text.clone());
                }
            }
            PolicyChange::Remove { policy } => removed.push(*policy),
            PolicyChange::Add { entry } => scenario.policies.push(entry.clone()),
        }
    }
    // From the back, so that places in front stay what they are.
    removed.sort_unstable();
    for policy in removed.into_iter().rev() {
        scenario.remove_policy(policy);
    }
}
