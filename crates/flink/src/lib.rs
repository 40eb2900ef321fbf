//! What is known about the consoles of Realtime Compute for Apache Flink and about the permissions of
//! Simple Log Service (SLS), as data with a status and a source per row, plus typed access.
//!
//! The facts live in `data/*.json` and are edited there by hand. Each row says how sure it is
//! ([`Status`]) and where it comes from (keys of [`Source`]). Texts come in English and Chinese ([`Text`]).
//!
//! * [`catalogue()`]: what a playground needs on every start, parsed once.
//! * [`reference()`]: rules, contradictions and long action lists, parsed only when first asked for.
//!
//! ```
//! use ramplay_flink::{Console, Lang, LogonMethod, catalogue};
//!
//! let method = catalogue().logon_method(LogonMethod::RamRoleSameAccount);
//! let cell = method.cell(Console::Management);
//! let principal = cell.principal.as_ref().map(|text| text.get(Lang::En));
//! assert_eq!(principal, Some("the RAM role, never the user that assumes it"));
//! ```
//!
//! This crate decides nothing: whether a policy allows an action is the evaluator's business. It knows no
//! clock, no network and no browser.

pub mod arn;
mod catalogue;
mod custom_role;
mod document;
mod logon;
mod logon_rows;
mod operations;
mod permissions;
mod reference;
mod sls;
mod source;
mod status;
mod system_policy;
mod templates;
mod text;

pub use catalogue::{Catalogue, catalogue};
pub use custom_role::{CustomRole, CustomRoleProblem};
pub use document::{Effect, OneOrMany, PolicyDocument, Statement};
pub use logon::{Caller, Console, Family, GrantId, GrantKind, Identity, LogonMethod, Pick, PreconditionId};
pub use logon_rows::{Cell, FamilyRow, Grant, LogonMethodRow, LogonMethods, PickRow, Precondition};
pub use operations::{
    AccessLevel, ActionGroup, DevelopmentAction, DevelopmentActions, Operation, OperationCheck,
    OperationResource, OtherAction,
};
pub use permissions::{
    ConsoleFunction, ConsolePermission, ConsolePermissions, ConsoleRole, ConsoleRoles, CustomRoleLimits,
    CustomRoleRule, NamespaceRole,
};
pub use ramplay_text::Lang;
pub use reference::{
    Area, Contradiction, EarlierPolicy, EarlierRoleTable, EarlierRow, Reading, Reference, Rule, Rules,
    reference,
};
pub use sls::{
    Capability, CapabilityGroup, Check, MetricstoreChecks, SlsAction, SlsCapabilities, SlsClass, StoreKind,
};
pub use source::Source;
pub use status::Status;
pub use system_policy::{Body, PolicyKind, SystemPolicy};
pub use templates::{Attach, PolicyTemplate};
pub use text::Text;
