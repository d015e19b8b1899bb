//! The first page opens, quietly.

use backwise_tests::Browser;

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
    browser.find("backwise-check >> [name=start]");
    browser.settle();
    assert_eq!(browser.strangers(), [""; 0]);
    assert_eq!(browser.requests_since_load(), []);
}
