//! The playground as a JavaScript package: plain objects in, plain objects out. `crates/js/npm` has the rest of it.
//!
//! What a caller got wrong is a value, `{ ok: false, error }`; nothing throws.

mod asked;
mod forms;
pub mod questions;
mod subject;

use ramplay_case::{Case, Detail, prepare};
use ramplay_findings::Subject;
use ramplay_link::Options;
use ramplay_playground::{Scenario, State};
use ramplay_policy::{PolicyKind, read};
use ramplay_questions::Unanswered;
use ramplay_text::{Lang, Lines};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::js_sys::JSON;

use crate::forms::{Answer, Finding, LinkForm, Problem};

type Outcome<T> = Result<T, Problem>;

/// The verdicts of a scenario.
#[wasm_bindgen]
pub fn answer(scenario: &JsValue, lang: Option<String>) -> JsValue {
    told(scenario_of(scenario).map(|scenario| Answer::of(&State::of(scenario, lang_of(lang)))))
}

/// The decision on a case, with its trail.
#[wasm_bindgen]
pub fn evaluate(case: &JsValue, lang: Option<String>) -> JsValue {
    told(read_as::<Case>(case, "case-malformed").map(|case| {
        let written = ramplay_case::answer(&case, &prepare(&case.policies), Detail::Full, lang_of(lang));
        serde_json::from_str::<Value>(&written.line).unwrap_or_default()
    }))
}

/// What is wrong with a policy, or could be better.
#[wasm_bindgen]
pub fn check(document: &str, kind: Option<String>, lang: Option<String>) -> JsValue {
    let lang = lang_of(lang);
    told(kind_of(kind).map(|kind| {
        let (subject, lines) = (Subject::new(kind), Lines::new(document));
        let all = ramplay_findings::check(document, &read(document, kind), &subject);
        all.iter().map(|finding| Finding::of(finding, &lines, lang)).collect::<Vec<_>>()
    }))
}

/// A scenario as what stands behind the `#` of a link.
#[wasm_bindgen(js_name = encodeLink)]
pub fn encode_link(scenario: &JsValue, options: &JsValue) -> JsValue {
    told(read_or_default::<LinkForm>(options, "bad-options").and_then(|LinkForm { mask, pseudonyms }| {
        let link =
            ramplay_link::encode(&scenario_of(scenario)?, Options { mask, pseudonyms, ..Options::default() });
        link.map(|link| link.fragment).map_err(|error| Problem::new(error.code(), error.to_string()))
    }))
}

/// The scenario of a link, or of what stands behind its `#`.
#[wasm_bindgen(js_name = decodeLink)]
pub fn decode_link(link: &str) -> JsValue {
    told(ramplay_link::decode(link).map_err(|error| Problem::new(error.code(), error.to_string())))
}

fn lang_of(tag: Option<String>) -> Lang {
    Lang::of_tag(&tag.unwrap_or_default())
}

fn kind_of(code: Option<String>) -> Outcome<PolicyKind> {
    let code = code.unwrap_or_else(|| "identity".to_owned());
    let kind = PolicyKind::ALL.into_iter().find(|kind| kind.code() == code);
    kind.ok_or_else(|| Problem::new("bad-kind", format!("`{code}` is no kind of policy")))
}

fn unanswered(why: &Unanswered, lang: Lang) -> Problem {
    Problem::new(why.code(), why.sentence(lang))
}

/// An object, or JSON that was not read yet, as text.
fn text_of(value: &JsValue) -> String {
    value.as_string().or_else(|| JSON::stringify(value).ok()?.as_string()).unwrap_or_default()
}

fn scenario_of(value: &JsValue) -> Outcome<Scenario> {
    Scenario::from_json(&text_of(value)).map_err(|error| Problem::new(error.code, error.message))
}

fn read_as<T: DeserializeOwned>(value: &JsValue, code: &'static str) -> Outcome<T> {
    serde_json::from_str(&text_of(value)).map_err(|error| Problem::new(code, error.to_string()))
}

/// What may be left out.
fn read_or_default<T: DeserializeOwned + Default>(value: &JsValue, code: &'static str) -> Outcome<T> {
    if value.is_undefined() { Ok(T::default()) } else { read_as(value, code) }
}

/// `{ ok: true, value }` or `{ ok: false, error }`.
fn told<T: Serialize>(outcome: Outcome<T>) -> JsValue {
    #[derive(Serialize)]
    #[serde(untagged)]
    enum Told<T> {
        Value { ok: bool, value: T },
        Error { ok: bool, error: Problem },
    }
    let told = match outcome {
        Ok(value) => Told::Value { ok: true, value },
        Err(error) => Told::Error { ok: false, error },
    };
    // As `JSON.parse` would give it: no `Map`, no `undefined`.
    told.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}
