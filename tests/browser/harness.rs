//! The harness itself: a page that does what ours must not is caught at it.

use std::path::Path;

use backwise_tests::screen::Scheme;
use backwise_tests::site::Site;
use backwise_tests::{Browser, Screen};

fn noisy() -> Browser {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("browser/noisy");
    let browser = Browser::on(Site::serve(&folder));
    browser.open("/");
    browser
}

#[test]
fn a_request_to_another_host_is_seen() {
    assert_eq!(noisy().strangers(), ["http://stranger.example/pixel.png"]);
}

#[test]
fn an_error_in_the_console_is_seen() {
    let errors = noisy().console_errors();
    assert!(errors.iter().any(|error| error.contains("the bell hangs")), "{errors:?}");
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
        assert_eq!(seen, serde_json::json!([screen.size().0, dark]), "{screen}");
        assert!(browser.picture().starts_with(b"\x89PNG"), "{screen}");
    }
}

#[test]
#[should_panic(expected = "the site has no such page")]
fn a_page_that_is_not_there_ends_the_test() {
    noisy().open("/nowhere/");
}
