//! Why a wish cannot be granted.

use ramplay_flink::{Cell, LogonMethod, Status};

/// Why a wish cannot be granted, and what can be done in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// Why.
    pub reason: Reason,
    /// A logon method with which it can.
    pub instead: Option<LogonMethod>,
    /// How sure that is.
    pub status: Status,
    /// Keys of the sources.
    pub sources: Vec<String>,
}

/// Why a wish cannot be granted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reason {
    /// This logon method never reaches the console.
    Console(&'static Cell),
    /// An Alibaba Cloud account itself cannot assume a role.
    AccountCannotAssume,
    /// This logon method takes no role, or not by `sts:AssumeRole`.
    NoRole,
    /// The Logstore belongs to another account, and policies reach resources of their own account only.
    OtherAccount,
    /// The RAM user of a job logs on nowhere.
    JobHasNoConsole,
    /// The resource group is not known.
    NoGroup,
    /// Policies reach the role through its access configuration, which knows no resource group as scope.
    GroupOfConfiguration,
}

impl Reason {
    /// A stable code.
    pub fn code(self) -> &'static str {
        match self {
            Reason::Console(_) => "guide-console",
            Reason::AccountCannotAssume => "guide-account-cannot-assume",
            Reason::NoRole => "guide-no-role",
            Reason::OtherAccount => "guide-other-account",
            Reason::JobHasNoConsole => "guide-job-no-console",
            Reason::NoGroup => "guide-no-group",
            Reason::GroupOfConfiguration => "guide-group-of-configuration",
        }
    }
}
