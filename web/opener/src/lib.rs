//! Opens links. The page loads this module only when its address has something behind `#`, so that the first load of
//! everybody else is without it.

use js_sys::{Array, decode_uri_component};
use ramplay_link::{LinkError, sentence};
use ramplay_text::Lang;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// What a fragment holds, as a list of strings: `scenario`, its title and the scenario in its stored form; or
/// `refused`, a code, for each language what is wrong and what to do, and at last what the link holds as it is, if
/// that is known.
#[wasm_bindgen]
pub fn open(fragment: &str) -> Array {
    // Browsers write some characters of an address with `%`.
    let plain = decode_uri_component(fragment).ok().map(String::from);
    let texts = match ramplay_link::open(plain.as_deref().unwrap_or(fragment)) {
        Ok(opened) => vec!["scenario".to_owned(), opened.title, opened.scenario.to_json()],
        Err(error) => refusal(&error),
    };
    texts.into_iter().map(JsValue::from).collect()
}

fn refusal(error: &LinkError) -> Vec<String> {
    let mut texts = vec!["refused".to_owned(), error.code().to_owned()];
    for lang in Lang::ALL {
        texts.extend([sentence::problem(error, lang), sentence::help(error, lang).to_owned()]);
    }
    texts.push(match error {
        LinkError::Scenario { content, .. } => format!("{content:#}"),
        LinkError::Newer { fragment, .. } => fragment.clone(),
        _ => String::new(),
    });
    texts
}
