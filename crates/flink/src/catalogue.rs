//! What is needed on every start, unpacked once.

use std::sync::OnceLock;

use crate::rows::pack::unpacked;
use crate::{
    Capability, Catalogue, ConsolePermission, Family, FamilyRow, Grant, GrantId, LogonMethod, LogonMethodRow,
    Operation, Pick, PickRow, PolicyTemplate, Source, Sources, SystemPolicy,
};

/// The catalogue; the first call unpacks it.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/catalogue.bin"))))
}

/// Where its facts come from; the first call unpacks that.
pub fn sources() -> &'static Sources {
    static SOURCES: OnceLock<Sources> = OnceLock::new();
    SOURCES.get_or_init(|| unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/sources.bin"))))
}

impl Catalogue {
    /// The date of the newest source, as the sources write it.
    pub fn date(&self) -> &str {
        &self.date
    }

    /// The source with this key.
    pub fn source(&self, key: &str) -> Option<&'static Source> {
        sources().get(key)
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
