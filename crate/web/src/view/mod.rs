//! One file per screen. Each draws a state and knows nothing of how it came about.

mod care_card;
mod check_answers;
pub mod question;
mod result;
mod start;
mod waiting;

use backwise_checker::{Ask, Reply};
use backwise_graph::{Graph, Word};
use web_sys::Element;

use crate::app::Settings;
use crate::boundary::Loaded;
use crate::dom::{Page, Stage, today};
use crate::state::{Moment, Screen, Why};

/// Where the focus goes on a new screen.
pub const HEADING: &str = "[tabindex]";
/// The one button that goes on.
pub const PRIMARY: &str = ".button-primary";
/// The button that goes back.
pub const BACK: &str = "[name=back]";
/// The box that keeps the answers.
pub const KEEP: &str = "[name=keep]";
/// The first thing to pick.
pub const INPUT: &str = "input";

/// What every screen is drawn from, beside its own state.
pub struct Scene<'a> {
    pub loaded: &'a Loaded,
    pub settings: &'a Settings,
    /// Whether somebody else than the reader is asked about.
    pub is_for_other: bool,
    /// Steps behind this one.
    pub step: usize,
    /// Every answer given on the way, the ones left behind too.
    pub memory: &'a [(Ask, Why, Reply)],
    /// Whether keeping the answers is offered.
    pub may_keep: bool,
    /// Whether the page around learns how soon to get help.
    pub tells_urgency: bool,
}

impl Scene<'_> {
    fn graph(&self) -> &Graph {
        &self.loaded.graph
    }

    /// Whether the day is past on which the content was to be looked over again. Our own pages say so themselves.
    fn is_old(&self) -> bool {
        let review = self.graph().review;
        !self.settings.history && review > 0 && today() > review.into()
    }
}

#[must_use]
pub fn draw(stage: &Stage, scene: &Scene, moment: &Moment) -> Option<Element> {
    let mut page = Page::new(&stage.document, "div")?;
    if scene.step > 0 {
        button(&mut page, "button.button-back", "back", scene.graph().word(Word::Back));
    }
    if moment.notice > 0 {
        page.leaf("p.notice", "");
    }
    match &moment.screen {
        Screen::Start => {
            start::draw(&mut page, scene, stage.said("for").as_deref() == Some("other"));
        }
        Screen::Question(asked) => question::draw(&mut page, scene, &moment.session, asked),
        Screen::Waiting => waiting::draw(&mut page, scene),
        Screen::CheckAnswers => check_answers::draw(&mut page, scene, &moment.session),
        Screen::Result => result::draw(&mut page, scene, &moment.session),
    }
    if scene.may_keep && !matches!(moment.screen, Screen::Start) {
        page.leaf("label.keep", "");
    }
    page.finish()
}

fn button(page: &mut Page, what: &str, name: &str, text: &str) {
    page.within(what, |page| {
        page.attribute("type", "button");
        page.attribute("name", name);
        page.text(text);
    });
}

/// The heading that takes the focus when the screen is new.
fn heading(page: &mut Page, what: &str, text: &str) {
    page.within(what, |page| {
        page.attribute("tabindex", "-1");
        page.text(text);
    });
}
