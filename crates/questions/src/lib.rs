//! Questions to the analysis and their answers, as data that serializes, with sentences in the language asked for.
//!
//! A [`Side`] is what a question is asked about: documents that stand alone, a case, or a party of a scenario. Each
//! question is a function of sides and of how it is asked ([`Asking`]), and its answer is one form, from which JSON,
//! text and Markdown are written:
//!
//! * [`diff`]: what changes between two sides;
//! * [`who_can`]: all that is allowed, whether anything of a kind is, and the questions that have names ([`named`]);
//! * [`repair`]: the smallest changes that allow a denied request, or deny an allowed one;
//! * [`tighten`]: the smallest policies for what is needed;
//! * [`dead`]: parts that change no answer;
//! * [`explain_denial`]: whether policies explain what a service denied.
//!
//! [`answer`] takes a question about a scenario as one message, for a program that asks in the background, and
//! [`apply`] makes what a repair says an edit of that scenario.
//!
//! What an answer says is exact in the way of `ramplay-analysis`; nothing here decides anything.

mod apply;
mod asking;
mod changes;
mod dead;
mod denial;
mod diff;
mod message;
mod needs;
mod paper;
mod repair;
mod side;
mod tighten;
mod who_can;
mod words;

pub use apply::{PolicyChange, apply, policy_changes};
pub use asking::{Asking, Unanswered};
pub use changes::{ChangeForm, GroupForm, ObstacleForm, RequestForm, StatementForm, Title, request};
pub use dead::{DeadForm, FixedForm, PartForm, dead, dead_of};
pub use denial::{DenialForm, DenialsForm, explain_denial, unread};
pub use diff::{DiffForm, diff};
pub use message::{Ask, DeadReply, DenialReply, DenialsReply, FailureForm, Message, Reply, WaysForm, answer};
pub use needs::{Wanted, needs_of};
pub use paper::Written;
pub use repair::{
    DocumentForm, EditForm, ExtraForm, NeedForm, RepairForm, RepairsForm, StepForm, Ways, repair,
};
pub use side::{Loose, Side, principal};
pub use tighten::{CallForm, TightForm, tighten};
pub use who_can::{
    AnswerForm, ExampleForm, GrantForm, HeldForm, ListForm, PrincipalForm, SpokenForm, WhoCan, WhoCanForm,
    named, who_can,
};

/// The answers for people: text for a terminal, or Markdown for a comment on a change.
pub mod text {
    pub use crate::dead::text as dead;
    pub use crate::denial::text as denial;
    pub use crate::diff::text as diff;
    pub use crate::repair::text as repair;
    pub use crate::tighten::text as tighten;
    pub use crate::who_can::text as who_can;
}
