//! Modules that are loaded later: advice, and the part for Flink SQL.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;
use web_sys::js_sys::{Array, Function, Promise, Reflect};

#[wasm_bindgen(module = "/static/module.js")]
extern "C" {
    /// A module by its name.
    fn module(name: &str) -> Promise;
    /// The looks of a module.
    fn style(name: &str) -> Promise;
}

/// Calls a function of the module of advice with strings.
///
/// # Errors
/// When the module cannot be loaded.
pub(crate) async fn advice(function: &str, args: &[&str]) -> Result<JsValue, JsValue> {
    let module = JsFuture::from(module("ramplay-desk")).await?;
    call(&module, function, &args.iter().map(|text| JsValue::from_str(text)).collect())
}

/// The part for Flink SQL in its element.
#[derive(Debug)]
pub(crate) struct Jobs(JsValue);

impl Jobs {
    /// Loads the part and puts it into an element. `edited` is called with the scenario whenever a person edits
    /// it there.
    ///
    /// # Errors
    /// When it cannot be loaded.
    pub(crate) async fn mount(
        root: Element,
        scenario: &str,
        lang: &str,
        edited: &Function,
    ) -> Result<Self, JsValue> {
        JsFuture::from(style("jobs")).await?;
        let module = JsFuture::from(module("ramplay-jobs")).await?;
        let args = Array::of4(&root, &JsValue::from_str(scenario), &JsValue::from_str(lang), edited);
        call(&module, "mount", &args).map(Jobs)
    }

    /// Hands over another scenario or language.
    pub(crate) fn update(&self, scenario: &str, lang: &str) {
        // A scenario of this page can always be read.
        drop(call(&self.0, "update", &[scenario, lang].map(JsValue::from_str).iter().collect()));
    }

    /// Takes the part away.
    pub(crate) fn unmount(self) {
        drop(call(&self.0, "unmount", &Array::new()));
    }
}

fn call(on: &JsValue, function: &str, args: &Array) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(on, &JsValue::from_str(function))?.dyn_into()?;
    Reflect::apply(&function, on, args)
}
