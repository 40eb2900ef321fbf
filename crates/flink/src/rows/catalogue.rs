//! What is needed on every start.

use std::collections::BTreeMap;

use super::pack::row;
use super::{
    ConsolePermissions, ConsoleRoles, LogonMethods, Operation, PolicyTemplate, SlsCapabilities, Source,
    SystemPolicy,
};

/// Where the facts of the catalogue come from, by key. They stand apart, since an answer is made and shown without them.
pub type Sources = BTreeMap<String, Source>;

/// The facts a playground shows and evaluates with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// The date of the newest source, as the sources write it.
    pub date: String,
    /// Who reaches which console.
    pub logon_methods: LogonMethods,
    /// The operations of the Management Console.
    pub operations: Vec<Operation>,
    /// System policies by name.
    pub system_policies: Vec<SystemPolicy>,
    /// The permissions of the Development Console.
    pub console_permissions: ConsolePermissions,
    /// The roles of the Development Console.
    pub console_roles: ConsoleRoles,
    /// What one can do with SLS.
    pub sls_capabilities: SlsCapabilities,
    /// Policies worth inserting.
    pub templates: Vec<PolicyTemplate>,
}

row!(Catalogue {
    date,
    logon_methods,
    operations,
    system_policies,
    console_permissions,
    console_roles,
    sls_capabilities,
    templates
});
