//! The part of the page for Flink SQL drafts, loaded when it is first opened: a Yew application of its own,
//! which the page puts into an element and hands the scenario.
//!
//! The page and this part tell each other of edits by the scenario in its stored form.

#![recursion_limit = "256"]

mod pane;
mod shell;
mod view;
mod words;

use ramplay_parts::part::{self, Told};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::js_sys::Function;
use web_sys::{Element, js_sys};
use yew::AppHandle;

use crate::pane::{Message, Pane, Props};

/// The part in its element.
#[wasm_bindgen]
#[expect(missing_debug_implementations, reason = "Yew's handle has none")]
pub struct Mounted(AppHandle<Pane>);

/// Puts the part into an element. `told` is called with what a person did there and the scenario that came of it.
/// There is one view, whatever its name.
///
/// # Errors
/// When the scenario cannot be read.
#[wasm_bindgen]
pub fn mount(
    root: Element,
    _view: &str,
    scenario: &str,
    lang: &str,
    told: Function,
) -> Result<Mounted, js_sys::Error> {
    let given = part::given(scenario, lang)?;
    // The page is the first application.
    part::be_application(2);
    let props = Props { given, told: Told::new(told) };
    Ok(Mounted(yew::Renderer::<Pane>::with_root_and_props(root, props).render()))
}

#[wasm_bindgen]
impl Mounted {
    /// Hands over a scenario that was edited elsewhere, or another language.
    ///
    /// # Errors
    /// When the scenario cannot be read.
    pub fn update(&self, scenario: &str, lang: &str) -> Result<(), js_sys::Error> {
        self.0.send_message(Message::Take(part::given(scenario, lang)?));
        Ok(())
    }

    /// Takes the part away.
    pub fn unmount(self) {
        self.0.destroy();
    }
}
