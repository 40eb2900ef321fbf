//! What somebody wants.

use ramplay_flink::{ConsolePermission, LogonMethod, NamespaceRole, PolicyTemplate, catalogue};
use ramplay_playground::{Reader, Scenario};

/// Who is to do what; where is told by the scenario.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wish {
    /// Who.
    pub who: Who,
    /// What.
    pub what: What,
    /// Whether policies of who logs on are granted with the scope of the scenario's resource group only; a job's are not.
    pub in_group: bool,
}

/// Who is to do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Whoever logs on in this way.
    Logon(LogonMethod),
    /// The RAM user whose AccessKey pair the Flink job uses.
    Job,
}

/// What is to be done.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum What {
    /// Open the Management Console.
    Management(Extent),
    /// Work in the namespace with what this role holds.
    Development(NamespaceRole),
    /// Work in the namespace with this permission, and no more than that takes.
    Permission(&'static ConsolePermission),
    /// Use the Logstore.
    Logstore(Access),
    /// Assume the role of the logon.
    Assume,
    /// Run a job that uses the Logstore with an AccessKey pair of its own, which stands in variables.
    Key(Access),
}

/// How much of the Management Console.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// See workspaces and namespaces.
    View,
    /// Every operation.
    Operate,
}

/// A use of a Logstore.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Read it without a consumer group.
    Pull,
    /// Read it with a consumer group that the job may create, and start from its progress.
    Group,
    /// Write to it.
    Write,
}

impl Access {
    /// Every use.
    pub const ALL: [Access; 3] = [Access::Pull, Access::Group, Access::Write];

    /// The capabilities that it takes, by id.
    pub fn capabilities(self) -> &'static [&'static str] {
        match self {
            Access::Pull => &["logs.pull"],
            Access::Group => &["group.flink", "group.start-from-checkpoint"],
            Access::Write => &["logs.write"],
        }
    }

    /// The template that grants it and nothing else.
    pub fn template(self) -> Option<&'static PolicyTemplate> {
        catalogue().template(match self {
            Access::Pull => "flink-source",
            Access::Group => "flink-source-group",
            Access::Write => "guide-sls-write",
        })
    }
}

impl What {
    /// Every wish, in the order in which they are offered; of permissions there is one for each.
    pub fn all() -> Vec<What> {
        let roles = [NamespaceRole::Viewer, NamespaceRole::Editor, NamespaceRole::Owner];
        let permissions = &catalogue().console_permissions.permissions;
        [What::Management(Extent::View), What::Management(Extent::Operate)]
            .into_iter()
            .chain(roles.map(What::Development))
            .chain(Access::ALL.map(What::Logstore))
            .chain([What::Assume])
            .chain(Access::ALL.map(What::Key))
            .chain(permissions.iter().map(What::Permission))
            .collect()
    }
}

impl What {
    /// A stable id.
    pub fn id(self) -> String {
        let of = |access: Access| match access {
            Access::Pull => "pull",
            Access::Group => "group",
            Access::Write => "write",
        };
        match self {
            What::Management(Extent::View) => "management-view".to_owned(),
            What::Management(Extent::Operate) => "management-operate".to_owned(),
            What::Development(role) => format!("role-{}", role.id()),
            What::Permission(permission) => format!("permission-{}", permission.id),
            What::Logstore(access) => format!("logstore-{}", of(access)),
            What::Assume => "assume".to_owned(),
            What::Key(access) => format!("key-{}", of(access)),
        }
    }

    /// The wish with this id.
    pub fn from_id(id: &str) -> Option<What> {
        What::all().into_iter().find(|what| what.id() == id)
    }
}

impl Wish {
    /// A wish for the whole account.
    pub fn new(who: Who, what: What) -> Self {
        Wish { who, what, in_group: false }
    }

    /// The scenario in which this is asked: that of the person, seen from whom the wish is about.
    pub fn asked_in(&self, scenario: &Scenario) -> Scenario {
        let mut asked = scenario.clone();
        if let Who::Logon(method) = self.who {
            asked.logon = method;
        }
        let is_of_job = self.who == Who::Job || matches!(self.what, What::Key(_));
        match self.what {
            What::Logstore(_) | What::Key(_) => {
                asked.reader = if is_of_job { Reader::Job } else { Reader::Principal };
            }
            What::Management(_) | What::Development(_) | What::Permission(_) | What::Assume => {}
        }
        asked
    }
}
