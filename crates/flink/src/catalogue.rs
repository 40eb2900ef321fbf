//! What is needed on every start, parsed once from the data files.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::de::DeserializeOwned;

use crate::{
    Capability, ConsolePermission, ConsolePermissions, ConsoleRoles, Family, FamilyRow, Grant, GrantId,
    LogonMethod, LogonMethodRow, LogonMethods, Operation, Pick, PickRow, PolicyTemplate, SlsCapabilities,
    Source, SystemPolicy,
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

/// The catalogue; the first call parses it.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| Catalogue {
        sources: parse(include_str!("../data/sources.json")),
        logon_methods: parse(include_str!("../data/logon_methods.json")),
        operations: parse(include_str!("../data/management_operations.json")),
        system_policies: parse(include_str!("../data/system_policies.json")),
        console_permissions: parse(include_str!("../data/console_permissions.json")),
        console_roles: parse(include_str!("../data/console_roles.json")),
        sls_capabilities: parse(include_str!("../data/sls_capabilities.json")),
        templates: parse(include_str!("../data/policy_templates.json")),
    })
}

#[expect(clippy::expect_used, reason = "the data is part of the program, and a test parses every file")]
pub(crate) fn parse<T: DeserializeOwned>(json: &str) -> T {
    serde_json::from_str(json).expect("a data file of this crate is malformed")
}

impl Catalogue {
    /// The source with this key.
    pub fn source(&self, key: &str) -> Option<&Source> {
        self.sources.get(key)
    }

    /// The row of a logon method.
    #[expect(clippy::missing_panics_doc, reason = "a test finds a row for every method")]
    #[expect(clippy::expect_used, reason = "a test finds a row for every method")]
    pub fn logon_method(&self, id: LogonMethod) -> &LogonMethodRow {
        self.logon_methods.methods.iter().find(|row| row.id == id).expect("every method has a row")
    }

    /// The row of a group of logon methods.
    #[expect(clippy::missing_panics_doc, reason = "a test finds a row for every family")]
    #[expect(clippy::expect_used, reason = "a test finds a row for every family")]
    pub fn family(&self, id: Family) -> &FamilyRow {
        self.logon_methods.families.iter().find(|row| row.id == id).expect("every family has a row")
    }

    /// The row of a grant.
    #[expect(clippy::missing_panics_doc, reason = "a test finds a row for every grant")]
    #[expect(clippy::expect_used, reason = "a test finds a row for every grant")]
    pub fn grant(&self, id: GrantId) -> &Grant {
        self.logon_methods.grants.iter().find(|row| row.id == id).expect("every grant has a row")
    }

    /// The row of a way to choose an identity.
    #[expect(clippy::missing_panics_doc, reason = "a test finds a row for every pick")]
    #[expect(clippy::expect_used, reason = "a test finds a row for every pick")]
    pub fn pick(&self, id: Pick) -> &PickRow {
        self.logon_methods.picks.iter().find(|row| row.id == id).expect("every pick has a row")
    }

    /// The operation with this id.
    pub fn operation(&self, id: &str) -> Option<&Operation> {
        self.operations.iter().find(|row| row.id == id)
    }

    /// The system policy with this name, without regard to ASCII case.
    pub fn system_policy(&self, name: &str) -> Option<&SystemPolicy> {
        self.system_policies.iter().find(|row| row.name.eq_ignore_ascii_case(name))
    }

    /// The permission of the Development Console with this id.
    pub fn console_permission(&self, id: &str) -> Option<&ConsolePermission> {
        self.console_permissions.permissions.iter().find(|row| row.id == id)
    }

    /// The SLS capability with this id.
    pub fn capability(&self, id: &str) -> Option<&Capability> {
        self.sls_capabilities.capabilities.iter().find(|row| row.id == id)
    }

    /// The policy template with this id.
    pub fn template(&self, id: &str) -> Option<&PolicyTemplate> {
        self.templates.iter().find(|row| row.id == id)
    }
}
