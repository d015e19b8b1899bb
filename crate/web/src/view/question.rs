//! One question: a fieldset of native inputs, what it means, why it is asked, and the card that a tick raises.

use backwise_checker::{Ask, Session};
use backwise_graph::{Graph, Stage as Part, Word};

use super::{Scene, button, care_card, heading};
use crate::dom::{Page, Stage};
use crate::draft::{Row, is_one, label, rows};
use crate::state::{Asked, Why};
use crate::text::{digits, fill, joined};
use crate::update::Raised;

const CARD: &str = ".card-place .care-card";
const ERROR: &str = ".error-place";
/// What is said to be wrong. A group of checkboxes cannot be, so it is the one that the focus goes to.
const FIELD: &str = "[role=radiogroup], [type=checkbox]";
const INVALID: &str = "aria-invalid";

pub fn draw(page: &mut Page, scene: &Scene, session: &Session, asked: &Asked) {
    let graph = scene.graph();
    progress(page, graph, asked);
    for_other(page, scene);
    if !asked.beforehand.is_empty() {
        page.leaf("div.topic", "");
    }
    let is_many = !is_one(graph, asked.ask);
    page.within("fieldset.question", |page| {
        if is_many {
            page.attribute("aria-describedby", "error hint");
        } else {
            page.attribute("role", "radiogroup");
            page.attribute("aria-describedby", "error");
        }
        page.within("legend.legend", |page| heading(page, "h2.title", asked.ask.text(graph)));
        fold(page, graph.word(Word::WhatMeans), help(graph, asked.ask));
        page.within("div.error-place", |page| page.attribute("id", "error"));
        if is_many {
            page.within("p.hint", |page| {
                page.attribute("id", "hint");
                page.text(graph.word(Word::ChooseAll));
            });
        }
        page.within(choices(asked.ask), |page| {
            for (at, row) in rows(graph, asked.ask).iter().enumerate() {
                if is_many && *row == Row::None {
                    page.leaf("p.or", graph.word(Word::Or));
                }
                choice(page, graph, asked, at, *row);
                page.within("div.card-place", |page| page.attribute("data-row", &digits(at)));
            }
        });
    });
    button(page, "button.button-primary", "next", graph.word(Word::Next));
    why(page, scene, session, asked);
}

/// Shows the card that a tick raises, right below that tick, or takes it away.
pub fn show_card(stage: &Stage, graph: &Graph, region: &str, raised: Option<&Raised>) {
    stage.remove(CARD);
    let Some(Raised { row, flags, level }) = raised else {
        stage.announce("");
        return;
    };
    if let Some(mut page) = stage.part(&joined(&["[data-row='", &digits(*row), "']"])) {
        care_card::draw(&mut page, graph, region, (*level, flags), false);
    }
    stage.reveal(CARD);
    stage.announce(&care_card::spoken(graph, *level, flags));
}

/// Takes the error away: something was done about it.
pub fn clear_error(stage: &Stage) {
    drop(stage.part(ERROR));
    stage.set(FIELD, INVALID, "false");
}

/// Says why the answer cannot be taken yet.
pub fn show_error(stage: &Stage, text: &str) {
    if let Some(mut page) = stage.part(ERROR) {
        page.leaf("p.error", text);
    }
    stage.set(FIELD, INVALID, "true");
    stage.announce(text);
}

/// Picks the row with this number, counted from 1.
#[must_use]
pub fn press_row(stage: &Stage, number: &str) -> bool {
    stage.click(&joined(&["[data-key='", number, "']"]))
}

/// Who is meant, where that is not the reader.
pub fn for_other(page: &mut Page, scene: &Scene) {
    if scene.is_for_other {
        page.leaf("p.note for-other", scene.graph().word(Word::ForOther));
    }
}

/// Yes, no and not sure stand side by side where there is room.
fn choices(ask: Ask) -> &'static str {
    match ask {
        Ask::Single(_) => "div.choices-few",
        Ask::Screen(_) => "div.choices",
    }
}

