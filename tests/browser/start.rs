//! Ways to begin: for somebody else, or only to learn how soon to get help; and whose number is called.

use backwise_graph::Word;
use backwise_tests::widget::{Until, WIDGET, click, texts, walk};
use backwise_tests::{Browser, journey};

fn begin(button: &str) -> Browser {
    let browser = Browser::start();
    browser.open("/check.html");
    click(&browser, button);
    browser.find(&format!("{WIDGET} >> legend"));
    browser
}

#[test]
fn a_brief_check_ends_with_the_urgency_and_can_go_on() {
    let browser = begin("[name=start-brief]");
    let (checker, journey) = (journey::checker(), journey::read("tired-runner"));
    walk(&browser, &checker, &journey, Until::Result);
    let card = browser.find(&format!("{WIDGET} >> .care-card"));
    assert_eq!(card.attribute("data-urgency"), Some(journey.told.urgency.clone()));
    // Too little was asked to weigh causes, and the sheet says so.
    assert_eq!(texts(&browser, ".fit, .plan-item, [data-part=fits], .missing"), [""; 0]);
    let said = texts(&browser, "[data-part=urgency] .sheet-line").concat();
    assert!(said.contains(checker.graph().word(Word::SheetBrief)), "{said}");
    click(&browser, "[name=go-on]");
    browser.find(&format!("{WIDGET} >> legend"));
    walk(&browser, &checker, &journey, Until::Result);
    assert!(!texts(&browser, ".fit").is_empty());
    assert_eq!(texts(&browser, "[data-part=fits]").len(), 1);
    assert_eq!(texts(&browser, "[name=go-on]"), [""; 0]);
}

/// By the checker where it runs, and by the page where it does not.
#[test]
fn the_check_says_once_what_it_is_and_keeps() {
    let checker = journey::checker();
    let check = |browser: &Browser, shown: &str| {
        let shown = browser.script(&format!("return document.body.innerText + {shown}"));
        let shown = shown.as_str().expect("a text");
        for word in [Word::Privacy, Word::Purpose, Word::NotReviewed] {
            let text = checker.graph().word(word);
            assert_eq!(shown.matches(text).count(), 1, "{text}");
        }
    };
    let browser = Browser::start();
    browser.open("/check.html");
    browser.find(&format!("{WIDGET} >> [name=start]"));
    check(&browser, &format!("document.querySelector('{WIDGET}').shadowRoot.textContent"));
    let waiting = Browser::start();
    waiting.site.hold("/backwise/ask_bg.wasm");
    waiting.open("/check.html");
    check(&waiting, "''");
    waiting.site.release();
}

#[test]
fn whoever_answers_for_somebody_else_is_reminded_of_it() {
    let browser = begin("[name=start-for-other]");
    assert_eq!(texts(&browser, ".for-other").len(), 1);
    walk(&browser, &journey::checker(), &journey::read("tired-runner"), Until::Question("sex"));
    click(&browser, "[name=keep]");
    browser.reload();
    browser.find(&format!("{WIDGET} >> legend"));
    assert_eq!(texts(&browser, ".for-other").len(), 1, "and still is after a reload");
    let mine = begin("[name=start]");
    assert_eq!(texts(&mine, ".for-other"), [""; 0]);
}

/// What somebody said of themselves is no answer of somebody else, least of all that no sign is there.
#[test]
fn nothing_is_ticked_for_somebody_else_that_was_said_before() {
    let browser = begin("[name=start]");
    let (checker, journey) = (journey::checker(), journey::read("tired-runner"));
    walk(&browser, &checker, &journey, Until::Question("emergency-chest"));
    walk(&browser, &checker, &journey, Until::Question("place"));
    let is_at_start = || !texts(&browser, "[name=start]").is_empty();
    while !is_at_start() {
        browser.script("history.back()");
    }
    click(&browser, "[name=start-for-other]");
    browser.find(&format!("{WIDGET} >> legend"));
    assert_eq!(texts(&browser, ".choice-input:checked"), [""; 0]);
    // The same one again is spared to say all of it twice.
    browser.script("history.back()");
    browser.find(&format!("{WIDGET} >> [name=start]"));
    click(&browser, "[name=start]");
    browser.find(&format!("{WIDGET} >> legend"));
    walk(&browser, &checker, &journey, Until::Question("sex"));
    browser.script("history.back()");
    browser.find(&format!("{WIDGET} >> legend"));
    assert_eq!(texts(&browser, ".choice-input:checked").len(), 1);
}

#[test]
fn the_number_of_the_region_comes_first_and_the_others_stay() {
    let browser = begin("[name=start]");
    walk(&browser, &journey::checker(), &journey::read("numb-saddle"), Until::Result);
    let numbers = || texts(&browser, ".care-card-call");
    let all = numbers();
    assert!(all.len() > 1);
    browser.script("document.querySelector('backwise-check').setAttribute('region', 'GB')");
    assert!(numbers()[0].contains("999"), "{:?}", numbers());
    assert_eq!(numbers().len(), all.len());
}
