//! The policy language of Alibaba Cloud RAM: reading, matching, evaluation, explanation.
//!
//! The engine is pure: no clock, no input or output, no product knowledge. Text goes in, and what
//! comes out is data: a policy with spans and problems from [`read`], and from [`evaluate`] a
//! [`Decision`] with the trace that made it, layer by layer and statement by statement.
//! [`sentence`] is the one place where that data becomes English or Chinese.
//!
//! # Reading
//! ```
//! use ramplay_policy::{PolicyKind, read};
//! use ramplay_text::Lang;
//!
//! let text = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Acton": "log:*", "Resource": "*"}]}"#;
//! let reading = read(text, PolicyKind::Identity);
//! assert!(!reading.is_usable());
//! let unknown = &reading.diagnostics[1];
//! assert_eq!(unknown.span.of(text), "\"Acton\"");
//! assert_eq!(ramplay_policy::sentence::problem(&unknown.problem, Lang::En), "unknown element `Acton`");
//! ```
//!
//! # Evaluating
//! [`guide`] has examples in rising order, from one policy to layers that nobody can see.
//!
//! # What is assumed
//! The documentation leaves rules open. Each rule that we chose is an [`Assumption`] with a code, and
//! every trace names the ones it used.

mod assumption;
pub mod condition;
mod decide;
mod denial;
mod diagnostic;
mod evaluate;
#[doc = include_str!("guide.md")]
pub mod guide {}
pub mod limits;
pub mod model;
mod pattern;
mod read;
mod reason;
mod request;
pub mod sentence;
mod trace;

pub use assumption::{Assumption, Assumptions};
pub use denial::Denial;
pub use diagnostic::{Diagnostic, Expected, Fix, Problem, Severity, Within};
pub use evaluate::{Attached, Place, PolicySet, ResourceAttached, Unseen, evaluate};
pub use model::{Effect, Element, PatternList, Policy, PolicyKind, Statement};
pub use pattern::{Pattern, SpannedPattern};
pub use read::{Reading, read};
pub use reason::Reason;
pub use request::{Check, ContextMap, Principal, PrincipalKind, Request, RequestProblem};
pub use trace::{
    CheckTrace, Decision, Decisions, DocumentId, Evaluation, Layer, LayerTrace, Matched, Must, Need, Outcome,
    Settled, Skip, StatementRef, StatementTrace, Verdict,
};
