//! The rows of the data files. The build script compiles these modules too: it reads the files and packs the
//! rows, and the library unpacks them.

#[cfg(feature = "reference")]
mod actions;
mod catalogue;
mod document;
mod logon;
mod logon_rows;
mod operations;
pub(crate) mod pack;
mod permissions;
#[cfg(feature = "reference")]
mod reference;
mod sls;
mod source;
mod status;
mod system_policy;
mod templates;
mod text;

#[cfg(feature = "reference")]
pub use actions::{ActionGroup, DevelopmentAction, DevelopmentActions, OtherAction, SlsAction, SlsClass};
pub use catalogue::Catalogue;
pub use document::{Effect, OneOrMany, PolicyDocument, Statement};
pub use logon::{Caller, Console, Family, GrantId, GrantKind, Identity, LogonMethod, Pick, PreconditionId};
pub use logon_rows::{Cell, FamilyRow, Grant, LogonMethodRow, LogonMethods, PickRow, Precondition};
pub use operations::{AccessLevel, Operation, OperationCheck, OperationResource};
pub use permissions::{
    ConsoleFunction, ConsolePermission, ConsolePermissions, ConsoleRole, ConsoleRoles, CustomRoleLimits,
    CustomRoleRule, NamespaceRole,
};
#[cfg(feature = "reference")]
pub use reference::{
    Area, Contradiction, EarlierPolicy, EarlierRoleTable, EarlierRow, Reading, Reference, Rule, Rules,
};
pub use sls::{Capability, CapabilityGroup, Check, MetricstoreChecks, SlsCapabilities, StoreKind};
pub use source::Source;
pub use status::Status;
pub use system_policy::{Body, PolicyKind, SystemPolicy};
pub use templates::{Attach, PolicyTemplate};
pub use text::Text;
