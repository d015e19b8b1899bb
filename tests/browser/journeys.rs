//! The journeys, clicked through on the built site, end as they do natively.

use backwise_checker::Checker;
use backwise_graph::PageId;
use backwise_tests::Browser;
use backwise_tests::journey::{self, Journey};
use backwise_tests::widget::{Until, WIDGET, click, load, texts, walk};

fn check(name: &str) {
    let (checker, journey) = (journey::checker(), journey::read(name));
    let browser = Browser::start();
    browser.open("/check.html");
    load(&browser);
    click(&browser, "[name=start]");
    walk(&browser, &checker, &journey, Until::Result);
    assert_told_the_same(&browser, &checker, &journey);
    assert_eq!(browser.requests_since_load(), [], "a request left the page after load");
    assert_eq!(browser.strangers(), [""; 0]);
    assert_eq!(browser.console_errors(), [""; 0]);
    assert_eq!(
        browser.script("return document.cookie + localStorage.length + sessionStorage.length"),
        "00"
    );
}

/// The result on the screen is the one of the native checker.
pub fn assert_told_the_same(browser: &Browser, checker: &Checker, journey: &Journey) {
    let graph = checker.graph();
    let session = journey::play(checker, journey);
    let told = session.assessment(checker);
    let titles = |pages: Vec<PageId>| -> Vec<String> {
        pages.iter().map(|p| graph.page(*p).title.clone()).collect()
    };
    let urgency = browser.find(&format!("{WIDGET} >> .care-card")).attribute("data-urgency");
    assert_eq!(urgency.as_deref(), Some(told.urgency.name()));
    assert_eq!(told.urgency.name(), journey.told.urgency);
    let fits = told.fits.iter().map(|fit| graph.causes[fit.cause.index()].page).collect();
    assert_eq!(texts(browser, ".fit-title a"), titles(fits));
    assert_eq!(
        texts(browser, ".plan-title a"),
        titles(told.plan.iter().map(|item| item.page).collect())
    );
    assert_eq!(!told.plan.is_empty(), journey.told.has_plan);
    let unasked: usize = told.plan.iter().map(|item| item.avoid.len()).sum();
    assert_eq!(texts(browser, ".plan-avoid li:has(.receipt)").len(), unasked);
    let reasons: usize =
        told.fits.iter().map(|fit| fit.reasons_for.len() + fit.reasons_against.len()).sum();
    assert_eq!(
        texts(browser, "[data-reasons=for] > li, [data-reasons=against] > li").len(),
        reasons
    );
}

#[test]
fn an_emergency_sign_is_an_emergency_at_once() {
    check("numb-saddle");
}

#[test]
fn months_of_morning_stiffness_are_worth_an_appointment() {
    check("morning-stiffness");
}

#[test]
fn a_tired_new_runner_can_look_after_it() {
    check("tired-runner");
}
