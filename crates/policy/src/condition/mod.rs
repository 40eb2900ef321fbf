//! Conditions: operators, the values they compare with, and whether a clause is met.
//!
//! An operator is a row of [`OPERATORS`]: its name, what it tests and whether the test is negated.
//! Each family of tests is one file beside this one.
//! Source: "Conditional operators" (<https://www.alibabacloud.com/help/en/ram/conditional-operator>).

mod address;
mod boolean;
mod clause;
mod date;
mod number;
mod text;

pub use address::Range;
pub use clause::{Clause, ClauseFailure};
pub use date::Instant;
pub use number::Number;

use crate::assumption::Assumption;
use crate::pattern::Pattern;

/// What an operator tests, before negation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Test {
    /// Equal strings.
    TextEquals,
    /// Equal strings, whatever their case.
    TextEqualsIgnoreCase,
    /// The request's string matches a wildcard pattern.
    TextLike,
    /// The request's number stands so to the policy's.
    Number(Comparison),
    /// The request's date stands so to the policy's.
    Date(Comparison),
    /// Equal booleans.
    Bool,
    /// The request's address lies in the policy's range.
    Address,
}

/// An order between two values: request `?` policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// Equal.
    Equals,
    /// Less.
    Less,
    /// Less or equal.
    LessOrEqual,
    /// Greater.
    Greater,
    /// Greater or equal.
    GreaterOrEqual,
}

impl Comparison {
    fn holds(self, order: std::cmp::Ordering) -> bool {
        match self {
            Comparison::Equals => order.is_eq(),
            Comparison::Less => order.is_lt(),
            Comparison::LessOrEqual => order.is_le(),
            Comparison::Greater => order.is_gt(),
            Comparison::GreaterOrEqual => order.is_ge(),
        }
    }
}

/// A condition operator without its set prefix.
#[derive(Debug, PartialEq, Eq)]
pub struct Operator {
    /// The name as policies write it.
    pub name: &'static str,
    /// What it tests.
    pub test: Test,
    /// Whether it is met when the test fails.
    pub negated: bool,
    /// The assumption that its meaning rests on.
    pub assumption: Option<Assumption>,
}

/// Every operator that RAM is known to accept.
pub static OPERATORS: [Operator; 23] = {
    const fn row(name: &'static str, test: Test) -> Operator {
        Operator { name, test, negated: false, assumption: None }
    }
    const fn not(name: &'static str, test: Test) -> Operator {
        Operator { name, test, negated: true, assumption: None }
    }
    const BORDER: Option<Assumption> = Some(Assumption::IncludeBorder);
    use Comparison::{Equals, Greater, GreaterOrEqual, Less, LessOrEqual};
    [
        row("StringEquals", Test::TextEquals),
        not("StringNotEquals", Test::TextEquals),
        row("StringEqualsIgnoreCase", Test::TextEqualsIgnoreCase),
        not("StringNotEqualsIgnoreCase", Test::TextEqualsIgnoreCase),
        row("StringLike", Test::TextLike),
        not("StringNotLike", Test::TextLike),
        row("NumericEquals", Test::Number(Equals)),
        not("NumericNotEquals", Test::Number(Equals)),
        row("NumericLessThan", Test::Number(Less)),
        row("NumericLessThanEquals", Test::Number(LessOrEqual)),
        row("NumericGreaterThan", Test::Number(Greater)),
        row("NumericGreaterThanEquals", Test::Number(GreaterOrEqual)),
        row("DateEquals", Test::Date(Equals)),
        not("DateNotEquals", Test::Date(Equals)),
        row("DateLessThan", Test::Date(Less)),
        row("DateLessThanEquals", Test::Date(LessOrEqual)),
        row("DateGreaterThan", Test::Date(Greater)),
        row("DateGreaterThanEquals", Test::Date(GreaterOrEqual)),
        row("Bool", Test::Bool),
        row("IpAddress", Test::Address),
        not("NotIpAddress", Test::Address),
        Operator { name: "IpAddressIncludeBorder", test: Test::Address, negated: false, assumption: BORDER },
        Operator {
            name: "NotIpAddressIncludeBorder",
            test: Test::Address,
            negated: true,
            assumption: BORDER,
        },
    ]
};

/// How several values of the request are combined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SetPrefix {
    /// `ForAnyValue:`
    ForAnyValue,
    /// `ForAllValues:`
    ForAllValues,
}

impl SetPrefix {
    /// The prefix as policies write it, colon included.
    pub fn as_str(self) -> &'static str {
        match self {
            SetPrefix::ForAnyValue => "ForAnyValue:",
            SetPrefix::ForAllValues => "ForAllValues:",
        }
    }
}

/// Finds an operator by the name a policy writes, set prefix included. Names are exact.
pub fn operator(name: &str) -> Option<(Option<SetPrefix>, &'static Operator)> {
    let (prefix, plain) = [SetPrefix::ForAnyValue, SetPrefix::ForAllValues]
        .into_iter()
        .find_map(|prefix| Some((Some(prefix), name.strip_prefix(prefix.as_str())?)))
        .unwrap_or((None, name));
    let operator = OPERATORS.iter().find(|operator| operator.name == plain)?;
    Some((prefix, operator))
}

