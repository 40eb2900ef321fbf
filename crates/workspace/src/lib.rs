//! Named scenarios with their history, in any storage that keeps texts by key.
//!
//! Nothing here knows a browser or a clock: storage is a [`Shelf`], and the time in milliseconds is handed in.
//!
//! * [`Session`]: what one tab has open. It saves, keeps the history, and never overwrites what another tab stored.
//! * [`start`]: what a tab shows first; it takes over what earlier versions stored.
//! * [`library`]: all that is stored, and what can be done with it.
//! * [`difference`]: what changed between two states of a scenario.
//! * [`import`] and [`export`]: what a file or a pasted text is, and a scenario as a file.
//!
//! # What is stored
//! `ramplay.record.ID` is a scenario as it is now: one line, the [`Head`], and the scenario as JSON behind it. Each write
//! has a stamp of its own in the head, so that a tab sees that another one wrote. There is no list of the scenarios: it
//! would be one more thing for two tabs to spoil. `ramplay.revisions.ID` is its history, a line for each [`Revision`].
//! Whatever cannot be read is left where it is or put under `ramplay.aside.`, and offered as text.

pub mod difference;
pub mod export;
pub mod history;
pub mod import;
mod key;
pub mod library;
mod record;
pub mod sentence;
mod session;
mod shelf;
mod start;

pub use history::{Revision, Why};
pub use key::{Fresh, LAST, OLD, record_key};
pub use record::{Head, Record};
pub use session::{Conflict, Saved, Session};
pub use shelf::{NotStored, Shelf};
pub use start::{Start, start};
