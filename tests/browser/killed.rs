//! A browser that ends in the middle of something, as a battery does, and is started again: nothing is kept that was
//! not asked for, nothing that was asked for is lost, and nothing is broken.

use std::fs;

use backwise_graph::Word;
use backwise_tests::site::Site;
use backwise_tests::widget::{Until, WIDGET, click, see, texts, walk};
use backwise_tests::{Browser, journey, wait_until};

use super::journeys::assert_told_the_same;

const START: &str = "backwise-check >> [name=start]";

/// How much the stores of this site hold that are for what a reader says; what the worker keeps is the site itself.
const STORED: &str = "return indexedDB.databases().then((all) =>
    all.length + localStorage.length + sessionStorage.length + document.cookie.length)";

/// Somebody in the middle of a check, with the box for keeping ticked or not.
fn in_a_check(is_kept: bool) -> Browser {
    let browser = Browser::with_profile(Site::built());
    browser.open("/check.html");
    click(&browser, "[name=start]");
    if is_kept {
        click(&browser, "[name=keep]");
    }
    let person = journey::read("tired-runner");
    walk(&browser, &journey::checker(), &person, Until::Question("place"));
    browser
}

#[test]
fn what_nobody_asked_to_keep_is_gone_and_a_check_begins_anew() {
    let mut browser = in_a_check(false);
    browser.kill();
    browser.open("/check.html");
    browser.find(START);
    assert_eq!(browser.script(STORED), 0);
    assert_eq!(texts(&browser, ".notice"), [""; 0]);
    tells_the_same(&browser);
}

/// The whole check, from its first screen.
fn tells_the_same(browser: &Browser) {
    let (checker, person) = (journey::checker(), journey::read("tired-runner"));
    click(browser, "[name=start]");
    walk(browser, &checker, &person, Until::Result);
    assert_told_the_same(browser, &checker, &person);
    assert_eq!(browser.console_errors(), [""; 0]);
}

#[test]
fn what_was_to_be_kept_is_there_again() {
    let mut browser = in_a_check(true);
    wait_for_disk(&browser);
    browser.kill();
    browser.open("/check.html");
    let (checker, person) = (journey::checker(), journey::read("tired-runner"));
    see(&browser, ".notice", &[checker.graph().word(Word::KeptCame)]);
    click(&browser, "[name=show-result]");
    browser.find(&format!("{WIDGET} >> legend"));
    walk(&browser, &checker, &person, Until::Result);
    assert_told_the_same(&browser, &checker, &person);
    assert_eq!(browser.console_errors(), [""; 0]);
}

/// The browser writes what a page keeps some seconds later. Before that, it is the browser that loses it.
fn wait_for_disk(browser: &Browser) {
    let kept = browser.script("return localStorage.getItem('backwise-answers')");
    let kept = kept.as_str().expect("answers are kept").as_bytes().to_vec();
    let folder = browser.profile().join("Default/Local Storage/leveldb");
    let is_there = || {
        let files = fs::read_dir(&folder).into_iter().flatten().flatten();
        let mut texts = files.map(|file| fs::read(file.path()).unwrap_or_default());
        texts.any(|text| text.windows(kept.len()).any(|part| part == kept))
    };
    wait_until("what the browser was given, on the disk", is_there);
}

#[test]
fn a_wall_test_that_was_cut_off_begins_anew() {
    let mut browser = Browser::with_profile(Site::built());
    let start = "backwise-wall-test >> [name=play-start]";
    browser.open("/self-test/wall-posture-test.html");
    browser.find(start).click();
    browser.find("backwise-wall-test >> .play-time");
    browser.kill();
    browser.open("/self-test/wall-posture-test.html");
    browser.find(start);
    let plays = "return Boolean(document.querySelector('backwise-wall-test').shadowRoot.querySelector('dialog[open]'))";
    assert_eq!(browser.script(plays), false);
    assert_eq!(browser.script(STORED), 0);
    assert_eq!(browser.console_errors(), [""; 0]);
}

#[test]
fn a_first_visit_that_was_cut_off_is_made_up_for() {
    let mut browser = Browser::with_profile(Site::built());
    // A page that only the worker asks for: until it comes, no release is whole.
    browser.site.hold("/paper.html");
    browser.open("/");
    wait_until("/help.html", || browser.site.requests().iter().any(|it| it.path == "/help.html"));
    browser.kill();
    browser.site.release();
    browser.open("/");
    browser.wait_until("return document.querySelector('.whole').checkVisibility()");
    browser.site.stop();
    browser.open("/check.html");
    browser.find(&format!("{WIDGET} >> [name=start]"));
    tells_the_same(&browser);
}
