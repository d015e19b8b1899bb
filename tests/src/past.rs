//! Wall tests that somebody did before, as a device keeps them.

use backwise_posture::diary::{Full, write};
use backwise_posture::wall::{Pull, Touch};
use backwise_posture::{Answer, Answers, Area, Civil, Diary, Entry, PastTest, Ran, Span, Variant};
use serde_json::json;

use crate::Browser;

/// What a device keeps them under.
pub const KEY: &str = "backwise-diary";

/// A whole test while standing: how the head touched, and the only places that pulled.
#[must_use]
pub fn test(when: Civil, head: Touch, pulled: &[Area]) -> Entry {
    let mut answers = Answers::default();
    answers.put(Answer::Head(head));
    for area in Area::ALL {
        let pull = if pulled.contains(&area) { Pull::Yes } else { Pull::No };
        answers.put(Answer::Area(area, pull));
    }
    Entry::WallTest(PastTest::new(when, Variant::Standing, Span::from_s(30), Ran::Whole, answers))
}

/// That day of January 2027, in the morning.
///
/// # Panics
/// When it has no such day.
#[must_use]
pub fn january(day: u8) -> Civil {
    Civil::new(2027, 1, day, 8, 30).expect("January has this day")
}

/// The date that many days ago, as the browser's clock and calendar have it.
///
/// # Panics
/// When its clock shows no year of ours.
#[must_use]
pub fn ago(browser: &Browser, days: i64) -> Civil {
    let script = "const then = new Date(); then.setDate(then.getDate() - DAYS);
        return [then.getFullYear(), then.getMonth() + 1, then.getDate()]";
    let date = browser.script(&script.replace("DAYS", &days.to_string()));
    let part = |at: usize| date[at].as_u64().expect("a number");
    let civil = Civil::new(part(0) as u16, part(1) as u8, part(2) as u8, 0, 0);
    civil.expect("there is such a day")
}

/// These tests.
///
/// # Panics
/// When there are too many.
#[must_use]
pub fn diary(tests: impl IntoIterator<Item = Entry>) -> Diary {
    let all: Result<_, Full> = tests.into_iter().try_fold(Diary::default(), |all, it| all.with(it));
    all.expect("there is room")
}

/// Keeps this text, as if it had been kept before.
pub fn keep(browser: &Browser, text: &str) {
    browser.script(&format!("localStorage.setItem('{KEY}', {})", json!(text)));
}

/// Keeps these tests.
pub fn keep_tests(browser: &Browser, tests: impl IntoIterator<Item = Entry>) {
    keep(browser, &write(&diary(tests)));
}
