//! Asking the engine: principals, requests and policies of a scenario put together.

use ramplay_flink::LogonMethod;
use ramplay_policy::{
    Attached, Check, ContextMap, Decision, DocumentId, Evaluation, Layer, Place, PolicySet, Principal,
    PrincipalKind, Request, RequestProblem, ResourceAttached, StatementRef, Unseen, evaluate,
};

use crate::documents::{Document, Obstacle, Origin, counts};
use crate::field::{self, Field};
use crate::scenario::{Attach, Hidden, Reader, Scenario};

/// The engine's answer to one question, or why there is none.
#[derive(Debug, Clone, PartialEq)]
pub enum Verdict {
    /// The engine decided.
    Ruled(Box<Ruling>),
    /// The documentation discloses no authorization for it.
    NotChecked,
    /// No verdict can be given.
    Withheld(Withheld),
}

/// A decision with everything that is needed to explain it.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruling {
    /// What was asked.
    pub request: Request,
    /// The answer and its trace.
    pub evaluation: Evaluation,
    /// Documents whose text is our own reading and that the decision rests on.
    pub assumed_documents: Vec<usize>,
}

/// Why there is no verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Withheld {
    /// Documents that cannot be evaluated.
    Documents(Vec<(usize, Obstacle)>),
    /// Inputs that cannot be used.
    Fields(Vec<Field>),
    /// A circumstance that a condition cannot read.
    Request(RequestProblem),
    /// It depends on the resource that is checked, and the documentation does not tell which.
    UnknownResource,
}

impl Verdict {
    /// The decision, if there is one and no unknown layer could make it another.
    pub fn decision(&self) -> Option<Decision> {
        match self {
            Verdict::Ruled(ruling) => ruling.evaluation.decision(),
            Verdict::NotChecked => Some(Decision::Allow),
            Verdict::Withheld(_) => None,
        }
    }

    /// The statements that decided, over all checks, in order and without repetition. For an implicit
    /// deny there is none.
    pub fn deciding(&self) -> Vec<StatementRef> {
        let Verdict::Ruled(ruling) = self else { return Vec::new() };
        let decision = ruling.evaluation.decision();
        let mut all: Vec<StatementRef> = ruling
            .evaluation
            .checks
            .iter()
            .filter(|check| check.decision() == decision)
            .flat_map(|check| check.deciding().map(|statement| statement.at))
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl Ruling {
    /// The unknown layers that decide, each once, in the order in which they are read.
    pub fn depends_on(&self) -> Vec<Layer> {
        let ways = self.evaluation.checks.iter().flat_map(|check| &check.allowed_if);
        let mut layers: Vec<Layer> = ways.flatten().map(|need| need.layer).collect();
        layers.sort_unstable();
        layers.dedup();
        layers
    }

    /// The checks that are denied, by index.
    pub fn missing(&self) -> impl Iterator<Item = (usize, &Check)> {
        self.request
            .checks
            .iter()
            .enumerate()
            .zip(&self.evaluation.checks)
            .filter(|(_, trace)| !trace.possible.contains(Decision::Allow))
            .map(|(check, _)| check)
    }
}

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Actor {
    /// The identity that opens the consoles.
    Person,
    /// The RAM user that assumes the role.
    Caller,
    /// The RAM user whose AccessKey pair the job uses.
    Job,
}

/// What the question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    /// The workspace.
    Workspace,
    /// The SLS project.
    Project,
    /// The role to assume.
    Role,
}

/// Who asks about what, ready to be asked several questions.
pub(crate) struct Court<'a> {
    scenario: &'a Scenario,
    documents: &'a [Document],
    /// Inputs that say who asks and cannot be used.
    bad: Vec<Field>,
    policies: Result<Taken<'a>, Withheld>,
    template: Request,
}

/// The policies that count for a question.
pub(crate) struct Taken<'a> {
    pub(crate) set: PolicySet<'a>,
    /// System policies among them whose body is not known. What the others allow or explicitly deny
    /// stands, since no system policy is known to deny; what they leave open is open.
    unknown: Vec<usize>,
}

