//! Ways to begin: for somebody else, or only to learn how soon to get help; and whose number is called.

use backwise_graph::Word;
use backwise_tests::widget::{Until, WIDGET, click, texts, walk};
use backwise_tests::{Browser, journey};
use serde_json::{Value, json};

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
    browser.find(&format!("{WIDGET} >> [data-part=urgency]"));
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

/// Signs of an emergency that the page itself shows.
const SIGNS_SHOWN: &str = "
    const signs = document.querySelectorAll('backwise-check .card-emergency li');
    return [...signs].filter((sign) => sign.checkVisibility()).length";

/// Nobody waits for questions that cannot come.
#[test]
fn without_scripts_the_page_says_that_no_questions_come() {
    let browser = Browser::start();
    let says = |browser: &Browser| {
        browser.open("/check.html");
        browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": false }));
        let text = browser.script("return document.querySelector('main').innerText");
        text.as_str().expect("a text").contains("The questions need scripts")
    };
    assert!(!says(&browser));
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    assert!(says(&browser));
    let signs = browser.script(SIGNS_SHOWN);
    assert!(signs.as_u64() > Some(4), "{signs} warning signs are shown");
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

/// Where a page says so: of the same three ways, another is the first.
#[test]
fn most_readers_of_a_page_may_come_for_somebody_else() {
    let (browser, checker) = (Browser::start(), journey::checker());
    browser.open("/check.html");
    let word = |word| checker.graph().word(word);
    let (me, other) = (word(Word::Start), word(Word::StartForOther));
    browser.find(&format!("{WIDGET} >> [name=start]"));
    assert_eq!(texts(&browser, "button"), [me, word(Word::StartBrief), other]);
    browser.script(
        "const tag = document.createElement('backwise-check');
         tag.setAttribute('for', 'other');
         document.querySelector('backwise-check').replaceWith(tag)",
    );
    browser.find(&format!("{WIDGET} >> .button-primary[name=start-for-other]"));
    assert_eq!(texts(&browser, "button"), [other, word(Word::StartBrief), me]);
    click(&browser, ".button-primary");
    browser.find(&format!("{WIDGET} >> legend"));
    assert_eq!(texts(&browser, ".for-other").len(), 1);
}

fn is_told_what_the_page_learns(browser: &Browser) -> bool {
    let told = journey::checker().graph().word(Word::TellsUrgency).to_owned();
    texts(browser, ".note").contains(&told)
}

/// A tag with these attributes in place of the page's, and what its page hears of the walk with it. Once the reader has
/// been told what the page learns, the page changes its mind, which changes nothing.
fn heard_by_the_page(attributes: &str) -> (Browser, Value) {
    let browser = Browser::start();
    browser.open("/check.html");
    browser.script(&format!(
        "const place = document.querySelector('{WIDGET}');
         window.heard = [];
         for (const what of ['ready', 'step', 'done'])
             addEventListener(`backwise:${{what}}`, (event) => heard.push([what, event.detail]));
         const made = document.createElement('template');
         made.innerHTML = '<{WIDGET} {attributes}></{WIDGET}>';
         place.replaceWith(made.content)"
    ));
    browser.find(&format!("{WIDGET} >> [name=start]"));
    assert_eq!(is_told_what_the_page_learns(&browser), !attributes.is_empty());
    browser.script(&format!(
        "const tag = document.querySelector('{WIDGET}');
         if (tag.hasAttribute('tells')) tag.removeAttribute('tells');
         else tag.setAttribute('tells', 'urgency')"
    ));
    click(&browser, "[name=start]");
    browser.find(&format!("{WIDGET} >> legend"));
    walk(&browser, &journey::checker(), &journey::read("morning-stiffness"), Until::Result);
    browser.find(&format!("{WIDGET} >> .care-card"));
    let heard = browser.script("return heard");
    (browser, heard)
}

#[test]
fn a_page_that_does_not_ask_learns_that_it_is_done_and_nothing_else() {
    let (_, heard) = heard_by_the_page("");
    let heard = heard.as_array().expect("a list");
    assert!(heard.iter().all(|it| it[1] == Value::Null), "{heard:?}");
    assert_eq!(heard[0][0], "ready");
    assert_eq!(heard.iter().filter(|it| it[0] == "done").count(), 1);
}

/// How soon to get help, and no answer; nor is it asked on the way what is told at the end.
#[test]
fn a_page_that_asks_learns_how_soon_to_get_help() {
    let (browser, heard) = heard_by_the_page("tells=urgency");
    let heard = heard.as_array().expect("a list");
    let (last, before) = heard.split_last().expect("the page hears something");
    assert_eq!(*last, json!(["done", journey::read("morning-stiffness").told.urgency]));
    assert!(before.iter().all(|it| it[1] == Value::Null), "{before:?}");
    click(&browser, "[name=start-again]");
    browser.find(&format!("{WIDGET} >> [name=start]"));
    assert!(is_told_what_the_page_learns(&browser));
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
    browser.script("history.go(-history.state)");
    browser.find(&format!("{WIDGET} >> [name=start]"));
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
    browser.find(&format!("{WIDGET} >> .choice-input:checked"));
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
