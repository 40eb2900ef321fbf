//! What cannot be granted.

use ramplay_flink::{Console, LogonMethod, Status, catalogue};
use ramplay_playground::{Reader, Scenario, person};

use crate::fulfil::fulfilled;
use crate::refusal::{Reason, Refusal};
use crate::wish::{What, Who, Wish};

/// Refuses what the documentation says cannot be.
pub(crate) fn refuse(start: &Scenario, wish: &Wish) -> Result<(), Refusal> {
    match (wish.who, wish.what) {
        _ if wish.in_group && start.circumstances.resource_group.is_empty() => {
            Err(refusal(Reason::NoGroup, None, Status::Stated, &["rg-2026"]))
        }
        (Who::Logon(LogonMethod::CloudSsoRamRole), What::Management(_) | What::Logstore(_))
            if wish.in_group =>
        {
            // What the pages on access configurations do not tell of is not granted.
            let instead = Some(LogonMethod::CloudSsoRamUser);
            Err(refusal(Reason::GroupOfConfiguration, instead, Status::Derived, &["sso-conf"]))
        }
        (_, What::Logstore(_)) | (Who::Logon(_), What::Key(_)) => own_account(start, wish),
        (Who::Job, _) => {
            Err(refusal(Reason::JobHasNoConsole, None, Status::Derived, &["guide-secure-access"]))
        }
        (Who::Logon(method), What::Management(_)) => console(method, Console::Management),
        (Who::Logon(method), What::Development(_) | What::Permission(_)) => {
            console(method, Console::Development)
        }
        (Who::Logon(method), What::Assume) => assume(method),
    }
}

fn refusal(reason: Reason, instead: Option<LogonMethod>, status: Status, sources: &[&str]) -> Refusal {
    Refusal { reason, instead, status, sources: sources.iter().map(|&key| key.to_owned()).collect() }
}

fn console(method: LogonMethod, console: Console) -> Result<(), Refusal> {
    let cell = catalogue().logon_method(method).cell(console);
    if cell.possible {
        return Ok(());
    }
    let sources: Vec<&str> = cell.sources.iter().map(String::as_str).collect();
    let instead = Some(LogonMethod::RamRoleOtherAccount);
    Err(refusal(Reason::Console(cell), instead, cell.status, &sources))
}

/// Only some logons take a role, and a RAM user takes it.
fn assume(method: LogonMethod) -> Result<(), Refusal> {
    use LogonMethod as M;
    let (reason, instead, sources): (_, _, &[&str]) = match method {
        M::RamRoleSameAccount | M::RamRoleOtherAccount | M::RdRamAdminAsRole => return Ok(()),
        M::AccountPurchaser => (Reason::AccountCannotAssume, Some(M::RamRoleSameAccount), &["sts-assume"]),
        M::AccountOther => (Reason::AccountCannotAssume, Some(M::RamRoleOtherAccount), &["sts-assume"]),
        M::RdRoot => (Reason::AccountCannotAssume, Some(M::RdRamAdminAsRole), &["sts-assume"]),
        M::RamUserSameAccount | M::RdRamUser | M::CloudSsoRamUser => {
            (Reason::NoRole, Some(M::RamRoleSameAccount), &["guide-authorization"])
        }
        M::RamUserCrossAccount => (Reason::NoRole, Some(M::RamRoleOtherAccount), &["guide-authorization"]),
        M::CloudSsoRamRole => (Reason::NoRole, None, &["sso-conf"]),
    };
    Err(refusal(reason, instead, Status::Stated, sources))
}

/// Policies reach resources of their own account only.
fn own_account(start: &Scenario, wish: &Wish) -> Result<(), Refusal> {
    let owner = &start.identities.account;
    let person = person(start, start.logon).account;
    let principal = if start.reader == Reader::Job { owner } else { &person };
    let project = &start.logstore.account;
    let project = if project.is_empty() { owner } else { project };
    if principal == project || fulfilled(start, wish) == Some(true) {
        return Ok(());
    }
    let instead = (project == owner).then_some(LogonMethod::RamRoleOtherAccount);
    Err(refusal(Reason::OtherAccount, instead, Status::Derived, &["guide-authorization", "ram-2025"]))
}
