//! Which causes fit, with the answers for and against each.

use backwise_checker::Checker;
use backwise_checker::fit::{CauseFit, fits, shown};
use backwise_graph::{
    CauseId, Choose, FindingId, Fit, Graph, Modifier, Receipt, RelationKind, Stage,
};

use crate::causes::{cause, named, relation, shows};
use crate::little::{f, findings, known, little, screen};

/// A muscle that shows `a` mostly and `b` at times; `c` raises it; it is felt at `g`, and not at `h`.
fn graph() -> Graph {
    let mut graph = little("");
    let muscle = cause(&mut graph, "muscle", 0.3, 1);
    for (finding, strength) in [('a', 230), ('b', 76), ('g', 200)] {
        shows(&mut graph, muscle, finding, strength);
        let shows = graph.relations.last_mut().expect("it was added");
        shows.strength = f32::from(strength) / 255.0;
        shows.receipts = vec![Receipt { page: muscle, passage: u16::from(strength) }];
    }
    screen(&mut graph, Stage::Where, Choose::Many, "gh");
    raises(&mut graph, 3.0, 0.5);
    graph
}

fn raises(graph: &mut Graph, yes: f32, no: f32) {
    let (risk, muscle) = (graph.finding(f('c')).page, named(graph, "muscle"));
    relation(graph, risk, RelationKind::Raises, muscle);
    let likelihood = &mut graph.likelihoods[f('c').index()];
    likelihood.share = 0.3;
    likelihood.modifiers = vec![Modifier { cause: CauseId::new(0), yes, no }];
}

fn all(graph: &Graph, said: &str) -> Vec<CauseFit> {
    let checker = Checker::new(graph.clone()).expect("its numbers are in range");
    fits(&checker, &known(said), &checker.belief(&known(said)))
}

/// The answers for and against the muscle.
fn check(graph: &Graph, said: &str, speak_for: &str, against: &str) {
    let fit = &all(graph, said)[0];
    let of = |reasons: &[backwise_checker::fit::Reason]| -> Vec<FindingId> {
        reasons.iter().map(|reason| reason.finding).collect()
    };
    assert_eq!(of(&fit.reasons_for), findings(speak_for), "after {said}");
    assert_eq!(of(&fit.reasons_against), findings(against), "after {said}");
    assert!(fit.reasons_for.iter().all(|reason| reason.weight > 0.0));
    assert!(fit.reasons_against.iter().all(|reason| reason.weight < 0.0));
}

#[test]
fn a_yes_speaks_for_and_a_no_against_the_weightiest_first() {
    let graph = graph();
    check(&graph, "", "", "");
    check(&graph, "?", "", "");
    check(&graph, "y", "a", "");
    check(&graph, "n", "", "a");
    check(&graph, "yy", "ab", "");
    check(&graph, "nn", "", "ab");
    check(&graph, "ny", "b", "a");
}

#[test]
fn a_risk_counts_by_what_it_does_to_the_odds() {
    let mut graph = graph();
    check(&graph, "--y", "c", "");
    check(&graph, "--n", "", "c");
    check(&graph, "--?", "", "");
    check(&graph, "--x", "", "");
    let weight = all(&graph, "--y")[0].reasons_for[0].weight;
    assert!((weight - 4.771).abs() < 0.001, "ten times the logarithm of three");
    raises(&mut graph, 1.2, 0.9);
    check(&graph, "--y", "", "");
    check(&graph, "--n", "", "");
    // Not to have what makes it rarer is no reason that a reader could follow.
    raises(&mut graph, 0.5, 2.0);
    check(&graph, "--y", "", "c");
    check(&graph, "--n", "", "");
}

#[test]
fn a_reason_names_the_passage_that_states_it() {
    let graph = graph();
    let reason = &all(&graph, "y")[0].reasons_for[0];
    assert_eq!(reason.receipts, [Receipt { page: named(&graph, "muscle"), passage: 230 }]);
    graph
        .relations
        .iter()
        .for_each(|r| assert_eq!(r.to == named(&graph, "muscle"), r.receipts.is_empty()));
}

