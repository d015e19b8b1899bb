//! The site as an app: on the device after one visit, and never half of one version and half of another.

use std::fs;

use backwise_site::hosting::HEADERS;
use backwise_tests::release::{Release, SAID, Signs, look_for_update};
use backwise_tests::site::Site;
use backwise_tests::widget::{Until, WIDGET, click, walk};
use backwise_tests::{Browser, Make, journey, wait_until};

use serde_json::json;

use super::journeys::assert_told_the_same;
use super::player::do_wall_test;
use super::proof::prove;

/// What the page for help says, version by version.
const OLD: &str = SAID[0];
const NEW: &str = SAID[1];
const NEWEST: &str = SAID[2];

#[track_caller]
fn wait_for_worker(browser: &Browser) {
    browser.wait_until("return Boolean(navigator.serviceWorker?.controller)");
}

/// Somebody who has been on a page of a site of their own, and has it on the device.
fn reader_of(make: Make, path: &str) -> (Release, Browser) {
    reader_of_this(Release::copied(), make, path)
}

fn reader_of_this(release: Release, make: Make, path: &str) -> (Release, Browser) {
    let browser = Browser::with_worker(make, Site::serve(release.folder()));
    browser.open(path);
    wait_for_worker(&browser);
    browser.reload();
    (release, browser)
}

fn says(browser: &Browser, text: &str) -> bool {
    browser.script(&format!("return document.querySelector('main').innerText.includes('{text}')"))
        == true
}

/// Whether the word of a new version says that warning signs have changed.
const IS_SAFETY: &str = "return document.querySelector('.release-safety').checkVisibility()";
const IS_WHOLE: &str = "return document.querySelector('.whole').checkVisibility()";
const IS_OFFERED: &str = "return document.querySelector('.release').checkVisibility()";

/// Has a new version used, and waits until the page is there that it brings. Where nothing has come of it after two
/// seconds, it presses again, as a reader does: a page that is slow to say that it is not busy counts as busy, and
/// WebKit's driver misses what moves meanwhile.
#[track_caller]
fn take(browser: &Browser, is_taken: &str) {
    browser.find(".release button").click();
    browser.wait_until(&format!(
        "if (document.readyState !== 'complete') return false;
         if ({is_taken}) return true;
         const now = performance.now();
         window.pressed ??= now;
         if (now - pressed > 2000) {{
             window.pressed = now;
             document.querySelector('.release button').click();
         }}
         return false"
    ));
}

#[test]
fn after_one_visit_everything_works_without_a_server() {
    works_without_a_server(Make::Chromium);
}

pub fn works_without_a_server(make: Make) {
    outlives_its_server(Browser::with_worker(make, Site::with_headers(&Site::folder(), &HEADERS)));
}

/// One visit; then nobody answers any more, and everything is there and keeps to the policy.
pub fn outlives_its_server(browser: Browser) {
    let make = browser.make;
    browser.open("/");
    browser.wait_until(IS_WHOLE);
    assert_eq!(browser.console_errors(), [""; 0]);
    browser.site.stop();
    browser.open("/check.html?from=lower-back-pain");
    browser.find(&format!("{WIDGET} >> [name=start]"));
    let (checker, journey) = (journey::checker(), journey::read("tired-runner"));
    browser.open("/check.html");
    click(&browser, "[name=start]");
    walk(&browser, &checker, &journey, Until::Result);
    assert_told_the_same(&browser, &checker, &journey);
    browser.open("/article/upper-back-pain-while-running.html");
    assert!(says(&browser, "When to get help"));
    browser.open("/self-test/wall-posture-test.html");
    let browser = do_wall_test(browser);
    browser.open("/search.html#q=slipped+disc");
    browser.find(".search-found a");
    assert!(prove(&browser).contains("Nothing failed."));
    browser.open("/source/andersen-2011.html");
    browser.open("/");
    let data = "return fetch('data/graph.json').then((it) => it.json()).then((it) => Object.keys(it).length > 1)";
    assert_eq!(browser.script(data), true);
    browser.open("/no-such-page.html");
    browser.wait_until("return document.title.startsWith('There is no such page')");
    assert_eq!(browser.strangers(), [""; 0]);
    // The others hear only pages that come from the site.
    if make == Make::Chromium {
        assert_eq!(refused(&browser), [""; 0]);
    }
    assert_keeps_to_the_policy(&browser);
}

