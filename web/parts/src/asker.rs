//! Who asks exact questions about policies in the background; `web/asker` answers. Messages are those of
//! `ramplay-questions`.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::js_sys::JSON;

use crate::json::{field, number};

#[wasm_bindgen(module = "/static/asker.js")]
extern "C" {
    #[derive(Debug)]
    #[wasm_bindgen(js_name = Asker)]
    type Worker;
    #[wasm_bindgen(constructor, js_class = "Asker")]
    fn new() -> Worker;
    #[wasm_bindgen(method)]
    fn ask(this: &Worker, text: &str, told: &Closure<dyn Fn(JsValue)>);
    #[wasm_bindgen(method)]
    fn stop(this: &Worker);
    #[wasm_bindgen(method)]
    fn end(this: &Worker);
}

/// What is heard of a question.
#[derive(Debug, Clone)]
pub enum Heard {
    /// No worker can be made: the page stands still while it works, and less work is done.
    Here,
    /// Parts of the work that are done, and all.
    Progress(u32, u32),
    /// The answer, a `Reply` of `ramplay-questions` as the browser reads JSON.
    Answer(JsValue),
    /// The answer did not come.
    Failed,
}

/// Asks one question at a time; a new one takes the place of one that is not answered. Ends with its worker.
#[derive(Debug)]
pub struct Asker {
    worker: Worker,
    told: Closure<dyn Fn(JsValue)>,
}

impl Asker {
    /// What is heard of questions goes to this function.
    #[must_use]
    pub fn new(heard: impl Fn(Heard) + 'static) -> Self {
        let told = Closure::new(move |told: JsValue| {
            let answer = field(&told, "answer");
            heard(if field(&told, "here").is_truthy() {
                Heard::Here
            } else if answer.is_object() {
                Heard::Answer(answer)
            } else if field(&told, "of").is_undefined() {
                Heard::Failed
            } else {
                Heard::Progress(number(&told, "done"), number(&told, "of"))
            });
        });
        Asker { worker: Worker::new(), told }
    }

    /// Asks; `ask` is an `Ask` of `ramplay-questions` as JSON, and so is the scenario.
    pub fn ask(&self, ask: &str, scenario: Option<&str>, lang: &str) {
        self.ask_within(ask, scenario, lang, None);
    }

    /// Asks, with this many steps for each comparison.
    pub fn ask_within(&self, ask: &str, scenario: Option<&str>, lang: &str, steps: Option<u64>) {
        let scenario = scenario.unwrap_or("null");
        let (lang, steps) = (quoted(lang), steps.map_or("null".to_owned(), |steps| steps.to_string()));
        let message =
            format!(r#"{{"lang": {lang}, "steps": {steps}, "scenario": {scenario}, "ask": {ask}}}"#);
        self.worker.ask(&message, &self.told);
    }

    /// Stops the question that is not answered.
    pub fn stop(&self) {
        self.worker.stop();
    }
}

impl Drop for Asker {
    fn drop(&mut self) {
        self.worker.end();
    }
}

/// A text as JSON.
#[must_use]
pub fn quoted(text: &str) -> String {
    JSON::stringify(&JsValue::from_str(text)).ok().and_then(|json| json.as_string()).unwrap_or_default()
}
