//! Questions to the analysis and their answers.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails must say so"
)]

mod markdown;
mod messages;
