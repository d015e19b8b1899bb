//! The journeys, clicked through on the built site, end as they do natively.

use backwise_checker::Checker;
use backwise_graph::{FindingId, PageId, Urgency, Word};
use backwise_tests::Browser;
use backwise_tests::axe::lines;
use backwise_tests::journey::{self, Journey};
use backwise_tests::widget::{Until, WIDGET, click, inside, load, texts, walk};
use serde_json::json;

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

/// What is listed below a title, in order of its words.
fn listed(browser: &Browser, title: &str) -> Vec<String> {
    let found = inside(
        browser,
        &format!(
            "return [...root.querySelectorAll('.section')]
                .filter((section) => section.querySelector('h3').textContent === {})
                .flatMap((section) => [...section.querySelectorAll('li')].map((e) => e.textContent))",
            json!(title)
        ),
    );
    sorted(lines(&found))
}

fn sorted(mut texts: Vec<String>) -> Vec<String> {
    texts.sort();
    texts
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
    let named = |found: &[(FindingId, Urgency)]| {
        sorted(found.iter().map(|(finding, _)| graph.title(*finding).to_owned()).collect())
    };
    assert_eq!(listed(browser, graph.word(Word::WouldRaiseTitle)), named(&told.would_raise));
    // Whoever is in an emergency is not kept from it by what else is open.
    let is_listed = told.urgency != Urgency::Emergency;
    let not_cleared = if is_listed { named(&told.not_cleared) } else { Vec::new() };
    assert_eq!(listed(browser, graph.word(Word::NotClearedTitle)), not_cleared);
    let reasons: usize =
        told.fits.iter().map(|fit| fit.reasons_for.len() + fit.reasons_against.len()).sum();
    assert_eq!(
        texts(browser, "[data-reasons=for] > li, [data-reasons=against] > li").len(),
        reasons
    );
}

/// Links of a result that lead to no passage.
const ASTRAY: &str = "
    const root = document.querySelector('backwise-check').shadowRoot;
    const links = [...root.querySelectorAll('a.receipt')];
    const pages = {};
    const read = (address) => fetch(address).then(async (page) => page.ok ? page.text() : '');
    const holds = async ({ href }) => {
        const [address, id] = href.split('#');
        return id && (await (pages[address] ??= read(address))).includes(`id=\"${id}\"`);
    };
    return Promise.all(links.map(async (link) => (await holds(link)) ? [] : [link.href]))
        .then((astray) => ({ n: links.length, astray: astray.flat() }))";

#[test]
fn every_receipt_of_a_result_leads_to_its_passage() {
    let (checker, journey) = (journey::checker(), journey::read("tired-runner"));
    let browser = Browser::start();
    browser.open("/check.html");
    load(&browser);
    click(&browser, "[name=start]");
    walk(&browser, &checker, &journey, Until::Result);
    let found = browser.script(ASTRAY);
    assert_eq!(found["astray"], json!([]));
    assert!(found["n"].as_u64() > Some(5), "{found}");
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
