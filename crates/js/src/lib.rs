//! The playground as a JavaScript package: plain objects in, plain objects out. `crates/js/npm` has the rest of it.
//!
//! What a caller got wrong is a value, `{ ok: false, error }`; nothing throws.

mod forms;

use ramplay_case::{Case, Detail, prepare};
use ramplay_findings::Subject;
use ramplay_link::Options;
use ramplay_playground::{Scenario, State, read_all};
use ramplay_policy::{PolicyKind, read};
use ramplay_questions::{Asking, Side, Unanswered, WhoCan};
use ramplay_text::{Lang, Lines};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::js_sys::JSON;

use crate::forms::{Answer, Finding, LinkForm, Problem, Whom};

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
    let (code, lang) = (kind.unwrap_or_else(|| "identity".to_owned()), lang_of(lang));
    let kind = PolicyKind::ALL.into_iter().find(|kind| kind.code() == code);
    let unknown = || Problem::new("bad-kind", format!("`{code}` is no kind of policy"));
    told(kind.ok_or_else(unknown).map(|kind| {
        let (subject, lines) = (Subject::new(kind), Lines::new(document));
        let all = ramplay_findings::check(document, &read(document, kind), &subject);
        all.iter().map(|finding| Finding::of(finding, document, &lines, lang)).collect::<Vec<_>>()
    }))
}

/// A scenario as what stands behind the `#` of a link.
#[wasm_bindgen(js_name = encodeLink)]
pub fn encode_link(scenario: &JsValue, options: &JsValue) -> JsValue {
    let options = if options.is_undefined() {
        Ok(LinkForm::default())
    } else {
        read_as::<LinkForm>(options, "bad-options")
    };
    told(options.and_then(|LinkForm { mask, pseudonyms }| {
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

/// What changes from one scenario to another, for both of its parties: who opens the consoles, on the workspace, and
/// who reads and writes the Logstore, on its project.
#[wasm_bindgen]
pub fn diff(before: &JsValue, after: &JsValue, lang: Option<String>) -> JsValue {
    let lang = lang_of(lang);
    told(scenario_of(before).and_then(|before| {
        let after = scenario_of(after)?;
        let (old, new) = (read_all(&before, &[]), read_all(&after, &[]));
        let (old, new) = (Side::of_scenario(&before, &old, lang), Side::of_scenario(&after, &new, lang));
        let (old, new) =
            (old.map_err(|why| unanswered(&why, lang))?, new.map_err(|why| unanswered(&why, lang))?);
        let account = &after.identities.account;
        let forms = old.iter().zip(&new).map(|(old, new)| {
            ramplay_questions::diff(old, new, account, &Asking::new(lang))
                .map_err(|why| unanswered(&why, lang))
        });
        forms.collect::<Outcome<Vec<_>>>()
    }))
}

/// Whether the parties of a scenario can do any of these, or what they can do at all.
#[wasm_bindgen(js_name = whoCan)]
pub fn who_can(scenario: &JsValue, whom: &JsValue, lang: Option<String>) -> JsValue {
    let lang = lang_of(lang);
    told(scenario_of(scenario).and_then(|scenario| {
        let asked = if whom.is_undefined() {
            WhoCan::Everything
        } else {
            let Whom { actions, resources } = read_as(whom, "bad-question")?;
            WhoCan::Any { actions, resources }
        };
        let documents = read_all(&scenario, &[]);
        let sides = Side::of_scenario(&scenario, &documents, lang);
        sides
            .and_then(|sides| ramplay_questions::who_can(&sides, &asked, &Asking::new(lang)))
            .map_err(|why| unanswered(&why, lang))
    }))
}

fn lang_of(tag: Option<String>) -> Lang {
    Lang::of_tag(&tag.unwrap_or_default())
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
