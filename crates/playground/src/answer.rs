//! The answer: everything that the page shows, computed from a scenario in one pure function.

use std::rc::Rc;

use ramplay_flink::{
    Capability, Console, ConsolePermission, LogonMethod, NamespaceRole, Operation, OperationCheck,
    OperationResource, arn, catalogue,
};
use ramplay_policy::{Decision, Principal, Verdict as Known};

use crate::console::{self, ConsoleAnswer, MatrixRow};
use crate::court::{Actor, Court, Target, Verdict, Withheld, person};
use crate::documents::{self, Document};
use crate::field::{Field, FieldProblem};
use crate::scenario::{Member, Reader, Scenario};

/// Everything that the page shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The documents, in the order of the scenario; one that the logon method brings along comes last.
    pub documents: Vec<Document>,
    /// What is wrong with single inputs.
    pub fields: Vec<(Field, FieldProblem)>,
    /// The identity that the consoles see.
    pub person: Principal,
    /// Both consoles.
    pub consoles: [ConsoleAnswer; 2],
    /// The operations of the Management Console.
    pub operations: Vec<OperationRow>,
    /// The permissions of the Development Console.
    pub permissions: Vec<PermissionRow>,
    /// What can be done on the Logstore.
    pub logstore: LogstoreAnswer,
    /// Both consoles for every logon method, with the same policies.
    pub matrix: Vec<MatrixRow>,
}

/// An operation of the Management Console.
#[derive(Debug, Clone, PartialEq)]
pub struct OperationRow {
    /// The operation.
    pub operation: &'static Operation,
    /// The verdict.
    pub verdict: Verdict,
}

/// A permission of the Development Console.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PermissionRow {
    /// The permission.
    pub permission: &'static ConsolePermission,
    /// Whether the person holds it.
    pub held: bool,
}

/// What can be done on the Logstore.
#[derive(Debug, Clone, PartialEq)]
pub struct LogstoreAnswer {
    /// Who reads and writes it.
    pub reader: Principal,
    /// One row for each capability, in the order of the catalogue.
    pub rows: Vec<CapabilityRow>,
}

/// A capability on the Logstore.
#[derive(Debug, Clone, PartialEq)]
pub struct CapabilityRow {
    /// The capability.
    pub capability: &'static Capability,
    /// The verdict.
    pub verdict: Verdict,
}

/// Answers a scenario.
///
/// ```
/// use ramplay_playground::{answer, example};
///
/// let answer = answer(&example());
/// let pull = answer.logstore.rows.iter().find(|row| row.capability.id == "logs.pull").unwrap();
/// assert!(pull.verdict.decision().unwrap().is_allow());
/// ```
pub fn answer(scenario: &Scenario) -> Answer {
    answer_after(scenario, &[])
}

/// Answers a scenario of which some documents were read before.
fn answer_after(scenario: &Scenario, before: &[Document]) -> Answer {
    answer_with(scenario, documents::read_all(scenario, before))
}

/// Answers a scenario with these documents in place of its own: those of [`documents::read_all`], in their order, with
/// other statements than were read, perhaps.
pub fn answer_with(scenario: &Scenario, documents: Vec<Document>) -> Answer {
    let method = scenario.logon;
    let matrix = console::matrix(scenario, &documents);
    let own = matrix.iter().find(|row| row.method == method).map(|row| row.consoles.clone());
    let consoles = own.unwrap_or_else(|| console::both(scenario, &documents, method));
    let [_, development] = &consoles;
    let permissions = permissions(scenario, development);
    Answer {
        fields: fields(scenario),
        person: person(scenario, method),
        operations: operations(scenario, &documents),
        permissions,
        logstore: logstore(scenario, &documents),
        matrix,
        consoles,
        documents,
    }
}

/// Answers into a shared value, so that a page can compare by pointer.
pub(crate) fn shared_answer(scenario: &Scenario, before: &[Document]) -> Rc<Answer> {
    Rc::new(answer_after(scenario, before))
}

