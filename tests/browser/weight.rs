//! What a reader waits for: bytes before the first view and the first result, nothing that blocks, nothing that moves.

use std::fs;

use backwise_tests::screen::{Device, Scheme};
use backwise_tests::site::Site;
use backwise_tests::{Browser, Screen};
use brotli::enc::BrotliEncoderParams;
use serde_json::json;

use crate::smoke::WEIGHED;

/// Home, an article, the checker and the wall test.
const PAGES: [&str; 4] = [
    "index.html",
    "article/upper-back-pain-while-running.html",
    "check.html",
    "self-test/wall-posture-test.html",
];

/// What a server may send before it has heard anything back: ten packets.
const FIRST_FLIGHT: usize = 14_600;

/// Of all that the checker loads before its first question; the limit of `cargo xtask size`.
const CHECKER: usize = 48_000;

/// Of the library, our script and the names.
const SEARCH: usize = 20_000;

/// The page and the sheets it names, whole, as a server that compresses sends them.
#[test]
fn a_page_and_its_sheets_come_in_the_first_flight() {
    for page in PAGES {
        let text = fs::read_to_string(Site::folder().join(page)).expect("the page is built");
        let sheets = text.split("rel=\"stylesheet\" href=\"").skip(1);
        let sheets = sheets.filter_map(|rest| rest.split_once('"'));
        let sheets: Vec<_> = sheets.map(|(href, _)| href.trim_start_matches("../")).collect();
        assert!(sheets.len() > 1, "{page}");
        let sum = weigh(page) + sheets.iter().map(|sheet| weigh(sheet)).sum::<usize>();
        println!("{sum:>6} of {FIRST_FLIGHT} bytes  {page}");
        assert!(sum <= FIRST_FLIGHT, "{page}: {sum}");
    }
}

#[test]
fn the_search_is_small_before_its_first_result() {
    let parts = ["search.js", "minisearch.js", "names.json"];
    let sum: usize = parts.iter().map(|part| weigh(&format!("search/{part}"))).sum();
    println!("{sum:>6} of {SEARCH} bytes  search");
    assert!(sum <= SEARCH, "{sum}");
}

#[test]
fn the_checker_is_small_before_its_first_question() {
    let sum: usize = WEIGHED.iter().map(|file| weigh(&format!("backwise/{file}"))).sum();
    println!("{sum:>6} of {CHECKER} bytes  checker");
    assert!(sum <= CHECKER, "{sum}");
}

/// Sheets are what the first view is drawn from; scripts wait until the page is read.
#[test]
fn only_sheets_are_waited_for() {
    let browser = Browser::start();
    for page in PAGES {
        browser.open(&format!("/{page}"));
        let blocking = "return performance.getEntriesByType('resource')
            .filter((e) => e.renderBlockingStatus === 'blocking')
            .map((e) => new URL(e.name).pathname.split('.').pop())";
        let blocking: Vec<String> =
            serde_json::from_value(browser.script(blocking)).expect("a list of texts");
        assert!(!blocking.is_empty() && blocking.iter().all(|end| end == "css"), "{blocking:?}");
    }
}

/// From the first paint on, while everything loads that the page loads by itself.
#[test]
fn nothing_moves_while_a_page_loads() {
    const WATCH: &str = "window.shifts = [];
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => shifts.push(
            { value: entry.value, of: entry.sources.map(({ node }) => node?.className || node?.nodeName) },
        ))).observe({ type: 'layout-shift', buffered: true });";
    let browser = Browser::start();
    browser.prepare(WATCH);
    for device in [Device::Phone, Device::Desktop] {
        for page in PAGES.into_iter().chain(["search.html"]) {
            browser.show_on(Screen { device, scheme: Scheme::Light });
            browser.open(&format!("/{page}"));
            let drawn = match page {
                "search.html" => "backwise-search input",
                "self-test/wall-posture-test.html" => "backwise-wall-test >> [name=play-start]",
                _ => "backwise-check >> [name=start]",
            };
            if !page.starts_with("article/") {
                browser.find(drawn);
            }
            // Two frames, so that what was drawn has been laid out and told.
            browser.script(
                "requestAnimationFrame(() => requestAnimationFrame(() =>
                setTimeout(() => document.body.classList.add('told'))))",
            );
            browser.find("body.told");
            assert_eq!(browser.script("return shifts"), json!([]), "{page}");
        }
    }
    // What does move is seen.
    browser.script("document.body.prepend(document.createElement('hr'), 'a line')");
    browser.wait_until("return shifts.length > 0");
}

fn weigh(path: &str) -> usize {
    let bytes = fs::read(Site::folder().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
    let settings = BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
    let mut sent = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut sent, &settings).expect("memory takes bytes");
    sent.len()
}
