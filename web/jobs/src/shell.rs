//! What touches the browser outside of Yew.

use std::sync::Once;

use ramplay_text::Lines;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::{Html, function_component};

/// The element id of a draft's text area.
pub(crate) fn area_id(draft: usize) -> String {
    format!("draft-{draft}")
}

/// Focuses a draft and selects a range of its text, in bytes.
pub(crate) fn select(draft: usize, start: u32, end: u32) {
    let element = gloo::utils::document().get_element_by_id(&area_id(draft));
    if let Some(area) = element.and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok()) {
        let text = area.value();
        let lines = Lines::new(&text);
        drop(area.focus());
        drop(area.set_selection_range(lines.to_utf16(&text, start), lines.to_utf16(&text, end)));
    }
}

/// Nothing at all.
#[function_component]
fn Nothing() -> Html {
    Html::default()
}

/// Lets the page and this part tell their elements apart. Yew marks what it listens to with the number of the
/// application, which every module counts from 1, so that both would take each other's events. A first
/// application that is thrown away at once takes the number that the page has.
pub(crate) fn be_another_application() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        if let Ok(nowhere) = gloo::utils::document().create_element("div") {
            yew::Renderer::<Nothing>::with_root(nowhere).render().destroy();
        }
    });
}
