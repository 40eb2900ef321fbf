//! What the page loads later, as a module of its own: findings, and the reader of what people paste.
//!
//! The first answer does not wait for it, and without it the page misses nothing but its advice. What it
//! returns are plain objects with sentences in the language asked for and places as browsers count them.

mod findings;
mod paste;
mod place;

use ramplay_policy::PolicyKind;
use ramplay_text::Lang;
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// The findings of a document, as a list. The strict reader's problems are left out:
/// the page has them already.
#[wasm_bindgen]
pub fn findings(text: &str, kind: &str, account: &str, lang: &str) -> JsValue {
    to_js(&findings::findings(text, kind_of(kind), account, Lang::of_tag(lang)))
}

/// What a text holds that is no policy as it stands.
#[wasm_bindgen]
pub fn recognise(text: &str, lang: &str) -> JsValue {
    to_js(&paste::recognise(text, Lang::of_tag(lang)))
}

fn kind_of(code: &str) -> PolicyKind {
    PolicyKind::ALL.into_iter().find(|kind| kind.code() == code).unwrap_or(PolicyKind::Identity)
}

fn to_js(form: &impl Serialize) -> JsValue {
    serde_wasm_bindgen::to_value(form).unwrap_or(JsValue::UNDEFINED)
}
