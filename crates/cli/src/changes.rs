//! What changes, as several commands write it.

mod form;
mod text;

pub(crate) use self::form::{ChangeForm, GroupForm, ObstacleForm, RequestForm, Title};
pub(crate) use self::text::{request, rows, sign, words};
