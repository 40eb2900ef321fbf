//! The Flink SQL drafts of a scenario: edits in, answers out, without a page.
//!
//! [`Desk`] holds a [`Scenario`], the texts of its drafts, and the answer to them, which is always up to date.
//!
//! # Secrets
//! A scenario is stored and shared, so that the drafts in it are masked. The texts that a person typed are
//! held by the [`Desk`] alone, and found again by what they look like masked.

mod answer;
mod desk;
mod edit;
pub mod example;

pub use answer::{Answer, Draft, Summary};
pub use desk::Desk;
pub use edit::{Edit, POLICY_NAME};
pub use ramplay_playground::Scenario;
