//! What the shipped exercises say in words of how much, and what is played, are the same.

use backwise_graph::{Dose, Exercise, Graph, Work};
use backwise_tests::journey;

/// The amounts in a text: `5`, `2 or 3`, `10 to 15`.
fn amounts(text: &str) -> Vec<(u16, u16)> {
    let words: Vec<&str> = text.split([' ', ',']).collect();
    let number = |at: usize| words.get(at)?.parse::<u16>().ok();
    let mut found = Vec::new();
    for at in 0..words.len() {
        let is_range = matches!(words.get(at + 1), Some(&"to" | &"or"));
        let most = number(at + 2).filter(|_| is_range).or(number(at));
        found.extend(number(at).zip(most));
    }
    found
}

fn is_said(exercise: &Exercise, n: u16) -> bool {
    amounts(&exercise.dose).iter().any(|(least, most)| (*least..=*most).contains(&n))
}

/// How much one set is, in each way in which words may say it.
fn in_words(exercise: &Exercise, dose: &Dose) -> Vec<u16> {
    match dose.work {
        Work::Hold(length) => vec![length, length / 60],
        // Sides that alternate are counted together on the clock, and each for itself in words.
        Work::Reps { count, .. } if exercise.dose.contains("side") => vec![count / 2],
        Work::Reps { count, pace, .. } => vec![count, count * pace],
    }
}

fn graph() -> Graph {
    journey::checker().graph().clone()
}

#[test]
fn what_is_played_lies_within_what_is_said() {
    let graph = graph();
    for exercise in &graph.exercises {
        let (name, dose) = (&graph.page(exercise.page).slug, &exercise.play.usual);
        let sets = in_words(exercise, dose);
        assert!(sets.iter().any(|n| is_said(exercise, *n)), "{name} plays {sets:?}");
        assert!(dose.sets == 1 || is_said(exercise, dose.sets.into()), "{name}: its sets");
        if let Work::Reps { held, .. } = dose.work
            && exercise.dose.contains("held")
        {
            assert!(is_said(exercise, held), "{name} holds {held}");
        }
    }
}

#[test]
fn every_exercise_fits_a_plan_of_eight_minutes() {
    let graph = graph();
    for exercise in &graph.exercises {
        let name = &graph.page(exercise.page).slug;
        assert!((0.25..=6.0).contains(&exercise.minutes), "{name}: {}", exercise.minutes);
        let neighbours = exercise.play.easier.iter().chain(&exercise.play.harder);
        neighbours.for_each(|way| assert!(!way.text.is_empty(), "{name}"));
        assert!(!exercise.play.easier.is_empty(), "{name} has no easier way");
    }
}
