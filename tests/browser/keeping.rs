//! What is kept on the device, when the reader wants it and only then; and back, forward and reload.

use backwise_checker::handover::{read, write};
use backwise_checker::{Checker, Session, protocol};
use backwise_graph::{Graph, Word};
use backwise_tests::widget::{Until, WIDGET, click, load, see, texts, walk};
use backwise_tests::{Browser, journey, wait_until};
use serde_json::json;

const KEY: &str = "backwise-answers";
const TITLE: &str = "legend .title";

struct Reader {
    checker: Checker,
    browser: Browser,
}

impl Reader {
    fn new() -> Self {
        Self { checker: journey::checker(), browser: Browser::start() }
    }

    fn word(&self, word: Word) -> &str {
        self.checker.graph().word(word)
    }

    fn begin(&self) {
        self.browser.open("/check.html");
        load(&self.browser);
        click(&self.browser, "[name=start]");
    }

    /// Answers as the tired runner does.
    fn walk(&self, until: Until) {
        walk(&self.browser, &self.checker, &journey::read("tired-runner"), until);
    }

    fn tick(&self) {
        click(&self.browser, "[name=keep]");
    }

    fn is_ticked(&self) -> bool {
        texts(&self.browser, "[name=keep]:checked").len() == 1
    }

    #[track_caller]
    fn see_question(&self, id: &str) {
        let graph = self.checker.graph();
        let ask = protocol::find(graph, id).expect("there is such a question");
        see(&self.browser, TITLE, &[protocol::question(graph, ask).text]);
    }

    fn hash(&self) -> u64 {
        Graph::hash_of(&self.checker.graph().encode().asking)
    }

    /// The session that is kept, if one is.
    fn kept(&self) -> Option<Session> {
        let text = self.browser.script(&format!("return localStorage.getItem('{KEY}')"));
        let text = text.as_str()?;
        Some(read(self.checker.graph(), self.hash(), text).expect("what is kept can be read"))
    }

    /// How much all stores of this site hold.
    fn n_stored(&self) -> i64 {
        let stores = "return Promise.all([indexedDB.databases(), caches.keys()]).then(lists =>
            localStorage.length + sessionStorage.length + document.cookie.length + lists.flat().length)";
        self.browser.script(stores).as_i64().expect("a count")
    }

    /// Runs a script in every page from now on, before any of its own.
    fn before_each_page(&self, script: &str) {
        let parameters = json!({ "source": script });
        self.browser.devtools("Page.addScriptToEvaluateOnNewDocument", parameters);
    }
}

#[test]
fn a_browser_is_asked_once_to_let_what_is_kept_stay() {
    let reader = Reader::new();
    reader.begin();
    let count = "navigator.storage.persist = async () => { window.asked = (window.asked ?? 0) + 1; return true; }";
    reader.browser.script(count);
    let asked = || reader.browser.script("return window.asked ?? 0");
    reader.walk(Until::Question("sex"));
    assert_eq!(asked(), 0);
    reader.tick();
    assert_eq!(asked(), 1);
    reader.walk(Until::Result);
    assert_eq!(asked(), 1);
    assert!(reader.kept().is_some());
}

#[test]
fn nothing_is_stored_unless_the_box_is_ticked() {
    let reader = Reader::new();
    reader.begin();
    assert!(!reader.is_ticked());
    reader.walk(Until::Result);
    assert!(!reader.is_ticked());
    assert_eq!(reader.n_stored(), 0);
}

