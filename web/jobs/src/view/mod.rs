//! What the part shows.

mod credentials;
mod draft;
mod draft_text;
mod editor;
mod gap;
mod least;
mod list;
mod remark;
mod settings;
mod steps;
mod summary;
mod table;
mod user;
mod variables;

use ramplay_drafts::{Edit, example};
use ramplay_text::Lang;
use yew::{Callback, Html, html};

use crate::pane::{Dispatch, Opened, Pane};
use crate::words::{Labels, labels};

/// What everything here is made from.
#[derive(Clone, Copy)]
struct View<'p> {
    pane: &'p Pane,
    edit: &'p Dispatch,
    toggle: &'p Callback<Opened>,
}

impl View<'_> {
    fn words(self) -> &'static Labels {
        labels(self.pane.lang)
    }

    fn lang(self) -> Lang {
        self.pane.lang
    }

    /// A button that edits.
    fn button(self, caption: &str, class: &'static str, edits: impl Fn() -> Vec<Edit> + 'static) -> Html {
        let onclick = self.edit.reform(move |_| edits());
        html! { <button type="button" {class} {onclick}>{ caption.to_owned() }</button> }
    }
}

pub(crate) fn pane(pane: &Pane, edit: &Dispatch, toggle: &Callback<Opened>) -> Html {
    let view = View { pane, edit, toggle };
    let words = view.words();
    let drafts = pane.desk.answer().drafts.len();
    let scenario = pane.desk.scenario().clone();
    html! {
        <div class="jobs">
            <p class="about">{ words.lead }{ " " }{ words.masked_note }</p>
            { user::user(view) }
            { summary::summary(view) }
            { for (0..drafts).map(|place| draft::draft(view, place)) }
            <div class="buttons">
                { view.button(words.add_draft, "add", || vec![Edit::AddDraft { name: String::new(), text: String::new() }]) }
                if drafts == 0 {
                    { view.button(words.guide_draft, "guide", move || example::guide(&scenario).into()) }
                }
                if pane.desk.can_undo() {
                    <span role="status">{ words.removed }{ " " }{ view.button(words.undo, "undo", || vec![Edit::UndoRemove]) }</span>
                }
            </div>
            if drafts > 0 {
                { settings::settings(view) }
                { variables::defined(view) }
                { least::least(view) }
                { steps::steps(view) }
            }
        </div>
    }
}
