//! The part of the page for Flink SQL drafts, loaded when it is first opened: a Yew application of its own,
//! which the page puts into an element and hands the scenario.
//!
//! The page and this part tell each other of edits by the scenario in its stored form.

#![recursion_limit = "256"]

mod pane;
mod shell;
mod view;
mod words;

use ramplay_playground::Scenario;
use ramplay_text::Lang;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::js_sys::Function;
use web_sys::{Element, js_sys};
use yew::AppHandle;

use crate::pane::{Message, Pane, Props};

/// The part in its element.
#[wasm_bindgen]
#[expect(missing_debug_implementations, reason = "Yew's handle has none")]
pub struct Mounted(AppHandle<Pane>);

/// Puts the part into an element. `edited` is called with the scenario whenever a person edits it here.
///
/// # Errors
/// When the scenario cannot be read.
#[wasm_bindgen]
pub fn mount(root: Element, scenario: &str, lang: &str, edited: Function) -> Result<Mounted, js_sys::Error> {
    let scenario = read(scenario)?;
    shell::be_another_application();
    let props = Props { scenario, lang: lang_of(lang), edited };
    Ok(Mounted(yew::Renderer::<Pane>::with_root_and_props(root, props).render()))
}

#[wasm_bindgen]
impl Mounted {
    /// Hands over a scenario that was edited elsewhere.
    ///
    /// # Errors
    /// When the scenario cannot be read.
    pub fn update(&self, scenario: &str, lang: &str) -> Result<(), js_sys::Error> {
        self.0.send_message(Message::Take(Box::new(read(scenario)?), lang_of(lang)));
        Ok(())
    }

    /// Takes the part away.
    pub fn unmount(self) {
        self.0.destroy();
    }
}

fn read(scenario: &str) -> Result<Scenario, js_sys::Error> {
    Scenario::from_json(scenario).map_err(|error| js_sys::Error::new(&error.to_string()))
}

fn lang_of(tag: &str) -> Lang {
    if tag.starts_with("zh") { Lang::Zh } else { Lang::En }
}
