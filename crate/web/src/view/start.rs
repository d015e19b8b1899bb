//! What this is, and the first buttons.

use backwise_graph::Word;

use super::{Scene, button, heading};
use crate::dom::Page;

/// `is_for_other` is whether most of the page's readers come for somebody else: to start so is the first button then.
pub fn draw(page: &mut Page, scene: &Scene, is_for_other: bool) {
    let graph = scene.graph();
    heading(page, "h2.title", graph.word(Word::Title));
    if scene.is_old() {
        page.leaf("p.old", graph.word(Word::Old));
    }
    page.leaf("p.lead", graph.word(Word::Intro));
    let mut ways = [("start", Word::Start), ("start-for-other", Word::StartForOther)];
    if is_for_other {
        ways.reverse();
    }
    let [first, second] = ways;
    button(page, "button.button-primary", first.0, graph.word(first.1));
    page.within("p.actions", |page| {
        button(page, "button", "start-brief", graph.word(Word::StartBrief));
        button(page, "button", second.0, graph.word(second.1));
    });
    let tells = scene.tells_urgency.then_some(Word::TellsUrgency);
    let words = [Some(Word::Privacy), tells, Some(Word::Purpose), Some(Word::NotReviewed)];
    for word in words.into_iter().flatten() {
        page.leaf("p.note", graph.word(word));
    }
}
