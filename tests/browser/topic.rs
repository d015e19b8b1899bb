//! From an article to the checker: what it is about is ticked beforehand, said to be, and taken away with one press.

use backwise_checker::{Ask, Checker, protocol};
use backwise_graph::{Graph, Topic, Word};
use backwise_tests::widget::{WIDGET, answer, click, inside, load, question, see, texts};
use backwise_tests::{Browser, journey};
use serde_json::json;

const ARTICLE: &str = "upper-back-pain-while-running";

/// Answers as the tired runner does, up to this question; on the way nothing is ticked beforehand.
fn walk(browser: &Browser, checker: &Checker, until: &str) {
    let (graph, journey) = (checker.graph(), journey::read("tired-runner"));
    loop {
        let ask = question(browser, graph).expect("something is asked");
        if protocol::question(graph, ask).id == until {
            return;
        }
        check_ticked(browser, &[]);
        answer(browser, graph, ask, &journey::reply(graph, &journey, ask));
    }
}

/// What is ticked is this, and where it comes from is said if there is any.
#[track_caller]
fn check_ticked(browser: &Browser, titles: &[&str]) {
    let ticked = "return [...root.querySelectorAll('.choice:has(:checked)')]
        .map((choice) => choice.textContent)";
    assert_eq!(inside(browser, ticked), json!(titles));
    assert_eq!(texts(browser, ".topic").len(), usize::from(!titles.is_empty()));
}

fn topic(graph: &Graph) -> &Topic {
    let is_it = |topic: &&Topic| graph.page(topic.page).slug == ARTICLE;
    graph.topics.iter().find(is_it).expect("the article says what it is about")
}

/// What the article is about among the options of a question.
fn about<'a>(graph: &'a Graph, id: &str) -> Vec<&'a str> {
    let Some(Ask::Screen(at)) = protocol::find(graph, id) else { panic!("{id} is no screen") };
    let options = graph.questions[at.index()].options.iter();
    options.filter(|f| topic(graph).about.contains(f)).map(|f| graph.title(*f)).collect()
}

#[test]
fn an_article_leads_to_the_checker_with_its_place_ticked() {
    let (checker, browser) = (journey::checker(), Browser::start());
    let graph = checker.graph();
    browser.open(&format!("/article/{ARTICLE}.html"));
    browser.find("main .notice a").click();
    load(&browser);
    assert_eq!(
        browser.script("return location.pathname + location.search"),
        format!("/check.html?from={ARTICLE}")
    );
    click(&browser, "[name=start]");
    walk(&browser, &checker, "place");
    check_ticked(&browser, &about(graph, "place"));
    let said = texts(&browser, ".topic p").concat();
    assert!(said.contains(&graph.page(topic(graph).page).title), "{said}");
    // The body map shows it too.
    let marked = texts(&browser, ".map-marked").concat();
    assert!(about(graph, "place").iter().all(|title| marked.contains(title)), "{marked}");

    click(&browser, "[name=untick]");
    check_ticked(&browser, &[]);
    see(&browser, ".map-marked", &[graph.word(Word::MapNone)]);
    assert_eq!(inside(&browser, "return root.activeElement.matches('legend .title')"), true);
    walk(&browser, &checker, "running");
    check_ticked(&browser, &[]);
    assert_eq!(browser.console_errors(), [""; 0]);
    assert_eq!(browser.requests_since_load(), []);
}

/// Without a touch of the ticks: pressing on is what makes them answers.
#[test]
fn the_checker_on_the_article_itself_knows_where_it_stands() {
    let (checker, browser) = (journey::checker(), Browser::start());
    let graph = checker.graph();
    browser.open(&format!("/article/{ARTICLE}.html"));
    browser.script(&format!("document.querySelector('{WIDGET}').scrollIntoView()"));
    load(&browser);
    click(&browser, "[name=start]");
    walk(&browser, &checker, "place");
    check_ticked(&browser, &about(graph, "place"));
    click(&browser, "[name=next]");
    walk(&browser, &checker, "running");
    check_ticked(&browser, &about(graph, "running"));
    assert_eq!(browser.console_errors(), [""; 0]);
}

#[test]
fn an_article_that_is_not_there_ticks_nothing_and_is_named_on_the_console() {
    let (checker, browser) = (journey::checker(), Browser::start());
    browser.open("/check.html?from=nowhere");
    load(&browser);
    click(&browser, "[name=start]");
    walk(&browser, &checker, "running");
    check_ticked(&browser, &[]);
    let warnings = browser.console_warnings();
    assert_eq!(warnings.iter().filter(|text| text.contains("nowhere")).count(), 1, "{warnings:?}");
    assert_eq!(browser.console_errors(), [""; 0]);
}
