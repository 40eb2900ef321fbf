//! Something the person should know, above everything else.

use ramplay_playground::{Action, Notice};
use yew::{Html, html};

use crate::model::{Dispatch, Model};

pub(crate) fn notice_bar(model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let Some(notice) = &model.notice else { return Html::default() };
    let body = match notice {
        Notice::NotStored => html! { <p>{ words.not_stored }</p> },
        Notice::Replaced(_) => html! {
            <>
                <p>{ words.replaced }</p>
                <button type="button" onclick={dispatch.reform(|_| Action::UndoOpen)}>{ words.undo }</button>
            </>
        },
        Notice::StoredUnreadable { message, text } => html! {
            <>
                <p>{ words.stored_unreadable }{ " " }<code>{ message.clone() }</code></p>
                <textarea readonly={true} aria-label={words.show_text} value={text.clone()} />
            </>
        },
    };
    html! {
        <div class="notice" role="alert">
            { body }
            <button type="button" onclick={dispatch.reform(|_| Action::DismissNotice)}>{ words.dismiss }</button>
        </div>
    }
}
