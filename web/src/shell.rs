//! Everything that touches the browser outside of Yew: storage, the document, the caret of a text area.

use gloo::timers::callback::Timeout;
use ramplay_parts::shelf::{Local, tab_storage};
use ramplay_text::Lang;
use ramplay_workspace::{LAST, Shelf as _};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, EventTarget, HtmlElement, HtmlTextAreaElement};

/// The element with the answer.
pub(crate) const ANSWER: &str = "answer";
const LANG_KEY: &str = "ramplay.lang";
const LESSON_KEY: &str = "ramplay.lesson";
const THEME_KEY: &str = "ramplay.theme";
const SINGLE_KEYS_KEY: &str = "ramplay.keys";
/// How long something is said in passing.
const SAID_MS: u32 = 4_000;
const EDITOR_KEY: &str = "ramplay.editor";
const PLAIN: &str = "plain";

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

/// Remembers what this tab has open, and what the next one opens.
pub(crate) fn remember(id: Option<&str>) {
    if let Some(storage) = tab_storage() {
        drop(storage.set_item(LAST, id.unwrap_or_default()));
    }
    match id {
        // A tab that cannot remember starts with the example.
        Some(id) => drop(Local.put(LAST, id).ok()),
        None => Local.remove(LAST),
    }
}

/// Remembers for this tab what to notice in what it has open, as a note that `Opened` of `ramplay-parts` writes.
pub(crate) fn remember_lesson(note: Option<&str>) {
    if let Some(storage) = tab_storage() {
        // What is there is of another scenario by now, even if there is no room for this one's.
        drop(storage.remove_item(LESSON_KEY));
        if let Some(note) = note {
            drop(storage.set_item(LESSON_KEY, note));
        }
    }
}

/// What to notice in what this tab had open before it was loaded again.
pub(crate) fn lesson() -> Option<String> {
    tab_storage()?.get_item(LESSON_KEY).ok().flatten()
}

/// What stands behind the `#` of the address, unless it names a place of the page.
pub(crate) fn link() -> Option<String> {
    let hash = gloo::utils::window().location().hash().ok()?;
    let fragment = hash.strip_prefix('#').filter(|fragment| !fragment.is_empty())?;
    let is_place = fragment == ANSWER || gloo::utils::document().get_element_by_id(fragment).is_some();
    (!is_place).then(|| fragment.to_owned())
}

/// Takes a link out of the address, without a request and without a step in the history.
pub(crate) fn clear_link() {
    if link().is_none() {
        return;
    }
    let window = gloo::utils::window();
    let location = window.location();
    let path = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    if let Ok(history) = window.history() {
        // A page from a file may not do it; its address is left as it is.
        drop(history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&path)));
    }
}

/// Calls a function for each event of the window or the document: as long as the page is there.
pub(crate) fn listen(on: &EventTarget, event: &str, act: impl Fn(web_sys::Event) + 'static) {
    let closure = Closure::<dyn Fn(web_sys::Event)>::new(act);
    // A browser that knows no such event has nothing to tell.
    drop(on.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref()));
    closure.forget();
}

/// Stores the language.
pub(crate) fn store_lang(lang: Lang) {
    store_setting(LANG_KEY, lang.tag());
}

/// Stores whether texts are edited in plain text fields.
pub(crate) fn store_plain(plain: bool) {
    store_setting(EDITOR_KEY, if plain { PLAIN } else { "" });
}

/// Whether texts are edited in plain text fields, as was chosen last.
pub(crate) fn prefers_plain() -> bool {
    setting(EDITOR_KEY).as_deref() == Some(PLAIN)
}

/// The language that was chosen last, else the browser's.
pub(crate) fn preferred_lang() -> Lang {
    let tag =
        Local.get(LANG_KEY).or_else(|| gloo::utils::window().navigator().language()).unwrap_or_default();
    Lang::of_tag(&tag)
}

/// Tells the browser and assistive technology the page's language.
pub(crate) fn set_document_lang(lang: Lang) {
    if let Some(root) = gloo::utils::document().document_element() {
        // An element of a page always takes an attribute.
        drop(root.set_attribute("lang", lang.tag()));
    }
}

