//! One key of a condition: operator, key and values.

use ramplay_text::Span;

use super::{Operator, SetPrefix, Test, Value};
use crate::assumption::{Assumption, Assumptions};
use crate::request::{Context, RequestProblem};

/// A key under an operator, with the values it is compared with.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// `ForAnyValue:` or `ForAllValues:`.
    pub prefix: Option<SetPrefix>,
    /// The operator.
    pub operator: &'static Operator,
    /// The operator's name in the text, quotes included.
    pub operator_span: Span,
    /// The key as it is written.
    pub key: Box<str>,
    /// The key in lower case, as keys are compared.
    pub folded_key: Box<str>,
    /// The key in the text, quotes included.
    pub key_span: Span,
    /// The values, in the order of the text.
    pub values: Vec<Value>,
    /// Where each value stands, quotes included.
    pub value_spans: Vec<Span>,
}

/// Why a clause is not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClauseFailure {
    /// The request does not carry the key.
    Absent,
    /// No value of the request passes.
    NoneMatches,
    /// The operator is negated and a value of the request matches.
    OneMatches,
    /// `ForAllValues:` and a value of the request does not pass.
    NotAll,
}

impl Clause {
    /// Whether the request meets the clause.
    ///
    /// # Errors
    /// When a value of the request is not of the operator's type.
    pub(crate) fn check(
        &self,
        context: &Context<'_>,
        used: &mut Assumptions,
    ) -> Result<Result<(), ClauseFailure>, RequestProblem> {
        let Some(found) = context.get(&self.key, &self.folded_key) else {
            return Ok(self.absent(used));
        };
        if let Some(assumption) = self.operator.assumption {
            used.add(assumption);
        }
        if found.written_key.is_some_and(|written| *written != *self.key) {
            used.add(Assumption::ConditionKeyCase);
        }
        if let Some(assumption) = found.assumption {
            used.add(assumption);
        }
        self.judge(found.values, used)
    }

    /// Whether the clause is met by these values of its key, in a request that carries it; `None`: by a request
    /// that does not.
    ///
    /// # Errors
    /// When a value is not of the operator's type.
    ///
    /// ```
    /// use ramplay_policy::{PolicyKind, read};
    ///
    /// let text = r#"{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*",
    ///     "Condition": {"IpAddress": {"acs:SourceIp": "10.0.0.0/8"}}}]}"#;
    /// let policy = read(text, PolicyKind::Identity).policy;
    /// let clause = &policy.statements[0].conditions[0];
    /// assert_eq!(clause.is_met_by(Some(&["10.1.2.3".to_owned()])), Ok(true));
    /// assert_eq!(clause.is_met_by(None), Ok(false));
    /// assert!(clause.is_met_by(Some(&["home".to_owned()])).is_err());
    /// ```
    pub fn is_met_by(&self, values: Option<&[String]>) -> Result<bool, RequestProblem> {
        let mut used = Assumptions::default();
        let met = match values {
            None => self.absent(&mut used),
            Some(values) => self.judge(values, &mut used)?,
        };
        Ok(met.is_ok())
    }

    /// Whether one value of a request passes the operator's test against any value of the clause, before
    /// negation and whatever the set prefix.
    ///
    /// # Errors
    /// When the value is not of the operator's type.
    pub fn matches_value(&self, text: &str) -> Result<bool, RequestProblem> {
        self.matches(text, &mut Assumptions::default())
    }

    /// Combines what the values of the request say.
    fn judge(
        &self,
        values: &[String],
        used: &mut Assumptions,
    ) -> Result<Result<(), ClauseFailure>, RequestProblem> {
        if self.prefix.is_none() && values.len() > 1 {
            used.add(Assumption::SeveralRequestValues);
        }
        if self.operator.negated && self.values.len() > 1 {
            used.add(Assumption::NegatedSeveralValues);
        }
        let (mut any_match, mut any_pass, mut all_pass) = (false, false, true);
        for text in values {
            let matches = self.matches(text, used)?;
            let passes = matches != self.operator.negated;
            any_match |= matches;
            any_pass |= passes;
            all_pass &= passes;
        }
        Ok(match self.prefix {
            None if self.operator.negated => {
                if any_match {
                    Err(ClauseFailure::OneMatches)
                } else {
                    Ok(())
                }
            }
            None | Some(SetPrefix::ForAnyValue) => {
                if any_pass {
                    Ok(())
                } else {
                    Err(ClauseFailure::NoneMatches)
                }
            }
            Some(SetPrefix::ForAllValues) => {
                if all_pass {
                    Ok(())
                } else {
                    Err(ClauseFailure::NotAll)
                }
            }
        })
    }

    fn absent(&self, used: &mut Assumptions) -> Result<(), ClauseFailure> {
        match self.prefix {
            Some(SetPrefix::ForAnyValue) => Err(ClauseFailure::Absent),
            Some(SetPrefix::ForAllValues) => {
                used.add(Assumption::AbsentKeyForAll);
                Ok(())
            }
            None if self.operator.negated => {
                used.add(Assumption::AbsentKeyNegated);
                Ok(())
            }
            None => Err(ClauseFailure::Absent),
        }
    }

    /// Whether one value of the request matches one of the policy's, before negation.
    fn matches(&self, text: &str, used: &mut Assumptions) -> Result<bool, RequestProblem> {
        let test = self.operator.test;
        let Some(seen) = test.read_request(text) else {
            return Err(RequestProblem {
                key: self.key.to_string(),
                value: text.to_owned(),
                expected: test.value_type(),
                operator: self.operator.name,
            });
        };
        if let Test::Date(_) = test {
            let zoneless = |value: &Value| matches!(value, Value::Date(instant) if instant.zoneless);
            let seen_zoneless = matches!(&seen, super::Seen::Date(instant) if instant.zoneless);
            if seen_zoneless || self.values.iter().any(zoneless) {
                used.add(Assumption::DateWithoutZone);
            }
        }
        Ok(self.values.iter().any(|value| test.passes(&seen, value)))
    }
}
