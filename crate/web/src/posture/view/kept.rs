//! What is kept, and what can be done with it.

mod compared;
mod plot;
mod reminders;

use backwise_graph::{Graph, Word};
use backwise_posture::diary::{Place, Refusal};
use backwise_posture::wall::Pull;
use backwise_posture::{Answer, Diary, Entry};

use super::{Choice, button, choice};
use crate::dom::{Page, Stage, calendar};
use crate::posture::answers::{ALL, MEASURE, area};
use crate::posture::kept::{Keeper, Notice, Reason, Store};
use crate::posture::tool::Scene;
use crate::text::{digits, fill, joined};

const SAID: &str = ".kept-said";

/// The box of what is over, and what is kept. Where a page keeps nothing, nothing.
pub fn draw(page: &mut Page, scene: &Scene) {
    let Some(kept) = scene.kept else { return };
    page.within("section.kept", |page| {
        if kept.is_over {
            let is_on = kept.is_ticked;
            let it = Choice { kind: "checkbox", name: "kept-keep", value: "on", is_on };
            choice(page, &it, scene.graph.word(Word::KeptKeep));
            page.leaf("p.note", scene.graph.word(Word::KeptKeepHint));
        }
        page.within("div.kept-said", |page| {
            page.attribute("tabindex", "-1");
            notice(page, scene, kept.notice);
        });
        page.within("div.kept-body", |page| body(page, scene, kept, false));
    });
}

/// Shows what has changed. A notice takes the focus where what was pressed may be gone.
pub fn renew(stage: &Stage, scene: &Scene, kept: &Keeper, is_new: bool, was_pressed: bool) {
    stage.tick("[name=kept-keep]", kept.is_ticked);
    if let Some(mut page) = stage.part(SAID) {
        notice(&mut page, scene, kept.notice);
    }
    if is_new && let Some(mut page) = stage.part(".kept-body") {
        body(&mut page, scene, kept, true);
    }
    let what = if kept.asks { "asks" } else { "" };
    stage.redraw(".kept-ask", what, |page| ask(page, scene, kept.asks));
    match kept.notice {
        Some(_) if was_pressed => stage.focus(SAID),
        Some(it) => stage.announce(scene.graph.word(it.0)),
        None if kept.asks => stage.focus(".kept-question"),
        None => {}
    }
}

fn notice(page: &mut Page, scene: &Scene, notice: Option<Notice>) {
    let Some(Notice(word, why)) = notice else { return };
    page.within("div.notice", |page| {
        page.leaf("p", scene.graph.word(word));
        if let Some(why) = why {
            page.leaf("p", &reason(scene.graph, why));
        }
    });
}

fn reason(graph: &Graph, reason: Reason) -> String {
    let word = match reason {
        Reason::Refused(Refusal::NotOurs) => Word::KeptReasonForeign,
        Reason::Refused(Refusal::Newer) => Word::KeptReasonNewer,
        Reason::Refused(Refusal::Damaged { line }) => {
            return fill(graph.word(Word::KeptReasonLine), &digits(line));
        }
        Reason::Refused(Refusal::Checksum) => Word::KeptReasonAltered,
        Reason::Refused(Refusal::TooLarge) => Word::KeptReasonLarge,
        Reason::Unread => Word::KeptReasonUnread,
    };
    graph.word(word).to_owned()
}

fn body(page: &mut Page, scene: &Scene, kept: &Keeper, is_open: bool) {
    let graph = scene.graph;
    match &kept.store {
        Store::Damaged(_, refusal) => {
            page.leaf("p.error", graph.word(Word::KeptDamaged));
            page.leaf("p", &reason(graph, Reason::Refused(*refusal)));
            page.within("div.kept-actions", |page| {
                button(page, "button", "kept-save", graph.word(Word::KeptSave));
            });
            ask_place(page, scene);
        }
        Store::Diary(diary) if diary.entries().is_empty() => {
            if !kept.is_over {
                fold(page, graph.word(Word::KeptElsewhere), is_open, |page| file(page, scene));
            }
        }
        Store::Diary(diary) if kept.is_over => {
            page.leaf("h3.section-title", graph.word(Word::KeptTitle));
            whole(page, scene, kept, diary);
        }
        Store::Diary(diary) => {
            let title = graph.word(Word::KeptTitle);
            fold(page, title, is_open, |page| whole(page, scene, kept, diary));
        }
    }
}

