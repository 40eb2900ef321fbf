//! Flink SQL drafts behind the same boundary.

use ramplay_job::{Job, analyse, least_policy};
use ramplay_policy::{Attached, DocumentId, PolicySet};
use wasm_bindgen::prelude::*;

use crate::{ACCOUNT, Policies};

/// Reads a draft; how many tables it defines.
#[wasm_bindgen]
pub fn read_draft(text: &str) -> usize {
    ramplay_sql::read(text).tables.len()
}

#[wasm_bindgen]
impl Policies {
    /// Reads a draft and says what of it the policies do not allow: actions, each with its resource.
    pub fn missing(&self, text: &str) -> Vec<String> {
        let answer = analyse(&ramplay_sql::read(text), &self.job());
        let missing = answer.gap.missing.iter().map(|one| &one.need);
        missing.map(|need| format!("{} {}", need.action, need.resource)).collect()
    }

    /// Reads a draft, answers it, and makes its least policy: the documents.
    pub fn least_policy(&self, text: &str) -> Vec<String> {
        let answer = analyse(&ramplay_sql::read(text), &self.job());
        least_policy(&[&answer]).documents.into_iter().map(|document| document.text).collect()
    }
}

impl Policies {
    /// A job whose RAM user has these policies.
    fn job(&self) -> Job<'_> {
        let documents = (0..).map(DocumentId).zip(&self.readings);
        let identity = documents.map(|(document, one)| Attached { document, policy: &one.policy }).collect();
        Job { account: Some(ACCOUNT.to_owned()), ..Job::new(PolicySet { identity, ..PolicySet::default() }) }
    }
}
