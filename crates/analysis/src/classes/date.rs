//! Dates: each date that a policy names, one between neighbours, one before all and one behind all. Instants
//! are whole microseconds, so neighbours can have none between them.

use ramplay_policy::condition::{Clause, Instant, Value};

const SECOND: i64 = 1_000_000;

pub(super) fn representatives(clauses: &[&Clause]) -> Vec<String> {
    let instants = clauses.iter().flat_map(|clause| &clause.values).filter_map(|value| match value {
        Value::Date(instant) => Some(instant.micros),
        _ => None,
    });
    let mut points: Vec<i64> = instants.collect();
    points.sort_unstable();
    points.dedup();
    let mut found = Vec::new();
    let mut offer = |candidates: &[Option<i64>], within: &dyn Fn(i64) -> bool| {
        let texts = candidates.iter().flatten().filter(|&&at| within(at)).filter_map(|&at| text(at));
        found.extend(texts.take(1));
    };
    if let Some(&first) = points.first() {
        offer(&[first.checked_sub(SECOND), first.checked_sub(1)], &|at| at < first);
    }
    for (at, &point) in points.iter().enumerate() {
        offer(&[Some(point)], &|_| true);
        let next = points.get(at + 1).copied().unwrap_or(i64::MAX);
        offer(&[point.checked_add(SECOND), point.checked_add(1)], &|at| point < at && at < next);
    }
    if points.is_empty() {
        offer(&[Some(0)], &|_| true);
    }
    found
}

/// An instant as text that the engine reads as this instant. At the ends of the calendar an offset reaches
/// a little further than `Z`.
fn text(micros: i64) -> Option<String> {
    let instant = Instant { micros, zoneless: false };
    [(0, "Z"), (-1_439, "-23:59"), (1_439, "+23:59")].into_iter().find_map(|(minutes, zone)| {
        let text = format!("{}{zone}", instant.local(minutes));
        Instant::read(&text).is_some_and(|read| read.micros == micros).then_some(text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar_ends_a_little_behind_the_last_year() {
        let last = Instant::read("9999-12-31T23:59:59.999999Z").unwrap().micros;
        assert_eq!(text(last + 1).as_deref(), Some("9999-12-31T00:01:00-23:59"));
        assert_eq!(text(i64::MAX), None);
    }
}
