//! What to do today. A wall test that the reader kept counts a little in it, and can be left out.

use std::cell::Cell;
use std::rc::Rc;

use backwise_checker::assessment::assess_after;
use backwise_checker::{Checker, Known};
use backwise_graph::{Graph, Sign, Word};
use backwise_posture::diary::read;
use backwise_posture::{Civil, PastTest};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Window};

use super::Scene;
use crate::dom::kept::DIARY;
use crate::dom::{Page, calendar, find, hear_presses, say};
use crate::excerpt::{Links, plan};
use crate::signs::signs;
use crate::text::fill;

const SAID: &str = ".plan-tested";
const TURN: &str = "plan-test";
const BUTTON: &str = "[name=plan-test]";

/// What a plan is drawn from, and drawn from anew.
struct Planner {
    checker: Rc<Checker>,
    known: Known,
    base: String,
    tested: Option<Tested>,
    /// Whether the wall test counts.
    counts: Cell<bool>,
}

/// What a wall test showed, and when.
struct Tested {
    when: Civil,
    signs: Vec<Sign>,
}

/// Draws the plan. Only on a page that is ours it looks for what is kept.
pub fn draw(page: &mut Page, checker: &Rc<Checker>, scene: &Scene, is_ours: bool) {
    let window = web_sys::window().filter(|_| is_ours);
    let planner = Planner {
        checker: checker.clone(),
        known: scene.known.clone(),
        base: scene.base.to_owned(),
        tested: window.and_then(|window| tested(&window, scene.graph)),
        counts: Cell::new(true),
    };
    page.filled("div", |place| {
        planner.draw(place);
        hear_presses(place, move |place, name| {
            if name == TURN {
                planner.turn(place);
            }
        });
        true
    });
}

/// The last wall test that is kept, unless it is too old or shows nothing. What cannot be read counts for nothing.
fn tested(window: &Window, graph: &Graph) -> Option<Tested> {
    let diary = read(DIARY.read(window)?.as_bytes()).ok()?;
    let today = calendar::here()?.day_number();
    let oldest = today.saturating_sub(graph.sign_days.into());
    // One of a day to come was dated by a clock that went wrong.
    let is_recent = |test: &&PastTest| (oldest..=today).contains(&test.when().day_number());
    let test = diary.tests().rfind(is_recent)?;
    let signs = signs(test.answers());
    (!signs.is_empty()).then(|| Tested { when: test.when(), signs })
}

impl Planner {
    fn draw(&self, place: &Element) {
        let Some(document) = place.owner_document() else { return };
        let tested = self.tested.as_ref().filter(|_| self.counts.get());
        let signs = tested.map_or(&[][..], |tested| &tested.signs);
        let told = assess_after(&self.checker, &self.known, signs);
        place.set_text_content(None);
        let mut page = Page::into(&document, place.clone());
        let links = Links { graph: self.checker.graph(), base: &self.base };
        plan::draw(&mut page, links, &told.plan, |page| self.choice(page));
    }

    /// What counts, and a button for the contrary.
    fn choice(&self, page: &mut Page) {
        let Some(said) = self.said() else { return };
        let button = if self.counts.get() { Word::PlanLeaveTest } else { Word::PlanTakeTest };
        page.within("div.plan-test", |page| {
            page.leaf("p.plan-tested", &said);
            page.within("button.button-link", |page| {
                page.attribute("type", "button");
                page.attribute("name", TURN);
                page.text(self.checker.graph().word(button));
            });
        });
    }

    fn said(&self) -> Option<String> {
        let graph = self.checker.graph();
        let date = calendar::written(self.tested.as_ref()?.when, &graph.language);
        let word = if self.counts.get() { Word::PlanTested } else { Word::PlanUntested };
        Some(fill(graph.word(word), &date))
    }

    /// Draws the other plan, says so, and leaves the focus where it was.
    fn turn(&self, place: &Element) {
        self.counts.set(!self.counts.get());
        self.draw(place);
        if let (Some(said), Some(text)) = (find(place, SAID), self.said()) {
            say(place, &said, &text);
        }
        if let Some(button) = find(place, BUTTON) {
            // It fails for elements that take no focus, and this one does.
            button.unchecked_into::<HtmlElement>().focus().ok();
        }
    }
}