fn choice(page: &mut Page, graph: &Graph, asked: &Asked, at: usize, row: Row) {
    page.within("label.choice", |page| {
        page.attribute("part", "choice");
        page.within("input.choice-input", |page| {
            page.attribute("type", if is_one(graph, asked.ask) { "radio" } else { "checkbox" });
            page.attribute("name", "answer");
            page.attribute("value", &digits(at));
            page.attribute("data-key", &digits(at + 1));
            if at == 0 {
                page.attribute("aria-describedby", "error");
            }
            if asked.draft.has(at) {
                page.attribute("checked", "");
            }
        });
        page.leaf("span.choice-text", label(graph, asked.ask, row));
    });
}

/// Which of the first screens it is: those everybody is asked. How many come after them is not known yet.
fn step(graph: &Graph, ask: Ask) -> String {
    let Ask::Screen(id) = ask else { return String::new() };
    let is_first = |part| matches!(part, Part::Who | Part::Emergency | Part::SameDay);
    let (mut n, mut all) = (0, 0);
    for (at, question) in graph.questions.iter().enumerate() {
        if is_first(question.stage) {
            all += 1;
            n += usize::from(at <= id.index());
        }
    }
    fill(&fill(graph.word(Word::ScreenOf), &digits(n)), &digits(all))
}

fn progress(page: &mut Page, graph: &Graph, asked: &Asked) {
    let part = part(graph, asked);
    page.within("p.progress", |page| {
        page.leaf("span.progress-stage", graph.word(part));
        let left = match (part, asked.more) {
            (_, None) => return,
            (Word::StageWho | Word::StageEmergency | Word::StageSameDay, _) => {
                step(graph, asked.ask)
            }
            (_, Some(0)) => graph.word(Word::LastQuestion).to_owned(),
            (_, Some(1)) => graph.word(Word::AtMostOne).to_owned(),
            (_, Some(more)) => fill(graph.word(Word::AtMost), &digits(more)),
        };
        page.leaf("span.progress-left", &left);
    });
}

/// The part of the interview that a question belongs to.
fn part(graph: &Graph, asked: &Asked) -> Word {
    match (asked.ask, &asked.why) {
        (Ask::Screen(id), _) => match graph.questions[id.index()].stage {
            Part::Who => Word::StageWho,
            Part::Emergency => Word::StageEmergency,
            Part::SameDay => Word::StageSameDay,
            Part::Where => Word::StageWhere,
            Part::Course => Word::StageCourse,
        },
        (Ask::Single(_), Why::Urgency) => Word::StageUrgency,
        (Ask::Single(_), Why::Everyone | Why::Sorting) => Word::StageFits,
    }
}

fn fold(page: &mut Page, summary: &str, text: &str) {
    if text.is_empty() {
        return;
    }
    page.within("details.fold", |page| {
        page.leaf("summary.fold-summary", summary);
        page.leaf("p.fold-text", text);
    });
}

/// Why it is asked; with links to what it can decide, once what knows them is there.
fn why(page: &mut Page, scene: &Scene, session: &Session, asked: &Asked) {
    let graph = scene.graph();
    page.within("details.fold", |page| {
        page.leaf("summary.fold-summary", graph.word(Word::WhyThis));
        page.within("div.fold-text", |page| {
            match asked.why {
                Why::Everyone => page.leaf("p", graph.word(Word::WhyScreen)),
                Why::Urgency => page.leaf("p", graph.word(Word::WhyUrgency)),
                Why::Sorting => {}
            }
            let base = &scene.settings.base;
            let telling = &scene.loaded.telling;
            // Without it the words above say it.
            let _ =
                page.filled("div", |place| telling.why(place, session.known(), asked.ask, base));
        });
    });
}

fn help(graph: &Graph, ask: Ask) -> &str {
    match ask {
        Ask::Screen(id) => &graph.questions[id.index()].help,
        Ask::Single(id) => &graph.finding(id).help,
    }
}
