//! Dates and times as a calendar and a clock on the wall show them.

use core::fmt;

/// A date and a minute, where the reader is: no zone, and no seconds, which nobody needs of a diary.
///
/// Whoever keeps the diary reads it from the device; the earlier is the less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Civil {
    year: u16,
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
}

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weekday {
    /// The first.
    Monday,
    /// The second.
    Tuesday,
    /// The third.
    Wednesday,
    /// The fourth.
    Thursday,
    /// The fifth.
    Friday,
    /// The sixth.
    Saturday,
    /// The seventh.
    Sunday,
}

impl Civil {
    /// This minute of this day: years from 1 to 9999, months and days from 1 on, hours and minutes from 0 on.
    /// Nothing where a calendar or a clock shows no such thing.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8, hour: u8, minute: u8) -> Option<Self> {
        let is_date = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=month_length(year, month)).contains(&day);
        (is_date && hour < 24 && minute < 60).then_some(Self { year, month, day, hour, minute })
    }

    /// Year, month and day.
    #[must_use]
    pub fn date(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// Hour and minute.
    #[must_use]
    pub fn time(self) -> (u8, u8) {
        (self.hour, self.minute)
    }

    /// The number of its day, where the first of January of the year 1 is 1.
    #[must_use]
    pub fn day_number(self) -> u32 {
        let years = u32::from(self.year) - 1;
        let mut days = 365 * years + years / 4 - years / 100 + years / 400;
        for month in 1..self.month {
            days += u32::from(month_length(self.year, month));
        }
        days + u32::from(self.day)
    }

    /// Its day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        Weekday::ALL[((self.day_number() - 1) % 7) as usize]
    }

    /// The same minute of the next day; nothing after the last day of the year 9999.
    #[must_use]
    pub fn next_day(self) -> Option<Self> {
        let at = |year, month, day| Self::new(year, month, day, self.hour, self.minute);
        at(self.year, self.month, self.day + 1)
            .or_else(|| at(self.year, self.month + 1, 1))
            .or_else(|| at(self.year + 1, 1, 1))
    }
}

/// Such as `2026-07-01 08:30`: always 16 characters, so that lines sort by date.
impl fmt::Display for Civil {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let Self { year, month, day, hour, minute } = self;
        write!(out, "{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
    }
}

impl Weekday {
    /// All of them, from Monday on.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];
}

fn month_length(year: u16, month: u8) -> u8 {
    let is_leap = year.is_multiple_of(if year.is_multiple_of(100) { 400 } else { 4 });
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
