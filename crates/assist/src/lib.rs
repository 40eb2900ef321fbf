//! Completion and documentation for an editor: what may stand at a place of a policy or of a Flink SQL draft, and
//! what is known of the word that stands there.
//!
//! The editor says where the caret is ([`PolicyPlace`], [`SqlPlace`]: the contexts of `web/editor`, which are read
//! there and nowhere else), the scenario says which names there are ([`Facts`]), and everything else comes from the
//! catalogues of `ramplay-flink`, the engine's tables and those of the findings. Nothing is offered that none of
//! them knows, and what is told names its source and how sure it is.
//!
//! ```
//! use ramplay_assist::{Facts, PolicyPlace, PolicyPlaceKind, policy};
//! use ramplay_policy::PolicyKind;
//! use ramplay_text::Lang;
//!
//! let place = PolicyPlace { kind: PolicyPlaceKind::Action, prefix: "log:GetPro".into(), ..PolicyPlace::default() };
//! let items = policy::complete(&place, PolicyKind::Identity, &Facts::default(), Lang::En);
//! let item = items.iter().find(|item| item.label == "log:GetProject").expect("an item");
//! assert_eq!((item.detail.as_deref(), item.info.as_deref()), (Some("get"), Some("Read project attributes")));
//! ```

mod facts;
mod item;
mod place;
pub mod policy;
pub mod sql;
mod words;

pub use facts::Facts;
pub use item::{Documentation, Item, ItemKind};
pub use place::{Level, PolicyPlace, PolicyPlaceKind, SqlPlace, SqlPlaceKind, SqlTable};