/// The ARN of a RAM role of the scenario's account, for a logon method that takes one.
pub(crate) fn role_arn(scenario: &Scenario, method: LogonMethod) -> Option<String> {
    let account = &scenario.identities.account;
    let name = match method {
        LogonMethod::RamRoleSameAccount | LogonMethod::RamRoleOtherAccount => {
            scenario.identities.role.clone()
        }
        // Both are written in lower case in the ARNs that the documentation prints.
        LogonMethod::RdRamAdminAsRole => scenario.identities.member_role.to_ascii_lowercase(),
        LogonMethod::CloudSsoRamRole => {
            format!("aliyunreservedsso-{}", scenario.identities.access_configuration.to_ascii_lowercase())
        }
        LogonMethod::AccountPurchaser
        | LogonMethod::AccountOther
        | LogonMethod::RamUserSameAccount
        | LogonMethod::RamUserCrossAccount
        | LogonMethod::RdRoot
        | LogonMethod::RdRamUser
        | LogonMethod::CloudSsoRamUser => return None,
    };
    Some(format!("acs:ram::{account}:role/{name}"))
}

/// The identity that the consoles see.
pub fn person(scenario: &Scenario, method: LogonMethod) -> Principal {
    let ids = &scenario.identities;
    let user = |account: &str| Principal::ram_user(account, &ids.user);
    match method {
        LogonMethod::AccountPurchaser | LogonMethod::RdRoot => root(&ids.account),
        LogonMethod::AccountOther => root(&ids.other_account),
        LogonMethod::RamUserSameAccount | LogonMethod::RdRamUser | LogonMethod::CloudSsoRamUser => {
            user(&ids.account)
        }
        LogonMethod::RamUserCrossAccount => user(&ids.other_account),
        LogonMethod::RamRoleSameAccount
        | LogonMethod::RamRoleOtherAccount
        | LogonMethod::RdRamAdminAsRole
        | LogonMethod::CloudSsoRamRole => Principal {
            kind: PrincipalKind::RamRole,
            arn: format!("{}/{}", role_arn(scenario, method).unwrap_or_default(), ids.user),
            account: ids.account.clone(),
            uid: None,
        },
    }
}

/// The RAM user that assumes the role.
pub(crate) fn caller(scenario: &Scenario, method: LogonMethod) -> Principal {
    let ids = &scenario.identities;
    match method {
        LogonMethod::RamRoleOtherAccount => Principal::ram_user(&ids.other_account, &ids.user),
        LogonMethod::RdRamAdminAsRole => Principal::ram_user(&ids.management_account, &ids.user),
        _ => Principal::ram_user(&ids.account, &ids.user),
    }
}

fn root(account: &str) -> Principal {
    Principal {
        kind: PrincipalKind::Root,
        arn: format!("acs:ram::{account}:root"),
        account: account.to_owned(),
        uid: Some(account.to_owned()),
    }
}

impl<'a> Court<'a> {
    pub(crate) fn new(
        scenario: &'a Scenario,
        documents: &'a [Document],
        method: LogonMethod,
        actor: Actor,
        target: Target,
    ) -> Self {
        let owner = &scenario.identities.account;
        let project_account =
            Some(&scenario.logstore.account).filter(|account| !account.is_empty()).unwrap_or(owner);
        let resource_account = match target {
            Target::Workspace | Target::Role => owner,
            Target::Project => project_account,
        };
        let principal = match actor {
            Actor::Person => person(scenario, method),
            Actor::Caller => caller(scenario, method),
            Actor::Job => Principal::ram_user(owner, &scenario.identities.job_user),
        };
        let (context, time) = circumstances(scenario);
        let resource_group = &scenario.circumstances.resource_group;
        let in_directory = method.is_member() && resource_account == owner;
        let template = Request {
            principal,
            checks: Vec::new(),
            resource_account: resource_account.clone(),
            resource_group: Some(resource_group.clone()).filter(|group| !group.is_empty()),
            context,
            time,
            directory_path: if in_directory { scenario.directory.clone() } else { Vec::new() },
            in_management_account: actor == Actor::Caller && method == LogonMethod::RdRamAdminAsRole,
        };
        let fields = match actor {
            Actor::Person | Actor::Caller => field::identity_fields(method).to_vec(),
            Actor::Job => field::reader_fields(method, Reader::Job),
        };
        let Principal { kind, account, .. } = &template.principal;
        let own_root = *kind == PrincipalKind::Root && *account == template.resource_account;
        let exempt = own_root || template.in_management_account;
        let bound = !exempt && !template.directory_path.is_empty();
        let policies = policy_set(scenario, documents, method, actor, target, bound);
        Court { scenario, documents, bad: bad_fields(scenario, &fields), policies, template }
    }

