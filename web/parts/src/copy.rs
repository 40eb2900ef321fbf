//! A text that can be copied.

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::{
    Callback, Html, NodeRef, Properties, function_component, html, use_mut_ref, use_node_ref, use_state_eq,
};

/// How long the button says what happened.
const SAID_MS: u32 = 2_000;

/// Copies a text, and says whether the browser let it.
pub async fn copy(text: &str) -> bool {
    let clipboard = gloo::utils::window().navigator().clipboard();
    // Outside of a secure context there is no clipboard at all.
    let is_there = wasm_bindgen::JsValue::from(&clipboard).is_object();
    is_there && JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// A text and the words of its button.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct Props {
    /// The text.
    pub text: String,
    /// What it is, for those who cannot see it.
    pub name: String,
    /// `Copy`
    pub copy: &'static str,
    /// `Copied`
    pub copied: &'static str,
    /// What is said when the text was selected because the browser did not let the page copy it.
    #[prop_or_default]
    pub selected: &'static str,
    /// Lines more than these scroll.
    #[prop_or_default]
    pub long: bool,
}

/// A text with a button that copies it; where the browser does not let it, the text is selected instead.
#[function_component]
pub fn Copyable(Props { text, name, copy, copied, selected, long }: &Props) -> Html {
    let said = use_state_eq(|| "");
    let shown = use_node_ref();
    let timer = use_mut_ref(|| None::<Timeout>);
    let onclick = {
        let (said, shown, text) = (said.clone(), shown.clone(), text.clone());
        let (copied, selected) = (*copied, *selected);
        Callback::from(move |_| {
            let (said, shown, timer) = (said.clone(), shown.clone(), timer.clone());
            let text = text.clone();
            spawn_local(async move {
                let is_copied = self::copy(&text).await;
                if !is_copied {
                    select(&shown);
                }
                said.set(if is_copied { copied } else { selected });
                let after = said.clone();
                *timer.borrow_mut() = Some(Timeout::new(SAID_MS, move || after.set("")));
            });
        })
    };
    html! {
        <div class="copyable">
            <button type="button" class="copy" {onclick} aria-label={format!("{copy}: {name}")}>
                <span aria-live="polite">{ if said.is_empty() { copy } else { *said } }</span>
            </button>
            <pre ref={shown} class={long.then_some("long")} tabindex="0" role="group" aria-label={name.clone()}>{ text.clone() }</pre>
        </div>
    }
}

fn select(shown: &NodeRef) {
    let selection = gloo::utils::window().get_selection().ok().flatten();
    if let (Some(selection), Some(node)) = (selection, shown.get()) {
        // A browser that cannot select it either leaves it to the person.
        drop(selection.select_all_children(&node));
    }
}