/// What the device has kept comes with all that a server should send.
fn assert_keeps_to_the_policy(browser: &Browser) {
    for (name, value) in HEADERS {
        let sent = format!("return fetch('index.html').then((it) => it.headers.get('{name}'))");
        assert_eq!(browser.script(&sent), value, "{name}");
    }
    let runs = "try {
            const script = document.createElement('script');
            script.textContent = 'window.ran = true';
            document.body.append(script);
        } catch {}
        return window.ran === true";
    assert_eq!(browser.script(runs), false, "a text becomes code");
}

/// What a policy has refused to the pages.
fn refused(browser: &Browser) -> Vec<String> {
    let strict = |error: &String| error.contains("Security Policy") || error.contains("Trusted");
    browser.console_errors().into_iter().filter(strict).collect()
}

/// The network goes while the rest is on its way: what is not there yet says so, and leads to what is.
#[test]
fn a_page_that_has_not_come_yet_says_so() {
    let late = "/source/andersen-2011.html";
    let browser = Browser::with_worker(Make::Chromium, Site::serve(&Site::folder()));
    browser.site.hold(late);
    browser.open("/help.html");
    wait_for_worker(&browser);
    browser.site.stop();
    browser.open(late);
    assert!(browser.title().starts_with("This page is not on your device yet"));
    let colour =
        "return getComputedStyle(document.querySelector('.card-emergency')).backgroundColor";
    assert_ne!(browser.script(colour), "rgba(0, 0, 0, 0)", "it has its looks at any depth");
    browser.find("main a[href$='check.html']").click();
    click(&browser, "[name=start]");
    browser.find(&format!("{WIDGET} >> legend"));
    for path in ["/", "/exercises.html", "/paper.html", "/self-test/wall-posture-test.html"] {
        browser.open(path);
        assert!(!browser.title().starts_with("This page is not"), "{path}");
    }
}

#[test]
fn a_new_version_waits_until_the_reader_takes_it() {
    waits_for_the_reader(Make::Chromium);
}

pub fn waits_for_the_reader(make: Make) {
    let (release, browser) = reader_of(make, "/help.html");
    assert_eq!(browser.script(IS_OFFERED), false);
    release.write_worker(Signs::Same);
    release.write_page();
    assert_eq!(look_for_update(&browser), "installed");
    browser.wait_until(IS_OFFERED);
    browser.reload();
    assert!(says(&browser, OLD), "nothing changes under the reader's hands");
    browser.wait_until(IS_OFFERED);
    assert_eq!(browser.script(IS_SAFETY), false, "no warning signs have changed");
    // A page of the site that cannot say what it is doing may be in the middle of a check.
    browser.script(
        "const page = Object.assign(document.createElement('iframe'), { src: 'data/graph.json' });
         const come = new Promise((done) => page.addEventListener('load', done));
         document.body.append(page);
         return come.then(() => true)",
    );
    browser.find(".release button").click();
    browser.wait_until("return document.querySelector('.release-busy').checkVisibility()");
    assert!(says(&browser, OLD));
    browser.script("document.querySelector('iframe').remove()");
    take(&browser, &format!("document.querySelector('main').innerText.includes('{NEW}')"));
    assert_eq!(browser.script(IS_OFFERED), false);
    browser.site.stop();
    browser.open("/help.html");
    assert!(says(&browser, NEW));
    assert_eq!(browser.strangers(), [""; 0]);
}

