//! All answers, to be looked over before the result.

use backwise_checker::{Ask, Reply, Session};
use backwise_graph::Word;

use super::{Scene, button, heading, question};
use crate::dom::Page;
use crate::draft::{Draft, label, rows};
use crate::text::{digits, joined};

pub fn draw(page: &mut Page, scene: &Scene, session: &Session) {
    let graph = scene.graph();
    heading(page, "h2.title", graph.word(Word::CheckTitle));
    question::for_other(page, scene);
    page.within("dl.summary", |page| {
        for (at, (ask, reply)) in session.given().iter().enumerate() {
            entry(page, scene, at, *ask, reply);
        }
    });
    button(page, "button.button-primary", "show-result", graph.word(Word::ShowResult));
}

fn entry(page: &mut Page, scene: &Scene, at: usize, ask: Ask, reply: &Reply) {
    let graph = scene.graph();
    let asked = question::text(graph, ask);
    page.within("div.summary-entry", |page| {
        page.leaf("dt.summary-question", asked);
        let rows = rows(graph, ask);
        let draft = Draft::of(&rows, reply);
        for (at, row) in rows.iter().enumerate() {
            if draft.has(at) {
                page.leaf("dd.summary-answer", label(graph, ask, *row));
            }
        }
        page.within("dd.summary-change", |page| {
            page.within("button.button-link", |page| {
                page.attribute("type", "button");
                page.attribute("name", "change");
                page.attribute("value", &digits(at));
                page.text(graph.word(Word::Change));
                // Said to whoever hears the buttons one after the other.
                page.leaf("span.hidden", &joined(&[" ", asked]));
            });
        });
    });
}
