//! The journeys, clicked through on the built site, end as they do natively.

use backwise_checker::protocol::{self, Value};
use backwise_checker::{Ask, Checker};
use backwise_graph::{Graph, PageId, Word};
use backwise_tests::Browser;
use backwise_tests::journey::{self, Journey};

const WIDGET: &str = "backwise-check";

fn check(name: &str) {
    let (checker, journey) = (journey::checker(), journey::read(name));
    let browser = Browser::start();
    browser.open("/check.html");
    click(&browser, "[name=start]");
    browser.settle();
    walk(&browser, &checker, &journey);
    assert_told_the_same(&browser, &checker, &journey);
    assert_eq!(browser.requests_since_load(), [], "a request left the page after load");
    assert_eq!(browser.strangers(), [""; 0]);
    assert_eq!(browser.console_errors(), [""; 0]);
    assert_eq!(
        browser.script("return document.cookie + localStorage.length + sessionStorage.length"),
        "00"
    );
}

fn click(browser: &Browser, css: &str) {
    browser.find(&format!("{WIDGET} >> {css}")).click();
}

/// Texts of all matches inside the widget, as they stand on the screen.
fn texts(browser: &Browser, css: &str) -> Vec<String> {
    let script = format!(
        "return [...document.querySelector('{WIDGET}').shadowRoot.querySelectorAll('{css}')].map(e => e.textContent)"
    );
    let texts = browser.script(&script);
    let texts = texts.as_array().expect("a list").iter();
    texts.map(|text| text.as_str().expect("a text").to_owned()).collect()
}

/// Answers every question by what stands on the screen.
fn walk(browser: &Browser, checker: &Checker, journey: &Journey) {
    let graph = checker.graph();
    let unsure = Value::One("unsure".into());
    while let [question] = &texts(browser, "legend .title")[..] {
        let ask = asked(graph, question);
        let value = journey.answers.get(protocol::question(graph, ask).id).unwrap_or(&unsure);
        let wanted = labels(graph, ask, value);
        let choices = browser.shadow(WIDGET).find_all("label.choice");
        let mut n_clicked = 0;
        for choice in choices.iter().filter(|choice| wanted.contains(&choice.text().trim())) {
            choice.click();
            n_clicked += 1;
        }
        assert_eq!(n_clicked, wanted.len(), "{question}: {wanted:?} is not all there");
        click(browser, "[name=next]");
    }
    // An emergency is told at once; else the answers can be looked over first.
    if !texts(browser, "[name=show-result]").is_empty() {
        click(browser, "[name=show-result]");
    }
}

fn asked(graph: &Graph, text: &str) -> Ask {
    let found = protocol::questions(graph).find(|ask| protocol::question(graph, *ask).text == text);
    found.unwrap_or_else(|| panic!("`{text}` is on the screen and no question of the graph"))
}

/// What a reader would pick to say this.
fn labels<'a>(graph: &'a Graph, ask: Ask, value: &Value) -> Vec<&'a str> {
    let reply = protocol::reply(graph, ask, value).expect("the journey fits the questions");
    let is_many = matches!(ask, Ask::Screen(id) if graph.questions[id.index()].choose == backwise_graph::Choose::Many);
    match ask {
        Ask::Single(_) if reply.rest_unsure => vec![graph.word(Word::NotSure)],
        Ask::Single(_) if reply.ticked.is_empty() => vec![graph.word(Word::No)],
        Ask::Single(_) => vec![graph.word(Word::Yes)],
        Ask::Screen(_) => {
            let mut labels: Vec<_> = reply.ticked.iter().map(|f| graph.title(*f)).collect();
            if reply.rest_unsure {
                labels.push(graph.word(if is_many { Word::NotSureOfRest } else { Word::NotSure }));
            } else if labels.is_empty() {
                labels.push(graph.word(Word::NoneOfThese));
            }
            labels
        }
    }
}

fn assert_told_the_same(browser: &Browser, checker: &Checker, journey: &Journey) {
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
