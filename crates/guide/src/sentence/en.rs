//! English.

use ramplay_flink::{GrantId, catalogue};

use super::{By, Layer, Names, Place, Reason, Said, Target, What};
use crate::wish::{Access, Extent};

pub(super) fn wish(what: What, who: &str, names: &Names<'_>) -> String {
    let Names { namespace, project, logstore, job_user, .. } = names;
    match what {
        What::Management(Extent::View) => {
            format!("{who} opens the Management Console and sees workspaces and namespaces.")
        }
        What::Management(Extent::Operate) => {
            format!("{who} performs every operation of the Management Console.")
        }
        What::Development(role) => format!("{who} works in namespace {namespace} as {}.", role.id()),
        What::Permission(permission) => {
            format!("{who} has the permission “{}” in namespace {namespace}.", permission.title.en)
        }
        What::Logstore(Access::Pull) => {
            format!("{who} reads Logstore {logstore} of project {project} without a consumer group.")
        }
        What::Logstore(Access::Group) => {
            format!("{who} reads Logstore {logstore} of project {project} with a consumer group.")
        }
        What::Logstore(Access::Write) => format!("{who} writes to Logstore {logstore} of project {project}."),
        What::Assume => match &names.role {
            Some(role) => format!("{who} assumes RAM role {role}."),
            None => format!("{who} assumes a RAM role."),
        },
        What::Key(Access::Pull) => format!(
            "{who} runs a job that reads Logstore {logstore} without a consumer group, with the AccessKey pair of \
             {job_user} in variables."
        ),
        What::Key(Access::Group) => format!(
            "{who} runs a job that reads Logstore {logstore} with a consumer group, with the AccessKey pair of \
             {job_user} in variables."
        ),
        What::Key(Access::Write) => format!(
            "{who} runs a job that writes to Logstore {logstore}, with the AccessKey pair of {job_user} in variables."
        ),
    }
}

fn attach(name: &str, create: bool, target: &Target<'_>) -> String {
    match (create, target) {
        (false, Target::Configuration(configuration)) => {
            format!("Add the system policy {name} to the access configuration {configuration}.")
        }
        (true, Target::Configuration(configuration)) => {
            format!(
                "Add the statements of {name} to the inline policy of the access configuration {configuration}."
            )
        }
        (false, Target::InGroup(who, group)) => {
            format!("Attach the system policy {name} to {who} with the scope of resource group {group}.")
        }
        (true, Target::InGroup(who, group)) => {
            format!(
                "Create the custom policy {name} and attach it to {who} with the scope of resource group {group}."
            )
        }
        (false, Target::To(who)) => format!("Attach the system policy {name} to {who}."),
        (true, Target::To(who)) => format!("Create the custom policy {name} and attach it to {who}."),
    }
}

fn join(who: &str, role: &str, is_custom: bool, pick: Option<&str>, names: &Names<'_>) -> String {
    let namespace = names.namespace;
    match (is_custom, pick) {
        (false, None) => format!("Add {who} to namespace {namespace} as {role}."),
        (false, Some(pick)) => {
            format!("Add {who} to namespace {namespace} as {role}. In the dialog: {pick}.")
        }
        (true, None) => {
            format!("Create the custom role {role}, and add {who} to namespace {namespace} with it.")
        }
        (true, Some(pick)) => format!(
            "Create the custom role {role}, and add {who} to namespace {namespace} with it. In the dialog: {pick}."
        ),
    }
}

