//! Dates.

/// An instant read from ISO 8601: `2026-11-22T08:00:00Z` or with an offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instant {
    /// Microseconds since 1970-01-01T00:00:00Z.
    pub micros: i64,
    /// Whether the text had no zone; it is then read as UTC.
    pub zoneless: bool,
}

impl Instant {
    /// Reads a date with a time. A date alone or a number is refused: the documentation shows neither.
    pub fn read(text: &str) -> Option<Self> {
        let date = speedate::DateTime::parse_str_rfc3339(text).ok()?;
        let seconds = date.timestamp_tz();
        let micros = seconds.checked_mul(1_000_000)?.checked_add(i64::from(date.time.microsecond))?;
        Some(Instant { micros, zoneless: date.time.tz_offset.is_none() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants() {
        let instant = |text| Instant::read(text).unwrap();
        assert_eq!(instant("1970-01-01T00:00:01Z"), Instant { micros: 1_000_000, zoneless: false });
        assert_eq!(instant("2019-08-12T17:00:00+08:00").micros, instant("2019-08-12T09:00:00Z").micros);
        assert_eq!(instant("2019-08-12T09:00:00").micros, instant("2019-08-12T09:00:00Z").micros);
        assert!(instant("2019-08-12T09:00:00").zoneless);
        assert_eq!(instant("2019-08-12T09:00:00.5Z").micros % 1_000_000, 500_000);
        for bad in ["", "2019-08-12", "1565600400", "2019-02-30T00:00:00Z", "2019-08-12T25:00:00Z", "now"] {
            assert!(Instant::read(bad).is_none(), "{bad}");
        }
    }
}
