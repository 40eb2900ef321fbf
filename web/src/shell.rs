//! Everything that touches the browser outside of Yew: storage, the document, the caret of a text area.

use ramplay_text::Lang;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement};

/// The stored scenario.
pub(crate) const SCENARIO_KEY: &str = "ramplay.scenario";
const LANG_KEY: &str = "ramplay.lang";
/// How long something is said in passing.
const SAID_MS: u32 = 4_000;

/// Runs `mount` on the page's app element and removes the loading text.
pub(crate) fn with_app_root(mount: impl FnOnce(Element)) {
    let document = gloo::utils::document();
    if let Some(loading) = document.get_element_by_id("loading") {
        loading.remove();
    }
    if let Some(root) = document.get_element_by_id("app") {
        mount(root);
    }
}

/// The scenario that was stored last; none when nothing was, or when storage is denied.
pub(crate) fn stored_scenario() -> Option<String> {
    raw_storage().ok()?.get_item(SCENARIO_KEY).ok().flatten()
}

/// Stores the scenario.
///
/// # Errors
/// When the browser denies storage or it is full.
pub(crate) fn store_scenario(text: &str) -> Result<(), ()> {
    raw_storage().and_then(|storage| storage.set_item(SCENARIO_KEY, text).map_err(drop))
}

/// Stores the language; a failure is not worth a message.
pub(crate) fn store_lang(lang: Lang) {
    let _ = raw_storage().and_then(|storage| storage.set_item(LANG_KEY, lang.tag()).map_err(drop));
}

/// Local storage, if the browser lets the page have it.
fn raw_storage() -> Result<web_sys::Storage, ()> {
    gloo::utils::window().local_storage().ok().flatten().ok_or(())
}

/// The language that was chosen last, else the browser's.
pub(crate) fn preferred_lang() -> Lang {
    let stored = raw_storage().ok().and_then(|storage| storage.get_item(LANG_KEY).ok().flatten());
    let tag = stored.or_else(|| gloo::utils::window().navigator().language()).unwrap_or_default();
    Lang::of_tag(&tag)
}

/// Tells the browser and assistive technology the page's language.
pub(crate) fn set_document_lang(lang: Lang) {
    if let Some(root) = gloo::utils::document().document_element() {
        // An element of a page always takes an attribute.
        drop(root.set_attribute("lang", lang.tag()));
    }
}

/// The caret of a text area, in UTF-16 units.
pub(crate) fn caret(area: &HtmlTextAreaElement) -> Option<u32> {
    area.selection_start().ok().flatten()
}

/// Focuses a text area and selects a range, in UTF-16 units.
pub(crate) fn select(area: &HtmlTextAreaElement, start: u32, end: u32) {
    drop(area.focus());
    drop(area.set_selection_range(start, end));
}

/// The text area with this element id.
pub(crate) fn text_area(id: &str) -> Option<HtmlTextAreaElement> {
    gloo::utils::document().get_element_by_id(id)?.dyn_into().ok()
}

/// Scrolls an element into view and focuses it.
pub(crate) fn go_to(id: &str) {
    let element =
        gloo::utils::document().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok());
    if let Some(element) = element {
        element.scroll_into_view();
        drop(element.focus());
    }
}

/// Closes the menu that an event came from and puts the focus back on its button.
pub(crate) fn close_menu(event: &web_sys::MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(menu) = target.and_then(|target| target.closest("details").ok().flatten()) else { return };
    drop(menu.remove_attribute("open"));
    let button = menu.query_selector("summary").ok().flatten().and_then(|e| e.dyn_into::<HtmlElement>().ok());
    if let Some(button) = button {
        drop(button.focus());
    }
}

/// Says something in passing: shown for a moment, and read out.
pub(crate) fn say(text: &str) {
    let Some(place) = gloo::utils::document().get_element_by_id("said") else { return };
    place.set_text_content(Some(text));
    // A text that replaced this one in the meantime is left alone.
    let said = text.to_owned();
    gloo::timers::callback::Timeout::new(SAID_MS, move || {
        if place.text_content().as_deref() == Some(&said) {
            place.set_text_content(None);
        }
    })
    .forget();
}
