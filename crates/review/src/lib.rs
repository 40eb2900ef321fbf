//! What a change of a scenario's policies means: its base compared with its present, for people who review it.
//!
//! [`review`] compares what a scenario carries as [`ramplay_playground::Scenario::base`] with its policies: the texts, and every row of the answer
//! whose verdict changed, for each logon method. [`exact`] asks the analysis about all requests, not only those that
//! have a row. [`markdown`] is what goes into a pull request.

mod changes;
mod exact;
mod markdown;
mod methods;
mod place;
pub mod sentence;
mod texts;
mod words;

pub use changes::{Change, Subject, Way, changes};
pub use exact::{Exact, Finding, Of, exact};
pub use markdown::markdown;
pub use methods::{MethodReview, Review, Row, review};
pub use place::{Place, place};
pub use texts::{PolicyChange, policies};
pub use words::{Labels, labels};
