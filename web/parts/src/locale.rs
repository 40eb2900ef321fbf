//! Numbers, dates and plural forms as a language writes them: the browser knows (ECMA-402, `Intl`).

use ramplay_text::Lang;
use wasm_bindgen::JsValue;
use web_sys::js_sys::{Array, Date, Function, Intl, Object, Reflect};

fn locale(lang: Lang) -> Array {
    Array::of1(&JsValue::from_str(lang.tag()))
}

/// What a formatter makes of a value; the plain text where the browser has none.
fn formatted(format: &Function, value: &JsValue, plain: impl FnOnce() -> String) -> String {
    format.call1(&JsValue::NULL, value).ok().and_then(|text| text.as_string()).unwrap_or_else(plain)
}

/// A number.
pub fn number(number: usize, lang: Lang) -> String {
    // All languages of the page write these as they are, and a formatter takes the browser longer than a table.
    if number < 1_000 {
        return number.to_string();
    }
    // Counts of rows and lines are far below what a double holds.
    #[expect(clippy::cast_precision_loss, reason = "small")]
    let value = JsValue::from_f64(number as f64);
    let format = Intl::NumberFormat::new(&locale(lang), &Object::new()).format();
    formatted(&format, &value, || number.to_string())
}

/// A point in time, in milliseconds since 1970, with date and minute, in the browser's time zone.
pub fn date_and_time(ms: f64, lang: Lang) -> String {
    let options = Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short")] {
        // A plain object takes every field.
        drop(Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value)));
    }
    let date = Date::new(&JsValue::from_f64(ms));
    let format = Intl::DateTimeFormat::new(&locale(lang), &options).format();
    formatted(&format, &date, || date.to_iso_string().into())
}

/// The form of a sentence that goes with a number: `one` where the language has such a form.
pub fn plural<'w>(number: usize, lang: Lang, one: &'w str, other: &'w str) -> &'w str {
    #[expect(clippy::cast_precision_loss, reason = "small")]
    let category = Intl::PluralRules::new(&locale(lang), &Object::new()).select(number as f64);
    if category == "one" { one } else { other }
}
