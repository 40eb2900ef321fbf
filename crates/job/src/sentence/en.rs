//! English.

use ramplay_flink::{DecidedBy, Severity};
use ramplay_text::Lang;

use crate::checklist::Todo;
use crate::gap::{Gap, Missing};
use crate::model::{Mark, Undecided};
use crate::problem::{BadName, ProblemKind};
use crate::proof::Proof;

pub(super) const VARIABLE: &str = "only if the value of a variable asks for it";

pub(super) fn problem(kind: &ProblemKind) -> String {
    match kind {
        ProblemKind::NoConnector => "no option names the connector".to_owned(),
        ProblemKind::ConnectorUnfilled => {
            "the connector is a variable or placeholder, so what it needs is not known".to_owned()
        }
        ProblemKind::UnknownConnector { suggestion: Some(name) } => {
            format!("this connector is not known; did you mean `{name}`?")
        }
        ProblemKind::UnknownConnector { suggestion: None } => {
            "this connector is not known, so what it needs is not known".to_owned()
        }
        ProblemKind::RoleNotSupported { role } => {
            format!("the connector is not documented as a {}", super::role(*role, Lang::En))
        }
        ProblemKind::ForeignCatalog => {
            "the draft does not define the catalog of this table, so what it needs is not known".to_owned()
        }
        ProblemKind::MissingOption { option } => format!("the required option `{option}` is missing"),
        ProblemKind::Unfilled { option, placeholder } => {
            format!("`{option}` holds `{placeholder}`, and nothing is bound to it")
        }
        ProblemKind::BadName { option, why } => match why {
            BadName::Empty => format!("`{option}` is empty"),
            BadName::TooLong => format!("`{option}` is longer than any name"),
            BadName::Character(found) => format!("`{option}` has the character `{found}`, which no name has"),
            BadName::Secret => format!("`{option}` holds what looks like an AccessKey"),
        },
        ProblemKind::Endpoint(problem) => problem.message(Lang::En),
        ProblemKind::UnlistedRegion { region } => {
            format!(
                "`{region}` is not among the known regions of the service; it may be newer than this list"
            )
        }
        ProblemKind::ForeignPath => {
            "the path does not begin with `oss://`, so what it needs is not known".to_owned()
        }
    }
}

pub(super) fn undecided(why: &Undecided) -> String {
    match why {
        Undecided::Unfilled { name, placeholder } => {
            format!("cannot be decided: `{name}` is `{placeholder}`, to which nothing is bound")
        }
        Undecided::NoName { name } => format!("cannot be decided: `{name}` is not known"),
        Undecided::Region => {
            "cannot be decided: the policies name regions, and the region is not known".to_owned()
        }
        Undecided::Account => {
            "cannot be decided: the policies name accounts, and the account is not known".to_owned()
        }
        Undecided::NoResource => {
            "cannot be decided: the documentation does not tell on which resource this is checked".to_owned()
        }
        Undecided::Request(_) => "cannot be decided: a condition cannot read the request".to_owned(),
    }
}

pub(super) fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::NotRam => "not decided by RAM",
        Mark::Allowed => "allowed",
        Mark::NotTaken => "not taken",
        Mark::Depends => "depends",
        Mark::Undecided => "undecided",
        Mark::Denied => "denied",
    }
}

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::JobFails => "the job fails",
        Severity::Warning => "the job goes on, something is missing",
        Severity::Harmless => "nothing is missing",
        Severity::Unknown => "what happens is not known",
    }
}

pub(super) fn decided_by(who: DecidedBy) -> &'static str {
    match who {
        DecidedBy::Ram => "RAM policies",
        DecidedBy::InstanceAcl => "users and access control lists of the instance",
        DecidedBy::Grants => "grants in the database",
        DecidedBy::Nothing => "nobody: there is nothing to access",
        DecidedBy::Unknown => "not known",
    }
}

pub(super) fn missing(missing: &Missing) -> String {
    let need = &missing.need;
    let said = format!("`{}` on `{}` is denied", need.action, need.resource);
    if missing.can_be_granted {
        said
    } else {
        format!(
            "{said}, and an identity-based policy cannot change that: see which statement or layer denies it"
        )
    }
}

pub(super) fn closing(gap: &Gap) -> String {
    match (&gap.closing, gap.closing_is_exact) {
        (None, _) if gap.statements.is_empty() => {
            "no statement of an identity-based policy closes the gap".to_owned()
        }
        (None, _) => "these statements close the gap and allow nothing more".to_owned(),
        (Some(_), true) => "this statement closes the gap and allows nothing more".to_owned(),
        (Some(_), false) => {
            "this statement closes the gap, and allows more than is missing; the least policy does not"
                .to_owned()
        }
    }
}

pub(super) fn proof(proof: &Proof) -> String {
    let Proof { needed, denied, actions, extra } = proof;
    match (denied.first(), extra.first()) {
        (None, None) => format!(
            "verified: it allows all {needed} actions on resources that are needed, and none of the {actions} known actions anywhere else"
        ),
        (Some(need), _) => {
            format!("it does not allow `{}` on `{}`, which is needed", need.action, need.resource)
        }
        (None, Some(need)) => {
            format!("it allows `{}` on `{}`, which nothing needs", need.action, need.resource)
        }
    }
}

pub(super) fn todo(todo: &Todo) -> String {
    match todo {
        Todo::CreateUser { user } => {
            format!("create the RAM user `{user}` with OpenAPI access and without console access")
        }
        Todo::CreatePolicy { policy, .. } => format!("create the custom policy `{policy}`"),
        Todo::AttachPolicy { policy, user } => format!("attach `{policy}` to `{user}`"),
        Todo::CreateAccessKey { user } => format!("create an AccessKey pair for `{user}`"),
        Todo::CreateVariables { names } => format!(
            "create the variables `{}` in the namespace (Security Center, Variables)",
            names.join("`, `")
        ),
        Todo::ReplaceCredentials { credentials } => {
            format!("write variables in the place of the credentials in plain text: {credentials}")
        }
        Todo::RotateKeys => "rotate the keys that stood in plain text".to_owned(),
    }
}
