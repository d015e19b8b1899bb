//! What is asked next, and when nothing more is.

use backwise_checker::belief::{
    AnswerModel, Candidate, CauseModel, Evidence, Network, Ranking, believe, rank,
};

use crate::random;

/// One cause of prior 0.3, and answers that it alone makes yes, each with effort and unsure.
fn ask(answers: &[(f64, f64, f64)], same: &dyn Fn(&[f64], &[f64]) -> bool) -> Ranking {
    let answer = |&(strength, effort, unsure): &(f64, f64, f64)| {
        let yes_no = AnswerModel::yes_no(0.05, vec![(0, strength)]);
        AnswerModel { effort, unsure, ..yes_no }
    };
    let causes = vec![CauseModel { prior: 0.3, harm: 1.0 }];
    let network = Network::new(causes, answers.iter().map(answer).collect(), Vec::new());
    let network = network.expect("all in range");
    let candidates: Vec<Candidate> = network.answers().map(Candidate::Answer).collect();
    rank(&network, &believe(&network, &Evidence::new()), &candidates, same)
}

/// The places of the answers in the order they should be asked.
fn check(answers: &[(f64, f64, f64)], expected: &[usize]) {
    let place = |candidate| match candidate {
        Candidate::Answer(answer) => answer.index(),
        Candidate::Modifier(modifier) => panic!("{modifier:?} is no candidate"),
    };
    let ranking = ask(answers, &|_, _| false);
    let places: Vec<usize> = ranking.scored.iter().map(|best| place(best.candidate)).collect();
    assert_eq!(places, expected);
}

#[test]
fn the_more_telling_goes_first() {
    check(&[(0.3, 1.0, 0.0), (0.9, 1.0, 0.0), (0.6, 1.0, 0.0)], &[1, 2, 0]);
}

#[test]
fn effort_and_unsure_count_against() {
    check(&[(0.9, 2.0, 0.0), (0.9, 1.0, 0.4), (0.9, 1.0, 0.0)], &[2, 1, 0]);
}

#[test]
fn equals_go_by_place_and_eight_are_kept() {
    check(&[(0.5, 1.0, 0.0); 10], &[0, 1, 2, 3, 4, 5, 6, 7]);
}

#[test]
fn nothing_left_is_a_stop() {
    assert!(ask(&[], &|_, _| false).next().is_none());
}

#[test]
fn nothing_telling_is_a_stop() {
    let answers = [(0.02, 1.0, 0.0)];
    assert!(ask(&answers, &|_, _| false).next().is_none());
    assert!(ask(&[(0.9, 1.0, 0.0)], &|_, _| false).next().is_some());
}

#[test]
fn advice_that_stands_is_a_stop() {
    let shown = |threshold: f64| {
        move |left: &[f64], right: &[f64]| (left[0] >= threshold) == (right[0] >= threshold)
    };
    let answers = [(0.9, 1.0, 0.0)];
    // A yes lifts the cause to 0.89, a no lowers it to 0.04.
    assert!(ask(&answers, &shown(0.95)).next().is_none());
    assert!(ask(&answers, &shown(0.5)).next().is_some());
    assert_eq!(ask(&answers, &shown(0.95)).stability(), 1.0);
    let p_no = 0.95 * (0.7 + 0.3 * 0.1);
    assert!((ask(&answers, &shown(0.5)).stability() - p_no).abs() < 1e-12);
}

/// The screen treats causes as independent; the eight it keeps should hold the best.
#[test]
fn the_screen_keeps_the_best_or_its_like() {
    let mut missed = 0;
    for seed in 0..40 {
        let network = random::clustered(seed % 4, 30, 60, 7.0).network();
        let evidence = random::stress(seed, &network, 5);
        let belief = believe(&network, &evidence);
        let open = network.answers().filter(|&answer| evidence.get(answer).is_none());
        let open: Vec<Candidate> = open.map(Candidate::Answer).collect();
        let best =
            |list: &[Candidate]| rank(&network, &belief, list, &|_, _| false).scored.remove(0);
        let all = open.chunks(8).map(&best).map(|best| best.score).fold(0.0, f64::max);
        let kept = best(&open).score;
        assert!(kept >= 0.9 * all, "{kept} is far from {all}");
        missed += i32::from(kept < all);
    }
    assert!(missed <= 2, "missed {missed} times in 40");
}
