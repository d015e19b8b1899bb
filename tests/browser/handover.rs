//! Answers handed over by a link or its QR code: they come back to be looked over, and no server sees them.

use backwise_checker::handover::write;
use backwise_checker::{Ask, Checker, Session, Step, protocol};
use backwise_graph::{Graph, Stage, Word};
use backwise_tests::widget::{Until, WIDGET, click, load, see, texts, walk};
use backwise_tests::{Browser, journey};

const STORES: &str = "return localStorage.length + sessionStorage.length + document.cookie.length";
const FRAGMENT: &str = "return location.hash";

/// The hash of the content as the site was built from it.
fn hash(checker: &Checker) -> u64 {
    Graph::hash_of(&checker.graph().encode().asking)
}

/// What the tired runner says, as far as `keep` lets it through.
fn part(checker: &Checker, keep: impl Fn(usize) -> bool) -> Session {
    let said = journey::play(checker, &journey::read("tired-runner"));
    let mut part = Session::new();
    for (_, (ask, reply)) in said.given().iter().enumerate().filter(|(at, _)| keep(*at)) {
        part.answer(checker.graph(), *ask, reply.clone()).expect("it fitted before");
    }
    part
}

fn link(checker: &Checker, session: &Session) -> String {
    format!("/check.html#a={}", write(checker.graph(), hash(checker), session))
}

/// The link that the result offers.
fn offered(browser: &Browser) -> String {
    click(browser, ".share summary");
    let link = browser.find(&format!("{WIDGET} >> .share-link")).attribute("value");
    link.expect("the field holds a link")
}

fn told(browser: &Browser) -> (Option<String>, Vec<String>, Vec<String>) {
    let level = browser.find(&format!("{WIDGET} >> .care-card")).attribute("data-urgency");
    (level, texts(browser, ".fit-title a"), texts(browser, ".plan-title a"))
}

/// Reads the QR code as a camera would: its modules as squares of eight pixels, dark on light.
fn qr(browser: &Browser) -> String {
    let attribute = |css: &str, name| {
        browser.find(&format!("{WIDGET} >> {css}")).attribute(name).expect("it is drawn")
    };
    let side: usize = attribute(".qr", "viewBox")
        .rsplit(' ')
        .next()
        .map(|n| n.parse())
        .expect("a side")
        .expect("a number");
    let mut dark = vec![vec![false; side]; side];
    for run in attribute(".qr path", "d").split_terminator('z') {
        let numbers = run.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok());
        let numbers: Vec<usize> = numbers.collect();
        let [x, y, width, 1, back] = numbers[..] else { panic!("{run} is no row of modules") };
        assert_eq!(width, back);
        dark[y + 4][x + 4..x + 4 + width].fill(true);
    }
    let shade = |x: usize, y: usize| if dark[y / 8][x / 8] { 0 } else { 255 };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side * 8, side * 8, shade);
    let codes = picture.detect_grids();
    assert_eq!(codes.len(), 1, "there is one code");
    codes[0].decode().expect("it can be read").1
}

#[test]
fn a_link_and_its_qr_code_hand_the_answers_over() {
    let (checker, browser) = (journey::checker(), Browser::start());
    browser.open("/check.html");
    load(&browser);
    click(&browser, "[name=start]");
    walk(&browser, &checker, &journey::read("tired-runner"), Until::Result);
    let before = told(&browser);
    let offered = offered(&browser);
    let given = part(&checker, |_| true);
    assert_eq!(offered, browser.site.url(&link(&checker, &given)));
    assert_eq!(qr(&browser), offered);
    assert_eq!(browser.requests_since_load(), [], "a request left the page after load");

    browser.open("/about.html");
    browser.open(&link(&checker, &given));
    see(&browser, ".notice", &[checker.graph().word(Word::LinkCame)]);
    assert_eq!(texts(&browser, ".summary-entry").len(), given.given().len());
    assert_eq!(browser.script(FRAGMENT), "", "the answers linger in the address");
    see(&browser, "[name=show-result]", &[checker.graph().word(Word::ShowResult)]);
    browser.find(&format!("{WIDGET} >> [name=show-result]"));
    click(&browser, "[name=show-result]");
    browser.find(&format!("{WIDGET} >> .fit-title"));
    assert_eq!(told(&browser), before);
    assert_eq!(browser.script(STORES), 0);
    assert_eq!(browser.strangers(), [""; 0]);
    assert_eq!(browser.console_errors(), [""; 0]);
    let code = offered.rsplit("#a=").next().expect("the link ends with the answers");
    assert!(browser.requests().iter().all(|request| !request.path.contains(code)));
}