/// A value of a policy's condition, ready to compare with.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// For [`Test::TextEquals`].
    Text(Box<str>),
    /// For [`Test::TextEqualsIgnoreCase`]: in lower case.
    Folded(Box<str>),
    /// For [`Test::TextLike`].
    Like(Pattern),
    /// For [`Test::Number`].
    Number(Number),
    /// For [`Test::Date`].
    Date(Instant),
    /// For [`Test::Bool`].
    Bool(bool),
    /// For [`Test::Address`].
    Address(Range),
}

/// Something worth a warning in a value that could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueRemark {
    /// The range's address has bits outside its prefix; they are ignored.
    HostBits,
}

impl Test {
    /// Reads a value of the policy.
    ///
    /// # Errors
    /// `Err(())` when the text is not a value of the operator's type.
    #[expect(clippy::result_unit_err, reason = "the caller has the text, the operator and the place")]
    pub fn read(self, text: &str) -> Result<(Value, Option<ValueRemark>), ()> {
        match self {
            Test::TextEquals => Ok((Value::Text(text.into()), None)),
            Test::TextEqualsIgnoreCase => Ok((Value::Folded(text::fold(text).into()), None)),
            Test::TextLike => Ok((Value::Like(Pattern::new(text)), None)),
            Test::Number(_) => number::Number::read(text).map(|value| (Value::Number(value), None)).ok_or(()),
            Test::Date(_) => Instant::read(text).map(|value| (Value::Date(value), None)).ok_or(()),
            Test::Bool => boolean::read(text).map(|value| (Value::Bool(value), None)).ok_or(()),
            Test::Address => {
                let range = address::Range::read(text).ok_or(())?;
                let remark = range.has_host_bits().then_some(ValueRemark::HostBits);
                Ok((Value::Address(range), remark))
            }
        }
    }

    /// What a value of this test is called in messages.
    pub fn value_type(self) -> ValueType {
        match self {
            Test::TextEquals | Test::TextEqualsIgnoreCase | Test::TextLike => ValueType::Text,
            Test::Number(_) => ValueType::Number,
            Test::Date(_) => ValueType::Date,
            Test::Bool => ValueType::Bool,
            Test::Address => ValueType::Address,
        }
    }

    /// A value of the request, read for this test.
    fn read_request(self, text: &str) -> Option<Seen<'_>> {
        Some(match self {
            Test::TextEquals | Test::TextLike => Seen::Text(text.into()),
            Test::TextEqualsIgnoreCase => Seen::Text(text::fold(text).into()),
            Test::Number(_) => Seen::Number(number::Number::read(text)?),
            Test::Date(_) => Seen::Date(Instant::read(text)?),
            Test::Bool => Seen::Bool(boolean::read(text)?),
            Test::Address => Seen::Address(address::Range::read_one(text)?),
        })
    }

    /// Whether the request's value passes the test against the policy's.
    fn passes(self, seen: &Seen<'_>, value: &Value) -> bool {
        match (self, seen, value) {
            (_, Seen::Text(seen), Value::Text(value) | Value::Folded(value)) => **seen == **value,
            (_, Seen::Text(seen), Value::Like(pattern)) => pattern.matches(seen),
            (Test::Number(order), Seen::Number(seen), Value::Number(value)) => {
                order.holds(seen.compare(value))
            }
            (Test::Date(order), Seen::Date(seen), Value::Date(value)) => {
                order.holds(seen.micros.cmp(&value.micros))
            }
            (_, Seen::Bool(seen), Value::Bool(value)) => seen == value,
            (_, Seen::Address(seen), Value::Address(range)) => range.contains(seen),
            // A value is only ever read by its own operator's test.
            _ => false,
        }
    }
}

/// The type of a condition value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ValueType {
    /// Any string.
    Text,
    /// A decimal number.
    Number,
    /// An ISO 8601 date with a time.
    Date,
    /// `true` or `false`.
    Bool,
    /// An IPv4 or IPv6 address or CIDR range.
    Address,
}

/// A value of the request, read for one test.
enum Seen<'a> {
    Text(std::borrow::Cow<'a, str>),
    Number(number::Number),
    Date(Instant),
    Bool(bool),
    Address(address::Range),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_are_found_by_exact_name_with_prefix() {
        let mut names = std::collections::BTreeSet::new();
        for row in &OPERATORS {
            assert!(names.insert(row.name));
            for prefix in [None, Some(SetPrefix::ForAnyValue), Some(SetPrefix::ForAllValues)] {
                let written = format!("{}{}", prefix.map_or("", SetPrefix::as_str), row.name);
                assert_eq!(operator(&written), Some((prefix, row)), "{written}");
            }
        }
        for unknown in
            ["stringequals", "StringEqualsIfExists", "Null", "ForAnyValue:", "foranyvalue:Bool", "ArnLike"]
        {
            assert_eq!(operator(unknown), None, "{unknown}");
        }
    }
}
