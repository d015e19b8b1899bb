//! All answers, to be looked over before the result.

use backwise_checker::{Ask, Reply, Session, Step};
use backwise_graph::Word;

use super::{Scene, button, heading, question};
use crate::dom::Page;
use crate::draft::{Draft, label, rows};
use crate::telling::Sorting;
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
    left_behind(page, scene, session);
    let on = if is_all(scene, session) { Word::ShowResult } else { Word::Next };
    button(page, "button.button-primary", "show-result", graph.word(on));
    button(page, "button.button-link", "start-again", graph.word(Word::StartAgain));
}

/// Whether nothing is left to ask, as far as anybody can say yet.
fn is_all(scene: &Scene, session: &Session) -> bool {
    match session.step(scene.graph()) {
        Step::Screen(_) | Step::Urgent(_) => false,
        Step::Sort => !matches!(scene.loaded.telling.sort(session.known()), Sorting::Ask(..)),
        Step::End => true,
    }
}

/// What was answered, and is not asked as things stand.
fn left_behind(page: &mut Page, scene: &Scene, session: &Session) {
    if scene.memory.len() == session.given().len() {
        return;
    }
    page.leaf("p.left-behind", scene.graph().word(Word::LeftBehind));
    page.within("ul.signs", |page| {
        for (ask, ..) in scene.memory {
            if !session.is_given(*ask) {
                page.leaf("li", ask.text(scene.graph()));
            }
        }
    });
}

fn entry(page: &mut Page, scene: &Scene, at: usize, ask: Ask, reply: &Reply) {
    let graph = scene.graph();
    let asked = ask.text(graph);
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