fn fields(scenario: &Scenario) -> Vec<(Field, FieldProblem)> {
    Field::ALL.into_iter().filter_map(|field| Some((field, field.problem(scenario)?))).collect()
}

fn operations(scenario: &Scenario, documents: &[Document]) -> Vec<OperationRow> {
    let court = Court::new(scenario, documents, scenario.logon, Actor::Person, Target::Workspace);
    let row = |operation| OperationRow { operation, verdict: operation_verdict(operation, scenario, &court) };
    catalogue().operations.iter().map(row).collect()
}

/// The ARNs of the scenario's workspace.
pub(crate) fn stream_names(scenario: &Scenario) -> arn::StreamNames<'_> {
    arn::StreamNames {
        region: &scenario.workspace.region,
        uid: &scenario.identities.account,
        instance: &scenario.workspace.instance,
        namespace: &scenario.workspace.namespace,
    }
}

/// Where the documentation does not tell the resource, every form that similar operations have is asked;
/// only if all agree is there a verdict.
pub(crate) fn operation_verdict(operation: &Operation, scenario: &Scenario, court: &Court<'_>) -> Verdict {
    let action = match operation.check() {
        OperationCheck::Action(action) => action,
        OperationCheck::Unnamed { by_analogy, .. } => by_analogy,
        OperationCheck::Nothing => return Verdict::NotChecked,
    };
    let names = stream_names(scenario);
    if let Some(resource) = names.resource(operation.resource) {
        return court.ask(resource_fields(operation.resource), [(action, resource)]);
    }
    let candidates = [OperationResource::Instance, OperationResource::Namespace, OperationResource::All];
    let fields = resource_fields(operation.resource);
    let resources = candidates.into_iter().filter_map(|kind| names.resource(kind));
    let mut verdicts = resources.map(|resource| court.ask(fields, [(action, resource)]));
    let Some(first) = verdicts.next() else {
        return Verdict::Withheld(Withheld::UnknownResource);
    };
    if verdicts.all(|verdict| verdict.mark() == first.mark()) {
        first
    } else {
        Verdict::Withheld(Withheld::UnknownResource)
    }
}

/// The inputs that the name of a resource is made of.
pub(crate) fn resource_fields(resource: OperationResource) -> &'static [Field] {
    match resource {
        OperationResource::All => &[],
        OperationResource::Instance => &[Field::Region, Field::Instance],
        OperationResource::Namespace | OperationResource::Unknown => {
            &[Field::Region, Field::Instance, Field::Namespace]
        }
    }
}

/// The inputs that stand in a template.
fn template_fields(template: &str) -> impl Iterator<Item = Field> {
    const PLACES: [(&str, Field); 5] = [
        ("{region}", Field::ProjectRegion),
        ("{uid}", Field::ProjectAccount),
        ("{project}", Field::Project),
        ("{logstore}", Field::Logstore),
        ("{consumerGroup}", Field::ConsumerGroup),
    ];
    PLACES.into_iter().filter(move |(place, _)| template.contains(place)).map(|(_, field)| field)
}

/// The role that counts in the namespace: owner where nothing has to be granted.
fn permissions(scenario: &Scenario, development: &ConsoleAnswer) -> Vec<PermissionRow> {
    let open = development.reach.is_open();
    let buyer = development.cell.authorization_needed == Some(false);
    let held = |permission: &ConsolePermission| {
        open && match &scenario.member {
            _ if buyer => permission.held_by(NamespaceRole::Owner),
            None => false,
            Some(Member::System(role)) => permission.held_by(*role),
            Some(Member::Custom(role)) => role.holds(&permission.id),
        }
    };
    let rows = &catalogue().console_permissions.permissions;
    rows.iter().map(|permission| PermissionRow { permission, held: held(permission) }).collect()
}

