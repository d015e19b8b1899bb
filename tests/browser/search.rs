//! The search: by words, other names and with slips, on the device; and the same way without it.

use backwise_tests::screen::{Device, Scheme};
use backwise_tests::{Axe, Browser, Screen};
use serde_json::{Value, json};

use super::access::laws::faults;

const FIELD: &str = "backwise-search input";

/// What is shown once everything has come: the addresses of results, the most urgent first.
fn found(browser: &Browser) -> Vec<String> {
    // Only entries that what pages say has reached have a text.
    browser.find(
        ".search-found .entry-text, .search-urgent:not([hidden]) a, .search-none:not([hidden])",
    );
    let links = "return [...document.querySelectorAll('.search-results a')]
        .filter((a) => a.checkVisibility() && a.getAttribute('href').startsWith('http'))
        .map((a) => new URL(a.href).pathname)";
    let links: Vec<String> = serde_json::from_value(browser.script(links)).expect("texts");
    links.into_iter().filter(|path| path != "/check.html").collect()
}

fn search(browser: &Browser, text: &str) -> Vec<String> {
    browser.open("/about.html");
    browser.open(&format!("/search.html#q={}", text.replace(' ', "+")));
    found(browser)
}

/// One of these is the first or second result.
#[track_caller]
fn check(browser: &Browser, text: &str, wanted: &[&str]) {
    let found = search(browser, text);
    let first = found.iter().take(2).any(|path| wanted.contains(&path.as_str()));
    assert!(first, "{text}: {:?}", &found[..found.len().min(5)]);
}

#[test]
fn pages_are_found_by_words_by_other_names_and_with_slips() {
    let browser = Browser::start();
    let rounded = "/cause/rounded-shoulders.html";
    check(&browser, "what should I do about rounded shoulders", &[rounded]);
    check(&browser, "rounded sholders", &[rounded]);
    check(&browser, "Protracted shoulder blades", &[rounded]);
    check(&browser, "slipped disc", &["/cause/lumbar-disc-herniation.html"]);
    check(&browser, "sciatica", &["/cause/lumbar-disc-herniation.html"]);
    check(&browser, "trapezuis", &["/structure/trapezius.html"]);
    check(&browser, "kidney stones", &["/cause/kidney-stone.html"]);
    check(&browser, "hunchback", &["/cause/thoracic-hyperkyphosis.html"]);
    let thoracic = search(&browser, "thorasic");
    assert!(thoracic.iter().any(|path| path.contains("thoracic")), "{thoracic:?}");
    assert_eq!(browser.console_errors(), [""; 0]);
    assert_eq!(browser.strangers(), [""; 0]);
}

#[test]
fn emergency_signs_come_before_everything_else() {
    let browser = Browser::start();
    for (text, wanted) in [
        ("chest pain", "/symptom/chest-pain.html"),
        ("chest pian", "/symptom/chest-pain.html"),
        ("breathless", "/red-flag/short-of-breath.html"),
        ("numb between the legs", "/symptom/saddle-numbness.html"),
        ("numb groin", "/symptom/saddle-numbness.html"),
        ("cauda equina", "/red-flag/squeezed-nerves-low-in-the-spine.html"),
    ] {
        search(&browser, text);
        let urgent = browser.script(
            "return [...document.querySelectorAll('.search-urgent li a')].map((a) => a.pathname)",
        );
        assert!(
            urgent.as_array().is_some_and(|all| all.contains(&json!(wanted))),
            "{text}: {urgent}"
        );
        let call = browser.find(".search-urgent a[href^='tel:']");
        assert!(!call.text().is_empty());
    }
    search(&browser, "rounded shoulders");
    assert_eq!(browser.script("return document.querySelector('.search-urgent').hidden"), true);
}

#[test]
fn what_is_not_found_leads_on() {
    let browser = Browser::start();
    assert_eq!(search(&browser, "zzzzzzzzzz"), [""; 0]);
    browser.find(".search-none:not([hidden]) a[href='check.html']");
    browser.wait_until(
        "return document.querySelector('.search-said').textContent === 'Nothing was found.'",
    );
}

/// From the first page, by one search; and by two links without it.
#[test]
fn what_to_do_about_rounded_shoulders_is_one_search_or_two_links_away() {
    let browser = Browser::start();
    browser.open("/");
    let field = browser.find(FIELD);
    field.press("what should I do about rounded shoulders\u{e007}"); // Enter, as WebDriver writes it.
    assert_eq!(found(&browser)[0], "/cause/rounded-shoulders.html");
    browser.find(".search-found a").click();
    see_what_eases(&browser);
    browser.open("/");
    browser.find(".menu a[href='causes.html']").click();
    browser.find("main a[href='cause/rounded-shoulders.html']").click();
    see_what_eases(&browser);
}

#[track_caller]
fn see_what_eases(browser: &Browser) {
    browser.find(".relations a[href='../exercise/band-pull-apart.html']");
    assert_eq!(browser.script("return location.pathname"), "/cause/rounded-shoulders.html");
}

#[test]
fn nothing_is_fetched_before_the_field_is_used_and_nothing_sent_after() {
    let browser = Browser::start();
    browser.open("/search.html");
    let parts = |browser: &Browser| -> Vec<String> {
        let paths = browser.requests().into_iter().map(|request| request.path);
        paths.filter(|path| path.starts_with("/search/")).collect()
    };
    assert_eq!(parts(&browser), ["/search/search.js"]);
    browser.find(FIELD).press("disc");
    found(&browser);
    let mut fetched = parts(&browser);
    fetched.sort();
    let all = ["minisearch.js", "names.json", "search.js", "words.json"];
    assert_eq!(fetched, all.map(|name| format!("/search/{name}")));
    browser.find(FIELD).press("s in the back");
    found(&browser);
    assert_eq!(parts(&browser).len(), all.len());
    assert!(browser.requests().iter().all(|request| !request.path.contains("disc")));
}

#[test]
fn without_scripts_there_is_a_list_and_no_field() {
    let browser = Browser::start();
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    browser.open("/search.html");
    browser.find("a.search-box").click();
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false }));
    assert_eq!(browser.script("return location.pathname"), "/everything.html");
}

#[test]
fn results_are_for_everyone() {
    let (browser, axe) = (Browser::start(), Axe::installed());
    for text in ["chest pain", "stretch", "zzzzzzzzzz"] {
        browser.show_on(Screen { device: Device::Desktop, scheme: Scheme::Light });
        search(&browser, text);
        browser.find(".search-said:not(:empty)");
        assert_eq!(faults(&browser, &axe, "html"), [""; 0], "{text}");
    }
}

/// What was looked for is still there on the way back.
#[test]
fn the_way_back_leads_to_the_results() {
    let browser = Browser::start();
    browser.open("/search.html");
    browser.find(FIELD).press("scoliosis");
    let first = found(&browser)[0].clone();
    browser.find(".search-said:not(:empty)");
    browser.find(".search-found a").click();
    browser.find("h1");
    browser.script("history.back()");
    assert_eq!(found(&browser)[0], first);
    assert_eq!(
        browser.script(&format!("return document.querySelector('{FIELD}').value")),
        Value::from("scoliosis")
    );
}
