//! Policy documents as this crate ships them: typed, so that malformed ones cannot be shipped.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::pack::{choice, row};

/// A policy document. It is text to insert or to evaluate elsewhere; this crate does not evaluate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct PolicyDocument {
    /// Always `1`.
    pub version: String,
    /// The statements.
    pub statement: Vec<Statement>,
}

row!(PolicyDocument { version, statement });

/// A statement of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct Statement {
    /// What a match means.
    pub effect: Effect,
    /// Whom it is about; in resource policies only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub principal: Option<OneOrMany>,
    /// The actions.
    pub action: OneOrMany,
    /// The resources.
    pub resource: OneOrMany,
    /// The conditions: operator, key, values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<BTreeMap<String, BTreeMap<String, OneOrMany>>>,
}

row!(Statement { effect, principal, action, resource, condition });

/// What a matching statement means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effect {
    /// It allows.
    Allow,
    /// It denies.
    Deny,
}

choice!(Effect { Allow, Deny });

/// A string or a list of strings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum OneOrMany {
    /// A single string.
    One(String),
    /// A list.
    Many(Vec<String>),
}

impl OneOrMany {
    /// The strings.
    pub fn as_slice(&self) -> &[String] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many,
        }
    }
}
