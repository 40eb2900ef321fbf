//! Numbers: each number that a policy names, one between neighbours, one below all and one above all.

use std::cmp::Ordering;

use ramplay_policy::condition::{Clause, Number, Value};

pub(super) fn representatives(clauses: &[&Clause]) -> Vec<String> {
    let numbers = clauses.iter().flat_map(|clause| &clause.values).filter_map(|value| match value {
        Value::Number(number) => Some(number),
        _ => None,
    });
    let mut points: Vec<&Number> = numbers.collect();
    points.sort_by(|one, other| one.compare(other));
    points.dedup_by(|one, other| one.compare(other).is_eq());
    let mut found = Vec::new();
    if let Some(&first) = points.first() {
        found.extend(within(None, Some(first)));
    }
    for (at, &point) in points.iter().enumerate() {
        found.push(point.to_string());
        found.extend(within(Some(point), points.get(at + 1).copied()));
    }
    if points.is_empty() {
        found.push("0".to_owned());
    }
    found
}

/// `±0.digits × 10^point` as text; short where the number is.
fn spell(negative: bool, digits: &str, point: i64) -> String {
    let sign = if negative { "-" } else { "" };
    let written = format!("{sign}0.{digits}e{point}");
    Number::read(&written).map_or(written, |number| number.to_string())
}

/// A number between these two, neither included; the shortest of a few that suggest themselves.
fn within(low: Option<&Number>, high: Option<&Number>) -> Option<String> {
    let mut candidates = vec!["0".to_owned(), "1".to_owned(), "-1".to_owned()];
    for bound in [low, high].into_iter().flatten() {
        if let Some(whole) = whole(bound) {
            candidates.extend([whole - 1, whole, whole + 1].map(|number| number.to_string()));
        }
        let (negative, digits, point) = bound.parts();
        // Ten times, a tenth, and the digits with a little more: of two neighbours of one sign, one of these
        // of one of them lies between.
        candidates.push(spell(negative, digits, point.saturating_add(1)));
        candidates.push(spell(negative, digits, point.saturating_sub(1)));
        let longest = [low, high].into_iter().flatten().map(|bound| bound.parts().1.len()).max().unwrap_or(0);
        let mut longer = digits.to_owned();
        while longer.len() <= longest {
            candidates.push(spell(negative, &format!("{longer}1"), point));
            longer.push('0');
        }
        candidates.push(spell(negative, &format!("{longer}1"), point));
    }
    let fits = |text: &&String| {
        Number::read(text).is_some_and(|number| {
            low.is_none_or(|low| number.compare(low) == Ordering::Greater)
                && high.is_none_or(|high| number.compare(high) == Ordering::Less)
        })
    };
    candidates.iter().filter(fits).min_by_key(|text| text.len()).cloned()
}

/// The number without its fraction, where it is small.
fn whole(number: &Number) -> Option<i128> {
    let (negative, digits, point) = number.parts();
    let places = usize::try_from(point).unwrap_or(0);
    if places > 30 {
        return None;
    }
    let digits: String = digits.chars().chain(std::iter::repeat('0')).take(places).collect();
    let whole: i128 = if digits.is_empty() { 0 } else { digits.parse().ok()? };
    Some(if negative { -whole } else { whole })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_number_between_any_two() {
        let texts = [
            "-1e50",
            "-12345678901234567890123",
            "-10",
            "-9.5",
            "-9",
            "-1",
            "-0.001",
            "-1e-50",
            "0",
            "1e-300",
            "1e-50",
            "0.001",
            "0.00100000001",
            "0.1",
            "0.11",
            "0.12",
            "1",
            "1.0000000000000000000000000000001",
            "2",
            "9",
            "10",
            "9007199254740992",
            "9007199254740993",
            "1e50",
            "10000000001e42",
            "1e400",
        ];
        let mut numbers: Vec<Number> = texts.iter().map(|text| Number::read(text).unwrap()).collect();
        numbers.sort_by(Number::compare);
        for pair in numbers.windows(2) {
            assert!(within(Some(&pair[0]), Some(&pair[1])).is_some(), "{pair:?}");
        }
        for number in &numbers {
            assert!(within(None, Some(number)).is_some() && within(Some(number), None).is_some());
        }
        let between = |low, high| within(Number::read(low).as_ref(), Number::read(high).as_ref()).unwrap();
        assert_eq!(between("1", "10"), "2");
        assert_eq!(between("-5", "10"), "0");
        assert_eq!(between("1", "2"), "1.1");
    }
}
