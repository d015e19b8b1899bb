//! What follows from a wall test: for each sign what it may go with, and what may be worth a try.

use backwise_checker::Observed;
use backwise_checker::observed::{observed, routine};
use backwise_graph::{Graph, Kind, Observation, PageId, Relation, RelationKind, Sign};

use crate::causes::{cause, exercise, named, relation};
use crate::little::{f, known, little, page};

/// A tight chest, which may go with stooping and makes loosening a part worthwhile; and a hollow back.
fn graph() -> Graph {
    let mut graph = little("");
    let stoop = cause(&mut graph, "stoop", 0.3, 1);
    for (slug, sign) in [("chest", Sign::PullChest), ("hollow", Sign::LowBackGapLarge)] {
        let sign_page = page(&mut graph, Kind::Observation, slug);
        graph.observations.push(Observation { page: sign_page, sign });
        let part = page(&mut graph, Kind::Structure, &format!("{slug} part"));
        let helper = page(&mut graph, Kind::Professional, &format!("{slug} helper"));
        relation(&mut graph, sign_page, RelationKind::See, helper);
        relation(&mut graph, sign_page, RelationKind::WorthLoosening, part);
        let stretch = exercise(&mut graph, &format!("{slug} stretch"), 4.0);
        relation(&mut graph, stretch, RelationKind::Stretches, part);
    }
    let chest = named(&graph, "chest");
    relation(&mut graph, chest, RelationKind::MayGoWith, stoop);
    let row = exercise(&mut graph, "row", 4.0);
    relation(&mut graph, row, RelationKind::Eases, stoop);
    let sit = page(&mut graph, Kind::Habit, "sit");
    relation(&mut graph, sit, RelationKind::Eases, stoop);
    graph
}

fn names(graph: &Graph, pages: impl IntoIterator<Item = PageId>) -> String {
    pages.into_iter().map(|id| graph.page(id).slug.clone()).collect::<Vec<_>>().join(", ")
}

fn exercises(graph: &Graph, signs: &[Sign], said: &str) -> String {
    names(graph, routine(graph, signs, &known(said)).iter().map(|item| item.page))
}

#[test]
fn each_sign_tells_its_own() {
    let graph = graph();
    let told = observed(&graph, &[Sign::LowBackGapLarge, Sign::PullChest], &known(""));
    assert_eq!(names(&graph, told.iter().map(|seen| seen.page)), "chest, hollow");
    let [chest, hollow] = &told[..] else { unreachable!("two signs were given") };
    let to = |relations: &[Relation]| names(&graph, relations.iter().map(|r| r.to));
    assert_eq!((chest.sign, hollow.sign), (Sign::PullChest, Sign::LowBackGapLarge));
    assert_eq!((to(&chest.causes).as_str(), to(&hollow.causes).as_str()), ("stoop", ""));
    assert_eq!(to(&chest.structures), "chest part");
    assert_eq!(to(&hollow.see), "hollow helper");
    let of = |seen: &Observed| names(&graph, seen.exercises.iter().map(|e| e.page));
    assert_eq!((of(chest).as_str(), of(hollow).as_str()), ("row, chest stretch", "hollow stretch"));
    assert_eq!(observed(&graph, &[Sign::PullBelly], &known("")), [], "it has no page");
}

#[test]
fn together_they_fill_a_few_minutes_with_exercises() {
    let graph = graph();
    let both = [Sign::PullChest, Sign::LowBackGapLarge];
    assert_eq!(exercises(&graph, &both, ""), "row, chest stretch");
    assert_eq!(exercises(&graph, &both[1..], ""), "hollow stretch");
    assert_eq!(exercises(&graph, &[], ""), "");
}

#[test]
fn after_pain_there_is_nothing_to_do() {
    let graph = graph();
    let signs = [Sign::PullChest, Sign::Pain];
    assert_eq!(exercises(&graph, &signs, ""), "");
    assert!(observed(&graph, &signs, &known(""))[0].exercises.is_empty());
}

#[test]
fn an_answer_and_what_a_sign_may_go_with_speak_against_an_exercise() {
    let mut graph = graph();
    let (row, stretch) = (named(&graph, "row"), named(&graph, "hollow stretch"));
    let numb = graph.finding(f('a')).page;
    let stoop = named(&graph, "stoop");
    relation(&mut graph, row, RelationKind::AvoidWith, numb);
    relation(&mut graph, stretch, RelationKind::AvoidWith, stoop);
    assert_eq!(exercises(&graph, &[Sign::PullChest], "n"), "row, chest stretch");
    assert_eq!(exercises(&graph, &[Sign::PullChest], "y"), "chest stretch");
    assert_eq!(exercises(&graph, &[Sign::PullChest], "?"), "chest stretch");
    assert_eq!(exercises(&graph, &[Sign::LowBackGapLarge], "n"), "hollow stretch");
    let told = observed(&graph, &[Sign::PullChest, Sign::LowBackGapLarge], &known("n"));
    assert!(told[1].exercises.is_empty(), "another sign may go with what speaks against it");
}

#[test]
fn what_many_must_leave_out_is_worth_less_until_they_were_asked() {
    let mut graph = graph();
    let row = named(&graph, "row");
    let common = graph.finding(f('a')).page;
    relation(&mut graph, row, RelationKind::AvoidWith, common);
    // Easing counts twice, so it takes more than half of all to bring it down.
    for (share, leak, expected) in [
        (0.4, 0.05, "row, chest stretch"),
        (0.6, 0.05, "chest stretch, row"),
        (0.0, 0.4, "row, chest stretch"),
        (0.0, 0.6, "chest stretch, row"),
    ] {
        (graph.likelihoods[0].share, graph.likelihoods[0].leak) = (share, leak);
        assert_eq!(exercises(&graph, &[Sign::PullChest], ""), expected, "{share} {leak}");
        assert_eq!(exercises(&graph, &[Sign::PullChest], "n"), "row, chest stretch");
    }
}

#[test]
fn one_sign_has_five_exercises_at_most() {
    let mut graph = graph();
    for at in 0..6 {
        let stoop = cause(&mut graph, &format!("cause {at}"), 0.3, 1);
        let hollow = named(&graph, "hollow");
        relation(&mut graph, hollow, RelationKind::MayGoWith, stoop);
        let more = exercise(&mut graph, &format!("more {at}"), 9.0);
        relation(&mut graph, more, RelationKind::Eases, stoop);
    }
    let told = observed(&graph, &[Sign::LowBackGapLarge], &known(""));
    assert_eq!(told[0].exercises.len(), 5, "their minutes do not count: it is a choice");
}

#[test]
fn only_what_is_worth_training_is_trained() {
    let mut graph = graph();
    let (chest, part) = (named(&graph, "chest"), named(&graph, "hollow part"));
    graph.exercises.iter_mut().for_each(|exercise| exercise.minutes = 1.0);
    relation(&mut graph, chest, RelationKind::Tightens, part);
    assert_eq!(exercises(&graph, &[Sign::PullChest], ""), "row, chest stretch");
    graph.relations.last_mut().expect("it was added").kind = RelationKind::WorthLoosening;
    assert_eq!(exercises(&graph, &[Sign::PullChest], ""), "row, chest stretch, hollow stretch");
}
