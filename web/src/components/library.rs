//! Buttons that open a part of the page as a dialog: all scenarios, and sharing.

use ramplay_playground::Action;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlDialogElement, KeyboardEvent};
use yew::{
    Callback, Properties, function_component, html, use_callback, use_effect_with, use_node_ref, use_state_eq,
};

use super::part::Part;
use crate::model::{Dispatch, Model};
use crate::module;

/// A button and its dialog.
#[derive(Debug, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) model: Model,
    pub(crate) dispatch: Dispatch,
    /// The id of the button.
    pub(crate) id: &'static str,
    /// The view in the dialog.
    pub(crate) view: &'static str,
    /// What button and dialog are called.
    pub(crate) caption: &'static str,
    /// Whether it opens, too, when a file is dropped or a text is pasted outside of a field.
    #[prop_or_default]
    pub(crate) receives: bool,
}

#[function_component]
pub(crate) fn ViewDialog(props: &Props) -> yew::Html {
    let Props { model, dispatch, id, view, caption, receives } = props;
    let words = model.labels();
    let dialog = use_node_ref();
    let is_open = use_state_eq(|| false);
    let open = {
        let (dialog, is_open) = (dialog.clone(), is_open.clone());
        use_callback(dispatch.clone(), move |(), dispatch: &Dispatch| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>()
                && !dialog.open()
            {
                // It is part of the page, so that it can be shown.
                drop(dialog.show_modal());
                dispatch.emit(Action::Keep);
                is_open.set(true);
            }
        })
    };
    {
        let open = open.clone();
        use_effect_with(*receives, move |receives| {
            if *receives {
                let waits = Closure::<dyn Fn()>::new(move || open.emit(()));
                module::receive(waits.as_ref().unchecked_ref());
                // The page has it until it is left.
                waits.forget();
            }
        });
    }
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let closed = {
        let is_open = is_open.clone();
        Callback::from(move |_| is_open.set(false))
    };
    // Keys that are pressed in the dialog are meant for the dialog.
    let keep = Callback::from(|event: KeyboardEvent| event.stop_propagation());
    let x = close.reform(|_| ());
    let title = format!("{view}-title");
    html! {
        <>
            <button type="button" id={*id} aria-haspopup="dialog" onclick={open.reform(|_| ())}>{ caption }</button>
            <dialog ref={dialog} class="library" aria-labelledby={title.clone()} onclose={closed} onkeydown={keep}>
                <div class="library-head">
                    <h2 id={title}>{ caption }</h2>
                    <button type="button" class="remove" aria-label={words.close} onclick={x}>{ "×" }</button>
                </div>
                if *is_open {
                    <Part part={module::Part::View(view)} model={model.clone()} dispatch={dispatch.clone()} closed={close} />
                }
            </dialog>
        </>
    }
}