/// What is shown first and dressed later moves from under a finger.
#[test]
fn a_new_version_is_offered_where_it_stays() {
    let (release, browser) = reader_of(Make::Chromium, "/help.html");
    browser.script(
        "const note = document.querySelector('.release');
         window.place = () => JSON.stringify(note.querySelector('button').getBoundingClientRect());
         const watch = new MutationObserver(() => note.hidden || (window.first ??= place()));
         watch.observe(note, { attributes: true })",
    );
    release.write_worker(Signs::Same);
    release.write_page();
    assert_eq!(look_for_update(&browser), "installed");
    browser.wait_until("return Boolean(document.querySelector('link[href$=\"app.css\"]')?.sheet)");
    browser.wait_until(IS_OFFERED);
    assert_eq!(browser.script("return window.first"), browser.script("return window.place()"));
}

#[test]
fn windows_go_from_version_to_version_together() {
    goes_on_with_windows_open(Make::Chromium);
}

pub fn goes_on_with_windows_open(make: Make) {
    let (release, browser) = reader_of(make, "/help.html");
    let windows = [browser.window(), browser.new_window()];
    browser.open("/help.html");
    for (now, next) in [(OLD, NEW), (NEW, NEWEST)] {
        browser.go_to(&windows[1]);
        browser.open("/check.html");
        click(&browser, "[name=start]");
        browser.find(&format!("{WIDGET} >> legend"));
        browser.go_to(&windows[0]);
        release.write_worker(Signs::Same);
        release.write_page();
        assert_eq!(look_for_update(&browser), "installed");
        browser.wait_until(IS_OFFERED);
        browser.find(".release button").click();
        browser.wait_until("return document.querySelector('.release-busy').checkVisibility()");
        browser.go_to(&windows[1]);
        browser.open("/help.html");
        assert!(says(&browser, now), "the version is one for all");
        browser.wait_until(IS_OFFERED);
        let is_next = format!("document.querySelector('main')?.innerText.includes('{next}')");
        take(&browser, &is_next);
        for window in &windows {
            browser.go_to(window);
            browser.wait_until(&format!("return {is_next}"));
        }
    }
    browser.site.stop();
    for window in &windows {
        browser.go_to(window);
        browser.open("/help.html");
        assert!(says(&browser, NEWEST));
    }
    assert_eq!(browser.strangers(), [""; 0]);
}

#[test]
fn a_new_version_waits_for_the_end_of_a_check() {
    waits_for_the_end_of_a_check(Make::Chromium);
}

pub fn waits_for_the_end_of_a_check(make: Make) {
    let (release, browser) = reader_of(make, "/check.html");
    click(&browser, "[name=start]");
    browser.find(&format!("{WIDGET} >> legend"));
    release.write_worker(Signs::Others);
    release.write_page();
    assert_eq!(look_for_update(&browser), "installed");
    browser.wait_until(IS_OFFERED);
    let place =
        "return document.querySelector('main').contains(document.querySelector('.release'))";
    assert_eq!(browser.script(place), false, "it stays out of the way of a check");
    browser.find(".release button").click();
    browser.wait_until("return document.querySelector('.release-busy').checkVisibility()");
    browser.find(&format!("{WIDGET} >> legend"));
    // Whoever begins anew is told first that warning signs have changed.
    browser.reload();
    browser.wait_until(IS_OFFERED);
    assert_eq!(browser.script(place), true);
    assert_eq!(browser.script(IS_SAFETY), true);
    take(&browser, "!document.querySelector('.release').checkVisibility()");
    assert_eq!(browser.strangers(), [""; 0]);
}

/// Somebody else's page at the same address can say nothing of a check, and is in the middle of none.
#[test]
fn pages_of_others_beside_ours_keep_no_version_waiting() {
    let release = Release::copied_to("back");
    fs::write(release.folder().join("theirs.html"), "<!doctype html><title>Theirs</title>")
        .expect("it can be written");
    let (release, browser) = reader_of_this(release, Make::Chromium, "/back/help.html");
    let ours = browser.window();
    browser.new_window();
    browser.open("/theirs.html");
    browser.go_to(&ours);
    release.write_worker(Signs::Same);
    release.write_page();
    assert_eq!(look_for_update(&browser), "installed");
    browser.wait_until(IS_OFFERED);
    take(&browser, &format!("document.querySelector('main').innerText.includes('{NEW}')"));
}

