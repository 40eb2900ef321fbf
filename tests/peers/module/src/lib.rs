//! The engine behind a JavaScript boundary: texts in, a decision with its whole trace out.
//!
//! `tests/peers/bench.mjs` measures it. The JavaScript package reads a whole case with each question; here policies
//! are read once, as the other engines do it.

mod sql;
mod trace;

use ramplay_policy::{
    Attached, Check, ContextMap, DocumentId, Evaluation, Pattern, PolicyKind, PolicySet, Principal,
    PrincipalKind, Reading, Request, evaluate, read,
};
use serde::Serialize as _;
use wasm_bindgen::prelude::*;

const ACCOUNT: &str = "1000000000000001";

/// Policies that were read, attached to a RAM user.
#[wasm_bindgen]
pub struct Policies {
    readings: Vec<Reading>,
}

#[wasm_bindgen]
impl Policies {
    /// Reads the documents.
    #[wasm_bindgen(constructor)]
    pub fn new(documents: Vec<String>) -> Self {
        let read = |text: String| read(&text, PolicyKind::Identity);
        Self { readings: documents.into_iter().map(read).collect() }
    }

    /// The codes of everything that is wrong in the documents.
    pub fn problems(&self) -> Vec<String> {
        let found = self.readings.iter().flat_map(|reading| &reading.diagnostics);
        found.map(|diagnostic| diagnostic.code().to_owned()).collect()
    }

    /// Whether no document has an error.
    pub fn usable(&self) -> bool {
        self.readings.iter().all(Reading::is_usable)
    }

    /// The decision alone.
    pub fn verdict(&self, action: &str, resource: &str) -> String {
        self.evaluate(action, resource).map_or("error", |answer| answer.verdict().code()).to_owned()
    }

    /// The decision with its trace, as JSON.
    pub fn decide_json(&self, action: &str, resource: &str) -> Option<String> {
        let answer = self.evaluate(action, resource)?;
        serde_json::to_string(&trace::Answer::of(&answer)).ok()
    }

    /// The decision with its trace, as a JavaScript object.
    pub fn decide(&self, action: &str, resource: &str) -> JsValue {
        let Some(answer) = self.evaluate(action, resource) else {
            return JsValue::UNDEFINED;
        };
        let serializer = serde_wasm_bindgen::Serializer::json_compatible();
        trace::Answer::of(&answer).serialize(&serializer).unwrap_or_default()
    }
}

impl Policies {
    fn evaluate(&self, action: &str, resource: &str) -> Option<Evaluation> {
        let documents = (0..).map(DocumentId).zip(&self.readings);
        let identity = documents.map(|(document, one)| Attached { document, policy: &one.policy }).collect();
        let set = PolicySet { identity, ..PolicySet::default() };
        evaluate(&set, &request(action, resource)).ok()
    }
}

/// Whether the pattern matches the whole text.
#[wasm_bindgen]
pub fn matches(pattern: &str, text: &str) -> bool {
    Pattern::new(pattern).matches(text)
}

fn request(action: &str, resource: &str) -> Request {
    Request {
        principal: Principal {
            kind: PrincipalKind::RamUser,
            arn: format!("acs:ram::{ACCOUNT}:user/alice"),
            account: ACCOUNT.to_owned(),
            uid: None,
        },
        checks: vec![Check {
            action: action.to_owned(),
            resource: resource.to_owned(),
            context: ContextMap::new(),
        }],
        resource_account: ACCOUNT.to_owned(),
        resource_group: None,
        context: [("acs:SecureTransport".to_owned(), vec!["true".to_owned()])].into(),
        time: None,
        directory_path: Vec::new(),
        in_management_account: false,
    }
}
