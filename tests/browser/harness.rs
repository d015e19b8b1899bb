//! The harness itself: a page that does what ours must not is caught at it.

use std::path::Path;

use backwise_tests::screen::Scheme;
use backwise_tests::site::Site;
use backwise_tests::{Browser, Make, Screen, wait_until};
use serde_json::json;

fn noisy() -> Browser {
    noisy_in(Make::Chromium)
}

fn noisy_in(make: Make) -> Browser {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("browser/noisy");
    let browser = Browser::of(make, Site::serve(&folder));
    browser.open("/");
    browser
}

#[test]
fn a_request_to_another_host_is_seen() {
    strangers_are_seen(Make::Chromium);
}

pub fn strangers_are_seen(make: Make) {
    assert_eq!(noisy_in(make).strangers(), ["http://stranger.example/pixel.png"]);
}

#[test]
fn an_error_in_the_console_is_seen() {
    errors_are_seen(Make::Chromium);
}

/// What is said on the console, thrown, and left uncaught; a picture that does not come, and an answer that is none.
pub fn errors_are_seen(make: Make) {
    let browser = noisy_in(make);
    let is_seen = |words: &str| {
        wait_until(words, || browser.console_errors().iter().any(|error| error.contains(words)));
    };
    is_seen("the bell hangs");
    for (script, words) in [
        ("setTimeout(() => { throw new Error('it falls') })", "it falls"),
        ("Promise.reject(new Error('it breaks'))", "it breaks"),
        ("document.body.append(Object.assign(new Image(), { src: 'nothing.png' }))", "nothing.png"),
        ("fetch('nowhere')", "404"),
    ] {
        // As the page's own: what a driver runs is none of it to every browser.
        browser.script(&format!(
            "const script = document.createElement('script');
            script.textContent = {};
            document.body.append(script);
            return new Promise((done) => setTimeout(done, 500))",
            json!(script)
        ));
        is_seen(words);
    }
}

#[test]
fn a_request_after_load_is_seen_and_told_from_those_before() {
    let browser = noisy();
    assert_eq!(browser.requests().len(), 2);
    assert_eq!(browser.requests_since_load(), []);
    browser.find("noisy-bell >> button").click();
    assert_eq!(browser.find("noisy-bell >> output:not(:empty)").text(), "404");
    let paths: Vec<_> =
        browser.requests_since_load().into_iter().map(|request| request.path).collect();
    assert_eq!(paths, ["/ring"]);
}

#[test]
fn keys_reach_what_has_the_focus() {
    let browser = noisy();
    browser.press("\u{e004}"); // Tab, as WebDriver writes it.
    browser.press(" ");
    assert_eq!(browser.shadow("noisy-bell").find("output:not(:empty)").text(), "404");
}

#[test]
fn a_page_is_seen_on_each_screen() {
    let browser = noisy();
    for screen in Screen::ALL {
        browser.show_on(screen);
        let seen = browser
            .script("return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]");
        let dark = screen.scheme != Scheme::Light;
        assert_eq!(seen, json!([screen.size().0, dark]), "{screen}");
        assert!(browser.picture().starts_with(b"\x89PNG"), "{screen}");
    }
}

#[test]
#[should_panic(expected = "the site has no such page")]
fn a_page_that_is_not_there_ends_the_test() {
    noisy().open("/nowhere/");
}
