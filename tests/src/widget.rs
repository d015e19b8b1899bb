//! The widget, answered by the words on its screen, as a reader does.

use std::time::{Duration, Instant};

use backwise_checker::protocol;
use backwise_checker::{Ask, Checker, Reply};
use backwise_graph::{Choose, Graph, Word};
use serde_json::json;

use crate::journey::{self, Journey};
use crate::{Browser, wait_for, wait_until};

/// The widget's tag.
pub const WIDGET: &str = "backwise-check";

/// What comes while the first questions are answered.
pub const TELLING: [&str; 5] = ["figure.css", "telling.bwg", "tell.js", "tell_bg.wasm", "told.css"];

/// How many sheets it is drawn with when all has come: the last are those of a result.
const SHEETS: usize = 4;

/// Waits until the checker and everything it fetches is there; what is asked for later comes after load.
///
/// # Panics
/// When it does not come.
pub fn load(browser: &Browser) {
    browser.find(&format!("{WIDGET} >> [name=start]"));
    wait_until("what weighs causes", || {
        inside(browser, "return root.adoptedStyleSheets.length") == SHEETS
    });
    browser.settle();
}

/// Clicks what matches inside the widget.
pub fn click(browser: &Browser, css: &str) {
    browser.find(&format!("{WIDGET} >> {css}")).click();
}

/// Texts of all matches inside the widget, as they stand on the screen.
#[must_use]
pub fn texts(browser: &Browser, css: &str) -> Vec<String> {
    let script = format!(
        "return [...document.querySelector('{WIDGET}').shadowRoot.querySelectorAll('{css}')].map(e => e.textContent)"
    );
    let texts = browser.script(&script);
    let texts = texts.as_array().expect("a list").iter();
    texts.map(|text| text.as_str().expect("a text").to_owned()).collect()
}

/// Waits until these are the texts of all matches inside the widget.
///
/// # Panics
/// When they do not come to be.
#[track_caller]
pub fn see(browser: &Browser, css: &str, expected: &[&str]) {
    wait_for(|| {
        let shown = texts(browser, css);
        if shown == expected {
            Ok(())
        } else {
            Err(format!("`{css}` is {shown:?}, not {expected:?}"))
        }
    });
}

/// What is shown while what weighs causes is still on its way.
pub const WAITING: &str = ".waiting";

/// Where a walk ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// Before this question is answered.
    Question(&'static str),
    /// Where it would have to wait for what weighs causes.
    Waiting,
    /// When the answers can be looked over.
    CheckAnswers,
    /// With the result.
    Result,
}

/// Answers every question by what stands on the screen.
///
/// # Panics
/// When the screen does not offer what the journey says.
pub fn walk(browser: &Browser, checker: &Checker, journey: &Journey, until: Until) {
    let (graph, mut n_missed) = (checker.graph(), 0);
    // What was pressed to begin may be on its way.
    wait_until("what follows the start", || texts(browser, "[name=start]").is_empty());
    loop {
        let (question, is_waiting) = standing(browser);
        let Some(question) = &question else {
            if until == Until::Waiting || !is_waiting {
                break;
            }
            wait_until("what weighs causes", || !standing(browser).1);
            continue;
        };
        let ask = asked(graph, question);
        let id = protocol::question(graph, ask).id;
        if matches!(until, Until::Question(last) if last == id) {
            return;
        }
        let wanted = labels(graph, ask, &journey::reply(graph, journey, ask));
        let choices = browser.shadow(WIDGET).find_all("label.choice");
        let mut n_clicked = 0;
        for choice in choices.iter().filter(|choice| wanted.contains(&choice.text().trim())) {
            // What was answered before stands there already.
            if choice.find("input").attribute("checked").is_none() {
                choice.click();
            }
            n_clicked += 1;
        }
        assert_eq!(n_clicked, wanted.len(), "{question}: {wanted:?} is not all there");
        click(browser, "[name=next]");
        n_missed += wait_for_next(browser, question, &wanted);
        assert!(n_missed <= MOST_MISSED, "{question}: presses come to nothing");
    }
    // An emergency is told at once; else the answers can be looked over first.
    if until == Until::Result && !texts(browser, "[name=show-result]").is_empty() {
        click(browser, "[name=show-result]");
    }
}

/// The question on the screen, and whether it waits for what weighs causes; in one look, since that may come any time.
fn standing(browser: &Browser) -> (Option<String>, bool) {
    let script = format!(
        "return [root.querySelector('legend .title')?.textContent, Boolean(root.querySelector('{WAITING}'))]"
    );
    let found = inside(browser, &script);
    (found[0].as_str().map(str::to_owned), found[1] == true)
}

/// How often in one walk a driver may miss what it presses.
const MOST_MISSED: u32 = 2;

/// Not every driver waits for what comes of a click. Where nothing has come of it after two seconds, the same is
/// answered once more, as a reader would, and how often is told.
fn wait_for_next(browser: &Browser, question: &str, wanted: &[&str]) -> u32 {
    let (mut pressed, mut n_missed) = (Instant::now(), 0);
    wait_until(&format!("what follows `{question}`"), || {
        let is_next = texts(browser, "legend .title") != [question];
        if !is_next && pressed.elapsed() > Duration::from_secs(2) {
            inside(browser, &again(question, wanted));
            (pressed, n_missed) = (Instant::now(), n_missed + 1);
        }
        is_next
    });
    n_missed
}

/// Answers a question that is still there; in one go, so that it is never the next that is answered.
fn again(question: &str, wanted: &[&str]) -> String {
    format!(
        "if (root.querySelector('legend .title')?.textContent !== {}) return;
        const rows = [...root.querySelectorAll('label.choice')];
        const isWanted = (row) => {}.includes(row.textContent.trim());
        rows.filter((row) => isWanted(row) !== row.querySelector('input').checked).forEach((row) => row.click());
        root.querySelector('[name=next]').click()",
        json!(question),
        json!(wanted)
    )
}

/// The question on the screen, if there is one.
#[must_use]
pub fn question(browser: &Browser, graph: &Graph) -> Option<Ask> {
    texts(browser, "legend .title").first().map(|text| asked(graph, text))
}

/// Picks what a reader would, and goes on, at once and without a finger.
///
/// # Panics
/// When the screen does not offer it.
pub fn answer(browser: &Browser, graph: &Graph, ask: Ask, reply: &Reply) {
    let wanted = labels(graph, ask, reply);
    let script = format!(
        "const wanted = {};
        const rows = [...root.querySelectorAll('label.choice')];
        const picked = rows.filter((row) => wanted.includes(row.textContent.trim()));
        picked.forEach((row) => row.click());
        root.querySelector('[name=next]').click();
        return picked.length",
        json!(wanted)
    );
    assert_eq!(inside(browser, &script), wanted.len(), "{wanted:?} is not all there");
}

/// Runs a script that knows the widget's shadow root as `root`.
pub fn inside(browser: &Browser, script: &str) -> serde_json::Value {
    let root = format!("const root = document.querySelector('{WIDGET}').shadowRoot;");
    browser.script(&format!("{root}\n{script}"))
}

fn asked(graph: &Graph, text: &str) -> Ask {
    let found = protocol::questions(graph).find(|ask| protocol::question(graph, *ask).text == text);
    found.unwrap_or_else(|| panic!("`{text}` is on the screen and no question of the graph"))
}

/// What a reader would pick to say this.
#[must_use]
pub fn labels<'a>(graph: &'a Graph, ask: Ask, reply: &Reply) -> Vec<&'a str> {
    let is_many =
        matches!(ask, Ask::Screen(id) if graph.questions[id.index()].choose == Choose::Many);
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