#[test]
fn kept_answers_outlive_a_reload_on_the_way_and_at_the_end() {
    let reader = Reader::new();
    reader.begin();
    reader.walk(Until::Question("sex"));
    reader.tick();
    assert_eq!(
        reader.kept().map(|kept| kept.given().len()),
        Some(1),
        "what was said before counts"
    );
    reader.walk(Until::Question("place"));
    let graph = reader.checker.graph();
    let last = reader.kept().and_then(|kept| kept.given().last().map(|(ask, _)| *ask));
    let before = protocol::question(graph, last.expect("answers are kept")).id;
    reader.browser.reload();
    reader.see_question("place");
    assert!(reader.is_ticked());
    reader.browser.script("history.back()");
    reader.see_question(before);
    assert!(texts(&reader.browser, ".choice-input:checked").len() > 1, "the answer and the box");
    reader.browser.reload();
    reader.see_question(before);
    reader.browser.script("history.forward()");
    reader.see_question("place");
    reader.walk(Until::CheckAnswers);
    let answers = texts(&reader.browser, ".summary-answer");
    reader.browser.reload();
    see(&reader.browser, "[name=show-result]", &[reader.word(Word::ShowResult)]);
    assert_eq!(texts(&reader.browser, ".summary-answer"), answers);
    click(&reader.browser, "[name=show-result]");
    reader.browser.find(&format!("{WIDGET} >> .fit-title"));
    reader.browser.reload();
    see(&reader.browser, "[name=show-result]", &[reader.word(Word::ShowResult)]);
    assert_eq!(texts(&reader.browser, ".summary-answer"), answers);
    assert_eq!(reader.browser.script("return localStorage.length"), 1);
    assert_eq!(reader.browser.console_errors(), [""; 0]);
}

#[test]
fn kept_answers_are_looked_over_on_the_next_visit() {
    let reader = Reader::new();
    reader.begin();
    reader.tick();
    reader.walk(Until::Question("place"));
    let n_given = reader.kept().expect("they are kept").given().len();
    reader.browser.open("/about.html");
    reader.browser.open("/check.html");
    see(&reader.browser, ".notice", &[reader.word(Word::KeptCame)]);
    assert_eq!(texts(&reader.browser, ".summary-entry").len(), n_given);
    assert!(reader.is_ticked());
    click(&reader.browser, "[name=show-result]");
    reader.see_question("place");
}

/// The signs of an emergency are on the page before anything has come.
#[test]
fn while_answers_are_looked_for_the_page_says_what_it_says_without_the_checker() {
    let reader = Reader::new();
    let session = journey::play(&reader.checker, &journey::read("tired-runner"));
    let text = write(reader.checker.graph(), reader.hash(), &session);
    reader.browser.open("/about.html");
    reader.browser.script(&format!("localStorage.setItem('{KEY}', '{text}')"));
    reader.browser.site.hold("/backwise/tell_bg.wasm");
    reader.browser.open("/check.html");
    reader.browser.find(&format!("{WIDGET} >> .waiting"));
    let is_shown = "return document.querySelector('.fallback .card-emergency').checkVisibility()";
    assert_eq!(reader.browser.script(is_shown), true);
    reader.browser.site.release();
    see(&reader.browser, ".notice", &[reader.word(Word::KeptCame)]);
    assert_eq!(reader.browser.script(is_shown), false);
}

#[test]
fn unticking_the_box_and_starting_again_delete_what_is_kept() {
    let reader = Reader::new();
    reader.begin();
    reader.tick();
    reader.walk(Until::Question("place"));
    reader.tick();
    assert_eq!(reader.n_stored(), 0);
    reader.walk(Until::Question("duration"));
    assert_eq!(reader.n_stored(), 0);
    reader.tick();
    assert_eq!(reader.n_stored(), 1);
    reader.walk(Until::Result);
    click(&reader.browser, "[name=start-again]");
    see(&reader.browser, "[name=start]", &[reader.word(Word::Start)]);
    assert_eq!(reader.n_stored(), 0);
}

#[test]
fn a_reload_says_that_nothing_was_kept() {
    let reader = Reader::new();
    reader.begin();
    reader.walk(Until::Question("place"));
    reader.browser.reload();
    see(&reader.browser, ".notice", &[reader.word(Word::LoadedAnew)]);
    assert_eq!(reader.n_stored(), 0);
    // It goes back to where the check began.
    reader.browser.wait_until("return history.state === 0");
    click(&reader.browser, "[name=start]");
    reader.walk(Until::CheckAnswers);
    reader.browser.script("history.back()");
    assert_eq!(texts(&reader.browser, ".notice"), [""; 0]);
    // Nothing was said yet, so nothing was lost.
    reader.browser.open("/about.html");
    reader.browser.open("/check.html");
    reader.browser.find(&format!("{WIDGET} >> [name=start]"));
    reader.browser.reload();
    reader.browser.find(&format!("{WIDGET} >> [name=start]"));
    assert_eq!(texts(&reader.browser, ".notice"), [""; 0]);
}

