//! Expectations about a scenario in one line each, and whether they hold.
//!
//! ```
//! use ramplay_expect::{State, check, parse};
//! use ramplay_playground::example;
//!
//! let lines = "\
//! user alice may log:GetCursorOrData
//! user alice may not log:DeleteLogStore on project/web-project/logstore/access-log
//! logs.write is implicitly denied   # nothing allows it
//! management opens";
//! let expectations = parse(lines);
//! for checked in check(&example(), expectations.iter().map(|line| line.expectation.as_ref().unwrap())) {
//!     assert_eq!(checked.state, State::Held);
//! }
//! ```
//!
//! # Lines
//! | line | meaning |
//! | --- | --- |
//! | `user NAME may ACTION` | the RAM user may, on the scenario's own workspace or Logstore |
//! | `user NAME may not ACTION on RESOURCE` | it may not, whoever denies it; `RESOURCE` is an ARN, `*`, or `project/…` |
//! | `role NAME …`, `person …`, `job …` | the same for the role, whoever opens the consoles, and the job's RAM user |
//! | `job can write`, `job cannot logs.query` | a row of the Logstore's table, by its id; `read` and `write` for the two usual ones |
//! | `person may delete-instance` | an operation of the Management Console, by its id |
//! | `ROW is allowed`, `denied`, `explicitly denied`, `implicitly denied`, `undecided` | the verdict of a row, of an operation too |
//! | `PERMISSION is held`, `is not held` | a permission of the Development Console, by its id |
//! | `management opens`, `development does not open` | a console |
//!
//! `may` and `can`, `may not`, `must not`, `cannot` and `can not` mean the same. `#` begins a comment, and empty lines
//! say nothing.
//!
//! # In a scenario
//! [`ramplay_playground::Assertions`] is the form of the field: the lines as they were typed, and with what they were
//! made. [`drift`] says what became of them since, [`coverage`] which statements they protect.

mod ask;
mod check;
mod coverage;
mod drift;
mod line;
mod parse;
pub mod sentence;
mod wanted;

pub use check::{Checked, DecidedBy, Evidence, State, Unanswered, check};
pub use coverage::{Coverage, Covered, MOST_TRIED, coverage};
pub use drift::{Drift, drift, made};
pub use line::{Claim, ExpectError, ExpectProblem, Expectation, Line, Row, Wanted, What, Who};
pub use parse::{parse, parse_line};
pub use wanted::{calls_of, wanted};
