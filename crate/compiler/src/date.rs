//! Calendar days, as front matter and the command line write them.

use std::fmt;

/// A day, `2026-11-21`. Days compare as they follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day that `text` names.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let sizes = (year.len(), month.len(), day.len(), parts.next());
        if sizes != (4, 2, 2, None) {
            return None;
        }
        let date =
            Self { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
        (1..=date.days_in_month()).contains(&date.day).then_some(date)
    }

    /// The day that is `days` after 1970-01-01, as clocks count.
    #[must_use]
    pub fn from_unix_days(mut days: u32) -> Self {
        let mut date = Self { year: 1970, month: 1, day: 1 };
        while days >= u32::from(date.days_in_month()) {
            days -= u32::from(date.days_in_month());
            date.month += 1;
            if date.month > 12 {
                (date.year, date.month) = (date.year + 1, 1);
            }
        }
        Self { day: 1 + days as u8, ..date }
    }

    /// How many days it is after 1970-01-01; 0 for any before.
    #[must_use]
    pub fn unix_days(self) -> u32 {
        let months = |year| (1..=12).map(move |month| Self { year, month, day: 1 });
        let before = (1970..=self.year).flat_map(months).take_while(|it| *it <= self);
        let days: u32 = before.map(|it| u32::from(it.days_in_month())).sum();
        (days + u32::from(self.day)).saturating_sub(u32::from(self.days_in_month()) + 1)
    }

    /// The same day of the next year; the last of February where that has no 29th.
    #[must_use]
    pub fn a_year_on(self) -> Self {
        let next = Self { year: self.year + 1, ..self };
        Self { day: next.day.min(next.days_in_month()), ..next }
    }

    /// Days in this date's month; none in a month that is no month.
    fn days_in_month(self) -> u8 {
        let divides = |n| self.year.is_multiple_of(n);
        let leap = divides(4) && (!divides(100) || divides(400));
        match self.month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u8::from(leap),
            _ => 0,
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn days_that_exist_are_read() {
        for text in ["2026-11-21", "2024-02-29", "2000-02-29", "1970-01-01"] {
            assert_eq!(Date::parse(text).expect(text).to_string(), text);
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in
            ["2026-02-29", "1900-02-29", "2026-13-01", "2026-1-1", "26-01-01", "", "2026-01-01-"]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_on_is_a_day_that_exists() {
        let check = |from, to: &str| {
            assert_eq!(Date::parse(from).expect(from).a_year_on().to_string(), to);
        };
        check("2026-11-21", "2027-11-21");
        check("2024-02-29", "2025-02-28");
    }

    #[test]
    fn clocks_agree_with_calendars() {
        assert_eq!(Date::from_unix_days(0).to_string(), "1970-01-01");
        assert_eq!(Date::from_unix_days(20_778).to_string(), "2026-11-21");
        for days in [0, 58, 59, 789, 790, 20_778, 60_000] {
            assert_eq!(Date::from_unix_days(days).unix_days(), days);
        }
        assert_eq!(Date::parse("1969-12-31").map(Date::unix_days), Some(0));
    }
}
