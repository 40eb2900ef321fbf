//! Exact questions about policies, as a module for workers: `web/static/asker.js` is the file of one that answers
//! questions, and `web/parts/static/asker.js` asks it. Messages and answers are those of `ramplay-questions`, as JSON.
//! Findings come by the worker of all advice, `web/static/aside.js`.

mod dead;

use ramplay_policy::PolicyKind;
use ramplay_questions::{Message, answer as answer_to};
use ramplay_text::Lang;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::js_sys::{Function, JSON};

/// Answers a message. `watch` is called with how many parts of the work are done, and of how many.
///
/// # Errors
/// When the message cannot be read.
#[wasm_bindgen]
pub fn answer(message: &str, watch: &Function) -> Result<String, String> {
    let message: Message = serde_json::from_str(message).map_err(|error| error.to_string())?;
    let watch = |done: usize, of: usize| {
        // Nothing depends on who watches.
        drop(watch.call2(&JsValue::NULL, &JsValue::from(done), &JsValue::from(of)));
    };
    serde_json::to_string(&answer_to(&message, &watch)).map_err(|error| error.to_string())
}

/// The parts of a document that change no answer, as a list of findings in the form of `web/desk`; those that its other
/// findings speak of are left out.
#[wasm_bindgen]
pub fn dead(text: &str, kind: &str, account: &str, lang: &str) -> JsValue {
    let kind = PolicyKind::ALL.into_iter().find(|known| known.code() == kind);
    let found = dead::dead(text, kind.unwrap_or(PolicyKind::Identity), account, Lang::of_tag(lang));
    let json = serde_json::to_string(&found).unwrap_or_default();
    JSON::parse(&json).unwrap_or(JsValue::UNDEFINED)
}
