//! Dates.

use std::fmt;

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

const SECOND: i64 = 1_000_000;

/// In UTC. Where the year is one of four digits, [`Instant::read`] reads it back.
impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}Z", self.local(0))
    }
}

impl Instant {
    /// Date and time of this instant where clocks show so many minutes more than UTC, without the offset; by
    /// the rules of the proleptic Gregorian calendar.
    pub fn local(self, minutes: i32) -> String {
        let micros = self.micros.saturating_add(i64::from(minutes) * 60 * SECOND);
        let (days, rest) = (micros.div_euclid(86_400 * SECOND), micros.rem_euclid(86_400 * SECOND));
        // Years are counted from 1 March, so that the day that is sometimes there is the last one.
        let days = days + 719_468;
        let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        let (seconds, fraction) = (rest / SECOND, rest % SECOND);
        let (hour, minute, second) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
        let plain = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
        if fraction == 0 { plain } else { format!("{plain}.{fraction:06}") }
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
        for written in [
            "1970-01-01T00:00:00Z",
            "2024-02-29T12:00:00.500000Z",
            "2000-02-29T23:59:59Z",
            "1900-03-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999Z",
        ] {
            assert_eq!(instant(written).to_string(), written);
        }
        assert_eq!(instant("2019-08-12T09:00:00Z").local(480), "2019-08-12T17:00:00");
        assert!(instant("2019-08-12T09:00:00").zoneless);
        assert_eq!(instant("2019-08-12T09:00:00.5Z").micros % 1_000_000, 500_000);
        for bad in ["", "2019-08-12", "1565600400", "2019-02-30T00:00:00Z", "2019-08-12T25:00:00Z", "now"] {
            assert!(Instant::read(bad).is_none(), "{bad}");
        }
    }
}
