//! The screens of the wall test.

use backwise_checker::Known;
use backwise_checker::observed::{Observed, observed, routine};
use backwise_checker::plan::PlanItem;
use backwise_graph::{Relation, Word};
use backwise_posture::diary::Place as Asked;
use backwise_posture::wall::{ASK, FORWARD, GET_THERE, HOLD, Limits};
use backwise_posture::{Area, Ran, Span, Variant};

use super::{
    Choice, button, choice, choices, contact, error_place, gap, heading, kept, rules, sound,
};
use crate::dom::{Page, Stage};
use crate::excerpt::{picture, plan};
use crate::posture::answers::{ALL, MEASURE, area, first, group};
use crate::posture::tool::Scene;
use crate::posture::wall::Wall;
use crate::signs::signs;
use crate::text::{digits, joined};

pub fn start(page: &mut Page, scene: &Scene, wall: &Wall) {
    let graph = scene.graph;
    heading(page, graph.word(Word::WallTitle));
    page.leaf("p.lead", graph.word(Word::WallIntro));
    page.leaf("p", graph.word(Word::WallHandsFree));
    choices(page, graph.word(Word::WallVariant), |page| {
        let words = [Word::WallStanding, Word::WallSeated, Word::WallCannot];
        let variants = [Variant::Standing, Variant::Seated, Variant::CannotStand];
        for (at, (word, variant)) in words.into_iter().zip(variants).enumerate() {
            let (value, is_on) = (digits(at), variant == wall.setup.variant);
            let it = Choice { kind: "radio", name: "variant", value: &value, is_on };
            choice(page, &it, graph.word(word));
        }
    });
    page.within("div.way", |page| way(page, wall));
    rules(page, scene, wall.rules());
    let it =
        Choice { kind: "checkbox", name: "measure", value: "on", is_on: wall.setup.head_to_wall };
    page.within("div.choices", |page| choice(page, &it, graph.word(Word::WallMeasure)));
    lengths(page, scene, wall);
    sound(page, scene);
    button(page, "button.button-primary", "play-start", graph.word(Word::PlayStart));
    page.leaf("p.note", graph.word(Word::Privacy));
    page.leaf("p.note", graph.word(Word::NotReviewed));
    kept::draw(page, scene);
}

/// On the first screen: the pictures of the way that was chosen.
pub fn renew(stage: &Stage, wall: &Wall) {
    let chosen = digits(wall.setup.variant as usize);
    stage.redraw(".way", &chosen, |page| way(page, wall));
}

fn way(page: &mut Page, wall: &Wall) {
    picture::row(page, wall.positions());
}

fn lengths(page: &mut Page, scene: &Scene, wall: &Wall) {
    let setup = &wall.setup;
    page.within("details.fold player-fold", |page| {
        page.leaf("summary.fold-summary", scene.graph.word(Word::WallTimes));
        length(page, scene, ("get-there", Word::WallTimeGetThere), (setup.get_there, GET_THERE));
        length(page, scene, ("ask", Word::WallTimeAsk), (setup.ask, ASK));
        length(page, scene, ("forward", Word::WallTimeForward), (setup.forward, FORWARD));
        length(page, scene, ("hold", Word::WallTimeHold), (setup.hold, HOLD));
    });
}

fn length(page: &mut Page, scene: &Scene, (name, word): (&str, Word), of: (Span, Limits)) {
    let seconds = |span: Span| digits((span.ms() / 1000) as usize);
    let (value, limits) = of;
    page.within("label.number", |page| {
        page.leaf("span", scene.graph.word(word));
        page.within("input.number-input", |page| {
            page.attribute("type", "number");
            page.attribute("inputmode", "numeric");
            page.attribute("name", name);
            page.attribute("min", &seconds(limits.least));
            page.attribute("max", &seconds(limits.most));
            page.attribute("value", &seconds(value));
        });
        page.leaf("span", scene.graph.word(Word::PlaySeconds));
    });
}

pub fn touch(page: &mut Page, scene: &Scene, wall: &Wall) {
    let graph = scene.graph;
    let is_seated = wall.setup.variant == Variant::Seated;
    let title = if is_seated { Word::WallTouchTitleSeated } else { Word::WallTouchTitle };
    heading(page, graph.word(title));
    page.leaf("p", graph.word(Word::WallTouchHint));
    if let Some(position) = wall.positions().first() {
        contact::draw(page, graph, (graph.word(title), position), wall.setup.variant.points());
    }
    for point in wall.setup.variant.points() {
        let answered = Asked::Point(*point).answer(wall.test.answers());
        asked(page, scene, *point as usize, |answer| answered == Some(answer));
    }
    button(page, "button.button-primary", "next", graph.word(Word::Next));
}

fn asked(
    page: &mut Page,
    scene: &Scene,
    at: usize,
    is_on: impl Fn(backwise_posture::Answer) -> bool,
) {
    let (title, answers) = ALL[at];
    choices(page, scene.graph.word(title), |page| {
        for (i, (answer, word)) in answers.iter().enumerate() {
            let (name, value) = (group(at), digits(first(at) + i));
            let it = Choice { kind: "radio", name: &name, value: &value, is_on: is_on(*answer) };
            choice(page, &it, scene.graph.word(*word));
        }
    });
}