/// The message, and a checker that begins afresh.
fn check_refused(browser: &Browser, fragment: &str, word: Word) {
    let checker = journey::checker();
    browser.open("/about.html");
    browser.open(&format!("/check.html#a={fragment}"));
    see(browser, ".notice", &[checker.graph().word(word)]);
    assert_eq!(browser.script(FRAGMENT), "");
    click(browser, "[name=start]");
    let first = Session::new().step(checker.graph());
    let Step::Screen(first) = first else { panic!("the first question is a screen") };
    see(browser, "legend .title", &[&checker.graph().questions[first.index()].ask]);
    assert_eq!(texts(browser, "input:checked"), [""; 0]);
    assert_eq!(browser.console_errors(), [""; 0]);
}

#[test]
fn damaged_foreign_and_old_links_say_so_and_start_afresh() {
    let (checker, browser) = (journey::checker(), Browser::start());
    let session = part(&checker, |_| true);
    let text = write(checker.graph(), hash(&checker), &session);
    check_refused(&browser, &text[..text.len() - 3], Word::LinkDamaged);
    check_refused(&browser, &text.replacen(&text[9..12], "---", 1), Word::LinkDamaged);
    check_refused(&browser, &format!("{text}."), Word::LinkDamaged);
    check_refused(&browser, "hello", Word::LinkForeign);
    check_refused(&browser, "", Word::LinkForeign);
    let old = write(checker.graph(), hash(&checker) ^ 1, &session);
    check_refused(&browser, &old, Word::LinkOld);
}

#[test]
fn a_link_without_the_safety_screens_has_them_asked() {
    let (checker, browser) = (journey::checker(), Browser::start());
    let graph = checker.graph();
    let place = protocol::find(graph, "place").expect("the site asks where");
    let n = part(&checker, |_| true).given().iter().position(|(ask, _)| *ask == place);
    let only_place = part(&checker, |at| Some(at) == n);
    browser.open(&link(&checker, &only_place));
    see(&browser, ".notice", &[graph.word(Word::LinkCame)]);
    see(&browser, "[name=show-result]", &[graph.word(Word::Next)]);
    click(&browser, "[name=show-result]");
    let mut n_asked = 0;
    let mut said = only_place;
    while let Step::Screen(id) = said.step(graph) {
        see(&browser, "legend .title", &[&graph.questions[id.index()].ask]);
        n_asked += 1;
        let unsure = backwise_checker::Reply { ticked: Vec::new(), rest_unsure: true };
        said.answer(graph, Ask::Screen(id), unsure).expect("it fits");
        click(&browser, ".choices .choice:last-of-type");
        click(&browser, "[name=next]");
    }
    let is_safety = |stage| matches!(stage, Stage::Who | Stage::Emergency | Stage::SameDay);
    assert_eq!(n_asked, graph.questions.iter().filter(|q| is_safety(q.stage)).count());
}

#[test]
fn a_link_opened_on_the_very_page_is_taken() {
    let (checker, browser) = (journey::checker(), Browser::start());
    let given = part(&checker, |_| true);
    browser.open("/check.html");
    load(&browser);
    click(&browser, "[name=start]");
    walk(&browser, &checker, &journey::read("numb-saddle"), Until::Question("emergency-chest"));
    let fragment = link(&checker, &given).split_once('#').expect("it has one").1.to_owned();
    browser.script(&format!("location.hash = '{fragment}'"));
    see(&browser, ".notice", &[checker.graph().word(Word::LinkCame)]);
    assert_eq!(texts(&browser, ".summary-entry").len(), given.given().len());
    assert_eq!(browser.script(FRAGMENT), "");
    browser.script("history.back()");
    see(&browser, "[name=start]", &[checker.graph().word(Word::Start)]);
}

/// The clipboard may be there, may refuse, or may be missing: the reader is told which.
#[test]
fn copying_says_what_happened() {
    const GIVEN: &str =
        "navigator.clipboard.writeText = t => { window.copied = t; return Promise.resolve(); }";
    const REFUSED: &str = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))";
    const MISSING: &str = "Object.defineProperty(navigator, 'clipboard', { value: undefined })";
    let (checker, browser) = (journey::checker(), Browser::start());
    browser.open("/check.html");
    load(&browser);
    click(&browser, "[name=start]");
    walk(&browser, &checker, &journey::read("numb-saddle"), Until::Result);
    let link = offered(&browser);
    for (clipboard, word) in
        [(GIVEN, Word::Copied), (REFUSED, Word::CopyRefused), (MISSING, Word::CopyRefused)]
    {
        browser.script(clipboard);
        click(&browser, ".share-copy button");
        let said = checker.graph().word(word);
        see(&browser, ".share-said", &[said]);
        see(&browser, "[role=status]", &[said]);
        let field =
            format!("document.querySelector('{WIDGET}').shadowRoot.querySelector('.share-link')");
        let selected = browser.script(&format!(
            "const f = {field}; return f.value.slice(f.selectionStart, f.selectionEnd)"
        ));
        assert_eq!(selected == link.as_str(), word == Word::CopyRefused, "{clipboard}");
    }
    assert_eq!(browser.script("return window.copied"), link.as_str());
    assert_eq!(browser.console_errors(), [""; 0]);
}
