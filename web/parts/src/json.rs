//! Reading values of the data files that the browser parsed. A field that is not there is empty: these files are
//! shown, never decided upon.

use ramplay_text::Lang;
use wasm_bindgen::JsValue;
use web_sys::js_sys::{Array, Reflect};

/// A field of an object.
pub fn field(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// A field that is a string.
pub fn string(value: &JsValue, name: &str) -> String {
    field(value, name).as_string().unwrap_or_default()
}

/// A field that is a text in two languages.
pub fn text(value: &JsValue, name: &str, lang: Lang) -> String {
    let text = field(value, name);
    if text.is_object() {
        string(
            &text,
            match lang {
                Lang::En => "en",
                Lang::Zh => "zh",
            },
        )
    } else {
        String::new()
    }
}

/// A field that is a boolean.
pub fn flag(value: &JsValue, name: &str) -> bool {
    field(value, name).is_truthy()
}

/// A field that is a list of strings.
pub fn keys(value: &JsValue, name: &str) -> Vec<String> {
    items(&field(value, name)).filter_map(|item| item.as_string()).collect()
}

/// A field that is a place in a text, or another whole number that is not negative.
#[must_use]
pub fn number(value: &JsValue, name: &str) -> u32 {
    // Such numbers lie within a text of at most some megabytes.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and small")]
    let number = field(value, name).as_f64().unwrap_or_default() as u32;
    number
}

/// The items of a list.
pub fn items(value: &JsValue) -> impl Iterator<Item = JsValue> {
    let array = if Array::is_array(value) { Array::from(value) } else { Array::new() };
    (0..array.length()).map(move |index| array.get(index))
}
