//! Advice from the module that is loaded later: findings, and what a pasted text holds.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Function, Promise, Reflect};

#[wasm_bindgen(module = "/static/desk.js")]
extern "C" {
    /// The module.
    fn desk() -> Promise;
}

/// Calls a function of the module with strings.
///
/// # Errors
/// When the module cannot be loaded.
pub(crate) async fn ask(function: &str, args: &[&str]) -> Result<JsValue, JsValue> {
    let module = JsFuture::from(desk()).await?;
    let function: Function = Reflect::get(&module, &JsValue::from_str(function))?.dyn_into()?;
    let args = args.iter().map(|text| JsValue::from_str(text)).collect();
    Reflect::apply(&function, &module, &args)
}
