//! The way in: from the identity that logs on, over the role that it assumes, to the consoles; and the way down the
//! Resource Directory to the member. Both are read off the answer, nothing is decided here.

use ramplay_flink::{LogonMethod, Precondition};
use ramplay_policy::{Decision, Layer};

use crate::answer::{Answer, Mark};
use crate::console::PreconditionState;
use crate::court::{Verdict, caller, role_arn};
use crate::scenario::{Attach, Hidden, Scenario};

/// The way in.
#[derive(Debug, Clone, PartialEq)]
pub struct Way {
    /// The ARN of the identity that logs on first; none for a user of CloudSSO, who has none.
    pub start: Option<String>,
    /// What must be so before the consoles see anybody.
    pub gates: Vec<Gate>,
    /// The ARN of the role that is assumed, if one is.
    pub role: Option<String>,
    /// The layers that were asked for opening the Management Console, in order.
    pub layers: Vec<Stage>,
    /// From Root to the member; empty where no Resource Directory is in play.
    pub directory: Vec<Level>,
}

/// A precondition of the logon method.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gate {
    /// What must be so.
    pub row: &'static Precondition,
    /// How it stands.
    pub state: PreconditionState,
}

/// A layer that was asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// Which.
    pub layer: Layer,
    /// Its answer.
    pub mark: Mark,
    /// The documents with a statement in it, by their places.
    pub documents: Vec<usize>,
}

/// A node of the Resource Directory on the way to the member.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    /// Its name.
    pub name: String,
    /// What kind of node it is.
    pub kind: Node,
    /// The control policies attached to it, by their places.
    pub documents: Vec<usize>,
    /// Whether its control policies let the Management Console be opened; none where nobody asked.
    pub mark: Option<Mark>,
    /// Whether more policies than those given may be attached to it.
    pub unknown: bool,
}

/// What kind of node it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Node {
    /// The root folder.
    Root,
    /// A folder.
    Folder,
    /// The member account.
    Member,
}

impl PreconditionState {
    /// How it is marked; what is presumed counts as met.
    pub fn mark(self) -> Mark {
        match self {
            PreconditionState::Met | PreconditionState::Presumed => Mark::Allow,
            PreconditionState::NotMet => Mark::ImplicitDeny,
            PreconditionState::NotGiven => Mark::Depends,
            PreconditionState::Withheld => Mark::Withheld,
        }
    }
}

/// The way in, for the logon method of the scenario.
pub fn way(scenario: &Scenario, answer: &Answer) -> Way {
    let method = scenario.logon;
    let management = &answer.consoles[0];
    let from_sso = matches!(method, LogonMethod::CloudSsoRamRole | LogonMethod::CloudSsoRamUser);
    let start = if from_sso {
        None
    } else if method.assumes_role() {
        Some(caller(scenario, method).arn)
    } else {
        Some(answer.person.arn.clone())
    };
    let layers = stages(management.opening.as_ref());
    let directory = if method.is_member() { levels(scenario, &layers) } else { Vec::new() };
    Way {
        start,
        gates: management.preconditions.iter().map(|row| Gate { row: row.row, state: row.state }).collect(),
        role: role_arn(scenario, method),
        layers,
        directory,
    }
}

/// The layers of the check that decides on opening: the first that is not allowed, else the first.
fn stages(opening: Option<&Verdict>) -> Vec<Stage> {
    let Some(Verdict::Ruled(ruling)) = opening else { return Vec::new() };
    let checks = &ruling.evaluation.checks;
    let Some(check) =
        checks.iter().find(|check| check.decision() != Some(Decision::Allow)).or(checks.first())
    else {
        return Vec::new();
    };
    let stage = |layer: &ramplay_policy::LayerTrace| {
        let mut documents: Vec<usize> =
            layer.statements.iter().map(|each| each.at.document.0 as usize).collect();
        documents.sort_unstable();
        documents.dedup();
        Stage { layer: layer.layer, mark: layer.mark(), documents }
    };
    check.layers.iter().filter(|layer| !layer.is_idle()).map(stage).collect()
}

fn levels(scenario: &Scenario, layers: &[Stage]) -> Vec<Level> {
    let last = scenario.directory.len().saturating_sub(1);
    let unknown = scenario.unknown.contains(&Hidden::Control);
    let level = |(at, name): (usize, &String)| Level {
        name: name.clone(),
        kind: match at {
            0 => Node::Root,
            at if at == last => Node::Member,
            _ => Node::Folder,
        },
        documents: (scenario.policies.iter().enumerate())
            .filter(|(_, entry)| matches!(&entry.attach, Attach::Control(node) if node == name))
            .map(|(place, _)| place)
            .collect(),
        mark: layers
            .iter()
            .find(|stage| matches!(stage.layer, Layer::Control(node) if usize::from(node) == at))
            .map(|stage| stage.mark),
        unknown,
    };
    scenario.directory.iter().enumerate().map(level).collect()
}

/// How a layer's answer is marked.
pub trait LayerMark {
    /// Its mark.
    fn mark(&self) -> Mark;
    /// Whether it is a resource layer without a statement, which is the usual case and says nothing.
    fn is_idle(&self) -> bool;
}

impl LayerMark for ramplay_policy::LayerTrace {
    fn mark(&self) -> Mark {
        match self.possible.only() {
            None if self.unseen => Mark::Depends,
            _ => match self.decision {
                Decision::Allow => Mark::Allow,
                Decision::ExplicitDeny => Mark::ExplicitDeny,
                Decision::ImplicitDeny => Mark::ImplicitDeny,
            },
        }
    }

    fn is_idle(&self) -> bool {
        self.layer == Layer::Resource && self.statements.is_empty() && !self.unseen
    }
}