/// For how long it is shown what an edit has changed, in milliseconds.
const FRESH: u32 = 1_200;

/// Shows what an edit has changed for a moment, as `web/styles/main.css` has it. Whoever drops what is returned calls
/// this again: the next moment takes over, and without one, this would not end.
pub(crate) fn show_fresh() -> Option<Timeout> {
    let root = gloo::utils::document().document_element()?;
    // An element of a page always takes an attribute.
    drop(root.set_attribute("data-fresh", ""));
    Some(Timeout::new(FRESH, move || drop(root.remove_attribute("data-fresh"))))
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

/// Where a lesson is to be seen: the open row, or what is marked or chosen in its place.
const POINT: &str =
    "tr.open button.row, .why[aria-expanded=true], #answer [aria-current], #tab-jobs[aria-selected=true]";

/// Calls a function with where a lesson is to be seen, once it is drawn.
fn at_point(act: impl FnOnce(&HtmlElement) + 'static) {
    Timeout::new(0, || {
        let place = gloo::utils::document().query_selector(POINT).ok().flatten();
        if let Some(place) = place.and_then(|place| place.dyn_into().ok()) {
            act(&place);
        }
    })
    .forget();
}

/// Goes where a lesson is to be seen.
pub(crate) fn go_to_point() {
    at_point(|place| {
        place.scroll_into_view();
        drop(place.focus());
    });
}

/// Scrolls the answer, where it scrolls by itself, so that what a lesson is about is seen. The page stays where it is,
/// because the lesson is on top of it.
pub(crate) fn bring_point_into_view() {
    at_point(|place| {
        let window = gloo::utils::window();
        let top = window.scroll_y().unwrap_or_default();
        place.scroll_into_view();
        window.scroll_to_with_x_and_y(0.0, top);
    });
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
    Timeout::new(SAID_MS, move || {
        if place.text_content().as_deref() == Some(&said) {
            place.set_text_content(None);
        }
    })
    .forget();
}

/// How the page is lit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system has it.
    System,
    Light,
    Dark,
}

impl Theme {
    pub(crate) const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    pub(crate) fn code(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme with this code; the system's if there is none.
    pub(crate) fn of_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.code() == code).unwrap_or(Theme::System)
    }
}

/// The theme that was chosen last.
pub(crate) fn theme() -> Theme {
    Theme::of_code(&setting(THEME_KEY).unwrap_or_default())
}

/// Lights the page so, from now on; `static/first.js` does it when the page is opened again.
pub(crate) fn set_theme(theme: Theme) {
    store_setting(THEME_KEY, theme.code());
    if let Some(root) = gloo::utils::document().document_element() {
        // An element of a page always takes an attribute.
        drop(root.set_attribute("data-theme", theme.code()));
    }
}

/// Whether single keys do something.
pub(crate) fn single_keys() -> bool {
    setting(SINGLE_KEYS_KEY).as_deref() != Some("off")
}

/// Switches single keys on or off.
pub(crate) fn set_single_keys(on: bool) {
    store_setting(SINGLE_KEYS_KEY, if on { "on" } else { "off" });
}

fn setting(key: &str) -> Option<String> {
    Local.get(key)
}

/// Stores a setting; a failure is not worth a message.
fn store_setting(key: &str, value: &str) {
    let _ = Local.put(key, value);
}

/// Where an arrow leads among tabs.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step {
    Next,
    Previous,
    First,
    Last,
}

/// Opens and focuses another tab of the list in which a key was pressed.
pub(crate) fn step_tab(event: &web_sys::KeyboardEvent, step: Step) {
    let tab = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(tab) = tab.and_then(|target| target.closest("[role=tab]").ok().flatten()) else { return };
    let Some(list) = tab.parent_element() else { return };
    let (first, last) = (list.first_element_child(), list.last_element_child());
    let to = match step {
        Step::Next => tab.next_element_sibling().or(first),
        Step::Previous => tab.previous_element_sibling().or(last),
        Step::First => first,
        Step::Last => last,
    };
    if let Some(to) = to.and_then(|to| to.dyn_into::<HtmlElement>().ok()) {
        to.click();
        drop(to.focus());
    }
}
