//! The guided path: from "I want X to do Y in Z" to the grants that make it so.
//!
//! ```
//! use ramplay_flink::LogonMethod;
//! use ramplay_guide::{Extent, What, Who, Wish, fulfilled, plan};
//! use ramplay_playground::example;
//!
//! let wish = Wish::new(Who::Logon(LogonMethod::RamUserSameAccount), What::Management(Extent::Operate));
//! let plan = plan(&example(), &wish).unwrap();
//! assert_eq!(plan.missing().count(), 1, "the example's user reads only");
//! assert_eq!(fulfilled(&plan.applied(), &wish), Some(true));
//! ```
//!
//! Who, what and where are data: the names of accounts, workspace and Logstore are those of the scenario. Each step says
//! who takes it, where, and what exactly is granted; whether it is taken already is asked of the engine. Nothing is
//! granted that the documentation does not tell of; where it says that something cannot be, there is a [`Refusal`].

mod fulfil;
mod plan;
mod refusal;
pub mod sentence;
mod steps;
mod wish;

pub use fulfil::fulfilled;
pub use plan::{By, Edit, Lookup, Place, Plan, State, Step, Task, plan};
pub use refusal::{Reason, Refusal};
pub use wish::{Access, Extent, What, Who, Wish};