#[test]
fn what_would_tell_and_is_not_known_is_named() {
    let mut graph = graph();
    let unknown = |graph: &Graph, said| all(graph, said)[0].unknown.clone();
    assert_eq!(unknown(&graph, ""), findings("ag"), "`b` is shown too seldom");
    assert_eq!(unknown(&graph, "?"), findings("ag"));
    assert_eq!(unknown(&graph, "y"), findings("g"));
    assert_eq!(unknown(&graph, "n-----n"), findings(""));
    graph.relations[1].strength = 0.5;
    assert_eq!(unknown(&graph, ""), findings("abg"), "half of the time is not seldom");
}

#[test]
fn what_is_felt_somewhere_else_does_not_fit() {
    let graph = graph();
    let fit = |said| all(&graph, said)[0].fit;
    assert_eq!(fit("yy-----n"), Fit::Well);
    assert_eq!(fit("yy----yn"), Fit::Well);
    assert_eq!(fit("yy----yy"), Fit::Well);
    assert_eq!(fit("yyy----y"), Fit::Little);
    let mut nowhere = graph.clone();
    nowhere.questions[0].options = findings("h");
    let fit = all(&nowhere, "yyy----y")[0].fit;
    assert_eq!(fit, Fit::Well, "nothing is said of where it is felt");
    nowhere.questions[0].stage = Stage::Course;
    nowhere.questions[0].options = findings("gh");
    assert_eq!(all(&nowhere, "yyy----y")[0].fit, Fit::Well, "it is not where it hurts");
}

#[test]
fn without_an_answer_that_speaks_for_it_a_common_cause_fits_little() {
    let mut graph = graph();
    graph.causes[0].prior = 0.6;
    let fit = &all(&graph, "")[0];
    assert!(fit.posterior > 0.5 && fit.fit == Fit::Little);
}

#[test]
fn of_two_that_fit_alike_the_one_that_does_harm_is_first() {
    let mut graph = little("");
    for (family, prior, harm) in [("rare", 0.1, 1), ("common", 0.4, 1), ("harmful", 0.3, 9)] {
        let cause = cause(&mut graph, family, prior, harm);
        shows(&mut graph, cause, 'a', 128);
    }
    let order = |graph: &Graph, said| {
        all(graph, said).iter().map(|fit| fit.cause.index()).collect::<Vec<_>>()
    };
    assert_eq!(order(&graph, ""), [2, 1, 0]);
    graph.causes[0].harm = 2;
    assert_eq!(order(&graph, ""), [2, 1, 0], "harm counts as far as it is likely");
    graph.causes[2].harm = 1;
    assert_eq!(order(&graph, ""), [1, 2, 0]);
    graph.causes.iter_mut().for_each(|cause| cause.prior = 0.2);
    assert_eq!(order(&graph, ""), [0, 1, 2], "equals stand as in the graph");
}

#[test]
fn two_to_five_are_shown_and_none_that_nothing_speaks_for() {
    let mut graph = little("");
    for at in 0..7 {
        let cause = cause(&mut graph, &at.to_string(), 0.3, 1);
        shows(&mut graph, cause, ['a', 'b', 'c', 'd', 'e', 'f', 'g'][at], 250);
    }
    let n = |said| shown(&all(&graph, said)).len();
    assert_eq!(
        (n("yyyyyyy"), n("yyyyynn"), n("yyynnnn"), n("ynnnnnn"), n("nnnnnnn")),
        (5, 5, 3, 1, 0)
    );
    graph.causes.iter_mut().for_each(|cause| cause.prior = 0.0006);
    let little = shown(&all(&graph, "yyynnnn"));
    assert_eq!(little.len(), 2, "the first two, though little speaks for them");
    assert!(little.iter().all(|fit| fit.fit == Fit::Little));
}
