//! What day it is, and how a date is written where the reader is.

use backwise_posture::Civil;
use js_sys::{Date, Object, Reflect};

/// Date and minute where the reader is; nothing for a clock that is set to no year of ours.
#[must_use]
pub fn here() -> Option<Civil> {
    let now = now();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    civil([year, month, day, now.get_hours(), now.get_minutes()])
}

/// The same in UTC.
#[cfg(feature = "posture")]
#[must_use]
pub fn utc() -> Option<Civil> {
    let now = now();
    let (year, month, day) = (now.get_utc_full_year(), now.get_utc_month() + 1, now.get_utc_date());
    civil([year, month, day, now.get_utc_hours(), now.get_utc_minutes()])
}

/// A date, as people write it in this language.
#[must_use]
pub fn written(when: Civil, language: &str) -> String {
    with(when, language, &[("dateStyle", "medium")])
}

/// The same without its year.
#[cfg(feature = "posture")]
#[must_use]
pub fn short(when: Civil, language: &str) -> String {
    with(when, language, &[("month", "short"), ("day", "numeric")])
}

fn with(when: Civil, language: &str, style: &[(&str, &str)]) -> String {
    let (year, month, day) = when.date();
    let date = Date::new_with_year_month_day(year.into(), i32::from(month) - 1, day.into());
    // Otherwise the first ninety-nine years would be of the last century.
    date.set_full_year(year.into());
    let options = Object::new();
    for (name, value) in style {
        // It fails only for what is no object.
        Reflect::set(&options, &(*name).into(), &(*value).into()).ok();
    }
    date.to_locale_date_string(language, &options).into()
}

/// A number that nobody else has, most likely.
#[cfg(feature = "posture")]
#[must_use]
pub fn lot() -> usize {
    (js_sys::Math::random() * 4_294_967_295.0) as usize
}

fn now() -> Date {
    Date::new(&Date::now().into())
}

fn civil([year, month, day, hour, minute]: [u32; 5]) -> Option<Civil> {
    Civil::new(year.try_into().ok()?, month as u8, day as u8, hour as u8, minute as u8)
}