    /// A request without checks, and the policies that count for it.
    pub(crate) fn into_parts(self) -> (Request, Result<Taken<'a>, Withheld>) {
        (self.template, self.policies)
    }

    /// Who asks.
    pub(crate) fn principal(&self) -> &Principal {
        &self.template.principal
    }

    /// Asks one question, which may need several checks and rests on these inputs.
    pub(crate) fn ask<S: Into<String>>(
        &self,
        fields: &[Field],
        checks: impl IntoIterator<Item = (S, String)>,
    ) -> Verdict {
        let mut bad = self.bad.clone();
        bad.extend(bad_fields(self.scenario, fields).iter().filter(|field| !self.bad.contains(field)));
        if !bad.is_empty() {
            return Verdict::Withheld(Withheld::Fields(bad));
        }
        let Taken { set, unknown } = match &self.policies {
            Ok(taken) => taken,
            Err(withheld) => return Verdict::Withheld(withheld.clone()),
        };
        let checks = checks
            .into_iter()
            .map(|(action, resource)| Check { action: action.into(), resource, context: ContextMap::new() })
            .collect();
        let request = Request { checks, ..self.template.clone() };
        match evaluate(set, &request) {
            // What a body that is not documented leaves open is not for the person to weigh; what they
            // themselves called unknown is.
            Ok(evaluation)
                if !unknown.is_empty()
                    && evaluation.decision().is_none()
                    && self.scenario.unknown.is_empty() =>
            {
                let obstacle = |index: &usize| (*index, Obstacle::UnknownBody);
                Verdict::Withheld(Withheld::Documents(unknown.iter().map(obstacle).collect()))
            }
            Ok(evaluation) => {
                let mut assumed_documents = self.assumed(&evaluation);
                if evaluation.is_allowed() {
                    assumed_documents.extend(unknown);
                }
                Verdict::Ruled(Box::new(Ruling { request, evaluation, assumed_documents }))
            }
            Err(problem) => Verdict::Withheld(Withheld::Request(problem)),
        }
    }

    /// Documents with an assumed text that made the decision, or that were read in vain.
    fn assumed(&self, evaluation: &Evaluation) -> Vec<usize> {
        let mut assumed = Vec::new();
        for check in &evaluation.checks {
            let implicit = check.decision() == Some(Decision::ImplicitDeny);
            let read = check.layers.iter().flat_map(|layer| &layer.statements).filter(|_| implicit);
            for statement in check.deciding().chain(read) {
                let index = statement.at.document.0 as usize;
                if self.documents.get(index).is_some_and(Document::is_assumed) && !assumed.contains(&index) {
                    assumed.push(index);
                }
            }
        }
        assumed
    }
}

/// Fields of these that cannot be used.
fn bad_fields(scenario: &Scenario, fields: &[Field]) -> Vec<Field> {
    fields.iter().copied().filter(|field| field.problem(scenario).is_some()).collect()
}

