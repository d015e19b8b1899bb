//! What the clock of a device has to do with what is told: nothing, but that all of it grows old.

use backwise_graph::Word;
use backwise_tests::site::Site;
use backwise_tests::widget::{Until, WIDGET, click, texts, walk};
use backwise_tests::{Browser, Make, journey};

use super::hosts::Host;
use super::journeys::assert_told_the_same;

/// November 2026, and 2096.
const NOW: u64 = 1_795_000_000_000;
const LATER: u64 = 4_000_000_000_000;

/// Puts a clock into a page that stands at `window.clock`, in milliseconds.
const CLOCK: &str = "Date = class extends Date {
    constructor(...given) { super(...(given.length ? given : [window.clock])); }
    static now() { return window.clock; }
}";

/// Has its clock stand at this moment, in milliseconds since 1970, on every page from now on.
pub fn set(browser: &Browser, moment: u64) {
    browser.prepare(&format!("window.clock = {moment}; {CLOCK}"));
}

/// Whether a page says that it is old, on a device whose clock stands at this moment.
fn is_old_at(make: Make, moment: u64) -> bool {
    let browser = Browser::of(make, Site::built());
    set(&browser, moment);
    browser.open("/check.html");
    browser.find(&format!("{WIDGET} >> [name=start]"));
    let is_said = browser.script("return document.querySelector('.age').checkVisibility()");
    assert_eq!(texts(&browser, ".old"), [""; 0], "nothing is said twice");
    click(&browser, "[name=start]");
    browser.find(&format!("{WIDGET} >> legend"));
    assert_eq!(browser.strangers(), [""; 0]);
    is_said == true
}

#[test]
fn past_the_day_of_review_the_page_says_so_and_still_works() {
    page_says_that_it_is_old(Make::Chromium);
}

pub fn page_says_that_it_is_old(make: Make) {
    assert!(!is_old_at(make, NOW));
    assert!(is_old_at(make, LATER));
}

/// What the element says on a page of others before its first question, and whether that comes then.
fn noticed_at(make: Make, moment: u64) -> Vec<String> {
    let host = Host::of(make, &[]);
    set(&host.browser, moment);
    host.browser.open("/embed/plain.html");
    host.browser.find(&format!("{WIDGET} >> [name=start]"));
    let noticed = texts(&host.browser, ".old");
    click(&host.browser, "[name=start]");
    host.browser.find(&format!("{WIDGET} >> legend"));
    assert_eq!(texts(&host.browser, ".old"), [""; 0], "a check is not interrupted");
    noticed
}

#[test]
fn past_the_day_of_review_the_element_says_so_on_a_page_of_others() {
    element_says_that_it_is_old(Make::Chromium);
}

pub fn element_says_that_it_is_old(make: Make) {
    let checker = journey::checker();
    assert_eq!(noticed_at(make, NOW), [""; 0]);
    assert_eq!(noticed_at(make, LATER), [checker.graph().word(Word::Old)]);
    let last_day = u64::from(checker.graph().review) * 86_400_000;
    assert_eq!(noticed_at(make, last_day + 86_399_999), [""; 0], "the day itself is not past");
    assert_eq!(noticed_at(make, last_day + 86_400_000).len(), 1);
}

#[test]
fn a_clock_that_jumps_by_years_changes_nothing_of_a_check() {
    let (checker, person) = (journey::checker(), journey::read("tired-runner"));
    let browser = Browser::start();
    set(&browser, NOW);
    browser.open("/check.html");
    click(&browser, "[name=start]");
    click(&browser, "[name=keep]");
    walk(&browser, &checker, &person, Until::Question("emergency-chest"));
    browser.script(&format!("window.clock = {LATER}"));
    walk(&browser, &checker, &person, Until::Question("place"));
    browser.script("window.clock = 0");
    walk(&browser, &checker, &person, Until::Result);
    assert_told_the_same(&browser, &checker, &person);
    let is_old = "return document.querySelector('.age').checkVisibility()";
    assert_eq!(browser.script(is_old), false, "a check is not interrupted");
    set(&browser, LATER);
    browser.reload();
    click(&browser, "[name=show-result]");
    assert_told_the_same(&browser, &checker, &person);
    assert_eq!(browser.script(is_old), true, "what is kept stays, and is known to be old");
    assert_eq!(browser.console_errors(), [""; 0]);
}
