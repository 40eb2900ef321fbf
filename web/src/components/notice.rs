//! Something the person should know, above everything else.

use ramplay_playground::{Action, Labels, Notice};
use yew::{Html, html};

use crate::model::{Dispatch, Model};

pub(crate) fn notice_bar(model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let button = |caption: &'static str, action: Action| {
        let act = dispatch.reform(move |_| action.clone());
        html! { <button type="button" onclick={act}>{ caption }</button> }
    };
    html! {
        <>
            { model.notice.as_ref().map(|notice| shown(notice, words, &button)) }
            if let Some(lesson) = &model.lesson {
                <div class="notice lesson" role="status">
                    <p><strong>{ words.lesson }</strong>{ " " }{ lesson.get(model.lang).to_owned() }</p>
                    { button(words.dismiss, Action::DismissLesson) }
                </div>
            }
        </>
    }
}

fn shown(notice: &Notice, words: &Labels, button: &dyn Fn(&'static str, Action) -> Html) -> Html {
    let mut dismiss = words.dismiss;
    let body = match notice {
        Notice::NotStored => html! { <p>{ words.not_stored }</p> },
        Notice::Thinned => html! { <p>{ words.thinned }</p> },
        Notice::Replaced { is_kept, .. } => html! {
            <>
                <p>{ if *is_kept { words.replaced } else { words.replaced_lost } }</p>
                { button(words.undo, Action::UndoOpen) }
            </>
        },
        Notice::ChangedElsewhere { deleted, .. } => {
            dismiss = words.keep_both;
            html! {
                <>
                    <p>{ if *deleted { words.deleted_elsewhere } else { words.changed_elsewhere } }</p>
                    if !deleted {
                        { button(words.take_theirs, Action::TakeTheirs) }
                    }
                    { button(words.overwrite, Action::Overwrite) }
                </>
            }
        }
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
            { button(dismiss, Action::DismissNotice) }
        </div>
    }
}
