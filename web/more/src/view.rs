//! What all views here have in common. The messages of a view include what the page hands over: `From<Given>`.

use ramplay_parts::part::{Given, Told};
use yew::Properties;

/// What a view gets from the page.
#[derive(Debug, Clone, PartialEq, Properties)]
pub(crate) struct Props {
    /// What the page handed over first.
    pub(crate) given: Given,
    /// Where the page is told of what a person does.
    pub(crate) told: Told,
    /// What it is about, if it is about a part of the answer.
    pub(crate) subject: String,
}
