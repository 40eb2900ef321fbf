//! Policy documents as this crate ships them: typed, so that malformed ones cannot be shipped, and written
//! out in one key order.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::arn::expand;

/// A policy document. It is text to insert or to evaluate elsewhere; this crate does not evaluate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub struct PolicyDocument {
    /// Always `1`.
    pub version: String,
    /// The statements.
    pub statement: Vec<Statement>,
}

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

/// What a matching statement means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effect {
    /// It allows.
    Allow,
    /// It denies.
    Deny,
}

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

    fn filled(&self, names: &[(&str, &str)]) -> Self {
        match self {
            Self::One(one) => Self::One(expand(one, names)),
            Self::Many(many) => Self::Many(many.iter().map(|one| expand(one, names)).collect()),
        }
    }
}

impl PolicyDocument {
    /// The document as indented JSON. Keys come in the order of the documentation: `Version`, `Statement`;
    /// `Effect`, `Principal`, `Action`, `Resource`, `Condition`.
    #[expect(clippy::missing_panics_doc, reason = "writing strings, lists and maps to memory cannot fail")]
    #[expect(clippy::expect_used, reason = "writing strings, lists and maps to memory cannot fail")]
    pub fn to_text(&self) -> String {
        serde_json::to_string_pretty(self).expect("a document of strings is always JSON")
    }

    /// The document with the placeholders of its resources and condition values replaced, as by
    /// [`expand`](crate::arn::expand). Values need no escaping.
    #[must_use]
    pub fn filled(&self, names: &[(&str, &str)]) -> Self {
        let statement = self.statement.iter().map(|statement| statement.filled(names)).collect();
        Self { version: self.version.clone(), statement }
    }
}

impl Statement {
    fn filled(&self, names: &[(&str, &str)]) -> Self {
        let condition = self.condition.as_ref().map(|operators| {
            let fill = |keys: &BTreeMap<String, OneOrMany>| {
                keys.iter().map(|(key, values)| (key.clone(), values.filled(names))).collect()
            };
            operators.iter().map(|(operator, keys)| (operator.clone(), fill(keys))).collect()
        });
        Self { resource: self.resource.filled(names), condition, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_keeps_order_and_fills_placeholders_without_breaking_json() {
        let json = r#"{"Version":"1","Statement":[{"Resource":"acs:log:*:*:project/{project}/*","Action":["log:*"],
            "Effect":"Deny","Principal":["*"],"Condition":{"StringNotEquals":{"acs:SourceVpc":["{vpc}"]}}}]}"#;
        let document: PolicyDocument = serde_json::from_str(json).unwrap();
        let text = document.filled(&[("project", "a\"b"), ("vpc", "vpc-1")]).to_text();
        let expected = r#"{
  "Version": "1",
  "Statement": [
    {
      "Effect": "Deny",
      "Principal": [
        "*"
      ],
      "Action": [
        "log:*"
      ],
      "Resource": "acs:log:*:*:project/a\"b/*",
      "Condition": {
        "StringNotEquals": {
          "acs:SourceVpc": [
            "vpc-1"
          ]
        }
      }
    }
  ]
}"#;
        assert_eq!(text, expected);
    }

    #[test]
    fn unknown_elements_are_refused() {
        let json =
            r#"{"Version":"1","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Sid":"x"}]}"#;
        assert!(serde_json::from_str::<PolicyDocument>(json).is_err());
    }
}
