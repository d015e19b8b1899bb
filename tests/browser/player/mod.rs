//! The wall test and routines, by ears alone: what is said, when tones sound, when it buzzes. The clock is the test's.

mod contact;
pub mod kept;
mod routine;
mod tension;
mod wall_test;

use backwise_graph::{Graph, Word};
use backwise_tests::{Browser, journey, wait_for};
use serde_json::Value;

const EARS: &str = include_str!("ears.js");

/// The notes that a tone begins with, in hertz.
const BEGIN: f64 = 523.0;
const HALF: f64 = 659.0;
const COUNT: f64 = 440.0;
const END: f64 = 784.0;

/// Somebody who hears, and looks at the screen only where the test says so.
struct Listener {
    browser: Browser,
    graph: Graph,
    tag: &'static str,
}

/// Something that was heard or felt.
#[derive(Clone, Debug, PartialEq)]
struct Heard {
    what: String,
    value: Value,
    /// Milliseconds.
    at: f64,
}

/// The whole wall test, on the page that stands open. From here on its clock is the test's.
pub fn do_wall_test(browser: Browser) -> Browser {
    let tag = "backwise-wall-test";
    browser.find(&format!("{tag} >> [name=play-start]"));
    browser.script(&format!("{EARS};ears.settings.voice = false"));
    let listener = Listener { browser, graph: journey::checker().graph().clone(), tag };
    listener.do_test();
    listener.browser
}

impl Listener {
    fn at(tag: &'static str, path: &str) -> Self {
        Self::with(tag, path, "")
    }

    /// Where the device is as these settings say.
    fn with(tag: &'static str, path: &str, settings: &str) -> Self {
        let browser = Browser::start();
        browser.prepare(&format!("{EARS};{settings}"));
        browser.open(path);
        Self { browser, graph: journey::checker().graph().clone(), tag }
    }

    fn word(&self, word: Word) -> &str {
        self.graph.word(word)
    }

    fn tap(&self, name: &str) {
        self.browser.find(&format!("{} >> [name={name}]", self.tag)).click();
    }

    fn advance(&self, ms: u32) {
        self.browser.script(&format!("ears.advance({ms})"));
    }

    fn now(&self) -> f64 {
        self.browser.script("return ears.now()").as_f64().expect("a time")
    }

    fn heard(&self) -> Vec<Heard> {
        let heard = self.browser.script("return ears.heard()");
        let entries = heard.as_array().expect("a list").iter();
        entries
            .map(|entry| Heard {
                what: entry["what"].as_str().expect("a kind").to_owned(),
                value: entry["value"].clone(),
                at: entry["at"].as_f64().expect("a time"),
            })
            .collect()
    }

    /// What was said, and when.
    fn said(&self) -> Vec<(String, f64)> {
        let said = self.heard().into_iter().filter(|heard| heard.what == "say");
        said.map(|heard| (heard.value.as_str().expect("a text").to_owned(), heard.at)).collect()
    }

    /// When this was said last.
    #[track_caller]
    fn when(&self, text: &str) -> f64 {
        let said = self.said();
        let found = said.iter().rev().find(|(said, _)| said == text);
        found.unwrap_or_else(|| panic!("`{text}` was not said: {said:#?}")).1
    }

    /// When this note sounded, after a moment.
    fn notes(&self, hertz: f64, from: f64) -> Vec<f64> {
        let tones = self.heard().into_iter().filter(|heard| heard.what == "tone");
        let these = tones.filter(|tone| tone.value.as_f64() == Some(hertz) && tone.at >= from);
        these.map(|tone| tone.at).collect()
    }

    fn is_spoken_to(&self) -> bool {
        self.browser.script("return ears.isSpeaking()") == true
    }

    /// Whether the page holds the device's sound, and as what.
    fn sound(&self) -> (bool, String) {
        let session = self.browser.script("return navigator.audioSession.type");
        let is_held = self.browser.script("return ears.soundsOpen()") != 0;
        (is_held, session.as_str().expect("a kind").to_owned())
    }

    fn texts(&self, css: &str) -> Vec<String> {
        let script = format!(
            "return [...document.querySelector('{}').shadowRoot.querySelectorAll('{css}')].map((e) => e.textContent)",
            self.tag
        );
        let texts = self.browser.script(&script);
        let texts = texts.as_array().expect("a list").iter();
        texts.map(|text| text.as_str().expect("a text").to_owned()).collect()
    }

    /// Waits until this is among the texts.
    #[track_caller]
    fn see(&self, css: &str, text: &str) {
        wait_for(|| {
            let shown = self.texts(css);
            let is_there = shown.iter().any(|shown| shown == text);
            is_there.then_some(()).ok_or_else(|| format!("{css}: `{text}` is not among {shown:#?}"))
        });
    }

    fn is_playing(&self) -> bool {
        !self.texts("dialog[open]").is_empty()
    }

    #[track_caller]
    fn ends_quietly(&self) {
        assert_eq!(self.browser.console_errors(), [""; 0]);
        assert_eq!(self.browser.strangers(), [""; 0]);
    }
}
