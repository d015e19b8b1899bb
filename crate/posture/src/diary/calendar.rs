//! Reminders as a calendar file (iCalendar, RFC 5545): the calendar reminds, and nothing of ours runs for it.
//!
//! Every wording comes from whoever asks. Times float: half past eight is half past eight wherever the reader is.

mod line;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::num::NonZeroU16;

use self::line::{escape, fold};
use super::{Civil, Weekday};

/// One appointment that comes again, with an alarm when it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminder<'a> {
    /// What no other appointment is called, in any calendar; the same again replaces this one.
    pub uid: &'a str,
    /// When the file is made, in UTC: the one time here that does not float.
    pub stamp: Civil,
    /// When it first may begin. With chosen weekdays it begins on the first of them from this day on.
    pub start: Civil,
    /// How often it comes again.
    pub every: Every<'a>,
    /// How many times it comes, the first included.
    pub times: NonZeroU16,
    /// How long it takes, in minutes.
    pub minutes: NonZeroU16,
    /// What it is called.
    pub title: &'a str,
}

/// How often an appointment comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every<'a> {
    /// Once in so many days.
    Days(NonZeroU16),
    /// On these days of each week, in any order.
    Week(&'a [Weekday]),
}

impl Reminder<'_> {
    /// The file. Nothing if it would never come: without a weekday, or after the last of all days.
    #[must_use]
    pub fn calendar(&self) -> Option<String> {
        let start = first(self.start, self.every)?;
        Some(self.lines(start).iter().map(|line| fold(line)).collect())
    }

    fn lines(&self, start: Civil) -> Vec<String> {
        let title = escape(self.title);
        let mut lines = Vec::from([
            "BEGIN:VCALENDAR".into(),
            "VERSION:2.0".into(),
            "PRODID:-//Backwise//Backwise//EN".into(),
            "BEGIN:VEVENT".into(),
            format!("UID:{}", escape(self.uid)),
            format!("DTSTAMP:{}Z", time(self.stamp)),
            format!("DTSTART:{}", time(start)),
            format!("DURATION:PT{}M", self.minutes),
            format!("RRULE:{};COUNT={}", every(self.every), self.times),
            format!("SUMMARY:{title}"),
        ]);
        lines.extend(["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0S"].map(String::from));
        lines.push(format!("DESCRIPTION:{title}"));
        lines.extend(["END:VALARM", "END:VEVENT", "END:VCALENDAR"].map(String::from));
        lines
    }
}

/// The first day that the rule means: what a calendar makes of one that it does not mean is undefined.
fn first(start: Civil, every: Every) -> Option<Civil> {
    let Every::Week(days) = every else { return Some(start) };
    let week = core::iter::successors(Some(start), |day| day.next_day()).take(7);
    week.into_iter().find(|day| days.contains(&day.weekday()))
}

fn every(every: Every) -> String {
    match every {
        Every::Days(days) => format!("FREQ=DAILY;INTERVAL={days}"),
        Every::Week(chosen) => {
            let chosen = Weekday::ALL.into_iter().filter(|day| chosen.contains(day));
            let days: Vec<_> = chosen.map(weekday).collect();
            format!("FREQ=WEEKLY;BYDAY={}", days.join(","))
        }
    }
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

fn time(civil: Civil) -> String {
    let ((year, month, day), (hour, minute)) = (civil.date(), civil.time());
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}00")
}