#[test]
fn a_page_of_the_first_visit_takes_a_new_version_too() {
    let release = Release::copied();
    let browser = Browser::with_worker(Make::Chromium, Site::serve(release.folder()));
    browser.open("/help.html");
    wait_for_worker(&browser);
    release.write_worker(Signs::Others);
    release.write_page();
    assert_eq!(look_for_update(&browser), "installed");
    browser.wait_until(IS_OFFERED);
    assert_eq!(browser.script(IS_SAFETY), true);
    take(&browser, &format!("document.querySelector('main').innerText.includes('{NEW}')"));
}

/// Nobody has to take every version: what counts is what is on the device.
#[test]
fn whoever_skips_a_version_is_told_of_its_warning_signs() {
    let (release, browser) = reader_of(Make::Chromium, "/help.html");
    for signs in [Signs::Others, Signs::Same] {
        release.write_worker(signs);
        release.write_page();
        assert_eq!(look_for_update(&browser), "installed");
    }
    browser.reload();
    browser.wait_until(IS_OFFERED);
    assert_eq!(browser.script(IS_SAFETY), true);
    take(&browser, &format!("document.querySelector('main').innerText.includes('{NEWEST}')"));
}

#[test]
fn nobody_is_told_that_all_is_there_while_a_file_is_not() {
    tells_what_is_there(Make::Chromium);
}

pub fn tells_what_is_there(make: Make) {
    let release = Release::copied();
    release.write("source/andersen-2011.html", "half of it");
    let browser = Browser::with_worker(make, Site::serve(release.folder()));
    browser.prepare(
        "navigator.serviceWorker.addEventListener('message', ({ data }) => (window.heard = data));
         const end = clearInterval; clearInterval = (id) => { window.ended = id > 0; end(id); }",
    );
    browser.open("/help.html");
    browser.wait_until("return window.heard === 'part' && window.ended");
    assert_eq!(browser.script(IS_WHOLE), false);
    assert_eq!(browser.strangers(), [""; 0]);
}

/// A reader to whom the rest of the site is on its way, but for a page that is held; it is asked for again after so
/// many milliseconds.
fn reader_of_the_first(again: &str) -> Browser {
    let browser = Browser::with_worker(Make::Chromium, Site::serve(&Site::folder()));
    browser.prepare(&format!(
        "const every = setInterval; setInterval = (then, time) => every(then, time === 20000 ? {again} : time)"
    ));
    browser.site.hold("/source/andersen-2011.html");
    browser.open("/help.html");
    wait_for_worker(&browser);
    wait_until("the rest", || browser.requests().len() > 200);
    browser
}

/// What is on its way for one page is told to the next.
#[test]
fn whoever_reads_on_is_told_that_all_is_there() {
    let browser = reader_of_the_first("2 ** 30");
    browser.open("/");
    assert_eq!(browser.script(IS_WHOLE), false);
    browser.site.release();
    browser.wait_until(IS_WHOLE);
}

/// Browsers do that to one that has been at one thing for long.
#[test]
fn a_worker_that_was_ended_goes_on() {
    let browser = reader_of_the_first("200");
    browser.devtools("ServiceWorker.enable", json!({}));
    browser.devtools("ServiceWorker.stopAllWorkers", json!({}));
    browser.site.release();
    browser.wait_until(IS_WHOLE);
}

#[test]
fn a_half_uploaded_version_leaves_the_one_before_in_place() {
    refuses_half_a_version(Make::Chromium);
}

pub fn refuses_half_a_version(make: Make) {
    let (release, browser) = reader_of(make, "/help.html");
    // The worker is there already, and the page it speaks of is not.
    release.write_worker(Signs::Same);
    assert_eq!(look_for_update(&browser), "redundant");
    assert_eq!(browser.script(IS_OFFERED), false);
    browser.site.stop();
    browser.open("/help.html");
    assert!(says(&browser, OLD));
    browser.open("/check.html");
    click(&browser, "[name=start]");
    browser.find(&format!("{WIDGET} >> legend"));
    assert_eq!(browser.strangers(), [""; 0]);
}
