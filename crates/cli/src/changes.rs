//! What changes, as several commands write it.

mod form;
mod text;

pub(crate) use self::form::{ChangeForm, GroupForm, ObstacleForm, RequestForm};
pub(crate) use self::text::{request, rows, sign, words};
