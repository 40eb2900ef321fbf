//! Something the person should know, above everything else.

use ramplay_playground::{Action, Notice, Refusal, Visit, example};
use ramplay_text::fill;
use web_sys::js_sys;
use yew::{Callback, Html, MouseEvent, html};

use crate::model::{Dispatch, Model};
use crate::shell;

/// Makes a button of a caption and what it does.
type Button<'a> = &'a dyn Fn(&'static str, Action) -> Html;

pub(crate) fn notice_bar(model: &Model, dispatch: &Dispatch) -> Html {
    let words = model.labels();
    let button = |caption: &'static str, action: Action| {
        let act = dispatch.reform(move |_| action.clone());
        html! { <button type="button" onclick={act}>{ caption }</button> }
    };
    html! {
        <>
            { model.visit.as_ref().map(|visit| visited(visit, model, &button)) }
            { model.notice.as_ref().map(|notice| shown(notice, model, &button)) }
            if let Some(lesson) = &model.lesson {
                <div class="notice lesson" role="status">
                    <p><strong>{ words.lesson }</strong>{ " " }{ lesson.get(model.lang).to_owned() }</p>
                    <button type="button" class="show-point" onclick={show_point(dispatch)}>{ words.show_point }</button>
                    { button(words.dismiss, Action::DismissLesson) }
                </div>
            }
        </>
    }
}

/// Opens what the lesson is about and goes there.
fn show_point(dispatch: &Dispatch) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| {
        dispatch.emit(Action::ShowPoint);
        shell::go_to_point();
    })
}

/// What is shown came by a link.
fn visited(visit: &Visit, model: &Model, button: Button<'_>) -> Html {
    let words = model.labels();
    let has_own = !visit.own.title.is_empty() || visit.own.scenario != example();
    let back = button(if has_own { words.back_to_own } else { words.to_example }, Action::LeaveVisit);
    if visit.kept {
        return html! {
            <div class="notice visit" role="status">
                <p>{ words.visit_kept }</p>
                { back }
                { button(words.dismiss, Action::EndVisit) }
            </div>
        };
    }
    let title = fill(words.visiting_named, &[("title", &model.title)]);
    html! {
        <div class="notice visit" role="status">
            <p>{ if model.title.is_empty() { words.visiting.to_owned() } else { title } }{ " " }{ words.visit_hint }</p>
            { button(words.keep_copy, Action::KeepVisit) }
            { back }
        </div>
    }
}

/// Why a link is not opened, and what it holds if that is known.
fn refused(refusal: &Refusal, model: &Model) -> Html {
    let words = model.labels();
    let [problem, help] = refusal.get(model.lang);
    let encoded = js_sys::encode_uri_component(&refusal.content);
    let file = format!("data:text/plain;charset=utf-8,{}", String::from(encoded));
    html! {
        <>
            <p data-code={refusal.code.clone()}>
                <strong>{ words.link_refused }</strong>{ " " }<span>{ problem.clone() }</span>
                <small class="help">{ help.clone() }</small>
            </p>
            if !refusal.content.is_empty() {
                <a class="button" href={file} download="link.json">{ words.save_as_file }</a>
                <textarea readonly={true} aria-label={words.link_content} value={refusal.content.clone()} />
            }
        </>
    }
}

fn shown(notice: &Notice, model: &Model, button: Button<'_>) -> Html {
    let words = model.labels();
    let mut dismiss = words.dismiss;
    let body = match notice {
        Notice::Refused(refusal) => refused(refusal, model),
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
