//! A wall test that the reader kept counts a little in the plan, and can be left out of it.

use backwise_checker::Checker;
use backwise_checker::assessment::assess_after;
use backwise_graph::{Sign, Word};
use backwise_posture::diary::write;
use backwise_posture::wall::Touch;
use backwise_posture::{Area, Civil};
use backwise_tests::past::{self, KEY, test};
use backwise_tests::widget::{Until, WIDGET, click, inside, load, see, texts, walk};
use backwise_tests::{Browser, journey};
use serde_json::{Value, json};

use crate::clock;

/// Of 1 December 2026, in milliseconds since 1970.
const NOON: u64 = 1_796_126_400_000;
const SAID: &str = ".plan-tested";
/// What the kept test shows.
const SIGNS: [Sign; 2] = [Sign::HeadOff, Sign::PullMiddleBack];

struct Reader {
    checker: Checker,
    browser: Browser,
}

impl Reader {
    fn new() -> Self {
        let reader = Self { checker: journey::checker(), browser: Browser::start() };
        // A day that does not end meanwhile.
        clock::set(&reader.browser, NOON);
        reader.browser.open("/check.html");
        reader
    }

    fn ago(&self, days: i64) -> Civil {
        past::ago(&self.browser, days)
    }

    /// Keeps a test of that day, on which the head stayed off and the middle of the back pulled.
    fn keep(&self, when: Civil) -> String {
        self.put(&write(&past::diary([test(when, Touch::Off, &[Area::MiddleBack])])))
    }

    fn put(&self, text: &str) -> String {
        past::keep(&self.browser, text);
        text.to_owned()
    }

    /// Everything that this site has stored.
    fn stored(&self) -> Value {
        self.browser.script("return Object.entries(localStorage)")
    }

    fn check(&self) {
        load(&self.browser);
        click(&self.browser, "[name=start]");
        walk(&self.browser, &self.checker, &journey::read("tired-runner"), Until::Result);
    }

    /// The result, drawn anew.
    fn again(&self) {
        self.browser.script("history.back()");
        click(&self.browser, "[name=show-result]");
        self.browser.find(&format!("{WIDGET} >> .plan-title"));
    }

    /// What is to be done after a wall test that showed this.
    fn plan(&self, signs: &[Sign]) -> Vec<String> {
        let session = journey::play(&self.checker, &journey::read("tired-runner"));
        let told = assess_after(&self.checker, session.known(), signs);
        let title = |page| self.checker.graph().page(page).title.clone();
        told.plan.into_iter().map(|item| title(item.page)).collect()
    }

    fn told(&self) -> Vec<String> {
        texts(&self.browser, ".plan-title")
    }

    /// That word, with today's date.
    fn said(&self, word: Word) -> String {
        let graph = self.checker.graph();
        let date = format!(
            "return new Date().toLocaleDateString('{}', {{ dateStyle: 'medium' }})",
            graph.language
        );
        let date = self.browser.script(&date);
        graph.word(word).replace("{date}", date.as_str().expect("a date"))
    }

    /// Everything above and below the plan.
    fn rest(&self) -> Vec<String> {
        [".care-card", ".fit", ".raising", ".sheet"].map(|css| texts(&self.browser, css)).concat()
    }
}

#[test]
fn a_kept_test_counts_in_the_plan_and_can_be_left_out() {
    let reader = Reader::new();
    let (with, without) = (reader.plan(&SIGNS), reader.plan(&[]));
    assert_ne!(with, without, "the test shows something only where the plans differ");
    reader.keep(reader.ago(0));
    let stored = reader.stored();
    reader.check();
    see(&reader.browser, SAID, &[&reader.said(Word::PlanTested)]);
    assert_eq!(reader.told(), with);
    let rest = reader.rest();
    click(&reader.browser, "[name=plan-test]");
    let said = reader.said(Word::PlanUntested);
    see(&reader.browser, SAID, &[&said]);
    assert_eq!(texts(&reader.browser, "[role=status]"), [said]);
    assert_eq!(reader.told(), without);
    assert_eq!(reader.rest(), rest);
    assert_eq!(inside(&reader.browser, "return root.activeElement?.name"), "plan-test");
    click(&reader.browser, "[name=plan-test]");
    see(&reader.browser, SAID, &[&reader.said(Word::PlanTested)]);
    assert_eq!(reader.told(), with);
    assert_eq!(reader.stored(), stored, "it only reads");
    assert_eq!(reader.browser.console_errors(), [""; 0]);
}

#[test]
fn a_test_that_is_old_damaged_or_of_a_day_to_come_counts_for_nothing() {
    let reader = Reader::new();
    reader.check();
    let (without, rest) = (reader.told(), reader.rest());
    let days = i64::from(reader.checker.graph().sign_days);
    let damaged = reader.keep(reader.ago(0)).replace("head=off", "head=of");
    let check = |text: String| {
        reader.again();
        assert_eq!(texts(&reader.browser, SAID), [""; 0], "{text}");
        assert_eq!((reader.told(), reader.rest()), (without.clone(), rest.clone()), "{text}");
        assert_eq!(reader.stored(), json!([[KEY, text]]));
    };
    check(reader.put(&damaged));
    check(reader.put("hello"));
    check(reader.keep(reader.ago(days + 1)));
    check(reader.keep(reader.ago(-2)));
    reader.keep(reader.ago(days));
    reader.again();
    assert_eq!(texts(&reader.browser, SAID).len(), 1);
    assert_eq!(reader.browser.console_errors(), [""; 0]);
}

#[test]
fn on_a_page_that_is_not_its_own_nothing_is_looked_for() {
    let reader = Reader::new();
    reader.keep(reader.ago(0));
    reader.browser.script(&format!(
        "const it = document.createElement('{WIDGET}');
         document.querySelector('{WIDGET}').replaceWith(it);
         it.scrollIntoView()"
    ));
    reader.check();
    assert_eq!(texts(&reader.browser, SAID), [""; 0]);
    assert_eq!(reader.told(), reader.plan(&[]));
}
