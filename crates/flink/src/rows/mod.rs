//! The rows of the data files. The build script compiles these modules too: it reads the files and packs the
//! rows, and the library unpacks them.

#[cfg(feature = "reference")]
mod actions;
mod catalogue;
#[cfg(feature = "jobs")]
mod connectors;
mod document;
#[cfg(feature = "jobs")]
mod endpoints;
#[cfg(feature = "jobs")]
mod jobs;
mod logon;
mod logon_rows;
mod operations;
pub(crate) mod pack;
mod permissions;
#[cfg(any(feature = "reference", feature = "jobs"))]
mod reading;
#[cfg(feature = "reference")]
mod reference;
#[cfg(feature = "jobs")]
mod secrets;
mod sls;
mod source;
mod status;
#[cfg(feature = "jobs")]
mod steps;
mod system_policy;
mod templates;
mod text;
#[cfg(feature = "jobs")]
mod variables;

#[cfg(feature = "reference")]
pub use actions::{ActionGroup, DevelopmentAction, DevelopmentActions, OtherAction, SlsAction, SlsClass};
pub use catalogue::{Catalogue, Sources};
#[cfg(feature = "jobs")]
pub use connectors::{
    Access, Connector, ConnectorForm, Connectors, CredentialKind, CredentialOption, CredentialPlace,
    DecidedBy, Disagreement, KeyMatching, Meaning, ResourceOption, TableRole,
};
pub use document::{Effect, OneOrMany, PolicyDocument, Statement};
#[cfg(feature = "jobs")]
pub use endpoints::{EndpointForm, EndpointRules, Endpoints, FixedHost, Network};
#[cfg(feature = "jobs")]
pub use jobs::Jobs;
pub use logon::{Caller, Console, Family, GrantId, GrantKind, Identity, LogonMethod, Pick, PreconditionId};
pub use logon_rows::{Cell, FamilyRow, Grant, LogonMethodRow, LogonMethods, PickRow, Precondition};
pub use operations::{AccessLevel, Operation, OperationCheck, OperationResource};
pub use permissions::{
    ConsoleFunction, ConsolePermission, ConsolePermissions, ConsoleRole, ConsoleRoles, CustomRoleLimits,
    CustomRoleRule, NamespaceRole,
};
#[cfg(any(feature = "reference", feature = "jobs"))]
pub use reading::Reading;
#[cfg(feature = "reference")]
pub use reference::{
    Area, Contradiction, EarlierPolicy, EarlierRoleTable, EarlierRow, Reference, Rule, Rules,
};
#[cfg(feature = "jobs")]
pub use secrets::{Alphabet, NameHint, NameMatch, SecretPattern, Secrets};
pub use sls::{Capability, CapabilityGroup, Check, MetricstoreChecks, SlsCapabilities, StoreKind};
pub use source::Source;
pub use status::Status;
#[cfg(feature = "jobs")]
pub use steps::{Circumstance, CircumstanceRow, Condition, Denial, OtherReading, Severity, Step, Test};
pub use system_policy::{Body, PolicyKind, SystemPolicy};
pub use templates::{Attach, PolicyTemplate};
pub use text::Text;
#[cfg(feature = "jobs")]
pub use variables::{
    Fact, VariableCreator, VariablePlace, VariablePlaceId, VariableReference, VariableRules, VariableScope,
};
