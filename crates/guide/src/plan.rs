//! A plan: steps as data, and the scenario that they lead to.

use ramplay_flink::{Pick, Precondition, Status};
use ramplay_playground::{Attach, Body, MAX_POLICIES, Member, PolicyEntry, Scenario};
use ramplay_policy::{Layer, StatementRef};

use crate::refusal::Refusal;
use crate::steps;
use crate::wish::Wish;

/// How to fulfil a wish.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The scenario in which the wish is asked; the steps start from it.
    pub start: Scenario,
    /// What there is to do, in order, with what is done already.
    pub steps: Vec<Step>,
}

/// Something that has to be so.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What.
    pub task: Task,
    /// Who does it.
    pub by: By,
    /// Where.
    pub place: Place,
    /// How sure it is that this is needed.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
    /// Whether it is so in the scenario.
    pub state: State,
    /// What it changes in the scenario; nothing if it is done, or has no place there.
    pub edit: Option<Edit>,
}

/// What a step is about.
#[derive(Debug, Clone, PartialEq)]
pub enum Task {
    /// Something that no policy of the scenario shows.
    Check(&'static Precondition),
    /// The policy is attached.
    Attach {
        /// Its name.
        name: String,
        /// Its text; none where the documentation does not print that of a system policy.
        text: Option<String>,
        /// Whether it has to be created first.
        create: bool,
        /// Where.
        attach: Attach,
    },
    /// The role's trust policy names the account from which it is assumed.
    Trust {
        /// The account.
        account: String,
        /// The trust policy as a whole.
        text: String,
    },
    /// The identity is a member of the namespace.
    Join {
        /// With this role.
        member: Member,
        /// How it is chosen in the dialog.
        picks: &'static [Pick],
    },
    /// The RAM user of the job exists, for calls of APIs only.
    CreateUser,
    /// It has an AccessKey pair.
    CreateKey,
    /// The pair stands in two variables of the namespace.
    CreateVariables,
    /// The drafts use the variables.
    UseVariables,
    /// The control policies of this node of the directory allow it.
    AllowAt {
        /// The node.
        node: String,
    },
    /// The session policy allows it.
    AllowInSession {
        /// What is added to it.
        text: String,
    },
    /// These `Deny` statements make an exception, or go.
    Lift {
        /// Documents by their place in [`Plan::applied`]'s list of policies.
        statements: Vec<StatementRef>,
    },
    /// Errors of policies or inputs are corrected.
    Correct,
    /// The policies of these layers are looked up: they decide.
    LookUp(Vec<Lookup>),
}

/// Policies that are not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup {
    /// Those of a layer.
    Layer(Layer),
    /// A system policy whose text is not documented, by the policy's place.
    Document(usize),
    /// The resource that is checked: the documentation does not tell it, and policies treat several differently.
    Resource,
}

/// Who takes a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum By {
    /// The Alibaba Cloud account that bought the workspace, itself.
    Account,
    /// The account that owns the workspace, or its RAM administrator.
    Administrator,
    /// The RAM administrator of the account from which the role is assumed.
    CallerAdministrator,
    /// The management account of the Resource Directory.
    ManagementAccount,
    /// A member with the owner role, or who may manage members.
    NamespaceOwner,
    /// A member who may create variables and edit drafts.
    Developer,
    /// The account that owns the SLS project.
    ProjectOwner,
    /// Whoever logs on.
    Person,
}

/// Where a step is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// RAM console of the account that owns the workspace.
    Ram,
    /// RAM console of the account from which the role is assumed.
    CallerRam,
    /// CloudSSO console.
    CloudSso,
    /// Console of Resource Management.
    ResourceDirectory,
    /// Development Console, members.
    Members,
    /// Development Console, variables.
    Variables,
    /// Development Console, drafts.
    Drafts,
    /// Where the role is assumed.
    Session,
    /// The SLS project's policy, which has no console.
    ProjectPolicy,
    /// In the scenario itself.
    Scenario,
}

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// The scenario has it.
    Done,
    /// It does not.
    Missing,
    /// Nothing in the scenario tells.
    Unknown,
}

/// A change of a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// A policy is attached.
    Attach(PolicyEntry),
    /// A pasted policy gets another text.
    Rewrite {
        /// Its place.
        policy: usize,
        /// The text.
        text: String,
    },
    /// The identity becomes a member of the namespace.
    Join(Member),
}

impl Edit {
    /// Makes the change. A policy beyond the most that are read is not attached.
    pub fn apply(&self, scenario: &mut Scenario) {
        match self {
            Edit::Attach(entry) if scenario.policies.len() < MAX_POLICIES => {
                scenario.policies.push(entry.clone());
            }
            Edit::Attach(_) => {}
            Edit::Rewrite { policy, text } => {
                if let Some(entry) = scenario.policies.get_mut(*policy) {
                    entry.body = Body::Document(text.clone());
                }
            }
            Edit::Join(member) => scenario.member = Some(member.clone()),
        }
    }
}

impl Plan {
    /// What is not there yet.
    pub fn missing(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| step.state == State::Missing)
    }

    /// The scenario with every step taken that can be taken in it.
    pub fn applied(&self) -> Scenario {
        let mut scenario = self.start.clone();
        for edit in self.steps.iter().filter_map(|step| step.edit.as_ref()) {
            edit.apply(&mut scenario);
        }
        scenario
    }

    /// Whether something is in the way that only a person can decide on.
    pub fn is_blocked(&self) -> bool {
        let by_person =
            |step: &Step| matches!(step.task, Task::Lift { .. } | Task::Correct | Task::LookUp(_));
        self.steps.iter().any(by_person)
    }
}

/// Plans how to fulfil a wish in a scenario, or says why it cannot be.
pub fn plan(scenario: &Scenario, wish: &Wish) -> Result<Plan, Refusal> {
    let start = wish.asked_in(scenario);
    steps::refuse(&start, wish)?;
    let steps = steps::all(&start, wish);
    Ok(Plan { start, steps })
}
