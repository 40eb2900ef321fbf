//! What is known about the consoles of Realtime Compute for Apache Flink and about the permissions of
//! Simple Log Service (SLS), as data with a status and a source per row, plus typed access.
//!
//! The facts live in `data/*.json` and are edited there by hand; the build script checks and packs them. Each row says how sure it is
//! ([`Status`]) and where it comes from (keys of [`Source`]). Texts come in English and Chinese ([`Text`]).
//!
//! * [`catalogue()`]: what a playground needs on every start, unpacked once.
//! * [`sources()`]: where that comes from.
//! * `reference()`: rules, contradictions and long action lists, unpacked only when first asked for. It and its
//!   data are part of the feature `reference`, which is on by default.
//! * `jobs()`: connectors, endpoints, credentials and variables of Flink SQL jobs, unpacked only when first
//!   asked for; `connectors()` is the part that names steps and permissions. Feature `jobs`, on by default.
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
#[cfg(feature = "jobs")]
mod connector;
mod custom_role;
mod document;
#[cfg(feature = "jobs")]
pub mod endpoint;
#[cfg(feature = "jobs")]
mod jobs;
#[cfg(test)]
#[path = "../build/read.rs"]
mod read;
#[cfg(feature = "reference")]
mod reference;
#[cfg_attr(not(test), expect(dead_code, reason = "only the build script packs"))]
mod rows;
#[cfg(feature = "jobs")]
mod secret;
mod text;

pub use catalogue::{catalogue, sources};
#[cfg(feature = "jobs")]
pub use connector::Applies;
pub use custom_role::{CustomRole, CustomRoleProblem};
#[cfg(feature = "jobs")]
pub use jobs::{JOB_PLACEHOLDERS, connectors, jobs};
pub use ramplay_text::Lang;
#[cfg(all(feature = "jobs", feature = "reference"))]
pub use reference::known_actions;
#[cfg(feature = "reference")]
pub use reference::reference;
pub use rows::*;
