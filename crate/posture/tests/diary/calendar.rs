//! Calendar files, held against the rules of RFC 5545.

use std::num::NonZeroU16;

use backwise_posture::Civil;
use backwise_posture::diary::{Every, Reminder, Weekday};
use proptest::prelude::*;

use crate::any::{self, day};
use Weekday::{Friday, Monday, Sunday, Wednesday};

fn n(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).expect("more than none")
}

/// Every third day from a Wednesday on, ten times.
fn usual() -> Reminder<'static> {
    Reminder {
        uid: "a1@example.org",
        stamp: Civil::new(2026, 6, 30, 21, 5).expect("a date"),
        start: day(7, 1),
        every: Every::Days(n(3)),
        times: n(10),
        minutes: n(15),
        title: "Back: stretch, then rest",
    }
}

/// Folded lines put together again, as a calendar reads them.
fn unfolded(file: &str) -> Vec<String> {
    file.replace("\r\n ", "").split_terminator("\r\n").map(String::from).collect()
}

/// A value as a calendar reads it.
fn unescaped(value: &str) -> String {
    let mut letters = value.chars();
    let mut text = String::new();
    while let Some(letter) = letters.next() {
        text.push(match letter {
            '\\' => match letters.next().expect("something is escaped") {
                'n' => '\n',
                escaped => escaped,
            },
            _ => letter,
        });
    }
    text
}

/// What a line of this name says in the file, or nothing when there is none.
fn value(reminder: &Reminder, name: &str) -> Option<String> {
    let lines = unfolded(&reminder.calendar()?);
    lines.iter().find_map(|line| line.strip_prefix(name)?.strip_prefix(':').map(String::from))
}

#[test]
fn a_file_reads_like_this() {
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Backwise//Backwise//EN",
        "BEGIN:VEVENT",
        "UID:a1@example.org",
        "DTSTAMP:20260630T210500Z",
        "DTSTART:20260701T083000",
        "DURATION:PT15M",
        "RRULE:FREQ=DAILY;INTERVAL=3;COUNT=10",
        "SUMMARY:Back: stretch\\, then rest",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:PT0S",
        "DESCRIPTION:Back: stretch\\, then rest",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    assert_eq!(usual().calendar(), Some(expected.join("\r\n")));
}

#[test]
fn chosen_weekdays_begin_on_the_first_of_them() {
    let week = |days: &'static [Weekday], start| {
        let reminder = Reminder { every: Every::Week(days), start, ..usual() };
        (value(&reminder, "RRULE"), value(&reminder, "DTSTART"))
    };
    let expected = |rule: &str, start: &str| {
        (Some(format!("FREQ=WEEKLY;BYDAY={rule};COUNT=10")), Some(start.into()))
    };
    assert_eq!(week(&[Friday, Monday, Friday], day(7, 1)), expected("MO,FR", "20260703T083000"));
    assert_eq!(week(&[Wednesday], day(7, 1)), expected("WE", "20260701T083000"));
    assert_eq!(week(&[Wednesday], day(7, 30)), expected("WE", "20260805T083000"));
    assert_eq!(week(&Weekday::ALL, day(7, 5)), expected("MO,TU,WE,TH,FR,SA,SU", "20260705T083000"));
    assert_eq!(week(&[Sunday], day(12, 31)), expected("SU", "20270103T083000"));
}

#[test]
fn what_never_comes_has_no_file() {
    let never = |every, start| Reminder { every, start, ..usual() }.calendar();
    assert_eq!(never(Every::Week(&[]), day(7, 1)), None);
    let last = Civil::new(9999, 12, 31, 0, 0).expect("a Friday");
    assert!(never(Every::Week(&[Friday]), last).is_some());
    assert_eq!(never(Every::Week(&[Monday]), last), None);
}

#[test]
fn a_line_is_as_long_as_may_be() {
    let at_most = |title: &str| {
        let file = Reminder { title, ..usual() }.calendar().expect("it comes");
        file.split("\r\n").find(|line| line.starts_with("SUMMARY")).map(str::len)
    };
    assert_eq!(at_most(&"x".repeat(67)), Some(75));
    assert_eq!(at_most(&"x".repeat(68)), Some(75));
    assert_eq!(at_most(&("x".repeat(66) + "é")), Some(74));
    assert_eq!(at_most(&("x".repeat(64) + "🧍")), Some(72));
}

#[test]
fn line_ends_and_control_characters_do_not_get_out() {
    let title = |title| value(&Reminder { title, ..usual() }, "SUMMARY");
    assert_eq!(title("a\r\nb\rc\nd"), Some("a\\nb\\nc\\nd".into()));
    assert_eq!(title("a\0\x07\tb\x7f"), Some("a\tb".into()));
    assert_eq!(title("x\r\nEND:VCALENDAR"), Some("x\\nEND:VCALENDAR".into()));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn whatever_is_said_arrives(uid in "\\PC{0,90}", title in "(\\PC|\n|[;,\\\\:\"]){0,120}") {
        let reminder = Reminder { uid: &uid, title: &title, ..usual() };
        let said = |name| value(&reminder, name).map(|value| unescaped(&value));
        prop_assert_eq!(said("UID"), Some(uid.clone()));
        prop_assert_eq!(said("SUMMARY"), Some(title.clone()));
        prop_assert_eq!(said("DESCRIPTION"), Some(title.clone()));
    }

    #[test]
    fn every_line_keeps_the_rules(title in ".{0,200}", start in any::civil()) {
        let reminder = Reminder { title: &title, start, ..usual() };
        let file = reminder.calendar().expect("it comes");
        prop_assert!(file.ends_with("\r\n"));
        for line in file.split("\r\n") {
            prop_assert!(line.len() <= 75, "{line}");
            prop_assert!(!line.chars().any(|letter| letter.is_ascii_control() && letter != '\t'), "{line:?}");
        }
        for line in unfolded(&file) {
            let name = line.split_once(':').expect("a name and a value").0;
            prop_assert!(name.bytes().all(|byte| byte.is_ascii_uppercase()), "{line}");
        }
    }
}
