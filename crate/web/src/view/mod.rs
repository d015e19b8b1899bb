//! One file per screen. Each draws a state and knows nothing of how it came about.

mod care_card;
mod chain;
mod check_answers;
mod fits;
mod link;
mod plan;
pub mod question;
mod result;
mod start;

use backwise_checker::Checker;
use backwise_graph::{Graph, Word};
use web_sys::Element;

use crate::dom::{Page, Stage};
use crate::state::{Moment, Screen};

/// Where the focus goes on a new screen.
pub const HEADING: &str = "[tabindex]";
/// The one button that goes on.
pub const PRIMARY: &str = ".button-primary";
/// The button that goes back.
pub const BACK: &str = "[name=back]";
/// The first thing to pick.
pub const INPUT: &str = "input";

/// What every screen is drawn from, beside its own state.
pub struct Scene<'a> {
    pub checker: &'a Checker,
    /// The version of the graph.
    pub hash: u64,
    /// Where the site's pages are.
    pub base: &'a str,
    /// Steps behind this one.
    pub step: usize,
}

impl Scene<'_> {
    fn graph(&self) -> &Graph {
        self.checker.graph()
    }
}

#[must_use]
pub fn draw(stage: &Stage, scene: &Scene, moment: &Moment) -> Option<Element> {
    let mut page = Page::new(&stage.document, "div")?;
    if scene.step > 0 {
        button(&mut page, "button.button-back", "back", scene.graph().word(Word::Back));
    }
    match &moment.screen {
        Screen::Start => start::draw(&mut page, scene),
        Screen::Question(asked) => question::draw(&mut page, scene, asked),
        Screen::CheckAnswers => check_answers::draw(&mut page, scene, &moment.session),
        Screen::Result => result::draw(&mut page, scene, &moment.session),
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

/// A word with the value of its one blank, `{…}`, filled in.
fn fill(word: &str, value: &str) -> String {
    let place = |byte| word.bytes().position(|b| b == byte);
    let parts = place(b'{')
        .zip(place(b'}'))
        .and_then(|(from, to)| Some((word.get(..from)?, word.get(to + 1..)?)));
    parts.map_or_else(|| word.to_owned(), |(before, after)| joined(&[before, value, after]))
}

/// Texts one after the other. The standard library's own way is faster, and weighs more.
pub fn joined(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

/// A number in digits. Formatting by the standard library weighs more.
fn digits(number: usize) -> String {
    let mut digits = if number < 10 { String::new() } else { digits(number / 10) };
    digits.push(char::from(b'0' + (number % 10) as u8));
    digits
}

#[cfg(test)]
mod tests {
    use super::{digits, fill};

    #[test]
    fn a_blank_is_filled() {
        assert_eq!(fill("At most {n} more", &digits(10)), "At most 10 more");
        assert_eq!(fill("none here", "x"), "none here");
        assert_eq!(digits(0), "0");
    }
}
