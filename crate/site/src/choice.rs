//! What readers choose exercises by, without a script: what an exercise works on, and how one is placed for it.
//! Each choice is a number; an exercise names those it goes with, and `style/exercises.css` hides the others.

use std::collections::BTreeSet;

use backwise_compiler::Drawing;
use backwise_figure::Prop;
use backwise_graph::{Kind, RelationKind};
use serde::Serialize;

use crate::index::Index;
use crate::picture::drawing;

/// Choices of one sort.
#[derive(Serialize)]
pub struct Choices {
    pub title: &'static str,
    pub choices: Vec<Choice>,
}

#[derive(Serialize)]
pub struct Choice {
    pub number: usize,
    pub title: String,
    /// The exercises that go with it, by page.
    #[serde(skip)]
    pub pages: BTreeSet<usize>,
}

/// All choices among the exercises: those that leave some and not all.
#[must_use]
pub fn choices(index: &Index) -> Vec<Choices> {
    let exercises: Vec<_> = index.content.of_kind(Kind::Exercise).map(|(at, _)| at).collect();
    let mut number = 0;
    let mut numbered = |title, all: Vec<(String, BTreeSet<usize>)>| {
        let telling = all.into_iter().filter(|(_, it)| (2..exercises.len()).contains(&it.len()));
        let choices = telling.map(|(title, pages)| {
            number += 1;
            Choice { number, title, pages }
        });
        Choices { title, choices: choices.collect() }
    };
    let all = vec![
        numbered("What it works on", areas(index, &exercises)),
        numbered("How you are placed", places(index, &exercises)),
    ];
    all.into_iter().filter(|choices| !choices.choices.is_empty()).collect()
}

/// The numbers of the choices that a page goes with.
#[must_use]
pub fn of(choices: &[Choices], at: usize) -> Vec<usize> {
    let all = choices.iter().flat_map(|choices| &choices.choices);
    all.filter(|choice| choice.pages.contains(&at)).map(|choice| choice.number).collect()
}

/// The parts of the body that have parts of their own, and the exercises for any of these.
fn areas(index: &Index, exercises: &[usize]) -> Vec<(String, BTreeSet<usize>)> {
    let content = index.content;
    let is_whole = |at: &usize| {
        let parts = index.to.get(at).into_iter().flatten();
        parts.filter(|s| s.kind == RelationKind::PartOf).count() > 1
    };
    let wholes = content.of_kind(Kind::Structure).map(|(at, _)| at).filter(is_whole);
    let mut areas: Vec<_> = wholes
        .map(|whole| {
            let pages = exercises.iter().copied().filter(|at| works_on(index, *at, whole));
            (content.pages[whole].title.text.clone(), pages.collect())
        })
        .collect();
    areas.sort();
    areas
}

fn works_on(index: &Index, exercise: usize, whole: usize) -> bool {
    use RelationKind::{Mobilises, Strengthens, Stretches};
    let stated = index.from.get(&exercise).into_iter().flatten();
    let mut targets = stated.filter(|s| matches!(s.kind, Strengthens | Stretches | Mobilises));
    targets.any(|s| is_within(index, s.to, whole, 8))
}

/// Whether a structure is `whole` or, in so many steps, a part of it.
fn is_within(index: &Index, structure: usize, whole: usize, n_steps: usize) -> bool {
    let stated = index.from.get(&structure).into_iter().flatten();
    let mut wholes = stated.filter(|s| s.kind == RelationKind::PartOf);
    structure == whole || n_steps > 0 && wholes.any(|s| is_within(index, s.to, whole, n_steps - 1))
}

/// How one is placed, as the picture has it.
fn places(index: &Index, exercises: &[usize]) -> Vec<(String, BTreeSet<usize>)> {
    let place = |at: &usize| drawing(&index.content.pages[*at]).and_then(place);
    let places = ["Standing", "Sitting", "Lying", "On hands or knees"].map(|name| {
        let pages = exercises.iter().copied().filter(|at| place(at) == Some(name));
        (name.to_owned(), pages.collect())
    });
    places.into()
}

fn place(drawing: &Drawing) -> Option<&'static str> {
    if drawing.figure.props.contains(&Prop::Chair) {
        return Some("Sitting");
    }
    let first = &drawing.rests.first()?.text;
    let part = first.trim_start_matches("left-").trim_start_matches("right-");
    Some(match part {
        "feet" | "foot" | "toes" => "Standing",
        "back" | "chest" | "hips" | "seat" => "Lying",
        _ => "On hands or knees",
    })
}
