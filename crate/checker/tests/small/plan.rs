//! What to do: what the graph justifies, the best of it, within a few minutes, and nothing that is to be left out.

use backwise_checker::Checker;
use backwise_checker::assessment::{assess, assess_after};
use backwise_checker::plan::PlanItem;
use backwise_graph::{Graph, Kind, Observation, PageId, RelationKind, Sign};

use crate::causes::{cause, exercise, named, relation, shows};
use crate::little::{f, known, little, page};

/// A muscle, which `a` speaks for; nothing helps it yet.
pub fn graph() -> Graph {
    let mut graph = little("");
    let muscle = cause(&mut graph, "muscle", 0.3, 1);
    shows(&mut graph, muscle, 'a', 230);
    graph
}

/// An exercise of so many minutes that eases the muscle so much.
pub fn eases(graph: &mut Graph, slug: &str, minutes: f32, strength: f32) -> PageId {
    let exercise = exercise(graph, slug, minutes);
    let muscle = named(graph, "muscle");
    relation(graph, exercise, RelationKind::Eases, muscle);
    graph.relations.last_mut().expect("it was added").strength = strength;
    exercise
}

fn habit(graph: &mut Graph, slug: &str) {
    let habit = page(graph, Kind::Habit, slug);
    let muscle = named(graph, "muscle");
    relation(graph, habit, RelationKind::Eases, muscle);
}

pub fn plan(graph: &Graph, said: &str) -> Vec<PlanItem> {
    let checker = Checker::new(graph.clone()).expect("its numbers are in range");
    assess(&checker, &known(said)).plan
}

fn names(graph: &Graph, plan: &[PlanItem]) -> String {
    plan.iter().map(|item| graph.page(item.page).slug.as_str()).collect::<Vec<_>>().join(" ")
}

pub fn check(graph: &Graph, said: &str, expected: &str) {
    assert_eq!(names(graph, &plan(graph, said)), expected, "after {said}");
}

#[test]
fn the_best_five_are_taken() {
    let mut graph = graph();
    for (slug, strength) in [("r", 0.4), ("s", 0.9), ("t", 0.5), ("u", 0.8), ("v", 0.7), ("w", 0.6)]
    {
        eases(&mut graph, slug, 1.0, strength);
    }
    check(&graph, "y", "s u v w t");
    check(&graph, "n", "");
}

#[test]
fn nine_minutes_are_enough_and_what_fits_after_it_is_taken() {
    let mut graph = graph();
    for (slug, minutes, strength) in [("r", 5.0, 0.9), ("s", 4.5, 0.8), ("t", 4.0, 0.7)] {
        eases(&mut graph, slug, minutes, strength);
    }
    let plan = plan(&graph, "y");
    assert_eq!(names(&graph, &plan), "r t");
    assert_eq!(plan.iter().map(|item| item.minutes).collect::<Vec<_>>(), [5.0, 4.0]);
}

#[test]
fn habits_are_two_unless_there_is_little_else() {
    let mut graph = graph();
    ["r", "s", "t", "u"].into_iter().for_each(|slug| habit(&mut graph, slug));
    check(&graph, "y", "r s t");
    eases(&mut graph, "v", 2.0, 1.0);
    check(&graph, "y", "r s v");
}

#[test]
fn one_more_for_the_same_reason_waits_for_the_others() {
    let mut graph = graph();
    let muscle = named(&graph, "muscle");
    let part = page(&mut graph, Kind::Structure, "part");
    relation(&mut graph, muscle, RelationKind::Tightens, part);
    for slug in ["first", "second"] {
        let stretch = exercise(&mut graph, slug, 4.0);
        relation(&mut graph, stretch, RelationKind::Stretches, part);
    }
    eases(&mut graph, "other", 4.0, 0.1);
    check(&graph, "y", "first other");
}

#[test]
fn what_speaks_against_it_leaves_it_out_and_what_nobody_asked_stands_there() {
    let mut graph = graph();
    let row = eases(&mut graph, "row", 1.0, 1.0);
    let numb = graph.finding(f('h')).page;
    relation(&mut graph, row, RelationKind::AvoidWith, numb);
    check(&graph, "y------y", "");
    check(&graph, "y------?", "");
    check(&graph, "y------n", "row");
    assert!(plan(&graph, "y------n")[0].avoid.is_empty());
    let avoid = &plan(&graph, "y")[0].avoid;
    assert_eq!(avoid.iter().map(|r| (r.from, r.to)).collect::<Vec<_>>(), [(row, numb)]);
}

#[test]
fn a_cause_that_fits_speaks_against_it_shown_or_not() {
    let mut graph = graph();
    let row = eases(&mut graph, "row", 1.0, 1.0);
    for at in 0..6 {
        let bone = cause(&mut graph, &format!("bone {at}"), 0.3, 10 - at);
        shows(&mut graph, bone, 'b', 230);
        shows(&mut graph, bone, ['c', 'd', 'e', 'f', 'g', 'h'][usize::from(at)], 230);
    }
    graph.causes[0].harm = 99;
    check(&graph, "yyyyyyyy", "row");
    let (first, last) = (named(&graph, "bone 0"), named(&graph, "bone 5"));
    relation(&mut graph, row, RelationKind::AvoidWith, last);
    check(&graph, "yyyyyyyy", "");
    check(&graph, "ynnnnnnn", "row");
    graph.relations.last_mut().expect("it was added").to = first;
    check(&graph, "yyyyyyyy", "");
}

#[test]
fn a_wall_test_makes_what_it_speaks_for_worth_more_and_adds_nothing() {
    let mut graph = graph();
    graph.sign_factor = 1.2;
    eases(&mut graph, "first", 1.0, 0.6);
    let second = eases(&mut graph, "second", 1.0, 0.55);
    let (part, sign) =
        (page(&mut graph, Kind::Structure, "part"), page(&mut graph, Kind::Observation, "sign"));
    graph.observations.push(Observation { page: sign, sign: Sign::PullChest });
    relation(&mut graph, sign, RelationKind::WorthLoosening, part);
    let new = exercise(&mut graph, "new", 1.0);
    [second, new].into_iter().for_each(|e| relation(&mut graph, e, RelationKind::Stretches, part));
    let checker = Checker::new(graph.clone()).expect("its numbers are in range");
    let after = |signs: &[Sign]| names(&graph, &assess_after(&checker, &known("y"), signs).plan);
    assert_eq!(after(&[]), "first second");
    assert_eq!(after(&[Sign::PullBelly]), "first second");
    assert_eq!(after(&[Sign::PullChest]), "second first");
}

#[test]
fn what_helps_another_cause_or_one_that_fits_little_is_left_out() {
    let mut graph = graph();
    let rare = cause(&mut graph, "rare", 0.01, 99);
    shows(&mut graph, rare, 'b', 60);
    let part = page(&mut graph, Kind::Structure, "part");
    relation(&mut graph, rare, RelationKind::Tightens, part);
    let stretch = exercise(&mut graph, "stretch", 1.0);
    relation(&mut graph, stretch, RelationKind::Stretches, part);
    eases(&mut graph, "row", 1.0, 0.1);
    check(&graph, "yn", "row");
    check(&graph, "ny", "");
    graph.causes[1].prior = 0.3;
    check(&graph, "ny", "stretch");
}
