//! `Condition`.

use ramplay_text::{Span, json};

use super::{Reader, near};
use crate::condition::{Clause, OPERATORS, Operator, SetPrefix, ValueRemark, operator};
use crate::diagnostic::{Expected, Problem};

impl Reader {
    pub(super) fn conditions(&mut self, node: json::Node<'_>) -> Vec<Clause> {
        let json::Value::Object(operators) = node.value else {
            self.wrong_type("Condition", Expected::Object, &node);
            return Vec::new();
        };
        let mut clauses = Vec::new();
        for member in operators {
            let found = operator(&member.key);
            if found.is_none() {
                self.unknown_operator(&member.key, member.key_span);
            }
            let json::Value::Object(keys) = member.value.value else {
                self.wrong_type(&member.key, Expected::Object, &member.value);
                continue;
            };
            let Some((prefix, row)) = found else { continue };
            for key in keys {
                let values = self.values(row, &key.key, key.value);
                clauses.push(clause(prefix, row, member.key_span, &key.key, key.key_span, values));
            }
        }
        clauses
    }

    fn unknown_operator(&mut self, name: &str, span: Span) {
        let plain = name.split_once(':').map_or(name, |(_, plain)| plain);
        let problem = if plain == "Null" || plain.ends_with("IfExists") {
            Problem::RefusedOperator { name: name.to_owned() }
        } else {
            let near = near(plain, OPERATORS.iter().map(|row| row.name));
            Problem::UnknownOperator { name: name.to_owned(), near }
        };
        self.report(problem, span);
    }

    fn values(
        &mut self,
        row: &'static Operator,
        key: &str,
        node: json::Node<'_>,
    ) -> Vec<(crate::condition::Value, Span)> {
        match node.value {
            json::Value::Array(items) => {
                if items.is_empty() {
                    self.report(Problem::EmptyList { element: key.to_owned() }, node.span);
                }
                items.into_iter().filter_map(|item| self.value(row, key, &item)).collect()
            }
            _ => self.value(row, key, &node).into_iter().collect(),
        }
    }

    fn value(
        &mut self,
        row: &'static Operator,
        key: &str,
        node: &json::Node<'_>,
    ) -> Option<(crate::condition::Value, Span)> {
        let text = match &node.value {
            json::Value::String(text) => text.as_ref(),
            json::Value::Number(text) => {
                self.report(Problem::BareValue, node.span);
                text
            }
            json::Value::Bool(value) => {
                self.report(Problem::BareValue, node.span);
                if *value { "true" } else { "false" }
            }
            json::Value::Null | json::Value::Array(_) | json::Value::Object(_) => {
                self.wrong_type(key, Expected::ConditionValue, node);
                return None;
            }
        };
        match row.test.read(text) {
            Ok((value, remark)) => {
                if remark == Some(ValueRemark::HostBits) {
                    self.report(Problem::HostBits { value: text.to_owned() }, node.span);
                }
                Some((value, node.span))
            }
            Err(()) => {
                let expected = row.test.value_type();
                let problem = Problem::BadValue { operator: row.name, value: text.to_owned(), expected };
                self.report(problem, node.span);
                None
            }
        }
    }
}

fn clause(
    prefix: Option<SetPrefix>,
    operator: &'static Operator,
    operator_span: Span,
    key: &str,
    key_span: Span,
    values: Vec<(crate::condition::Value, Span)>,
) -> Clause {
    let (values, value_spans) = values.into_iter().unzip();
    Clause {
        prefix,
        operator,
        operator_span,
        key: key.into(),
        folded_key: key.to_ascii_lowercase().into(),
        key_span,
        values,
        value_spans,
    }
}
