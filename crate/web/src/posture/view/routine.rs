//! The screens of a routine.

use backwise_graph::Word;

use super::{button, heading, kept, rules, sound};
use crate::dom::Page;
use crate::excerpt::picture;
use crate::posture::routine::Play;
use crate::posture::tool::Scene;
use crate::text::{digits, fill, joined};

pub fn start(page: &mut Page, scene: &Scene, play: &Play) {
    let graph = scene.graph;
    match play.exercises.as_slice() {
        [_] => heading(page, &fill(graph.word(Word::RoutineOne), play.title(0))),
        _ => heading(page, graph.word(Word::RoutineTitle)),
    }
    let minutes = play.routine.player().left().ms().div_ceil(60_000) as usize;
    page.leaf("p.lead", &fill(graph.word(Word::RoutineLength), &digits(minutes)));
    for item in 0..play.exercises.len() {
        entry(page, scene, play, item);
    }
    rules(page, scene, play.rules());
    sound(page, scene);
    button(page, "button.button-primary", "play-start", graph.word(Word::PlayStart));
    kept::draw(page, scene);
}

fn entry(page: &mut Page, scene: &Scene, play: &Play, item: usize) {
    let exercise = play.exercise(item);
    page.within("article.plan-item", |page| {
        if play.exercises.len() > 1 {
            page.within("h3.plan-title", |page| {
                scene.links().to_page(page, "a", exercise.page);
            });
        }
        picture::row(page, &exercise.positions);
        page.leaf("p", &exercise.dose);
    });
}

pub fn none(page: &mut Page, scene: &Scene) {
    let graph = scene.graph;
    heading(page, graph.word(Word::RoutineTitle));
    page.leaf("p.lead", graph.word(Word::RoutineNone));
    page.within("p.actions", |page| {
        page.within("a", |page| {
            page.attribute("href", &joined(&[scene.base, "exercises.html"]));
            page.text(graph.word(Word::WallWayOutExercises));
        });
    });
}

pub fn done(page: &mut Page, scene: &Scene, play: &Play) {
    let graph = scene.graph;
    heading(page, graph.word(Word::RoutineDoneTitle));
    let is_whole = play.is_whole();
    let word = if is_whole { Word::RoutineDone } else { Word::RoutinePartly };
    page.leaf("p.lead", graph.word(word));
    if play.has_missed() {
        super::gap(page, scene, play.routine.player().gaps());
        button(page, "button.button-primary", "play-missed", graph.word(Word::RoutineMissed));
    }
    kept::draw(page, scene);
    button(page, "button", "play-again", graph.word(Word::PlayAgain));
}
