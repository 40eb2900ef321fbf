//! Single keys that work wherever nobody is typing. They can be switched off, for those to whom keys come by voice.

use ramplay_playground::Labels;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, KeyboardEvent};

/// A key and what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    Sheet,
    Search,
    Denied,
    Tab,
    Policy,
    Logon,
    Share,
    Close,
}

impl Key {
    pub(crate) const ALL: [Key; 8] =
        [Key::Sheet, Key::Search, Key::Denied, Key::Tab, Key::Policy, Key::Logon, Key::Share, Key::Close];

    /// The key as it is written on keyboards.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Key::Sheet => "?",
            Key::Search => "/",
            Key::Denied => "d",
            Key::Tab => "1 … 8",
            Key::Policy => "p",
            Key::Logon => "l",
            Key::Share => "s",
            Key::Close => "Escape",
        }
    }

    /// What it does.
    pub(crate) fn what(self, words: &'static Labels) -> &'static str {
        match self {
            Key::Sheet => words.keys,
            Key::Search => words.key_search,
            Key::Denied => words.key_denied,
            Key::Tab => words.key_tab,
            Key::Policy => words.key_policy,
            Key::Logon => words.key_logon,
            Key::Share => words.share,
            Key::Close => words.key_close,
        }
    }
}

/// Listens as long as it is kept.
#[derive(Debug)]
pub(crate) struct Listener(Closure<dyn Fn(KeyboardEvent)>);

/// Listens for single keys. `sheet` opens the sheet of keys.
pub(crate) fn listen(sheet: impl Fn() + 'static) -> Listener {
    let closure = Closure::<dyn Fn(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        if event.ctrl_key()
            || event.meta_key()
            || event.alt_key()
            || event.default_prevented()
            || is_typing(&event)
        {
            return;
        }
        let done = match event.key().as_str() {
            "?" => {
                sheet();
                true
            }
            "/" => focus("#filter"),
            "d" => click(".table-tools .switch button:nth-child(2)"),
            "p" => focus(".card .cm-content") || focus(".card textarea"),
            "l" => focus("#logon"),
            "s" => click("#share"),
            key => match key.parse::<usize>() {
                Ok(number @ 1..=8) => click(&format!("[role=tablist] button:nth-child({number})")),
                _ => false,
            },
        };
        if done {
            event.prevent_default();
        }
    });
    let listened =
        gloo::utils::document().add_event_listener_with_callback("keydown", closure.as_ref().unchecked_ref());
    // A document takes listeners.
    drop(listened);
    Listener(closure)
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.0.as_ref().unchecked_ref();
        // It was added; if not, there is nothing to remove.
        drop(gloo::utils::document().remove_event_listener_with_callback("keydown", callback));
    }
}

/// Whether the key goes into a text, a menu or a dialog.
fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let places = "input:not([type=checkbox]), textarea, select, dialog, [contenteditable]";
    target.is_some_and(|target| target.closest(places).ok().flatten().is_some())
}

fn element(selector: &str) -> Option<HtmlElement> {
    gloo::utils::document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

fn focus(selector: &str) -> bool {
    element(selector).is_some_and(|element| {
        element.scroll_into_view();
        element.focus().is_ok()
    })
}

fn click(selector: &str) -> bool {
    element(selector).is_some_and(|element| {
        element.click();
        element.focus().is_ok()
    })
}
