//! The sheet for the doctor: on the screen, on paper, as text, and as a file.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use backwise_checker::sheet::{sheet, text};
use backwise_checker::{Manner, Session, fhir};
use backwise_graph::{Graph, Word};
use backwise_tests::journey::Journey;
use backwise_tests::widget::{Until, WIDGET, click, load, texts, walk};
use backwise_tests::{Browser, journey, wait_for};
use serde_json::{Value, json};

use crate::hosts::Host;

const SUMMARY: &str = ".sheet-fold > summary";

/// Somebody's result on the built site, and what it is natively.
struct Result {
    browser: Browser,
    graph: Graph,
    session: Session,
    hash: u64,
    text: String,
}

impl Result {
    fn of(name: &str) -> Self {
        Self::after(&journey::read(name))
    }

    fn after(journey: &Journey) -> Self {
        let checker = journey::checker();
        let browser = Browser::start();
        browser.open("/check.html");
        load(&browser);
        click(&browser, "[name=start]");
        walk(&browser, &checker, journey, Until::Result);
        browser.find(&format!("{WIDGET} >> {SUMMARY}"));
        let session = journey::play(&checker, journey);
        let hash = Graph::hash_of(&checker.graph().encode().asking);
        let text = text(&sheet(&checker, session.known(), Manner::default(), hash));
        Self { graph: checker.graph().clone(), browser, session, hash, text }
    }

    /// Opens the disclosure and presses a button in it.
    fn press(&self, name: &str) {
        click(&self.browser, SUMMARY);
        click(&self.browser, &format!("[name={name}]"));
    }

    /// What it says once something was pressed.
    fn said(&self) -> String {
        self.browser.find(&format!("{WIDGET} >> .sheet-said p:not(:empty)")).text()
    }

    fn assert_nothing_left(&self) {
        assert_eq!(self.browser.requests_since_load(), [], "a request left the page");
        assert_eq!(self.browser.strangers(), [""; 0]);
        assert_eq!(self.browser.console_errors(), [""; 0]);
    }
}

/// Pages of a PDF as Chromium writes it: its objects are plain text.
fn n_pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let mut objects = text.split("/Type /Page").skip(1);
    objects.by_ref().filter(|rest| !rest.starts_with('s')).count()
}

/// What is in the file that this saves.
fn saved(browser: &Browser, save: impl FnOnce()) -> String {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let allowed = json!({ "behavior": "allow", "downloadPath": folder.path() });
    browser.devtools("Browser.setDownloadBehavior", allowed);
    save();
    let file = folder.path().join("backwise-answers.json");
    let text = || fs::read_to_string(&file).ok().filter(|text| !text.is_empty());
    wait_for(|| text().ok_or("the file"))
}

fn assert_only_the_sheet_is_printed(browser: &Browser) {
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let seen = browser.script(&format!(
        "const root = document.querySelector('{WIDGET}').shadowRoot;
         const seen = (place, what) => place.querySelector(what).getClientRects().length > 0;
         return [seen(root, '.sheet'), seen(root, '.sheet-line'), seen(root, '.care-card'),
           seen(root, '.sheet-fold > summary'), seen(document, '.masthead'), seen(document, 'h1')]"
    ));
    assert_eq!(seen, json!([true, true, false, false, false, false]));
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }));
}

fn check_paper(name: &str, result: &Result) {
    assert_only_the_sheet_is_printed(&result.browser);
    // Printed as a reader does it, with the disclosure closed; A4, and the letter size of North America.
    for (width, height) in [(8.27, 11.69), (8.5, 11.0)] {
        let size = json!({ "paperWidth": width, "paperHeight": height, "printBackground": true });
        let pdf = result.browser.print(size);
        if let Some(folder) = std::env::var_os("BACKWISE_PDF") {
            fs::write(Path::new(&folder).join(format!("{name}-{width}.pdf")), &pdf).expect("room");
        }
        assert_eq!(n_pages(&pdf), 1, "{name} on {width} by {height} inches");
    }
    result.assert_nothing_left();
}

#[test]
fn a_runners_sheet_is_one_page() {
    check_paper("tired-runner", &Result::of("tired-runner"));
}

#[test]
fn a_sheet_with_many_answers_is_one_page() {
    check_paper("morning-stiffness", &Result::of("morning-stiffness"));
}

/// The longest there is: every sign stands among what is not known.
#[test]
fn the_sheet_of_somebody_who_knows_nothing_is_one_page() {
    let mut journey = journey::read("tired-runner");
    journey.answers = BTreeMap::new();
    check_paper("unsure", &Result::after(&journey));
}

#[test]
fn an_emergency_sheet_is_one_page() {
    check_paper("numb-saddle", &Result::of("numb-saddle"));
}

#[test]
fn an_emergency_has_its_sheet_and_nothing_to_do_at_home() {
    let result = Result::of("numb-saddle");
    assert_eq!(texts(&result.browser, ".care-card").len(), 1);
    assert_eq!(texts(&result.browser, ".sheet").len(), 1);
    assert_eq!(texts(&result.browser, ".plan-item, .fit, [data-part=fits]"), [""; 0]);
}

#[test]
fn the_sheet_on_the_screen_says_what_its_text_says() {
    let result = Result::of("tired-runner");
    let words = |text: &str| text.split_whitespace().collect::<String>().replace(['_', ':'], "");
    assert_eq!(words(&texts(&result.browser, ".sheet").concat()), words(&result.text));
}

#[test]
fn the_sheet_is_copied_as_text() {
    let result = Result::of("tired-runner");
    let permission = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    result.browser.devtools("Browser.grantPermissions", permission);
    result.press("sheet-copy");
    assert_eq!(result.said(), result.graph.word(Word::SheetCopied));
    let copied = result.browser.script("return navigator.clipboard.readText()");
    assert_eq!(copied, Value::from(result.text.clone()));
    result.assert_nothing_left();
}

#[test]
fn where_copying_is_not_allowed_the_text_stands_there_selected() {
    let result = Result::of("tired-runner");
    result.browser.script("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    result.press("sheet-copy");
    assert_eq!(result.said(), result.graph.word(Word::SheetSelect));
    let selected = result.browser.script(&format!(
        "const area = document.querySelector('{WIDGET}').shadowRoot.activeElement;
         return area.value.slice(area.selectionStart, area.selectionEnd)"
    ));
    assert_eq!(selected, Value::from(result.text.clone()));
}

#[test]
fn the_answers_are_saved_for_a_medical_record() {
    let result = Result::of("tired-runner");
    let saved = saved(&result.browser, || result.press("sheet-save"));
    assert_eq!(result.said(), result.graph.word(Word::SheetSaved));
    assert_eq!(saved, fhir::response(&result.graph, result.session.known(), result.hash));
    result.assert_nothing_left();
}

#[test]
fn the_strictest_policy_lets_answers_be_saved() {
    let host = Host::new(&[]);
    host.tired_runner("strict", Until::Result);
    let saved = saved(&host.browser, || {
        click(&host.browser, SUMMARY);
        click(&host.browser, "[name=sheet-save]");
    });
    assert!(saved.starts_with(r#"{"resourceType":"QuestionnaireResponse""#), "{saved}");
    assert_eq!(host.browser.console_errors(), [""; 0]);
    assert_eq!(host.browser.strangers(), [""; 0]);
}
