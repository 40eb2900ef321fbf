//! Conformance tests of the policy engine.
//!
//! - `cases/*.jsonl`: one case a line, from the documentation (`source_url`) or our own. [`ramplay_case::Case`] is
//!   their form, [`run`] hands one to the engine.
//! - [`naive`]: a second evaluator, as simple as possible and written without a look at the first. Both
//!   must agree on every generated case.
//! - `tests/conformance`: the tests themselves. `cargo test -p ramplay-tests` runs them all;
//!   `PROPTEST_CASES=20000` makes the generated ones thorough.

pub mod naive;
mod run;

pub use run::{Failure, check, trail};
