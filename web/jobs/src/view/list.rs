//! Lists of which only the beginning is shown at first: a page of thousands of rows answers no keystroke in time.

use yew::{Html, html};

use super::View;
use crate::pane::Opened;

/// Entries that are shown at first.
const SHOWN: usize = 20;

/// Entries of a list of a draft, and what shows the rest.
pub(super) struct Entries {
    pub(super) shown: Html,
    /// A button, if there is more.
    pub(super) more: Html,
}

/// The first entries, or all if the list is opened.
pub(super) fn entries<T>(
    view: View<'_>,
    draft: usize,
    name: &'static str,
    all: impl ExactSizeIterator<Item = T>,
    entry: impl Fn(T) -> Html,
) -> Entries {
    let id = Opened::List(draft, name);
    let is_open = view.pane.open.contains(&id);
    let hidden = if is_open { 0 } else { all.len().saturating_sub(SHOWN) };
    let count = all.len() - hidden;
    let shown = all.take(count).map(entry).collect();
    let toggle = view.toggle.reform(move |_| id);
    let more = html! {
        if hidden > 0 { <button type="button" class="rest" onclick={toggle}>{ format!("+ {hidden}") }</button> }
    };
    Entries { shown, more }
}