fn fold(page: &mut Page, title: &str, is_open: bool, inside: impl FnOnce(&mut Page)) {
    page.within("details.fold player-fold", |page| {
        if is_open {
            page.attribute("open", "");
        }
        page.within("summary.fold-summary", |page| page.leaf("h3.kept-title", title));
        inside(page);
    });
}

fn whole(page: &mut Page, scene: &Scene, kept: &Keeper, diary: &Diary) {
    let graph = scene.graph;
    let mut tests = diary.tests().rev();
    if let (Some(later), Some(earlier)) = (tests.next(), tests.next()) {
        compared::draw(page, graph, earlier, later);
    }
    plot::draw(page, graph, diary);
    page.within("details.fold", |page| {
        page.leaf("summary.fold-summary", graph.word(Word::KeptList));
        page.within("ul.kept-list", |page| {
            for entry in diary.entries().iter().rev() {
                let when = calendar::written(entry.when(), &graph.language);
                page.leaf("li", &joined(&[&when, ": ", &name(graph, entry)]));
            }
        });
    });
    reminders::draw(page, graph, &kept.remind);
    page.within("div.kept-actions", |page| {
        button(page, "button", "kept-save", graph.word(Word::KeptSave));
        file(page, scene);
    });
    ask_place(page, scene);
}

/// What it was.
fn name(graph: &Graph, entry: &Entry) -> String {
    let Entry::Routine(routine) = entry else { return graph.word(Word::WallTitle).to_owned() };
    let mut name = String::new();
    for done in routine.done() {
        let id = done.exercise.as_str();
        let mut pages = graph.exercises.iter().map(|exercise| graph.page(exercise.page));
        // One that is no more is told by its id.
        let title = pages.find(|page| page.slug == id).map_or(id, |page| page.title.as_str());
        name.push_str(if name.is_empty() { "" } else { ", " });
        name.push_str(title);
    }
    name
}

fn file(page: &mut Page, scene: &Scene) {
    page.within("label.kept-file", |page| {
        page.leaf("span", scene.graph.word(Word::KeptTake));
        page.within("input.kept-input", |page| {
            page.attribute("type", "file");
            page.attribute("name", "kept-file");
            page.attribute("accept", ".txt,text/plain");
        });
    });
}

fn ask_place(page: &mut Page, scene: &Scene) {
    page.within("div.kept-ask", |page| ask(page, scene, false));
}

fn ask(page: &mut Page, scene: &Scene, asks: bool) {
    let graph = scene.graph;
    if !asks {
        button(page, "button", "kept-delete", graph.word(Word::KeptDelete));
        return;
    }
    page.within("p.kept-question", |page| {
        page.attribute("tabindex", "-1");
        page.text(graph.word(Word::KeptDeleteAsk));
    });
    page.within("div.kept-actions", |page| {
        button(page, "button", "kept-delete-yes", graph.word(Word::KeptDeleteYes));
        button(page, "button", "kept-delete-no", graph.word(Word::KeptDeleteNo));
    });
}

/// The name of what was asked about.
fn place(graph: &Graph, place: Place) -> &str {
    graph.word(match place {
        Place::Point(point) => ALL[point as usize].0,
        Place::Area(it) => area(it),
        Place::HeadToWall => ALL[MEASURE].0,
    })
}

fn answer(graph: &Graph, answer: Answer) -> &str {
    let mut choices = ALL.iter().flat_map(|(_, choices)| *choices);
    let word = match answer {
        Answer::Area(_, Pull::Yes) => Some(Word::KeptPulled),
        Answer::Area(_, Pull::No) => Some(Word::KeptPulledNot),
        _ => choices.find(|(other, _)| *other == answer).map(|(_, word)| *word),
    };
    graph.word(word.unwrap_or(Word::NotSure))
}