/// The box does not stay ticked, a message says why, and the checker goes on to its end.
fn check_cannot_keep(script: &str) {
    let reader = Reader::new();
    reader.before_each_page(script);
    reader.begin();
    reader.walk(Until::Question("sex"));
    reader.tick();
    see(&reader.browser, ".notice", &[reader.word(Word::KeepFailed)]);
    assert_eq!(texts(&reader.browser, "[role=status]"), [reader.word(Word::KeepFailed)]);
    assert!(!reader.is_ticked());
    reader.walk(Until::Result);
    assert!(!texts(&reader.browser, ".fit").is_empty());
    assert_eq!(reader.browser.console_errors(), [""; 0]);
}

#[test]
fn where_storage_is_blocked_the_checker_says_so_and_goes_on() {
    check_cannot_keep(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    );
}

#[test]
fn where_storage_is_full_the_checker_says_so_and_goes_on() {
    check_cannot_keep(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
    );
}

#[test]
fn what_is_kept_and_cannot_be_read_is_deleted() {
    let reader = Reader::new();
    let graph = reader.checker.graph();
    let given = journey::play(&reader.checker, &journey::read("tired-runner"));
    let whole = write(graph, reader.hash(), &given);
    let old = write(graph, reader.hash() ^ 1, &given);
    reader.browser.open("/about.html");
    for kept in [&whole[1..], &whole[..20], &old, "hello", ""] {
        reader.browser.script(&format!("localStorage.setItem('{KEY}', '{kept}')"));
        reader.browser.open("/check.html");
        see(&reader.browser, ".notice", &[reader.word(Word::KeptLost)]);
        assert_eq!(reader.n_stored(), 0);
        see(&reader.browser, "[name=start]", &[reader.word(Word::Start)]);
    }
}

/// Going back and answering otherwise: what is still asked is still answered, and what is not is named.
#[test]
fn an_answer_changed_later_keeps_the_others() {
    let reader = Reader::new();
    let graph = reader.checker.graph();
    reader.begin();
    reader.walk(Until::CheckAnswers);
    let before = journey::play(&reader.checker, &journey::read("tired-runner"));
    let running = protocol::find(graph, "running").expect("the site asks about running");
    let at = before.given().iter().position(|(ask, _)| *ask == running).expect("it is asked");
    reader.browser.script(&format!("history.go({at} - {})", before.given().len()));
    reader.see_question("running");
    let running_title = texts(&reader.browser, TITLE);
    reader.browser.script("history.forward()");
    wait_until("what follows it", || texts(&reader.browser, TITLE) != running_title);
    reader.browser.script("history.back()");
    reader.see_question("running");

    let mut other = journey::read("tired-runner");
    let not_running =
        graph.questions.iter().find(|q| q.ask == protocol::question(graph, running).text);
    let last = *not_running.expect("it is a screen").options.last().expect("it has options");
    let id = graph.page(graph.finding(last).page).slug.clone();
    other.answers.insert("running".into(), protocol::Value::One(id));
    click(
        &reader.browser,
        &format!(".choice:nth-of-type({})", not_running.map_or(0, |q| q.options.len())),
    );
    click(&reader.browser, "[name=next]");
    walk(&reader.browser, &reader.checker, &other, Until::CheckAnswers);

    let after = journey::play(&reader.checker, &other);
    let is_given = |session: &Session, ask| session.given().iter().any(|(given, _)| *given == ask);
    let left: Vec<_> = before.given().iter().filter(|(ask, _)| !is_given(&after, *ask)).collect();
    let left: Vec<_> = left.iter().map(|(ask, _)| protocol::question(graph, *ask).text).collect();
    see(&reader.browser, ".left-behind + .signs > li", &left);
    assert_eq!(texts(&reader.browser, ".summary-entry").len(), after.given().len());
    assert!(!left.is_empty(), "the test shows something only where an answer is left behind");
}
