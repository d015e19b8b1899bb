//! After it was stopped: why, and what follows from that.

use backwise_graph::Word;

use super::{button, heading};
use crate::dom::Page;
use crate::posture::tool::Scene;
use crate::text::joined;

/// Pain and feeling unwell come first: they lead somewhere else.
pub fn why(page: &mut Page, scene: &Scene) {
    heading(page, scene.graph.word(Word::PlayWhyStop));
    page.within("div.choices", |page| {
        for (name, word) in [
            ("play-it-hurt", Word::PlayItHurt),
            ("play-unwell", Word::PlayUnwell),
            ("play-enough", Word::PlayEnough),
        ] {
            button(page, "button.button-wide", name, scene.graph.word(word));
        }
    });
}

pub fn safety(page: &mut Page, scene: &Scene) {
    let graph = scene.graph;
    heading(page, graph.word(Word::PlaySafetyTitle));
    page.leaf("p.lead", graph.word(Word::PlaySafety));
    page.within("a.button-primary", |page| {
        page.attribute("href", &joined(&[scene.base, "check.html"]));
        page.text(graph.word(Word::PlayToCheck));
    });
}
