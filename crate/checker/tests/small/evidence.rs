//! What answers say of causes: which count, and by how much.

use backwise_checker::Checker;
use backwise_graph::{CauseId, Choose, Graph, Modifier, Stage};

use crate::causes::{cause, shows};
use crate::little::{f, known, little, screen};

/// A cause in one of five that shows `a`; `b` raises it; of `c`, `d` and `e` one is so, and `c` and `e` bear on it.
fn graph() -> Graph {
    let mut graph = little("ab");
    let muscle = cause(&mut graph, "muscle", 0.2, 1);
    shows(&mut graph, muscle, 'a', 204);
    screen(&mut graph, Stage::Who, Choose::One, "cde");
    for (finding, share, factors) in [
        ('b', 0.3, Some((3.0, 0.5))),
        ('c', 0.2, Some((2.0, 1.0))),
        ('d', 0.4, None),
        ('e', 0.2, Some((0.25, 1.0))),
    ] {
        let likelihood = &mut graph.likelihoods[f(finding).index()];
        likelihood.share = share;
        let modifier = |(yes, no)| Modifier { cause: CauseId::new(0), yes, no };
        likelihood.modifiers.extend(factors.map(modifier));
    }
    graph
}

/// The odds of the cause after that, as a multiple of those before.
fn check(graph: &Graph, said: &str, expected: f64) {
    let checker = Checker::new(graph.clone()).expect("its numbers are in range");
    let posterior = checker.belief(&known(said)).posteriors()[0];
    let times = posterior / (1.0 - posterior) / 0.25;
    assert!((times - expected).abs() < 1e-6, "{times} times after {said}, and not {expected}");
}

#[test]
fn a_symptom_weighs_by_how_often_the_cause_and_nothing_shows_it() {
    let graph = graph();
    check(&graph, "y", (1.0 - 0.95 * 0.2) / 0.05);
    check(&graph, "n", 0.2);
}

#[test]
fn what_is_not_known_says_nothing() {
    let graph = graph();
    for said in ["", "?", "x", "-?", "-x", "--???", "--xxx"] {
        check(&graph, said, 1.0);
    }
}

#[test]
fn a_risk_multiplies_the_odds_by_what_it_says() {
    let graph = graph();
    check(&graph, "-y", 3.0);
    check(&graph, "-n", 0.5);
}

#[test]
fn of_exclusive_options_only_the_one_chosen_counts() {
    let graph = graph();
    check(&graph, "--ynn", 2.0);
    check(&graph, "--nyn", 1.0);
    check(&graph, "--nny", 0.25);
    check(&graph, "--nnn", 1.0);
    check(&graph, "-yynn", 6.0);
}

#[test]
fn each_of_the_options_may_bear_on_a_cause() {
    let mut graph = graph();
    let modifier = Modifier { cause: CauseId::new(0), yes: 1.5, no: 1.0 };
    graph.likelihoods[f('d').index()].modifiers.push(modifier);
    check(&graph, "--ynn", 2.0);
    check(&graph, "--nyn", 1.5);
}

#[test]
fn options_of_which_one_is_of_unknown_share_say_nothing() {
    let mut graph = graph();
    graph.likelihoods[f('d').index()].share = 0.0;
    check(&graph, "--ynn", 1.0);
    check(&graph, "-yynn", 3.0);
}

#[test]
fn several_risks_are_told_apart() {
    let mut graph = graph();
    let likelihood = &mut graph.likelihoods[f('g').index()];
    likelihood.share = 0.5;
    likelihood.modifiers = vec![Modifier { cause: CauseId::new(0), yes: 5.0, no: 0.8 }];
    check(&graph, "-y----n", 3.0 * 0.8);
    check(&graph, "-n----y", 0.5 * 5.0);
    check(&graph, "--ynn-y", 2.0 * 5.0);
}