pub fn areas(page: &mut Page, scene: &Scene, wall: &Wall) {
    let graph = scene.graph;
    heading(page, graph.word(Word::AreasTitle));
    page.leaf("p", graph.word(Word::AreasHint));
    error_place(page);
    page.within("div.choices", |page| {
        page.attribute("role", "group");
        page.attribute("aria-label", graph.word(Word::AreasTitle));
        for (at, (it, is_on)) in Area::ALL.into_iter().zip(wall.ticked).enumerate() {
            let it = (graph.word(area(it)), digits(at), is_on);
            tick(page, it);
        }
        page.leaf("p.or", graph.word(Word::Or));
        tick(page, (graph.word(Word::AreasNowhere), digits(Area::ALL.len()), wall.nowhere));
    });
    button(page, "button.button-primary", "next", graph.word(Word::Next));
    button(page, "button.button-link", "play-it-hurt", graph.word(Word::AreasHurt));
}

fn tick(page: &mut Page, (text, value, is_on): (&str, String, bool)) {
    let it = Choice { kind: "checkbox", name: "area", value: &value, is_on };
    choice(page, &it, text);
}

pub fn measure(page: &mut Page, scene: &Scene) {
    let graph = scene.graph;
    heading(page, graph.word(Word::MeasureTitle));
    page.leaf("p", graph.word(Word::MeasureText));
    asked(page, scene, MEASURE, |_| false);
    button(page, "button.button-primary", "next", graph.word(Word::Next));
}

pub fn way_out(page: &mut Page, scene: &Scene) {
    let graph = scene.graph;
    heading(page, graph.word(Word::WallWayOutTitle));
    page.leaf("p.lead", graph.word(Word::WallWayOut));
    page.within("p.actions", |page| {
        for (to, word) in
            [("check.html", Word::Title), ("exercises.html", Word::WallWayOutExercises)]
        {
            page.within("a", |page| {
                page.attribute("href", &joined(&[scene.base, to]));
                page.text(graph.word(word));
            });
        }
    });
    button(page, "button", "play-again", graph.word(Word::Back));
}

/// What was noticed, what it may go with, and what cannot be told. No number, no better or worse.
pub fn result(page: &mut Page, scene: &Scene, wall: &Wall) {
    let graph = scene.graph;
    heading(page, graph.word(Word::WallResultTitle));
    let is_whole = wall.test.hold() == Ran::Whole;
    let held = if is_whole { Word::WallHeld } else { Word::WallHeldNot };
    page.leaf("p.lead", graph.word(held));
    gap(page, scene, wall.test.player().gaps());
    if wall.test.offers_repeat() {
        button(page, "button.button-primary", "play-repeat", graph.word(Word::WallRepeat));
    }
    let (signs, nothing) = (signs(wall.test.answers()), Known::nothing(graph.findings.len()));
    if signs.is_empty() {
        page.leaf("p", graph.word(Word::WallNothing));
    }
    for observed in observed(graph, &signs, &nothing) {
        observation(page, scene, &observed);
    }
    worth_trying(page, scene, &routine(graph, &signs, &nothing));
    kept::draw(page, scene);
    page.within("p.actions", |page| {
        button(page, "button", "play-again", graph.word(Word::PlayAgain));
        if let Some(test) = graph.self_tests.first() {
            page.within("a", |page| {
                page.attribute("href", &scene.links().address(test.page));
                page.text(graph.word(Word::WallMore));
            });
        }
    });
    page.leaf("p.note", graph.word(Word::NotReviewed));
}

fn observation(page: &mut Page, scene: &Scene, observed: &Observed) {
    let links = scene.links();
    page.within("article.fit", |page| {
        page.within("h3.fit-title", |page| links.to_page(page, "a", observed.page));
        page.leaf("p", &scene.graph.page(observed.page).summary);
        for (word, relations) in [
            (Word::WallWith, &observed.causes),
            (Word::WallStructures, &observed.structures),
            (Word::SeeTitle, &observed.see),
        ] {
            said(page, scene, word, relations);
        }
    });
}

/// What a sign speaks of, each with where that is written.
fn said(page: &mut Page, scene: &Scene, title: Word, relations: &[Relation]) {
    if relations.is_empty() {
        return;
    }
    page.leaf("h4.reasons-title", scene.graph.word(title));
    page.within("ul.reasons", |page| {
        for relation in relations {
            page.within("li.reason", |page| {
                scene.links().to_page(page, "a", relation.to);
                scene.links().receipts(page, &relation.receipts);
            });
        }
    });
}

fn worth_trying(page: &mut Page, scene: &Scene, items: &[PlanItem]) {
    if items.is_empty() {
        return;
    }
    page.within("section.section", |page| {
        page.leaf("h3.section-title", scene.graph.word(Word::WallTry));
        page.leaf("p", scene.graph.word(Word::WallTryText));
        items.iter().for_each(|item| plan::entry(page, scene.links(), item));
        plan::player(page, scene.links(), items);
    });
}
