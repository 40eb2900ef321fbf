//! The button for all scenarios, examples and files, and the dialog that it opens.

use ramplay_playground::Action;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlDialogElement, KeyboardEvent};
use yew::{Callback, function_component, html, use_callback, use_effect_with, use_node_ref, use_state_eq};

use super::Props;
use super::part::Part;
use crate::module;

#[function_component]
pub(crate) fn Library(Props { model, dispatch }: &Props) -> yew::Html {
    let words = model.labels();
    let dialog = use_node_ref();
    let is_open = use_state_eq(|| false);
    let open = {
        let (dialog, is_open) = (dialog.clone(), is_open.clone());
        use_callback(dispatch.clone(), move |(), dispatch: &crate::model::Dispatch| {
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
        use_effect_with((), move |()| {
            let waits = Closure::<dyn Fn()>::new(move || open.emit(()));
            module::receive(waits.as_ref().unchecked_ref());
            // The page has it until it is left.
            waits.forget();
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
    html! {
        <>
            <button type="button" id="scenarios" aria-haspopup="dialog" onclick={open.reform(|_| ())}>{ words.library }</button>
            <dialog ref={dialog} class="library" aria-labelledby="library-title" onclose={closed} onkeydown={keep}>
                <div class="library-head">
                    <h2 id="library-title">{ words.library }</h2>
                    <button type="button" class="remove" aria-label={words.close} onclick={x}>{ "×" }</button>
                </div>
                if *is_open {
                    <Part part={module::Part::View("library")} model={model.clone()} dispatch={dispatch.clone()} closed={close} />
                }
            </dialog>
        </>
    }
}
