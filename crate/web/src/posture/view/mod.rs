//! The screens around a tool that plays.

pub mod contact;
pub mod kept;
pub mod play;
pub mod routine;
mod stopped;
pub mod wall;

use backwise_graph::Word;
use backwise_posture::Gap;
use web_sys::Element;

use super::tool::{Scene, Screen, Tool};
use crate::dom::{Page, Stage};
use crate::text::{digits, fill};

/// Where the focus goes on a new screen.
pub const HEADING: &str = "[tabindex]";
const ERROR: &str = ".error-place";

#[must_use]
pub fn draw(stage: &Stage, scene: &Scene, tool: &dyn Tool) -> Option<Element> {
    match tool.screen() {
        Screen::Play => play::draw(stage, scene),
        screen => {
            let mut page = Page::new(&stage.document, "div")?;
            match screen {
                Screen::Stopped => stopped::why(&mut page, scene),
                Screen::Safety => stopped::safety(&mut page, scene),
                _ => tool.draw(&mut page, scene),
            }
            page.finish()
        }
    }
}

/// Shows what has changed on the screen, and what is wrong with it, or that nothing is.
pub fn renew(stage: &Stage, scene: &Scene, tool: &dyn Tool) {
    tool.renew(stage, scene);
    let Some(mut page) = stage.part(ERROR) else { return };
    let error = tool.error().map(|word| scene.graph.word(word));
    if let Some(text) = error {
        page.leaf("p.error", text);
    }
    stage.announce(error.unwrap_or_default());
}

/// A place for what is wrong.
pub fn error_place(page: &mut Page) {
    page.leaf("div.error-place", "");
}

pub fn button(page: &mut Page, what: &str, name: &str, text: &str) {
    page.within(what, |page| {
        page.attribute("type", "button");
        page.attribute("name", name);
        page.text(text);
    });
}

/// The heading that takes the focus when the screen is new.
pub fn heading(page: &mut Page, text: &str) {
    page.within("h2.title", |page| {
        page.attribute("tabindex", "-1");
        page.text(text);
    });
}

/// One of several, or a box to tick.
pub struct Choice<'a> {
    /// `radio` or `checkbox`.
    pub kind: &'a str,
    pub name: &'a str,
    pub value: &'a str,
    pub is_on: bool,
}

pub fn choice(page: &mut Page, choice: &Choice, text: &str) {
    page.within("label.choice", |page| {
        page.within("input.choice-input", |page| {
            page.attribute("type", choice.kind);
            page.attribute("name", choice.name);
            page.attribute("value", choice.value);
            if choice.is_on {
                page.attribute("checked", "");
            }
        });
        page.leaf("span.choice-text", text);
    });
}

/// Choices that exclude each other, with what they are about.
pub fn choices(page: &mut Page, legend: &str, draw: impl FnOnce(&mut Page)) {
    page.within("fieldset.question", |page| {
        page.leaf("legend.legend", legend);
        page.within("div.choices", draw);
    });
}

/// Whether voice and tones are wanted.
pub fn sound(page: &mut Page, scene: &Scene) {
    page.within("details.fold player-fold", |page| {
        page.leaf("summary.fold-summary", scene.graph.word(Word::PlaySound));
        let boxes = [
            ("voice", scene.wants.voice, Word::PlayVoice),
            ("tones", scene.wants.tones, Word::PlayTones),
        ];
        for (name, is_on, word) in boxes {
            let it = Choice { kind: "checkbox", name, value: "on", is_on };
            choice(page, &it, scene.graph.word(word));
        }
    });
    page.leaf("p.note", scene.graph.word(Word::PlayVolume));
}

/// Rules, each an item.
pub fn rules(page: &mut Page, scene: &Scene, rules: &[String]) {
    if rules.is_empty() {
        return;
    }
    page.leaf("h3.section-title", scene.graph.word(Word::PlayRules));
    page.within("ul.signs", |page| rules.iter().for_each(|rule| page.leaf("li", rule)));
}

/// That something went by unheard, and how much.
pub fn gap<P>(page: &mut Page, scene: &Scene, gaps: &[Gap<P>]) {
    let ms: u64 = gaps.iter().map(|gap| gap.to.since(gap.from).ms()).sum();
    if ms > 0 {
        let seconds = digits(ms.div_ceil(1000) as usize);
        page.leaf("p.notice", &fill(scene.graph.word(Word::PlayGap), &seconds));
    }
}
