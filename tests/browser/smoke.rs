//! The first page opens, quietly.

use backwise_tests::{Browser, widget};

#[test]
fn the_first_page_opens_without_an_error() {
    let browser = Browser::start();
    browser.open("/");
    assert!(browser.title().contains("Backwise"), "the title is {:?}", browser.title());
    assert_eq!(browser.console_errors(), [""; 0]);
}

#[test]
fn the_first_page_asks_no_one_else() {
    let browser = Browser::start();
    browser.open("/");
    widget::load(&browser);
    assert_eq!(browser.strangers(), [""; 0]);
    assert_eq!(browser.requests_since_load(), []);
}

/// What the checker loads before its first question, below `backwise`. `cargo xtask size` weighs the same.
pub const WEIGHED: [&str; 6] =
    ["ask.js", "ask_bg.wasm", "asking.bwg", "backwise.js", "check.css", "tokens.css"];

#[test]
fn the_checker_loads_what_its_weight_is_made_of() {
    let browser = Browser::start();
    browser.open("/check.html");
    browser.find("backwise-check >> [name=start]").click();
    browser.find("backwise-check >> legend");
    let requests = browser.requests().into_iter().map(|request| request.path);
    let mut loaded: Vec<_> =
        requests.filter_map(|p| Some(p.strip_prefix("/backwise/")?.to_owned())).collect();
    loaded.sort();
    loaded.retain(|file| !widget::TELLING.contains(&file.as_str()));
    assert_eq!(loaded, WEIGHED);
}

/// Comments stay where they are read: in the sources.
#[test]
fn scripts_and_sheets_come_without_comments() {
    let browser = Browser::start();
    browser.open("/check.html");
    widget::load(&browser);
    let sent = browser.requests().into_iter().map(|request| request.path);
    let mut sent: Vec<_> = sent.filter(|p| p.ends_with(".js") || p.ends_with(".css")).collect();
    sent.sort();
    sent.dedup();
    assert!(sent.len() > 6, "{sent:?}");
    for path in sent {
        let text = browser.script(&format!(
            "const request = new XMLHttpRequest(); request.open('GET', '{path}', false);
             request.send(); return request.responseText"
        ));
        let mut lines = text.as_str().expect("a text").lines();
        let is_comment = |line: &str| line.trim_start().starts_with("//") || line.contains("/*");
        assert!(!lines.any(is_comment), "{path} has comments");
    }
}
