//! What the page loads later, as a module of its own: findings, and the reader of what people paste.
//!
//! The first answer does not wait for it, and without it the page misses nothing but its advice. What it
//! returns are plain objects with sentences in the language asked for and places as browsers count them.

mod findings;
mod paste;
mod place;

use ramplay_assist::{Facts, Item, PolicyPlace, policy};
use ramplay_policy::PolicyKind;
use ramplay_text::Lang;
use serde::Serialize;
use serde::de::DeserializeOwned;
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

/// What may stand at a place of a policy: items as `web/editor` takes them. `place` is its context, `facts` are the
/// scenario's names.
#[wasm_bindgen]
pub fn complete(place: JsValue, kind: &str, facts: JsValue, lang: &str) -> JsValue {
    let (Some(place), Some(facts)) = (of_js::<PolicyPlace>(place), of_js::<Facts>(facts)) else {
        return to_js(&Vec::<Item>::new());
    };
    to_js(&policy::complete(&place, kind_of(kind), &facts, Lang::of_tag(lang)))
}

/// What is known of the word at a place of a policy; nothing if that is not known. `offset` is where the pointer is, in
/// UTF-16 units.
#[wasm_bindgen]
pub fn hover(place: JsValue, word: &str, offset: u32, kind: &str, facts: JsValue, lang: &str) -> JsValue {
    let (Some(place), Some(facts)) = (of_js::<PolicyPlace>(place), of_js::<Facts>(facts)) else {
        return JsValue::NULL;
    };
    let told = policy::hover(&place, word, offset, kind_of(kind), &facts, Lang::of_tag(lang));
    told.map_or(JsValue::NULL, |told| to_js(&told))
}

fn kind_of(code: &str) -> PolicyKind {
    PolicyKind::ALL.into_iter().find(|kind| kind.code() == code).unwrap_or(PolicyKind::Identity)
}

fn to_js(form: &impl Serialize) -> JsValue {
    serde_wasm_bindgen::to_value(form).unwrap_or(JsValue::UNDEFINED)
}

fn of_js<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    serde_wasm_bindgen::from_value(value).ok()
}
