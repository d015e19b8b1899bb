//! Reminders that a reader sets up, for their own calendar.

use std::num::NonZeroU16;

use backwise_posture::Civil;
use backwise_posture::diary::{Every, Reminder, Weekday};

use crate::text::{digits, joined, number};

/// How long each takes, in minutes.
const MINUTES: NonZeroU16 = NonZeroU16::new(10).expect("it is not zero");
/// The most days from one to the next, and the most times.
pub const MOST: u16 = 365;

/// What is set.
pub struct Remind {
    /// From one to the next; chosen weekdays count instead.
    pub days: NonZeroU16,
    pub week: [bool; Weekday::ALL.len()],
    /// Hour and minute.
    pub time: (u8, u8),
    pub times: NonZeroU16,
}

impl Default for Remind {
    fn default() -> Self {
        let (days, times) = (count(7), count(8));
        Self { days, week: [false; Weekday::ALL.len()], time: (18, 0), times }
    }
}

impl Remind {
    /// Takes the value of a field; what makes no sense changes nothing.
    pub fn set(&mut self, name: &str, value: &str, is_on: bool) {
        let at = number(value);
        match (name, at) {
            ("kept-days", Some(days)) => self.days = count(days),
            ("kept-times", Some(times)) => self.times = count(times),
            ("kept-day", Some(at)) => {
                if let Some(day) = self.week.get_mut(at) {
                    *day = is_on;
                }
            }
            ("kept-time", None) => self.time = clock(value).unwrap_or(self.time),
            _ => {}
        }
    }

    /// The time as a field takes it.
    #[must_use]
    pub fn clock(&self) -> String {
        let two = |n: u8| joined(&[if n < 10 { "0" } else { "" }, &digits(n.into())]);
        joined(&[&two(self.time.0), ":", &two(self.time.1)])
    }

    /// The file of appointments after `now`, made at `stamp`, which is in UTC.
    #[must_use]
    pub fn calendar(&self, title: &str, lot: usize, now: Civil, stamp: Civil) -> Option<String> {
        let (year, month, day) = now.date();
        let today = Civil::new(year, month, day, self.time.0, self.time.1)?;
        let start = if today > now { today } else { today.next_day()? };
        let days = Weekday::ALL.into_iter().zip(self.week).filter(|(_, is_on)| *is_on);
        let week: Vec<_> = days.map(|(day, _)| day).collect();
        let every = if week.is_empty() { Every::Days(self.days) } else { Every::Week(&week) };
        let uid = joined(&["backwise-", &digits(lot)]);
        let (times, minutes) = (self.times, MINUTES);
        Reminder { uid: &uid, stamp, start, every, times, minutes, title }.calendar()
    }
}

fn count(n: usize) -> NonZeroU16 {
    let n = u16::try_from(n).unwrap_or(MOST).min(MOST);
    NonZeroU16::new(n).unwrap_or(NonZeroU16::MIN)
}

fn clock(text: &str) -> Option<(u8, u8)> {
    let part = |from, to| number(text.get(from..to)?);
    let (hour, minute) = (part(0, 2)?, part(3, 5)?);
    (hour < 24 && minute < 60).then_some((hour as u8, minute as u8))
}

#[cfg(test)]
mod tests {
    use super::Remind;
    use backwise_posture::Civil;

    #[track_caller]
    fn check(set: &[(&str, &str)], lines: &[&str]) {
        let mut remind = Remind::default();
        set.iter().for_each(|(name, value)| remind.set(name, value, true));
        // A Wednesday.
        let now = Civil::new(2026, 7, 1, 18, 0).expect("there is such a day");
        let text = remind.calendar("Wall posture test", 5, now, now).expect("it comes");
        for line in lines {
            assert!(text.contains(&format!("{line}\r\n")), "{line} is not in {text}");
        }
    }

    #[test]
    fn the_first_is_still_to_come() {
        check(&[], &["DTSTART:20260702T180000", "RRULE:FREQ=DAILY;INTERVAL=7;COUNT=8"]);
        check(&[("kept-time", "18:01")], &["DTSTART:20260701T180100"]);
    }

    #[test]
    fn chosen_weekdays_count_instead_of_days() {
        let week = [("kept-day", "0"), ("kept-day", "4"), ("kept-times", "3")];
        check(&week, &["DTSTART:20260703T180000", "RRULE:FREQ=WEEKLY;BYDAY=MO,FR;COUNT=3"]);
    }

    #[test]
    fn what_makes_no_sense_changes_nothing() {
        let rule = "RRULE:FREQ=DAILY;INTERVAL=1;COUNT=365";
        check(&[("kept-days", "0"), ("kept-times", "9999"), ("kept-day", "7")], &[rule]);
        check(
            &[("kept-time", "25:00"), ("kept-time", ""), ("kept-days", "x")],
            &["UID:backwise-5"],
        );
    }
}
