//! English.

use ramplay_flink::{Console, CustomRoleProblem, Identity, LogonMethod};

use super::StepFacts;
use crate::console::{Reach, Step};
use crate::documents::Obstacle;
use crate::scenario::Attach;

pub(super) fn reach(reach: Reach, console: Console) -> &'static str {
    match (reach, console) {
        (Reach::Open, Console::Management) => "opens",
        (Reach::Open, Console::Development) => "opens the namespace",
        (Reach::Provided, _) => "opens, provided the preconditions hold",
        (Reach::Closed, _) => "does not open",
        (Reach::Impossible, _) => "never opens with this logon method",
        (Reach::Withheld, _) => "no verdict",
    }
}

pub(super) fn step(step: Step, facts: &StepFacts<'_>) -> String {
    let StepFacts { caller, caller_account, role, principal } = facts;
    match step {
        Step::LetCallerAssume => {
            format!("Grant AliyunSTSAssumeRoleAccess to the RAM user {caller} in account {caller_account}.")
        }
        Step::LetCallerOpenMembers => format!(
            "Grant AliyunResourceDirectoryFullAccess to the RAM user {caller} in account {caller_account}."
        ),
        Step::TrustCaller => format!(
            "Let the trust policy of the role {role} name acs:ram::{caller_account}:root for sts:AssumeRole."
        ),
        Step::ChangeControl => {
            "Have the management account change the control policies: they do not allow it.".to_owned()
        }
        Step::ChangeSession => {
            "Assume the role with a session policy that allows it, or without one.".to_owned()
        }
        Step::RemoveDeny => "Narrow or detach the policy with the Deny statement.".to_owned(),
        Step::GrantPolicy => format!("Grant a RAM policy to: {principal}."),
        Step::AddMember(_) => format!("Add a member to the namespace: {principal}."),
        Step::Correct => "Correct the errors first.".to_owned(),
        Step::OtherLogon => "Log on in another way.".to_owned(),
    }
}

pub(super) fn withheld_documents(names: &[(String, Obstacle)]) -> String {
    let parts: Vec<String> = names
        .iter()
        .map(|(name, why)| format!("`{name}`: {}", super::obstacle(*why, ramplay_text::Lang::En)))
        .collect();
    parts.join("; ")
}

pub(super) fn attach(attach: &Attach, method: LogonMethod) -> String {
    match attach {
        Attach::Identity => match (method, method.acts_as()) {
            (LogonMethod::CloudSsoRamRole, _) => "to the access configuration".to_owned(),
            (_, Identity::RamRole) => "to the RAM role".to_owned(),
            (_, Identity::RamUser | Identity::Account) => "to the RAM user".to_owned(),
        },
        Attach::Group(group) => format!("in resource group {group}"),
        Attach::Session => "as the session policy".to_owned(),
        Attach::Trust => "as the role's trust policy".to_owned(),
        Attach::Caller => "to the RAM user that assumes the role".to_owned(),
        Attach::Control(node) => format!("as a control policy at {node}"),
        Attach::Project => "as the SLS project policy".to_owned(),
        Attach::Job => "to the job's RAM user".to_owned(),
    }
}

pub(super) fn custom_role_problem(problem: &CustomRoleProblem) -> String {
    match problem {
        CustomRoleProblem::UnknownPermission { id } => format!("unknown permission `{id}`"),
        CustomRoleProblem::MissingViewerPermission { id } => format!("viewer's permission `{id}` is missing"),
        CustomRoleProblem::NothingBeyondViewer => "a custom role must go beyond viewer".to_owned(),
        _ => "the name starts with a letter and has letters, digits and hyphens, at most 64".to_owned(),
    }
}

pub(super) fn short_method(method: LogonMethod) -> &'static str {
    match method {
        LogonMethod::AccountPurchaser => "buyer",
        LogonMethod::AccountOther => "other",
        LogonMethod::RamUserSameAccount => "same account",
        LogonMethod::RamUserCrossAccount => "other account",
        LogonMethod::RamRoleSameAccount => "same account",
        LogonMethod::RamRoleOtherAccount => "other account",
        LogonMethod::RdRoot => "root user",
        LogonMethod::RdRamAdminAsRole => "admin as role",
        LogonMethod::RdRamUser => "RAM user",
        LogonMethod::CloudSsoRamRole => "as RAM role",
        LogonMethod::CloudSsoRamUser => "as RAM user",
    }
}