/// The placeholders of the scenario's templates and checks.
pub fn placeholders(scenario: &Scenario) -> [(&'static str, &str); 9] {
    let Scenario { logstore, identities, circumstances, .. } = scenario;
    let account = if logstore.account.is_empty() { &identities.account } else { &logstore.account };
    let vpc = &circumstances.source_vpc;
    [
        ("region", &logstore.region),
        ("uid", account),
        ("project", &logstore.project),
        ("logstore", &logstore.name),
        ("consumerGroup", &logstore.consumer_group),
        ("savedSearch", "saved-search"),
        ("dashboard", "dashboard"),
        ("bucket", "my-bucket"),
        ("vpc", if vpc.is_empty() { "vpc-example" } else { vpc }),
    ]
}

fn logstore(scenario: &Scenario, documents: &[Document]) -> LogstoreAnswer {
    let actor = match scenario.reader {
        Reader::Principal => Actor::Person,
        Reader::Job => Actor::Job,
    };
    let court = Court::new(scenario, documents, scenario.logon, actor, Target::Project);
    let names = placeholders(scenario);
    let row = |capability: &'static Capability| {
        let checks = capability.checks_for(scenario.logstore.kind);
        let asked = checks.iter().map(|check| (check.action.as_str(), arn::expand(&check.resource, &names)));
        let mut fields: Vec<Field> =
            checks.iter().flat_map(|check| template_fields(&check.resource)).collect();
        fields.push(Field::ProjectAccount);
        fields.sort_unstable();
        fields.dedup();
        CapabilityRow { capability, verdict: court.ask(&fields, asked) }
    };
    LogstoreAnswer {
        rows: catalogue().sls_capabilities.capabilities.iter().map(row).collect(),
        reader: court.principal().clone(),
    }
}

impl Answer {
    /// One of the consoles.
    pub fn console(&self, console: Console) -> &ConsoleAnswer {
        let [management, development] = &self.consoles;
        match console {
            Console::Management => management,
            Console::Development => development,
        }
    }

    /// How many operations are allowed, and how many there are.
    pub fn operation_count(&self) -> (usize, usize) {
        let allowed =
            self.operations.iter().filter(|row| row.verdict.decision().is_some_and(Decision::is_allow));
        (allowed.count(), self.operations.len())
    }

    /// How many permissions are held, and how many there are.
    pub fn permission_count(&self) -> (usize, usize) {
        (self.permissions.iter().filter(|row| row.held).count(), self.permissions.len())
    }

    /// The logon methods of the matrix row by row.
    pub fn matrix_row(&self, method: LogonMethod) -> Option<&MatrixRow> {
        self.matrix.iter().find(|row| row.method == method)
    }
}

/// How a verdict is marked; colour is never the only sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Allowed.
    Allow,
    /// Explicitly denied.
    ExplicitDeny,
    /// Implicitly denied.
    ImplicitDeny,
    /// Denied; explicitly or implicitly, an unknown layer decides.
    Denied,
    /// An unknown layer decides.
    Depends,
    /// No permission is needed.
    NotChecked,
    /// No verdict.
    Withheld,
}

impl Mark {
    /// Whether it is a denial, or could be one, that changes of policies can turn.
    pub fn can_be_repaired(self) -> bool {
        matches!(self, Mark::ExplicitDeny | Mark::ImplicitDeny | Mark::Denied | Mark::Depends)
    }
}

impl Verdict {
    /// The verdict's mark.
    pub fn mark(&self) -> Mark {
        match self {
            Verdict::NotChecked => Mark::NotChecked,
            Verdict::Withheld(_) => Mark::Withheld,
            Verdict::Ruled(ruling) => ruling.evaluation.verdict().into(),
        }
    }
}

impl From<Known> for Mark {
    fn from(known: Known) -> Self {
        match known {
            Known::Decided(Decision::Allow) => Mark::Allow,
            Known::Decided(Decision::ExplicitDeny) => Mark::ExplicitDeny,
            Known::Decided(Decision::ImplicitDeny) => Mark::ImplicitDeny,
            Known::Denied => Mark::Denied,
            Known::Depends => Mark::Depends,
        }
    }
}
