//! The question that sorts causes best, and the causes that it tells apart.

use backwise_checker::sorting::{sort, told_apart};
use backwise_checker::{Ask, Checker, Session, Why};
use backwise_graph::{CauseId, Graph, Modifier};

use crate::causes::{cause, shows};
use crate::little::{f, known, little, ticks};

/// Three causes; `a` tells much of the second and something of the third, `b` something of the first, `d` nothing.
fn graph(asked: &str) -> Graph {
    let mut graph = little(asked);
    let causes = ["first", "second", "third"].map(|family| cause(&mut graph, family, 0.3, 1));
    shows(&mut graph, causes[2], 'a', 100);
    shows(&mut graph, causes[1], 'a', 240);
    shows(&mut graph, causes[0], 'b', 200);
    graph
}

fn sorted(asked: &str, said: &str) -> Option<(char, Vec<usize>)> {
    let checker = Checker::new(graph(asked)).expect("its numbers are in range");
    let sorting = sort(&checker, &known(said))?;
    let name = "abcdefgh".chars().find(|name| f(*name) == sorting.finding);
    let causes = sorting.told_apart.iter().map(|cause| cause.index()).collect();
    Some((name.expect("it is one of them"), causes))
}

#[test]
fn what_tells_most_is_asked_first_and_nothing_twice() {
    assert_eq!(sorted("abd", ""), Some(('a', vec![1, 2])));
    assert_eq!(sorted("abd", "n"), Some(('b', vec![0])));
    assert_eq!(sorted("abd", "?"), Some(('b', vec![0])));
    assert_eq!(sorted("abd", "x"), Some(('b', vec![0])), "what is ruled out is not asked");
    assert_eq!(sorted("abd", "nn"), None);
}

#[test]
fn only_what_has_a_question_of_its_own_is_asked() {
    assert_eq!(sorted("b", ""), Some(('b', vec![0])));
    assert_eq!(sorted("d", ""), None);
}

#[test]
fn what_leaves_the_causes_shown_as_they_are_is_not_asked() {
    let asked = |strength| {
        let mut graph = little("a");
        let common = cause(&mut graph, "common", 0.6, 1);
        shows(&mut graph, common, 'a', strength);
        let checker = Checker::new(graph).expect("its numbers are in range");
        sort(&checker, &known("")).map(|sorting| sorting.finding)
    };
    assert_eq!(asked(128), None, "after a no it is shown all the same");
    assert_eq!(asked(240), Some(f('a')), "after a no it is not");
}

#[test]
fn a_session_asks_it_and_says_why() {
    let checker = Checker::new(graph("ab")).expect("its numbers are in range");
    let mut session = Session::new();
    let causes = vec![CauseId::new(1), CauseId::new(2)];
    assert_eq!(session.next(&checker), Some((Ask::Single(f('a')), Why::Sorting(causes))));
    assert_eq!(session.at_most(&checker), 12);
    for finding in ['a', 'b'] {
        session.answer(checker.graph(), Ask::Single(f(finding)), ticks("")).expect("it fits");
    }
    assert_eq!((session.next(&checker), session.at_most(&checker)), (None, 0));
}

/// The two that an answer moves most: by how likely each is, and how strongly it shows it. A risk counts as half.
#[test]
fn belief_and_strength_order_what_is_told_apart() {
    let apart = |graph: &Graph| -> Vec<usize> {
        let checker = Checker::new(graph.clone()).expect("its numbers are in range");
        let belief = checker.belief(&known(""));
        told_apart(&checker, &belief, f('a')).iter().map(|cause| cause.index()).collect()
    };
    let mut graph = graph("ab");
    assert_eq!(apart(&graph), [1, 2]);
    graph.causes[2].prior = 0.59;
    graph.causes[1].prior = 0.2;
    assert_eq!(apart(&graph), [2, 1]);
    let likelihood = &mut graph.likelihoods[0];
    likelihood.share = 0.2;
    likelihood.modifiers = vec![Modifier { cause: CauseId::new(0), yes: 2.0, no: 0.9 }];
    graph.causes[0].prior = 0.59;
    assert_eq!(apart(&graph), [0, 2], "of three the best two");
    let mut alike = little("a");
    for family in ["first", "second", "third"] {
        let cause = cause(&mut alike, family, 0.3, 1);
        shows(&mut alike, cause, 'a', 200);
    }
    assert_eq!(apart(&alike), [0, 1], "equals stand as in the graph");
}
