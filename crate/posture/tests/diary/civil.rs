//! Dates.

use backwise_posture::Civil;
use backwise_posture::diary::Weekday;
use proptest::prelude::*;

use crate::any;

fn date(year: u16, month: u8, day: u8) -> Option<Civil> {
    Civil::new(year, month, day, 0, 0)
}

#[test]
fn only_what_a_calendar_and_a_clock_show() {
    let days = |year, month| (0..=u8::MAX).filter(|day| date(year, month, *day).is_some()).count();
    let year = |year| (0..=u8::MAX).map(|month| days(year, month)).sum::<usize>();
    assert_eq!(
        [0, 1, 1900, 2000, 2026, 2028, 9999, 10_000].map(year),
        [0, 365, 365, 366, 365, 366, 365, 0]
    );
    assert_eq!([1, 2, 4, 12].map(|month| days(2028, month)), [31, 29, 30, 31]);
    assert!(Civil::new(2026, 7, 1, 23, 59).is_some());
    assert!(Civil::new(2026, 7, 1, 24, 0).is_none());
    assert!(Civil::new(2026, 7, 1, 0, 60).is_none());
}

#[test]
fn days_of_the_week_are_those_of_the_calendar() {
    let weekday = |year, month, day| date(year, month, day).map(Civil::weekday);
    assert_eq!(weekday(1997, 9, 2), Some(Weekday::Tuesday));
    assert_eq!(weekday(2000, 2, 29), Some(Weekday::Tuesday));
    assert_eq!(weekday(2026, 7, 1), Some(Weekday::Wednesday));
}

#[test]
fn it_says_what_it_was_made_of() {
    let civil = Civil::new(826, 7, 1, 8, 5).expect("a date");
    assert_eq!((civil.date(), civil.time()), ((826, 7, 1), (8, 5)));
    assert_eq!(civil.to_string(), "0826-07-01 08:05");
}

#[test]
fn every_day_follows_the_one_before() {
    let mut day = date(1, 1, 1).expect("the first of all");
    for n in 1..=800 * 365 + 194 {
        assert_eq!(day.day_number(), n);
        assert_eq!(day.weekday(), Weekday::ALL[(n as usize - 1) % 7]);
        let next = day.next_day().expect("not the last of all");
        assert!(next > day);
        day = next;
    }
    assert_eq!(Some(day), date(801, 1, 1));
    assert_eq!(date(9999, 12, 31).and_then(Civil::next_day), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn letters_sort_as_dates_do(a in any::civil(), b in any::civil()) {
        prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
    }
}
