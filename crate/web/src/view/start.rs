//! What this is, and the first button.

use backwise_graph::Word;

use super::{Scene, button, heading};
use crate::dom::Page;

pub fn draw(page: &mut Page, scene: &Scene) {
    let graph = scene.graph();
    heading(page, "h2.title", graph.word(Word::Title));
    page.leaf("p.lead", graph.word(Word::Intro));
    button(page, "button.button-primary", "start", graph.word(Word::Start));
    page.within("p.actions", |page| {
        button(page, "button", "start-brief", graph.word(Word::StartBrief));
        button(page, "button", "start-for-other", graph.word(Word::StartForOther));
    });
    for word in [Word::Privacy, Word::Purpose, Word::NotReviewed] {
        page.leaf("p.note", graph.word(word));
    }
}
