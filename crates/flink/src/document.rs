//! Policy documents filled in and written out.

use std::collections::BTreeMap;

use crate::arn::expand;
use crate::{OneOrMany, PolicyDocument, Statement};

impl PolicyDocument {
    /// A document of the present version with these statements.
    pub fn of(statement: Vec<Statement>) -> Self {
        PolicyDocument { version: "1".to_owned(), statement }
    }

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
        let mut filled = self.clone();
        filled.statement.iter_mut().for_each(|statement| statement.fill(names));
        filled
    }
}

impl Statement {
    fn fill(&mut self, names: &[(&str, &str)]) {
        self.resource.fill(names);
        let conditions = self.condition.iter_mut().flat_map(BTreeMap::values_mut);
        conditions.flat_map(BTreeMap::values_mut).for_each(|values| values.fill(names));
    }
}

impl OneOrMany {
    fn fill(&mut self, names: &[(&str, &str)]) {
        match self {
            Self::One(one) => *one = expand(one, names),
            Self::Many(many) => many.iter_mut().for_each(|one| *one = expand(one, names)),
        }
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