pub(super) fn task(said: &Said<'_>, names: &Names<'_>) -> String {
    let Names { job_user, role, .. } = names;
    let role = role.as_deref().unwrap_or_default();
    match said {
        Said::Check(text) => format!("{text}."),
        Said::Attach { name, create, target } => attach(name, *create, target),
        Said::Join { who, role, is_custom, pick } => join(who, role, *is_custom, *pick, names),
        Said::Trust { account } => {
            format!("Let the trust policy of {role} name account {account} for sts:AssumeRole.")
        }
        Said::CreateUser => format!("Create RAM user {job_user} for the job, for calls of APIs only."),
        Said::CreateKey => format!("Create an AccessKey pair for {job_user}."),
        Said::CreateVariables => {
            format!("Create two variables of the namespace with the AccessKey pair of {job_user}.")
        }
        Said::UseVariables => {
            "Write the variables in the place of accessId and accessKey, as ${secret_values.NAME}.".to_owned()
        }
        Said::AllowAt { node } => {
            format!("Attach FullAliyunAccess at {node}, or another control policy that allows it.")
        }
        Said::AllowInSession => {
            "Assume the role with a session policy that allows it, too, or without one.".to_owned()
        }
        Said::Correct => "Correct the errors of policies and inputs first.".to_owned(),
        Said::Lift { policies } => {
            let policies = policies.join(", ");
            format!(
                "Make an exception in the Deny statements of {policies}, or detach them: an explicit deny always wins."
            )
        }
        Said::LookUp { list } => {
            let list = list.join(", ");
            format!("Look up what is not known here, for it decides: {list}.")
        }
    }
}

pub(super) fn by(by: By, names: &Names<'_>) -> String {
    let Names { account, caller_account, project_account, .. } = names;
    match by {
        By::Account => format!("Alibaba Cloud account {account} itself"),
        By::Administrator => format!("account {account} or its RAM administrator"),
        By::CallerAdministrator => format!("account {caller_account} or its RAM administrator"),
        By::ManagementAccount => "the management account of the Resource Directory".to_owned(),
        By::NamespaceOwner => "a member with the owner role, or who may manage members".to_owned(),
        By::Developer => "a member who may create variables and edit drafts".to_owned(),
        By::ProjectOwner => format!("account {project_account}, which owns the SLS project"),
        By::Person => "whoever logs on".to_owned(),
    }
}

pub(super) fn place(place: Place, names: &Names<'_>) -> String {
    let Names { account, caller_account, project, .. } = names;
    match place {
        Place::Ram => format!("RAM console of account {account}"),
        Place::CallerRam => format!("RAM console of account {caller_account}"),
        Place::CloudSso => "CloudSSO console".to_owned(),
        Place::ResourceDirectory => "Resource Directory".to_owned(),
        Place::Members => catalogue().grant(GrantId::MemberRole).place.en.clone(),
        Place::Variables => "Development Console, variables".to_owned(),
        Place::Drafts => "Development Console, drafts".to_owned(),
        Place::Session => "where the role is assumed".to_owned(),
        Place::ProjectPolicy => format!("project policy of {project}, by SDK"),
        Place::Scenario => "here, in the scenario".to_owned(),
    }
}

pub(super) fn layer(layer: Layer) -> &'static str {
    match layer {
        Layer::Control(_) => "the control policies",
        Layer::Session => "the session policy",
        Layer::IdentityAccount => "the policies of the identity",
        Layer::IdentityGroup => "the identity's policies in the resource group",
        Layer::Resource => "the project policy",
        Layer::Trust => "the trust policy",
    }
}

pub(super) fn refusal(reason: Reason, names: &Names<'_>) -> String {
    match reason {
        Reason::Console(cell) => format!("{}.", cell.basis.en),
        Reason::AccountCannotAssume => {
            "An Alibaba Cloud account itself cannot assume a role: a RAM user does.".to_owned()
        }
        Reason::NoRole => "Who logs on in this way calls no sts:AssumeRole.".to_owned(),
        Reason::OtherAccount => format!(
            "The Logstore belongs to account {}, and a policy reaches resources of its own account only.",
            names.project_account
        ),
        Reason::JobHasNoConsole => {
            "The RAM user of a job calls APIs only: it has no part in the consoles.".to_owned()
        }
        Reason::GroupOfConfiguration => "Policies reach this role through its access configuration, and no page that was read tells how to limit \
             them to a resource group."
            .to_owned(),
        Reason::NoGroup => "Say first which resource group it is.".to_owned(),
    }
}
