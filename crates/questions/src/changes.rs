//! What changes between two sets of policies, as several questions answer.

mod form;
mod text;

pub(crate) use self::form::condition;
pub use self::form::{ChangeForm, GroupForm, ObstacleForm, RequestForm, StatementForm, Title};
pub use self::text::request;
pub(crate) use self::text::{groups, words};
