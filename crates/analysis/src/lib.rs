//! Exact answers about policies: what changes between two sets of them, with a request that shows it.
//!
//! The language of RAM policies is small enough to be decided without a solver. Patterns of actions and
//! resources are regular, so that one automaton over all of them knows every combination of patterns that a text
//! can match. The values of a condition key fall into finitely many classes under the operators that are used.
//! Whether a statement applies depends on these combinations and classes only, and one request of each is put to
//! the engine itself: nothing here decides a request.
//!
//! * [`diff`]: how two sets of policies stand to each other, and every change of answer with a shortest request.
//! * [`can`]: whether anything of a kind is allowed: a request that is, or the proof that none is. [`ESCALATIONS`]
//!   are questions to ask.
//! * [`reach`]: all that is allowed, by the statements that allow it, with what holds each back.
//! * `tighten`: the fewest readable statements for what is needed, compared with what is there.
//! * [`dead`]: parts that can be taken out without changing any answer.
//! * [`repair`]: the smallest changes of texts with which a denied request is allowed, or an allowed one denied,
//!   each with exactly what else it changes.
//! * [`Frame`]: which requests an answer is about.
//! * [`principals`]: who asks, where policies name principals.
//! * [`Catalogue`]: the actions that exist, which make a witness a real one and changes countable.
//! * [`Budget`]: work is bounded; what was not decided within it is said to be undecided, never guessed.

mod answer;
mod automaton;
mod bits;
mod budget;
mod can;
mod catalogue;
mod classes;
mod dead;
mod diff;
mod edited;
mod explore;
mod form;
mod frame;
mod group;
mod hash;
mod interest;
#[cfg(feature = "least")]
mod least;
#[cfg(feature = "least")]
mod needed;
mod obstacle;
mod principals;
mod questions;
mod reach;
mod real;
mod repair;
pub mod sentence;
mod tables;
#[cfg(feature = "least")]
mod tighten;
mod watch;
#[cfg(feature = "least")]
mod wider;

pub use answer::Answer;
pub use budget::{Budget, Spent};
pub use can::{Can, can};
pub use catalogue::{Catalogue, KnownAction};
pub use dead::{Dead, Part, What, dead, dead_of};
pub use diff::{Change, Diff, Options, Relation, diff};
pub use frame::{Asked, Exactly, Frame, Only, Requests};
pub use group::{Condition, Count, Entries, Group, Spoken};
#[cfg(feature = "least")]
pub use least::{Need, allow, least, split};
#[cfg(feature = "least")]
pub use needed::{NeedProblem, NeedProblemKind, Needed, needed};
pub use obstacle::Obstacle;
pub use principals::principals;
pub use questions::{ESCALATIONS, Question};
pub use reach::{Grant, Held, Reach, reach, reach_watched};
pub use repair::{
    Amendment, ClauseAt, Edited, Goal, Named, NewStatement, Repair, RepairOptions, Repairs, Step,
    SystemPolicy, Text, TextEdit, keeps, prune, repair,
};
#[cfg(feature = "least")]
pub use tighten::{Tight, tighten};
pub use watch::Watch;
#[cfg(feature = "least")]
pub use wider::Wider;