/// The policies of every layer that count for the question. One that cannot be evaluated withholds it.
fn policy_set<'a>(
    scenario: &'a Scenario,
    documents: &'a [Document],
    method: LogonMethod,
    actor: Actor,
    target: Target,
    bound_by_control: bool,
) -> Result<Taken<'a>, Withheld> {
    let mut set = PolicySet::default();
    let mut unknown = Vec::new();
    let mut obstacles = Vec::new();
    for (index, document) in documents.iter().enumerate() {
        let attached = Attached {
            document: DocumentId(u32::try_from(index).unwrap_or(u32::MAX)),
            policy: &document.reading.policy,
        };
        let implied = matches!(document.origin, Origin::Implied(_));
        let counts = if implied {
            method == LogonMethod::RdRamAdminAsRole
        } else {
            counts(&document.attach, method, scenario)
        };
        let taken = counts
            && match (&document.attach, actor, target) {
                (Attach::Identity, Actor::Person, _)
                | (Attach::Job, Actor::Job, _)
                | (Attach::Caller, Actor::Caller, Target::Role) => {
                    set.identity.push(attached);
                    true
                }
                (Attach::Group(group), Actor::Person, _) => {
                    set.group.push((group, attached));
                    true
                }
                (Attach::Session, Actor::Person, _) => {
                    set.session.push(attached);
                    true
                }
                (Attach::Trust, Actor::Caller, Target::Role) => {
                    set.trust.push(attached);
                    true
                }
                (Attach::Control(node), _, _) if bound_by_control => {
                    set.control.push((node, attached));
                    true
                }
                (Attach::Project, _, Target::Project) => {
                    set.resource.push(ResourceAttached { attached, spares_owner: true });
                    true
                }
                _ => false,
            };
        match document.obstacle().filter(|_| taken) {
            None => {}
            Some(Obstacle::UnknownBody) => {
                // No system policy is known to deny.
                set.unseen.push(Unseen { place: place(&document.attach), may_deny: false });
                unknown.push(index);
            }
            Some(obstacle) => obstacles.push((index, obstacle)),
        }
    }
    for hidden in &scenario.unknown {
        let place = match (hidden, actor, target) {
            (Hidden::Identity, Actor::Person, _)
            | (Hidden::Job, Actor::Job, _)
            | (Hidden::Caller, Actor::Caller, Target::Role) => Place::Identity,
            (Hidden::Group, Actor::Person, _) => Place::Group,
            (Hidden::Session, Actor::Person, _) => Place::Session,
            (Hidden::Trust, Actor::Caller, Target::Role) => Place::Trust,
            (Hidden::Control, _, _) if bound_by_control => Place::Control(None),
            (Hidden::Project, _, Target::Project) => Place::Resource,
            _ => continue,
        };
        set.unseen.push(Unseen { place, may_deny: true });
    }
    if obstacles.is_empty() { Ok(Taken { set, unknown }) } else { Err(Withheld::Documents(obstacles)) }
}

fn place(attach: &Attach) -> Place<'_> {
    match attach {
        Attach::Identity | Attach::Caller | Attach::Job => Place::Identity,
        Attach::Group(_) => Place::Group,
        Attach::Session => Place::Session,
        Attach::Trust => Place::Trust,
        Attach::Control(node) => Place::Control(Some(node)),
        Attach::Project => Place::Resource,
    }
}

/// Condition keys and the time. Values that a field says are wrong are still sent, so that a condition
/// that reads them withholds its verdict and the others stay.
fn circumstances(scenario: &Scenario) -> (ContextMap, Option<String>) {
    let given = &scenario.circumstances;
    let mut context = ContextMap::new();
    let mut add = |key: &str, value: &str| {
        if !key.is_empty() && !value.is_empty() {
            context.entry(key.to_owned()).or_default().push(value.to_owned());
        }
    };
    add("acs:SourceIp", &given.source_ip);
    add("acs:SourceVpc", &given.source_vpc);
    for (key, value) in [("acs:MFAPresent", given.mfa), ("acs:SecureTransport", given.tls)] {
        if let Some(value) = value {
            add(key, if value { "true" } else { "false" });
        }
    }
    for pair in &given.keys {
        add(pair.key.trim(), pair.value.trim());
    }
    (context, Some(given.time.clone()).filter(|time| !time.is_empty()))
}
