//! The parts of the page. Each shows a piece of the model and sends actions; none decides anything.

mod advice;
mod answer;
mod circumstances;
mod console_card;
mod directory;
mod editor;
mod field_input;
mod header;
mod library;
mod logstore_form;
mod look;
mod matrix;
mod member_form;
mod notice;
mod part;
mod policies;
mod policy_card;
mod policy_text;
mod problems;
mod scenario_form;
mod summary;
mod tables;
mod tools;
mod ways;

pub(crate) use answer::Answer;
pub(crate) use header::page_head;
pub(crate) use notice::notice_bar;
pub(crate) use scenario_form::scenario_form;
pub(crate) use summary::summary;

use yew::Properties;

use crate::model::{Dispatch, Model};

/// What most components take.
#[derive(Debug, PartialEq, Properties)]
pub(crate) struct Props {
    /// The state.
    pub(crate) model: Model,
    /// Where actions go.
    pub(crate) dispatch: Dispatch,
}
