//! What is needed on every start.

use std::collections::BTreeMap;

use super::pack::row;
use super::{
    ConsolePermissions, ConsoleRoles, LogonMethods, Operation, PolicyTemplate, SlsCapabilities, Source,
    SystemPolicy,
};

/// The facts a playground shows and evaluates with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// Where the facts come from, by key.
    pub sources: BTreeMap<String, Source>,
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

impl Catalogue {
    /// The date of the newest source, as the sources write it.
    pub fn date(&self) -> &str {
        self.sources.values().filter_map(|source| source.date.as_deref()).max().unwrap_or_default()
    }
}

row!(Catalogue {
    sources,
    logon_methods,
    operations,
    system_policies,
    console_permissions,
    console_roles,
    sls_capabilities,
    templates
});
