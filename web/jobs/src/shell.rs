//! What touches the browser outside of Yew.

use ramplay_text::Lines;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

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
        drop(area.set_selection_range(lines.to_utf16(start), lines.to_utf16(end)));
    }
}
